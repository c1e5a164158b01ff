package dossier.search;

import dossier.search.Answer.Rescue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the reader may have meant to type: the same text with words the archive hardly knows
/// replaced by words of the archive that look like them.
final class Correction {

  /// What finds this many reports is what was meant.
  private static final int ENOUGH = 5;

  /// A correction of something that does find reports must find this many times as many.
  private static final int TIMES = 10;

  private static final int MOST_WORDS = 8;
  private static final int SPELLINGS = 3;
  private static final int MOST_COUNTS = 8;

  /// Between words, for this purpose.
  private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private Correction() {}

  /// @param total how many reports answer the question
  static Optional<Rescue> of(Question question, long total, Engine engine) throws IOException {
    if (total >= ENOUGH) {
      return Optional.empty();
    }
    Map<String, List<String>> spellings = spellings(question.query().clause(), engine);
    int counts = 0;
    for (String text : texts(question.query().text(), spellings)) {
      if (counts++ == MOST_COUNTS) {
        break;
      }
      Question other = question.with(Query.of(text));
      long found = engine.count(other);
      if (found > 0 && found >= total * TIMES) {
        return Optional.of(new Rescue(text, other, found, "", List.of()));
      }
    }
    return Optional.empty();
  }

  private static Map<String, List<String>> spellings(Clause clause, Engine engine)
      throws IOException {
    Set<String> words = new LinkedHashSet<>();
    collect(clause, words);
    Map<String, List<String>> spellings = new LinkedHashMap<>();
    for (String word : words.stream().limit(MOST_WORDS).toList()) {
      List<String> near = engine.discovery().spellings(word, SPELLINGS);
      if (!near.isEmpty()) {
        spellings.put(word, near);
      }
    }
    return spellings;
  }

  /// The words that must or may be found. What is excluded is not missed.
  private static void collect(Clause clause, Set<String> words) {
    if (clause instanceof Clause.And(List<Clause> all)) {
      all.forEach(each -> collect(each, words));
    } else if (clause instanceof Clause.Or(List<Clause> any)) {
      any.forEach(each -> collect(each, words));
    } else if (clause instanceof Clause.Word(Clause.Field field, String text)) {
      words.addAll(List.of(APART.split(text)));
    } else if (clause instanceof Clause.Phrase(Clause.Field field, String text)) {
      words.addAll(List.of(APART.split(text)));
    }
    words.remove("");
  }

  /// The text with the likeliest spelling of every word, then with a less likely one of each.
  private static List<String> texts(String typed, Map<String, List<String>> spellings) {
    if (spellings.isEmpty()) {
      return List.of();
    }
    Map<String, String> likeliest = new LinkedHashMap<>();
    spellings.forEach((word, near) -> likeliest.put(word, near.getFirst()));
    List<String> texts = new ArrayList<>(List.of(replaced(typed, likeliest)));
    spellings.forEach((word, near) -> {
      for (String other : near.subList(1, near.size())) {
        Map<String, String> varied = new LinkedHashMap<>(likeliest);
        varied.put(word, other);
        texts.add(replaced(typed, varied));
      }
    });
    return texts;
  }

  private static String replaced(String typed, Map<String, String> spellings) {
    StringBuilder text = new StringBuilder();
    Matcher apart = APART.matcher(typed);
    int from = 0;
    while (apart.find()) {
      String word = typed.substring(from, apart.start());
      text.append(spellings.getOrDefault(word, word)).append(apart.group());
      from = apart.end();
    }
    String last = typed.substring(from);
    return text.append(spellings.getOrDefault(last, last)).toString();
  }
}
