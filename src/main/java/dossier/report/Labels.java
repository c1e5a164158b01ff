package dossier.report;

import dossier.report.Finder.Occurrence;
import dossier.report.Label.Origin;
import dossier.report.Label.Strength;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Labels a reading by one vocabulary.
///
/// @param vocabulary the entries
/// @param lexicon their names
/// @param rules how much evidence makes a label
record Labels(Vocabulary vocabulary, Lexicon lexicon, Rules rules) {

  /// How much evidence a report needs to be about an entry rather than to mention it.
  ///
  /// A name in the title is enough by itself, unless another entry is more than twice as strong.
  ///
  /// @param share part of the strongest entry's score; a country is weighed against countries
  /// @param cross part of the strongest entry's score a country needs when that is a region
  /// @param least score in a report of [#USUAL] words
  /// @param shortest words; shorter texts are held to be as long as this
  /// @param length power to which the length of the report raises `least`: 1 where names go on
  ///   through the whole text, less where one section of a long report is enough
  /// @param growth see [Tally#score]
  /// @param deniable whether "no evidence of ..." takes an occurrence back
  /// @param voices whether a name that only speaks counts less, see [Voices]
  /// @param family how many times `least` an entry and those below it must reach together for a
  ///   report to be about it although it is about none of them alone; 0 when they never do
  record Rules(
      double share,
      double cross,
      double least,
      int shortest,
      double length,
      double growth,
      boolean deniable,
      boolean voices,
      double family) {

    /// The score needed in a report of so many words.
    double least(int words) {
      return least * Math.pow(Math.max(words, shortest) / USUAL, length);
    }
  }

  /// Words of a usual report.
  private static final double USUAL = 600;

  /// Part of the strongest score that is enough for an entry the title names.
  private static final double TITLED = 0.5;

  /// How much of its weight a name counts that only speaks: "Moscow said".
  private static final double VOICE = 0.5;

  /// Part of the strongest region's score that is enough for a country that is singled out.
  private static final double SINGLED = 0.4;

  /// How many times as strong as any other country one must be to be singled out.
  private static final double ALONE = 3;

  /// How many countries make their region one that is treated as a whole.
  private static final int SEVERAL = 3;

  private record Scored(Concept concept, Tally tally, double score, boolean about) {}

  /// The labels of a text, strongest first.
  List<Label> of(Reading reading, String language) {
    Map<String, Tally> tallies = count(reading, language);
    Map<String, Double> scores = new HashMap<>();
    tallies.forEach((id, tally) -> scores.put(id, tally.score(rules.growth())));
    double top = scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    double least = rules.least(reading.words());
    List<Double> countries = countries(scores);
    double topCountry = countries.getFirst();
    boolean alone = topCountry >= ALONE * countries.get(1);
    double cross = alone ? Math.min(SINGLED, rules.cross()) : rules.cross();
    List<Scored> scored = new ArrayList<>();
    for (Concept concept : vocabulary.all()) {
      Tally tally = tallies.get(concept.id());
      if (tally != null) {
        double score = scores.getOrDefault(concept.id(), 0.0);
        boolean country = concept.kind().equals("country");
        double rivals =
            country ? Math.max(rules.share() * topCountry, cross * top) : rules.share() * top;
        boolean titled = tally.inTitle() && score >= TITLED * (country ? topCountry : top);
        scored.add(new Scored(concept, tally, score, titled || score >= Math.max(rivals, least)));
      }
    }
    addShared(scored);
    if (rules.family() > 0) {
      addFamilies(scored, least);
    }
    return scored.stream()
        .sorted(Comparator.comparing(Scored::about).thenComparingDouble(Scored::score).reversed())
        .map(Labels::label)
        .toList();
  }

  /// The scores of countries, highest first, with zeros behind.
  private List<Double> countries(Map<String, Double> scores) {
    Stream<Double> found =
        scores.entrySet().stream()
            .filter(each -> isCountry(each.getKey()))
            .map(Map.Entry::getValue);
    return Stream.concat(found, Stream.of(0.0, 0.0)).sorted(Comparator.reverseOrder()).toList();
  }

