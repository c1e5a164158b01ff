package dossier.search;

import static dossier.search.Sample.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.report.Label.Strength;
import dossier.report.Report;
import dossier.search.Engine.Change;
import dossier.search.Engine.Relative;
import dossier.search.Engine.Suggestion;
import dossier.search.Engine.Suggestion.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Suggestions, spellings, related reports and distinctive words. */
public interface DiscoveryContract extends EngineUnderTest {

  @Test
  default void titlesAreSuggestedByTheBeginningOfAnyOfTheirWords(@TempDir Path folder)
      throws IOException {
    try (Engine engine =
        holding(
            folder,
            report("a").title("Sécurité des frontières").language("fr").dated("2020"),
            report("b").title("The security of dams").dated("2021"),
            report("c").title("Безопасность Қазақстана").language("ru"))) {
      assertEquals(List.of("a", "b"), targets(engine, "SECUR"));
      assertEquals(List.of("b"), targets(engine, "dams secu"));
      assertEquals(List.of("c"), targets(engine, "безоп"));
      assertEquals(List.of("c"), targets(engine, "ҚАЗАҚ"));
      assertEquals(List.of(), targets(engine, "ecurity"));
      for (String nothing : List.of("", "  ", "\"", "*", "\u0000", "x".repeat(5_000))) {
        assertEquals(List.of(), engine.discovery().suggestions(nothing, 5));
      }
      Suggestion marked = engine.discovery().suggestions("secur", 5).getFirst();
      assertEquals("Sécurité des frontières", marked.text());
      assertEquals(List.of(new Hit.Mark(0, 5)), marked.marks());
    }
  }

  @Test
  default void titlesThatBeginAsTypedComeFirstThenTheNewest(@TempDir Path folder)
      throws IOException {
    try (Engine engine =
        holding(
            folder,
            report("old").title("Water in the south").dated("2001"),
            report("new").title("Canals of water").dated("2024"),
            report("newer").title("Border and water").dated("2025"))) {
      assertEquals(List.of("old", "newer", "new"), targets(engine, "wat"));
      assertEquals(List.of("old", "newer"), targets(engine, "wat").subList(0, 2));
      assertEquals(1, engine.discovery().suggestions("wat", 1).size());
    }
  }

