package dossier.report;

import dossier.report.Label.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What speaks for one entry in one report.
final class Tally {

  private static final class Words {
    private final String first;
    private final TreeSet<Integer> pages = new TreeSet<>();
    private int count;
    private boolean title;
    private boolean strong;
    private double weight;

    Words(String first) {
      this.first = first;
    }
  }

  /// Weight of an unambiguous name or cue; a weak one weighs 1.
  private static final double STRONG = 3;

  private final Map<String, Words> words = new LinkedHashMap<>();
  private int strong;
  private boolean title;

  /// Counts an occurrence.
  ///
  /// @param text the words as they stand there
  /// @param folded the words as they are compared
  /// @param share how much of its weight it counts
  void add(Reading.Part part, String text, String folded, boolean isStrong, double share) {
    Words same = words.computeIfAbsent(folded, f -> new Words(text));
    same.count++;
    boolean inTitle = part.place() == Reading.Place.TITLE;
    same.title |= inTitle;
    title |= inTitle && isStrong;
    if (part.page() > 0) {
      same.pages.add(part.page());
    }
    same.strong |= isStrong;
    same.weight += part.place().weight() * share;
    strong += isStrong ? 1 : 0;
  }

  /// Takes in the evidence, though not the score, of another.
  void add(Tally other) {
    words.putAll(other.words);
  }

  /// Occurrences, weighted by place and strength.
  ///
  /// @param growth power to which the weight of one wording counts: 1 when every occurrence says as
  ///   much as the first, less when other wordings say more than the same again
  double score(double growth) {
    double score = 0;
    for (Words wording : words.values()) {
      score += (wording.strong ? STRONG : 1) * Math.pow(wording.weight, growth);
    }
    return score;
  }

  /// How many unambiguous occurrences there are.
  int strong() {
    return strong;
  }

  /// Whether an unambiguous wording other than these stands in the text.
  boolean hasOtherThan(Set<String> folded) {
    return words.entrySet().stream()
        .anyMatch(each -> each.getValue().strong && !folded.contains(each.getKey()));
  }

  /// Whether an unambiguous one stands in the title.
  boolean inTitle() {
    return title;
  }

  /// The evidence, most frequent first.
  List<Evidence> evidence() {
    return words.values().stream()
        .map(w -> new Evidence(w.first, w.count, w.title, new ArrayList<>(w.pages)))
        .sorted(Comparator.comparingInt(Evidence::count).reversed())
        .toList();
  }
}
