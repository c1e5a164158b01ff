package dossier.index;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.apache.lucene.util.IOUtils;

/// Words that say nothing about what a text is on: articles, prepositions, pronouns, auxiliaries.
/// They are searched for like any other; only what the portal proposes by itself does without them.
/// The lists are those of Lucene, from the Snowball project where it has one; Kazakh, Kyrgyz, Tajik
/// and Uzbek have the commonest words alone, and English gets what its list leaves out.
final class FunctionWords {

  private static final Map<String, String> SHORT =
      Map.of(
          "en",
              "also per cent may can will shall must might one two three first second third many"
                  + " much however within upon us let like well even still yet every among across"
                  + " towards whether since said says",
          "kk",
              "және мен бен пен бұл сол осы ол олар біз сіз үшін туралы бар жоқ да де та те не бір"
                  + " емес еді деп кейін дейін арқылы бойынша қарай сондай барлық өз",
          "ky",
              "жана менен бул ошол ал алар биз сиз үчүн жөнүндө бар жок да де та те не бир эмес эле"
                  + " деп кийин чейин аркылуу боюнча бардык өз",
          "tg",
              "ва бо дар ба аз ки ин он барои то ё ҳам аст буд мешавад шуд шуда худ ҳар дигар бар"
                  + " пас барои оид",
          "uz",
              "va bilan bu shu ul ular biz siz uchun haqida bor yoʻq da ham yoki bir emas edi deb"
                  + " keyin gacha orqali boʻyicha barcha oʻz esa");

  private static final Map<String, Set<String>> BY_LANGUAGE =
      Map.ofEntries(
          entry("en", together(snowball("english"), listed("en"))),
          entry("ru", snowball("russian")),
          entry("fr", snowball("french")),
          entry("de", snowball("german")),
          entry("es", snowball("spanish")),
          entry("it", snowball("italian")),
          entry("pt", snowball("portuguese")),
          entry("ar", folded(ArabicAnalyzer.getDefaultStopSet())),
          entry("fa", folded(PersianAnalyzer.getDefaultStopSet())),
          entry("tr", folded(TurkishAnalyzer.getDefaultStopSet())),
          entry("kk", listed("kk")),
          entry("ky", listed("ky")),
          entry("tg", listed("tg")),
          entry("uz", listed("uz")));

  private static final Set<String> ANY =
      BY_LANGUAGE.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

  private FunctionWords() {}

  /// Those of a language, given as BCP 47 tag, folded as the index folds words; of a language
  /// without a list, those of all languages.
  static Set<String> of(String language) {
    return BY_LANGUAGE.getOrDefault(Locale.forLanguageTag(language).getLanguage(), ANY);
  }

  private static Set<String> snowball(String name) {
    try {
      return folded(
          WordlistLoader.getSnowballWordSet(
              IOUtils.requireResourceNonNull(
                  SnowballFilter.class.getResourceAsStream(name + "_stop.txt"), name),
              StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("reading the word list of " + name, e);
    }
  }

  private static Set<String> together(Set<String> some, Set<String> more) {
    return Stream.of(some, more).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> listed(String language) {
    return folded(Stream.of(SHORT.getOrDefault(language, "").split(" ", -1)));
  }

  private static Set<String> folded(CharArraySet words) {
    return folded(words.stream().map(word -> new String((char[]) word)));
  }

  private static Set<String> folded(Stream<String> words) {
    Set<String> all = new HashSet<>();
    words.forEach(word -> Analysis.forms(word, Set.of()).forEach(form -> all.add(form.word())));
    return Set.copyOf(all);
  }
}