  @Test
  default void regionsThreatsAndSeriesAreSuggestedInEveryLanguageWhenReportsCarryThem(
      @TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(
            folder,
            report("a")
                .title("One")
                .region("kazakhstan", Strength.ABOUT)
                .threat("sleeper-cells", Strength.ABOUT)
                .series("Steppe Review", null, "1", "2"),
            report("b").title("Two").region("kazakhstan", Strength.ABOUT),
            report("c").title("Three").region("mali", Strength.MENTIONS))) {
      assertEquals(
          List.of(new Suggestion(Kind.REGION, "kazakhstan", "Казахстан", mark(0, 5), 2)),
          engine.discovery().suggestions("казах", 5));
      assertEquals(
          List.of(new Suggestion(Kind.THREAT, "sleeper-cells", "Sleeper cells", mark(8, 11), 1)),
          engine.discovery().suggestions("cel", 5));
      assertEquals(
          List.of(new Suggestion(Kind.SERIES, "steppe-review", "Steppe Review", mark(7, 10), 1)),
          engine.discovery().suggestions("rev", 5));
      assertEquals(List.of(), engine.discovery().suggestions("mali", 5));
    }
  }

  @Test
  default void phrasesOfSeveralReportsAreSuggestedFromAnyOfTheirWords(@TempDir Path folder)
      throws IOException {
    try (Engine engine = open(folder)) {
      for (Report report :
          List.of(
              report("a").title("Dormant rooms").summary("On smuggling networks of arms.").build(),
              report("b").title("Smuggling networks in ports").summary("Quiet.").build(),
              report("c").title("Smuggling, networks").summary("A lone wolf.").build())) {
        engine.write(List.of(new Change.Put(report)));
        engine.commit(); // in parts of their own
      }
      assertEquals(
          List.of(
              new Suggestion(
                  Kind.PHRASE, "smuggling networks", "smuggling networks", mark(0, 4), 2)),
          phrases(engine, "smug"));
      assertEquals(
          List.of(mark(10, 13)), phrases(engine, "net").stream().map(Suggestion::marks).toList());
      assertEquals(1, phrases(engine, "smuggling ne").size());
      assertEquals(List.of(), phrases(engine, "lone"));
      assertEquals(List.of(), phrases(engine, "networks in"));
      engine.write(List.of(new Change.Drop("b", null)));
      engine.commit();
      assertEquals(Set.of(), Set.copyOf(targets(engine, "ports")));
    }
  }

  @Test
  default void aSpellingIsAWordOfTheArchiveAsItIsWrittenThere(@TempDir Path folder)
      throws IOException {
    try (Engine engine =
        holding(
            folder,
            report("a").says("Sleeper cells in Tajikistan."),
            report("b").says("A sleeper, and l’armée of Tajikistan."),
            report("c").says("Терроризм и граница.").language("ru"))) {
      assertEquals(List.of("sleeper"), engine.discovery().spellings("sleepr", 3));
      assertEquals(List.of("sleeper"), engine.discovery().spellings("SLEPEER", 3));
      assertEquals(List.of("Tajikistan"), engine.discovery().spellings("tajikstan", 3));
      assertEquals(List.of("граница"), engine.discovery().spellings("граныца", 3));
      assertEquals(List.of("Терроризм"), engine.discovery().spellings("тероризм", 3));
      for (String word : List.of("cel", "12345", "zzzzzzzz", "", "a b", "*", "x".repeat(2_000))) {
        assertEquals(List.of(), engine.discovery().spellings(word, 3), word);
      }
    }
  }

  @Test
  default void aCommonWordHasNoOtherSpelling(@TempDir Path folder) throws IOException {
    List<Sample> reports = new ArrayList<>();
    IntStream.range(0, 30).forEach(i -> reports.add(report("r" + i).says("border " + i)));
    IntStream.range(0, 3).forEach(i -> reports.add(report("s" + i).says("boarder " + i)));
    reports.add(report("slip").says("bordre"));
    try (Engine engine = holding(folder, reports.toArray(Sample[]::new))) {
      assertEquals(List.of(), engine.discovery().spellings("boarder", 3));
      assertEquals(List.of("border"), engine.discovery().spellings("bordre", 3));
      assertEquals(List.of(), engine.discovery().spellings("borders", 3), "a form of border");
    }
  }

  @Test
  default void relatedReportsShareWordsOrLabelsAndSayWhich(@TempDir Path folder)
      throws IOException {
    List<Sample> reports = new ArrayList<>();
    IntStream.range(0, 20)
        .forEach(i -> reports.add(report("other" + i).title("Harvest " + i).says("Wheat number")));
    reports.add(cells("a", "Dormant networks in the valley", "en"));
    reports.add(
        report("b")
            .title("Markets")
            .summary("How dormant networks buy flour and fuel.")
            .says("Traders sell flour. Fuel is rationed. Prices double every winter.")
            .region("tajikistan", Strength.ABOUT));
    reports.add(
        report("c")
            .title("Сеть")
            .language("ru")
            .says("Совсем другое.")
            .region("tajikistan", Strength.ABOUT)
            .threat("sleeper-cells", Strength.ABOUT));
    try (Engine engine = holding(folder, reports.toArray(Sample[]::new))) {
      List<Relative> related = engine.discovery().related("a", 5);
      assertEquals(List.of("b", "c"), related.stream().map(r -> r.report().id()).toList());
      List<String> shared = related.getFirst().shared();
      assertTrue(shared.stream().anyMatch("dormant networks"::equalsIgnoreCase), shared.toString());
      assertEquals(
          Set.of("Tajikistan", "Sleeper cells"),
          Set.copyOf(related.getLast().shared()).stream()
              .filter(Set.of("Tajikistan", "Sleeper cells")::contains)
              .collect(Collectors.toSet()));
      assertEquals(List.of(), related.getFirst().report().passages());
      assertEquals(1, engine.discovery().related("a", 1).size());
      assertEquals(List.of(), engine.discovery().related("nobody", 5));
    }
  }

  @Test
  default void anotherVersionOfAReportIsNoRelatedReport(@TempDir Path folder) throws IOException {
    List<Sample> reports = new ArrayList<>();
    IntStream.range(0, 9)
        .forEach(i -> reports.add(report("other" + i).title("Harvest").says("Wheat")));
    String more =
        "Every courier knows one house and one name. Whoever is caught can tell of nobody else, so the"
            + " network closes around the gap within days. Flour is bought in three towns, and the"
            + " sacks change hands at the mill before the market opens on Friday.";
    reports.add(cells("a", "Dormant networks in the valley", "en").says(more));
    reports.add(cells("again", "Dormant networks in the valley", "en").says(more));
    reports.add(cells("b", "Dormant networks in the valley", "en"));
    try (Engine engine = holding(folder, reports.toArray(Sample[]::new))) {
      List<Relative> related = engine.discovery().related("a", 5);
      assertEquals(List.of("b"), related.stream().map(r -> r.report().id()).toList());
      assertEquals(1, engine.discovery().related("b", 5).size());
    }
  }

  private static Sample cells(String id, String title, String language) {
    return report(id)
        .title(title)
        .language(language)
        .summary("Couriers carry messages between safe houses.")
        .says("Couriers wait. Messages travel in flour sacks. Safe houses change weekly.")
        .region("tajikistan", Strength.ABOUT)
        .threat("sleeper-cells", Strength.ABOUT);
  }

  @Test
  default void distinctiveWordsAreFrequentInTheAnswerAndRareElsewhere(@TempDir Path folder)
      throws IOException {
    List<Sample> reports = new ArrayList<>();
    IntStream.range(0, 40)
        .forEach(
            i -> reports.add(report("x" + i).title("Weekly note").says("The government met.")));
    IntStream.range(0, 8)
        .forEach(i ->
            reports.add(
                report("y" + i)
                    .title("Weekly note")
                    .summary("Reservoirs behind the Rogun dam in 2024.")
                    .says("The government met near Rogun. Reservoirs filled.")));
    try (Engine engine = holding(folder, reports.toArray(Sample[]::new))) {
      List<String> words = engine.discovery().described(Question.of("rogun"), 6).distinctive();
      assertTrue(words.stream().anyMatch(word -> word.contains("eservoirs")), words.toString());
      assertFalse(words.contains("Rogun"), words.toString());
      assertFalse(words.contains("government"), words.toString());
      assertTrue(words.stream().noneMatch(word -> word.contains("2024")), words.toString());
      assertEquals(1, engine.discovery().described(Question.of("rogun"), 1).distinctive().size());
      assertEquals(List.of(), engine.discovery().described(Question.of(""), 6).distinctive());
      assertEquals(
          List.of(), engine.discovery().described(Question.of("government"), 6).distinctive());
      assertEquals(
          List.of(), engine.discovery().described(Question.of("nowhere"), 6).distinctive());
    }
  }

  @Test
  default void countingIsAnsweringWithoutLooking(@TempDir Path folder) throws IOException {
    RandomReports chance = new RandomReports(5);
    try (Engine engine = open(folder)) {
      engine.write(chance.reports(80).stream().<Change>map(Change.Put::new).toList());
      engine.commit();
      for (int i = 0; i < 300; i++) {
        Question question = chance.question();
        String seed = "seed 5: " + QuestionUrl.write(question);
        Answer answer = engine.search(question);
        assertEquals(answer.total(), engine.count(question), seed);
        Answer described = engine.discovery().described(question, 5).answer();
        assertEquals(answer.total(), described.total(), seed);
        assertEquals(answer.hits(), described.hits(), seed);
        assertEquals(answer.counts(), described.counts(), seed);
      }
    }
  }

  private static List<String> targets(Engine engine, String typed) throws IOException {
    return engine.discovery().suggestions(typed, 20).stream()
        .filter(suggestion -> suggestion.kind() == Kind.REPORT)
        .map(Suggestion::target)
        .toList();
  }

  private static List<Suggestion> phrases(Engine engine, String typed) throws IOException {
    return engine.discovery().suggestions(typed, 20).stream()
        .filter(suggestion -> suggestion.kind() == Kind.PHRASE)
        .toList();
  }

  private static List<Hit.Mark> mark(int from, int to) {
    return List.of(new Hit.Mark(from, to));
  }
}
