package dossier.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Who wrote a report, as bibliographies sort and shorten names. When in doubt a name is taken as
/// it is printed, which is how organisations are written: a wrong guess would turn names round.
///
/// @param name as printed
/// @param family of a person; empty for an organisation, and for a name that cannot be parted
/// @param given of a person
record Author(String name, String family, String given) {

  /// Words that persons are not called by.
  private static final Set<String> BODIES =
      Set.copyOf(
          Arrays.asList(
              ("agency analysis analysts association authority board bureau center centre club coalition"
                      + " college commission committee company council department desk directorate division"
                      + " editors embassy force forum foundation fund group initiative institute"
                      + " institution intelligence international journal lab laboratory ministry monitor"
                      + " network observatory office organisation organization partners press programme"
                      + " program project report reports research review school secretariat security"
                      + " service services society staff studies team trust union unit university watch"
                      + " агентство ведомство группа департамент институт комитет министерство отдел"
                      + " отделение редакция служба совет союз университет управление фонд центр"
                      + " agence bureau cellule comité conseil fondation groupe institut ministère"
                      + " observatoire revue service unité université"
                      + " abteilung amt arbeitsgruppe gruppe ministerium redaktion stiftung universität"
                      + " centro consejo equipo fundación grupo instituto ministerio observatorio unidad")
                  .split(" ")));

  private static final Set<String> PARTICLES =
      Set.of(
          "al", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el",
          "ibn", "la", "le", "ten", "ter", "van", "von", "zu");

  private static final Pattern INITIALS = Pattern.compile("(\\p{Lu}\\.-?)+");
  private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}\\p{M}'’.-]*");
  private static final Pattern PATRONYMIC = Pattern.compile(".{2,}(ич|вна|чна)");

  static Author of(String name) {
    int comma = name.indexOf(',');
    if (comma > 0 && comma == name.lastIndexOf(',')) {
      List<String> family = words(name.substring(0, comma));
      List<String> given = words(name.substring(comma + 1));
      return isPerson(family) && isPerson(given)
          ? new Author(name, join(family), join(given))
          : body(name);
    }
    List<String> words = words(name);
    if (words.size() < 2 || words.size() > 5 || !isPerson(words)) {
      return body(name);
    }
    if (familyFirst(words)) {
      return new Author(name, words.getFirst(), join(words.subList(1, words.size())));
    }
    int family = words.size() - 1;
    while (family > 1 && PARTICLES.contains(words.get(family - 1).toLowerCase(Locale.ROOT))) {
      family--;
    }
    return new Author(
        name, join(words.subList(family, words.size())), join(words.subList(0, family)));
  }

  boolean isPerson() {
    return !family.isEmpty();
  }

  /// `Family, Given`; a name that was not parted as printed.
  String sorted() {
    return isPerson() ? family + ", " + given : name;
  }

  private static Author body(String name) {
    return new Author(name, "", "");
  }

  private static boolean isPerson(List<String> words) {
    return !words.isEmpty()
        && !words.getFirst().equals("The")
        && words.stream()
            .allMatch(word ->
                !BODIES.contains(word.toLowerCase(Locale.ROOT))
                    && (NAME.matcher(word).matches() || PARTICLES.contains(word)));
  }

  /// `Petrov I. S.`, `Петров Иван Сергеевич`, `DUPONT Jean`.
  private static boolean familyFirst(List<String> words) {
    String first = words.getFirst();
    String last = words.getLast();
    boolean initials = INITIALS.matcher(last).matches() && !INITIALS.matcher(first).matches();
    boolean patronymic = words.size() == 3 && PATRONYMIC.matcher(last).matches();
    return initials || patronymic || (isUpper(first) && !isUpper(last));
  }

  private static boolean isUpper(String word) {
    return word.length() > 2 && word.indexOf('.') < 0 && word.equals(word.toUpperCase(Locale.ROOT));
  }

  private static List<String> words(String name) {
    return Arrays.stream(name.strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }

  private static String join(List<String> words) {
    return String.join(" ", words);
  }
}
