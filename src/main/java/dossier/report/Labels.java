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
  /// @param deniable whether "no evidence of ..." takes an occurrence back
  record Rules(double share, double density, boolean deniable) {}

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
    addShared(scored);
    return scored.stream()
        .sorted(Comparator.comparing(Scored::about).thenComparingDouble(Scored::score).reversed())
        .map(Labels::label)
        .toList();
  }

  /// What most countries of a region are about, the region is about, as strongly as the weakest of
  /// them; one country alone is not yet its region.
  private void addShared(List<Scored> scored) {
    Map<String, Scored> countries = new LinkedHashMap<>();
    for (Scored each : scored) {
      if (each.about() && each.concept().kind().equals("country")) {
        countries.put(each.concept().id(), each);
      }
    }
    for (Concept region : countries.size() < 2 ? List.<Concept>of() : vocabulary.all()) {
      List<Concept> members = vocabulary.children(region.id());
      List<Scored> about =
          members.stream()
              .map(Concept::id)
              .filter(countries::containsKey)
              .map(countries::get)
              .toList();
      if (about.size() >= 2 && about.size() * 2 > members.size()) {
        raise(scored, region, about);
      }
    }
  }

  private static void raise(List<Scored> scored, Concept region, List<Scored> members) {
    double least = members.stream().mapToDouble(Scored::score).min().orElse(0);
    Tally tally = new Tally();
    members.forEach(member -> tally.add(member.tally()));
    for (int i = 0; i < scored.size(); i++) {
      if (scored.get(i).concept().equals(region)) {
        Scored own = scored.get(i);
        scored.set(i, new Scored(region, own.tally(), Math.max(own.score(), least), true));
        return;
      }
    }
    scored.add(new Scored(region, tally, least, true));
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
    tallies.values().removeIf(tally -> tally.strong() == 0);
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
