package dossier.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dossier.report.Label.Strength;
import dossier.report.Published.Precision;
import dossier.report.Report;
import dossier.search.Engine.Change;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an engine counts: exactly, and as the reader would by looking at every report. */
public interface CountingContract extends EngineUnderTest {

  @Test
  default void everyCountIsWhatLookingAtEveryReportGives(@TempDir Path folder) throws IOException {
    long seed = 20_261_123;
    RandomReports chance = new RandomReports(seed);
    List<Report> reports = chance.reports(400);
    try (Engine engine = open(folder)) {
      fill(engine, chance, reports);
      for (int i = 0; i < 400; i++) {
        Question question = chance.question();
        assertSame(
            new BruteForce(reports, question),
            engine.search(question),
            "seed " + seed + ": " + question);
      }
    }
  }

  @Test
  default void aCountIsTheTotalAfterTheClick(@TempDir Path folder) throws IOException {
    long seed = 7;
    RandomReports chance = new RandomReports(seed);
    List<Report> reports = chance.reports(200);
    try (Engine engine = open(folder)) {
      fill(engine, chance, reports);
      for (int i = 0; i < 40; i++) {
        Dimension dimension = chance.pick(List.of(Dimension.values()));
        Question question = chance.question().with(dimension, Selection.NOTHING);
        for (Answer.Count count : engine.search(question).counts().get(dimension)) {
          Question clicked =
              question.with(dimension, new Selection(List.of(count.id()), List.of()));
          assertEquals(
              count.reports(), engine.search(clicked).total(), "seed " + seed + ": " + clicked);
        }
      }
    }
  }

  @Test
  default void reportsOverTimeAreWhatLookingAtEveryReportGives(@TempDir Path folder)
      throws IOException {
    long seed = 1_914;
    RandomReports chance = new RandomReports(seed);
    List<Report> reports = chance.reports(300);
    try (Engine engine = open(folder)) {
      fill(engine, chance, reports);
      for (int i = 0; i < 100; i++) {
        Question question = chance.question();
        Dimension dimension = chance.pick(List.of(Dimension.values()));
        Engine.Period period = chance.pick(List.of(Engine.Period.values()));
        BruteForce expected = new BruteForce(reports, question);
        Engine.Trend trend = engine.trend(question, dimension, period);
        String message = "seed " + seed + ": " + dimension + " by " + period + " of " + question;
        assertEquals(expected.trend(dimension, null, period), trend.totals(), message);
        Map<String, Map<String, Long>> lines = new TreeMap<>();
        trend.lines().forEach(line -> lines.put(line.id(), line.counts()));
        Map<String, Map<String, Long>> wanted = new TreeMap<>();
        for (String value : expected.carried(dimension)) {
          wanted.put(value, expected.trend(dimension, value, period));
        }
        wanted.values().removeIf(Map::isEmpty);
        assertEquals(wanted, lines, message);
      }
    }
  }

  @Test
  default void theLinesOfATrendCarryTheNamesOfSeriesAndBeginWithTheLongest(@TempDir Path folder)
      throws IOException {
    try (Engine engine =
        holding(
            folder,
            Sample.report("a").series("Обзор «Восток»", null, "1", "1").dated("2024-05"),
            Sample.report("b").series("Обзор «Восток»", null, "1", "2").dated("2024-05-31"),
            Sample.report("c").series("Alone", null, "1", "2").dated("2023"),
            Sample.report("d").series("Alone", null, "1", "2"))) {
      Engine.Trend trend = engine.trend(Question.of(""), Dimension.SERIES, Engine.Period.YEAR);
      assertEquals(Map.of("2023", 1L, "2024", 2L), trend.totals());
      assertEquals(
          List.of("Обзор «Восток» 2 {2024=2}", "Alone 1 {2023=1}"),
          trend.lines().stream()
              .map(line -> line.name() + " " + line.reports() + " " + line.counts())
              .toList());
      assertEquals(true, trend.whole());
    }
  }

