package dossier.report;

import dossier.report.Finder.Occurrence;
import dossier.report.Label.Origin;
import dossier.report.Label.Strength;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Labels a reading by one vocabulary.
///
/// @param vocabulary the entries
/// @param lexicon their names
/// @param rules how much evidence makes a label
record Labels(Vocabulary vocabulary, Lexicon lexicon, Rules rules) {

  /// How much evidence a report needs to be about an entry rather than to mention it.
  ///
  /// @param share part of the strongest entry's score
  /// @param density score per thousand words, short texts counted as [#SHORT]
  /// @param mentions unambiguous occurrences needed for a mention
  /// @param deniable whether "no evidence of ..." takes an occurrence back
  record Rules(double share, double density, int mentions, boolean deniable) {}

  private static final int SHORT = 250;

  private record Scored(Concept concept, Tally tally, double score, boolean about) {}

  /// The labels of a text, strongest first.
  List<Label> of(Reading reading, String language) {
    Map<String, Tally> tallies = count(reading, language);
    double top = tallies.values().stream().mapToDouble(Tally::score).max().orElse(0);
    double thousands = Math.max(reading.words(), SHORT) / 1000.0;
    List<Scored> scored = new ArrayList<>();
    for (Concept concept : vocabulary.all()) {
      Tally tally = tallies.get(concept.id());
      if (tally != null) {
        scored.add(new Scored(concept, tally, tally.score(), isAbout(tally, top, thousands)));
      }
    }
    return scored.stream()
        .sorted(Comparator.comparing(Scored::about).thenComparingDouble(Scored::score).reversed())
        .map(Labels::label)
        .toList();
  }

  private boolean isAbout(Tally tally, double top, double thousands) {
    return tally.inTitle()
        || (tally.score() >= rules.share() * top && tally.score() / thousands >= rules.density());
  }

  private static Label label(Scored scored) {
    Strength strength = scored.about() ? Strength.ABOUT : Strength.MENTIONS;
    return new Label(scored.concept().id(), strength, Origin.RULE, scored.tally().evidence());
  }

  private Map<String, Tally> count(Reading reading, String language) {
    Finder finder = new Finder(lexicon, language);
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (Reading.Part part : reading.parts()) {
      List<Occurrence> found = finder.find(part.words());
      boolean @Nullable [] denied =
          rules.deniable() && !found.isEmpty() ? Negations.in(part.words()) : null;
      for (Occurrence occurrence : found) {
        if (denied == null || !denied[occurrence.from()]) {
          add(tallies, part, occurrence);
        }
      }
    }
    tallies.values().removeIf(tally -> tally.strong() < rules.mentions());
    return tallies;
  }

  private static void add(Map<String, Tally> tallies, Reading.Part part, Occurrence occurrence) {
    List<Word> words = part.words().subList(occurrence.from(), occurrence.to());
    String text = part.text().substring(words.getFirst().start(), words.getLast().end());
    StringBuilder folded = new StringBuilder();
    for (Word word : words) {
      folded.append(word.folded()).append(' ');
    }
    tallies
        .computeIfAbsent(occurrence.id(), id -> new Tally())
        .add(part, text, folded.toString(), occurrence.strong());
  }
}
