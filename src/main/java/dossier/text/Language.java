package dossier.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Tells the language of a text: by its script; within a script by the letters only one language
/// has, and by the short words every sentence of a language needs.
///
/// The detectors at hand know no Kazakh, Uzbek or Tajik and take them for others without a doubt,
/// so this is our own. The words are data, in `common-words.txt`.
final class Language {

  private static final String UNKNOWN = "und";
  private static final int SAMPLE = 40_000;
  private static final int FEWEST_LETTERS = 20;

  /// One word in twelve must be a common one; real sentences reach one in four.
  private static final double ENOUGH = 1.0 / 12;

  /// The best must lead by this.
  private static final double MARGIN = 0.01;

  /// A telling letter in every word counts as much as a common word in every third.
  private static final double LETTERS = 0.3;

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}']+");
  private static final Pattern APOSTROPHE = Pattern.compile("[‘’ʻʼ`´]");

  /// Scripts that one language uses, as far as reports go.
  private static final Map<UnicodeScript, String> ONE_LANGUAGE =
      Map.ofEntries(
          Map.entry(UnicodeScript.HIRAGANA, "ja"),
          Map.entry(UnicodeScript.KATAKANA, "ja"),
          Map.entry(UnicodeScript.HAN, "zh"),
          Map.entry(UnicodeScript.HANGUL, "ko"),
          Map.entry(UnicodeScript.GREEK, "el"),
          Map.entry(UnicodeScript.HEBREW, "he"),
          Map.entry(UnicodeScript.ARMENIAN, "hy"),
          Map.entry(UnicodeScript.GEORGIAN, "ka"),
          Map.entry(UnicodeScript.THAI, "th"),
          Map.entry(UnicodeScript.DEVANAGARI, "hi"),
          Map.entry(UnicodeScript.BENGALI, "bn"),
          Map.entry(UnicodeScript.TAMIL, "ta"),
          Map.entry(UnicodeScript.ETHIOPIC, "am"),
          Map.entry(UnicodeScript.MYANMAR, "my"),
          Map.entry(UnicodeScript.KHMER, "km"),
          Map.entry(UnicodeScript.LAO, "lo"));

  /// What tells a language from the others of its script.
  ///
  /// @param letters letters that not all languages of the script have
  /// @param words words no longer text is without
  private record Traits(UnicodeScript script, String tag, String letters, Set<String> words) {}

  private static final List<Traits> LANGUAGES = load();

  private Language() {}

  private static List<Traits> load() {
    List<Traits> languages = new ArrayList<>();
    try (InputStream in = Language.class.getResourceAsStream("common-words.txt")) {
      if (in == null) {
        throw new IllegalStateException("common-words.txt is missing from the jar");
      }
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : all.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
        List<String> parts = List.of(line.split("\\s+", -1));
        UnicodeScript script = UnicodeScript.forName(parts.get(0));
        Set<String> words = new HashSet<>(parts.subList(3, parts.size()));
        languages.add(new Traits(script, parts.get(1), parts.get(2), words));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(languages);
  }

  /// The language of these passages, `und` when they are too short or it is not clear.
  static String of(List<Passage> passages) {
    StringBuilder sample = new StringBuilder();
    for (Passage passage : passages) {
      if (sample.length() < SAMPLE && passage.kind() != Passage.Kind.FURNITURE) {
        sample.append(passage.text(), 0, Math.min(passage.text().length(), SAMPLE)).append('\n');
      }
    }
    return of(sample.toString());
  }

  static String of(String text) {
    Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(c -> scripts.merge(UnicodeScript.of(c), 1, Integer::sum));
    int letters = scripts.values().stream().mapToInt(Integer::intValue).sum();
    UnicodeScript script = main(scripts);
    // A sign of Chinese says as much as a word.
    int fewest = script == UnicodeScript.HAN ? FEWEST_LETTERS / 4 : FEWEST_LETTERS;
    if (letters < fewest || scripts.getOrDefault(script, 0) * 2 < letters) {
      return UNKNOWN;
    }
    int kana =
        scripts.getOrDefault(UnicodeScript.HIRAGANA, 0)
            + scripts.getOrDefault(UnicodeScript.KATAKANA, 0);
    if (script == UnicodeScript.HAN && kana * 10 > letters) {
      return "ja";
    }
    String only = ONE_LANGUAGE.get(script);
    return only != null ? only : among(script, text);
  }

  private static UnicodeScript main(Map<UnicodeScript, Integer> scripts) {
    return scripts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(UnicodeScript.COMMON);
  }

  /// The language of a script whose words and letters fit best.
  private static String among(UnicodeScript script, String text) {
    String lower = APOSTROPHE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("'");
    String[] words = NO_WORD.split(lower);
    List<Traits> candidates = LANGUAGES.stream().filter(l -> l.script == script).toList();
    String telling = candidates.stream().map(Traits::letters).collect(Collectors.joining());
    String marks =
        lower
            .chars()
            .filter(c -> telling.indexOf(c) >= 0)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    String best = UNKNOWN;
    double most = ENOUGH;
    double second = 0;
    for (Traits language : candidates) {
      double score = score(language, words, marks);
      if (score > most) {
        second = most;
        most = score;
        best = language.tag;
      } else {
        second = Math.max(second, score);
      }
    }
    return most - second >= MARGIN ? best : UNKNOWN;
  }

  /// The share of words that are common ones, more for letters of its own, less for those of
  /// others.
  private static double score(Traits language, String[] words, String marks) {
    long common = Arrays.stream(words).filter(language.words::contains).count();
    long own = marks.chars().filter(c -> language.letters.indexOf(c) >= 0).count();
    double count = words.length;
    double bonus = Math.min(own / count, 1) * LETTERS;
    double malus = Math.min((marks.length() - own) / count, 1) * LETTERS;
    return common / count + bonus - malus;
  }
}