  @Test
  default void whatIsAboveCountsAReportOnceAndTheScopeSaysWhetherMentionsCount(@TempDir Path folder)
      throws IOException {
    try (Engine engine =
        holding(
            folder,
            Sample.report("a")
                .region("kazakhstan", Strength.ABOUT)
                .region("uzbekistan", Strength.ABOUT),
            Sample.report("b")
                .region("central-asia", Strength.ABOUT)
                .region("kazakhstan", Strength.MENTIONS))) {
      Question about = Question.of("");
      Question mentions = about.with(Question.Scope.MENTIONS);
      assertEquals(
          Map.of(
              "asia",
              2L,
              "central-asia",
              2L,
              "turkic-states",
              1L,
              "kazakhstan",
              1L,
              "uzbekistan",
              1L),
          regions(engine.search(about)));
      assertEquals(
          Map.of(
              "asia",
              2L,
              "central-asia",
              2L,
              "turkic-states",
              2L,
              "kazakhstan",
              2L,
              "uzbekistan",
              1L),
          regions(engine.search(mentions)));
    }
  }

  private static Map<String, Long> regions(Answer answer) {
    Map<String, Long> counts = new TreeMap<>();
    answer
        .counts()
        .getOrDefault(Dimension.REGION, List.of())
        .forEach(count -> counts.put(count.id(), count.reports()));
    return counts;
  }

  @Test
  default void aSeriesIsCountedUnderItsNameAsPrinted(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(
            folder,
            Sample.report("a").series("Обзор «Восток»", null, "1", "1"),
            Sample.report("b").series("Обзор «Восток»", null, "1", "2"))) {
      assertEquals(
          List.of(new Answer.Count("obzor-vostok", "Обзор «Восток»", 2)),
          engine.search(Question.of("")).counts().get(Dimension.SERIES));
    }
  }

  /** Puts the reports in several commits, some twice and some dropped in between. */
  private static void fill(Engine engine, RandomReports chance, List<Report> reports)
      throws IOException {
    List<Change> changes = new ArrayList<>();
    for (Report report : reports) {
      if (chance.random.nextInt(4) == 0) {
        changes.add(new Change.Put(chance.report(report.id())));
      }
      if (chance.random.nextInt(8) == 0) {
        changes.add(new Change.Drop(report.id(), null));
      }
      changes.add(
          new Change.Note(Sample.entry(report.id(), LedgerEntry.Outcome.INDEXED, report.id())));
      changes.add(new Change.Put(report));
      if (chance.random.nextInt(50) == 0) {
        engine.write(changes);
        engine.commit();
        changes.clear();
      }
    }
    engine.write(changes);
    engine.commit();
  }

  private static void assertSame(BruteForce expected, Answer answer, String message) {
    List<Report> found = expected.found();
    assertEquals(found.size(), answer.total(), message);
    assertEquals(Math.min(10, found.size()), answer.hits().size(), message);
    List<String> ids = found.stream().map(Report::id).toList();
    assertEquals(true, new HashSet<>(ids).containsAll(Ask.ids(answer)), message);
    for (Dimension dimension : Dimension.values()) {
      Map<String, Long> counts = new TreeMap<>();
      answer.counts().get(dimension).forEach(count -> counts.put(count.id(), count.reports()));
      assertEquals(expected.counts(dimension), counts, dimension + " of " + message);
    }
    assertEquals(
        expected.dates(date -> date == null ? null : date.iso().substring(0, 4)),
        answer.years(),
        message);
    assertEquals(
        expected.dates(date ->
            date == null || date.precision() == Precision.YEAR ? null : date.iso().substring(0, 7)),
        answer.months(),
        message);
    long undated = expected.dates(date -> date == null ? "" : null).getOrDefault("", 0L);
    assertEquals(undated, answer.undated(), message);
  }
}