  private boolean isCountry(String id) {
    Concept concept = vocabulary.get(id);
    return concept != null && concept.kind().equals("country");
  }

  /// A report about most countries of a region is about the region, as strongly as about the
  /// weakest of them. Not so of groupings that are no shape of the map: who writes about three
  /// neighbours of the Arctic need not write about the Arctic.
  private void addShared(List<Scored> scored) {
    Map<String, Scored> countries = new LinkedHashMap<>();
    for (Scored each : scored) {
      if (each.about() && each.concept().kind().equals("country")) {
        countries.put(each.concept().id(), each);
      }
    }
    for (Concept region : countries.size() < SEVERAL ? List.<Concept>of() : vocabulary.all()) {
      if (!region.mapped() && !region.kind().equals("subregion")) {
        continue;
      }
      List<Concept> members = vocabulary.children(region.id());
      List<Scored> about =
          members.stream()
              .map(Concept::id)
              .filter(countries::containsKey)
              .map(countries::get)
              .toList();
      if (about.size() >= SEVERAL && about.size() * 2 > members.size()) {
        raise(scored, region, about);
      }
    }
  }

  private static void raise(List<Scored> scored, Concept region, List<Scored> members) {
    double least = members.stream().mapToDouble(Scored::score).min().orElse(0);
    for (int i = 0; i < scored.size(); i++) {
      if (scored.get(i).concept().equals(region)) {
        Scored own = scored.get(i);
        scored.set(i, new Scored(region, own.tally(), Math.max(own.score(), least), true));
        return;
      }
    }
    scored.add(new Scored(region, together(members), least, true));
  }

  /// Little of each of several subtypes is enough for their main type.
  private void addFamilies(List<Scored> scored, double least) {
    Map<String, List<Scored>> families = new LinkedHashMap<>();
    for (Scored each : scored) {
      String head = each.concept().parents().stream().findFirst().orElse(each.concept().id());
      families.computeIfAbsent(head, id -> new ArrayList<>()).add(each);
    }
    double top = families.values().stream().mapToDouble(Labels::sum).max().orElse(0);
    families.forEach((id, family) -> {
      Concept head = vocabulary.get(id);
      double sum = sum(family);
      boolean enough = sum >= Math.max(rules.family() * least, rules.share() * top);
      if (head != null && enough && family.stream().noneMatch(Scored::about)) {
        scored.removeIf(each -> each.concept().equals(head));
        scored.add(new Scored(head, together(family), sum / rules.family(), true));
      }
    });
  }

  private static Tally together(List<Scored> members) {
    Tally tally = new Tally();
    members.forEach(member -> tally.add(member.tally()));
    return tally;
  }

  private static double sum(List<Scored> family) {
    return family.stream().mapToDouble(Scored::score).sum();
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
    for (String id : finder.namesakes()) {
      Tally tally = tallies.get(id);
      if (tally != null && !tally.hasOtherThan(bare(id))) {
        tallies.remove(id);
      }
    }
    return tallies;
  }

  /// The folded labels of an entry.
  private Set<String> bare(String id) {
    Concept concept = vocabulary.get(id);
    return concept == null
        ? Set.of()
        : concept.labels().values().stream().map(Words::folded).collect(Collectors.toSet());
  }

  private void add(Map<String, Tally> tallies, Reading.Part part, Occurrence occurrence) {
    boolean voice = rules.voices() && Voices.speaks(part.words(), occurrence.to());
    double share = voice ? VOICE : 1;
    List<Word> words = part.words().subList(occurrence.from(), occurrence.to());
    String text = part.text().substring(words.getFirst().start(), words.getLast().end());
    StringBuilder folded = new StringBuilder();
    for (Word word : words) {
      folded.append(folded.isEmpty() ? "" : " ").append(word.folded());
    }
    tallies
        .computeIfAbsent(occurrence.id(), id -> new Tally())
        .add(part, text, folded.toString(), occurrence.strong(), share);
  }
}
