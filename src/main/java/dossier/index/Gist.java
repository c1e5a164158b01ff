package dossier.index;

import dossier.report.Body;
import dossier.report.Report;
import dossier.text.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The words and phrases that tell most about a report, as the index keeps them to propose them, to
/// compare reports, and to say what is special about a set of them.
///
/// A value is a letter for its kind, what is compared, and what is shown, with [#APART] between: so
/// the forms of a word stand side by side, and a beginning is one range of values.
final class Gist {

  /// A word: its key is its [Wording#key].
  static final char WORD = 'w';

  /// A phrase of two or three words, folded.
  static final char PHRASE = 'p';

  /// A phrase once more, under its second or third word: that word and the rest, then the phrase.
  static final char TAIL = 'q';

  static final char APART = '\u001F';

  /// Longer words and phrases are no words and phrases.
  static final int LONGEST = 60;

  /// How many words of a report are kept. Fewer, and two reports on one subject share too little;
  /// more, and every report shares something with every other.
  private static final int WORDS = 40;

  private static final int PHRASES = 60;

  /// Function words that make one notion of two: rule of law, liberté de presse, lavaggio di
  /// denaro.
  private static final Set<String> LINKS =
      Set.of("of", "de", "du", "des", "del", "di", "della", "do", "da", "dos");

  /// How much of the text is looked at, in characters: about ten pages, to bound what writing a
  /// report costs. Headings of the rest count all the same.
  private static final int READ = 30_000;

  private final Set<String> functionWords;
  private final Map<String, Counted> words = new LinkedHashMap<>();
  private final Map<String, Counted> phrases = new LinkedHashMap<>();

  private static final class Counted {
    private final Map<String, Integer> forms = new HashMap<>();
    private double outside;
    private int inside;

    private double score() {
      return outside + (inside == 0 ? 0 : 1 + Math.log(inside));
    }

    /// The form to show: one in lower case if there is any, then one that is not all capitals.
    private String shown() {
      Comparator<Map.Entry<String, Integer>> best =
          Comparator.comparingInt(form -> capitals(form.getKey()));
      return forms.entrySet().stream()
          .min(
              best.thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                  .thenComparing(Map.Entry.comparingByKey()))
          .orElseThrow()
          .getKey();
    }

    private static int capitals(String form) {
      long upper = form.codePoints().filter(Character::isUpperCase).count();
      long lower = form.codePoints().filter(Character::isLowerCase).count();
      return upper == 0 ? 0 : lower > 0 ? 1 : 2;
    }
  }

  private Gist(String language) {
    this.functionWords = FunctionWords.of(language);
  }

  /// The values of a report, sorted.
  ///
  /// @param text the tokens of its body without furniture
  static Set<String> of(Report report, Tokens title, Tokens summary, Body body, Tokens text) {
    Gist gist = new Gist(report.language());
    gist.outside(report.title(), title.words(), Weights.IN_TITLE);
    gist.outside(report.summary(), summary.words(), Weights.IN_SUMMARY);
    int left = READ;
    for (int i = 0; i < body.passages().size(); i++) {
      Passage passage = body.passages().get(i);
      int from = body.start(i);
      if (passage.kind() == Passage.Kind.HEADING) {
        gist.outside(body.text(), text.words(from, body.end(i)), Weights.IN_HEADING);
      } else if (passage.kind() != Passage.Kind.FURNITURE && left > 0) {
        int length = passage.text().length();
        gist.inside(text.words(from, from + Math.min(left, length)));
        left -= length;
      }
    }
    return gist.values();
  }

  /// What is compared of a value: its letter and key.
  static String key(String value) {
    int end = value.indexOf(APART);
    return end < 0 ? value : value.substring(0, end);
  }

  /// What is shown of a value.
  static String shown(String value) {
    return value.substring(value.lastIndexOf(APART) + 1);
  }

  private void outside(String text, List<Wording> read, double weight) {
    for (Wording word : read) {
      if (says(word)) {
        counted(words, word.key(), word.shown()).outside += weight;
      }
    }
    for (int i = 0; i < read.size(); i++) {
      for (int end = i + 2; end <= Math.min(read.size(), i + 3); end++) {
        phrase(text, read.subList(i, end), weight);
      }
    }
  }

  private void inside(List<Wording> read) {
    for (Wording word : read) {
      if (says(word)) {
        counted(words, word.key(), word.shown()).inside++;
      }
    }
  }

  private boolean says(Wording word) {
    return word.says() && !functionWords.contains(word.folded());
  }

  private void phrase(String text, List<Wording> read, double weight) {
    int from = read.getFirst().from();
    int to = read.getLast().to();
    if (to - from > LONGEST || !says(read.getFirst()) || !says(read.getLast())) {
      return;
    }
    for (int i = 1; i < read.size(); i++) {
      // Words with more than a space between them are not one phrase, and those of a script
      // without spaces are found by their beginnings anyway.
      boolean apart = !text.substring(read.get(i - 1).to(), read.get(i).from()).equals(" ");
      if (apart || (!says(read.get(i)) && !LINKS.contains(read.get(i).folded()))) {
        return;
      }
    }
    List<String> folded = read.stream().map(Wording::folded).toList();
    counted(phrases, String.join(" ", folded), text.substring(from, to)).outside += weight;
  }

  private static Counted counted(Map<String, Counted> all, String key, String shown) {
    Counted counted = all.computeIfAbsent(key, added -> new Counted());
    counted.forms.merge(shown, 1, Integer::sum);
    return counted;
  }

  private Set<String> values() {
    Set<String> values = new TreeSet<>();
    best(words, WORDS)
        .forEach(word -> values.add(WORD + word.getKey() + APART + word.getValue().shown()));
    for (Map.Entry<String, Counted> phrase : best(phrases, PHRASES)) {
      String folded = phrase.getKey();
      String shown = phrase.getValue().shown();
      values.add(PHRASE + folded + APART + shown);
      for (int space = folded.indexOf(' '); space > 0; space = folded.indexOf(' ', space + 1)) {
        String tail = folded.substring(space + 1);
        values.add(TAIL + tail + APART + folded + APART + shown);
      }
    }
    return values;
  }

  /// The highest scores, the first ones of equal scores.
  private static List<Map.Entry<String, Counted>> best(Map<String, Counted> all, int most) {
    Comparator<Map.Entry<String, Counted>> highest =
        Comparator.comparingDouble(entry -> -entry.getValue().score());
    List<Map.Entry<String, Counted>> sorted = new ArrayList<>(all.entrySet());
    sorted.sort(highest);
    return sorted.subList(0, Math.min(most, sorted.size()));
  }
}
