package dossier.search;

import static dossier.search.Ask.ask;
import static dossier.search.Ask.ids;
import static dossier.search.Ask.word;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dossier.report.Report;
import dossier.search.Engine.Change;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which order hits come, page by page, and that no question fails. */
public interface PagingContract extends EngineUnderTest {

  @Test
  default void byDateUndatedReportsComeLastEitherWay(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(
            folder,
            Sample.report("u2"),
            Sample.report("b").dated("2021-06-01"),
            Sample.report("u1"),
            Sample.report("c").dated("2023"),
            Sample.report("a2").dated("1969-02-03"),
            Sample.report("a1").dated("1969-02-03"))) {
      Question everything = ask(new Clause.Everything());
      assertEquals(
          List.of("c", "b", "a1", "a2", "u1", "u2"),
          ids(engine.search(everything.with(Question.Sort.NEWEST))));
      assertEquals(
          List.of("a1", "a2", "b", "c", "u1", "u2"),
          ids(engine.search(everything.with(Question.Sort.OLDEST))));
    }
  }

  @Test
  default void pagesHoldEveryReportOnce(@TempDir Path folder) throws IOException {
    RandomReports chance = new RandomReports(11);
    List<Report> reports = chance.reports(150);
    try (Engine engine = open(folder)) {
      for (List<Report> part : List.of(reports.subList(0, 80), reports.subList(80, 150))) {
        engine.write(part.stream().<Change>map(Change.Put::new).toList());
        engine.commit();
      }
      for (Question.Sort sort : Question.Sort.values()) {
        Question question = ask(new Clause.Everything()).with(sort);
        List<String> seen = new ArrayList<>();
        for (int page = 1; page <= 22; page++) {
          seen.addAll(ids(engine.search(question.page(page, 7))));
        }
        assertEquals(
            reports.stream().map(Report::id).sorted().toList(), seen.stream().sorted().toList());
        assertEquals(seen.subList(0, 100), ids(engine.search(question.page(1, 100))));
        Answer beyond = engine.search(question.page(Question.MAX_PAGE, 100));
        assertEquals(List.of(), beyond.hits());
        assertEquals(150, beyond.total());
      }
    }
  }

  @Test
  default void someOfTheWordsFindWhatHasEnoughOfThemAllOfThemFirst(@TempDir Path folder)
      throws IOException {
    long seed = 5;
    RandomReports chance = new RandomReports(seed);
    List<Report> reports = chance.reports(200);
    try (Engine engine = open(folder)) {
      engine.write(reports.stream().<Change>map(Change.Put::new).toList());
      engine.commit();
      List<Clause> words = RandomReports.WORDS.stream().map(Ask::word).toList();
      for (int least = 1; least <= words.size(); least++) {
        Answer answer = engine.search(ask(new Clause.Some(words, least)));
        int enough = least;
        assertEquals(
            reports.stream().filter(report -> words(report) >= enough).count(),
            answer.total(),
            "seed " + seed);
        List<Boolean> all =
            answer.hits().stream().map(hit -> words(whole(reports, hit)) == words.size()).toList();
        assertEquals(all.stream().sorted(Comparator.reverseOrder()).toList(), all, "seed " + seed);
      }
    }
  }

  private static Report whole(List<Report> reports, Hit hit) {
    return reports.stream()
        .filter(report -> report.id().equals(hit.report().id()))
        .findFirst()
        .orElseThrow();
  }

  private static long words(Report report) {
    return RandomReports.WORDS.stream()
        .filter(word -> report.title().contains(word) || report.body().text().contains(word))
        .count();
  }

  @Test
  default void aSeriesDoesNotCrowdAPage(@TempDir Path folder) throws IOException {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String words = "Water ".repeat(i < 20 ? 12 : 1);
      Sample report = Sample.report("r" + i).title("Note " + i).says(words + "and other words.");
      changes.add(
          new Change.Put((i < 20 ? report.series("Monitor", null, "1", "" + i) : report).build()));
    }
    try (Engine engine = open(folder)) {
      engine.write(changes);
      engine.commit();
      Question question = ask(word("water"));
      List<String> first = ids(engine.search(question.page(1, 10)));
      assertEquals(3, first.stream().filter(PagingContract::isOfSeries).count());
      assertEquals(
          List.of(true, true, true),
          first.stream().limit(3).map(PagingContract::isOfSeries).toList());
      Question chosen =
          question.with(Dimension.SERIES, new Selection(List.of("monitor"), List.of()));
      assertEquals(10, engine.search(chosen.page(1, 10)).hits().size());
      assertEquals(30, ids(engine.search(question)).stream().distinct().count());
    }
  }

  private static boolean isOfSeries(String id) {
    return Integer.parseInt(id.substring(1)) < 20;
  }

  @Test
  default void wordsNearEachOtherComeFirst(@TempDir Path folder) throws IOException {
    String filler = "other things were said at length about harvests and prices of wheat ";
    try (Engine engine =
        holding(
            folder,
            Sample.report("a").says("Border " + filler + filler + "patrol."),
            Sample.report("b").says(filler + filler + "Border patrol."),
            Sample.report("c").says("Patrol " + filler + filler + "border."))) {
      assertEquals(
          "b", ids(engine.search(ask(Ask.all(word("border"), word("patrol"))))).getFirst());
    }
  }

  @Test
  default void pagesOfWordsHoldEveryReportOnce(@TempDir Path folder) throws IOException {
    RandomReports chance = new RandomReports(17);
    List<Report> reports = chance.reports(400);
    try (Engine engine = open(folder)) {
      engine.write(reports.stream().<Change>map(Change.Put::new).toList());
      engine.commit();
      Question question = ask(Ask.any(word("alpha"), word("bravo")));
      long total = engine.search(question).total();
      for (int size : List.of(7, 30, 99, 100)) {
        List<String> seen = new ArrayList<>();
        for (int page = 1; seen.size() < total; page++) {
          List<String> ids = ids(engine.search(question.page(page, size)));
          assertEquals(Math.min(size, total - seen.size()), ids.size(), "size " + size);
          seen.addAll(ids);
        }
        assertEquals(total, seen.stream().distinct().count(), "size " + size);
        assertEquals(seen.subList(0, 100), ids(engine.search(question.page(1, 100))));
      }
    }
  }

  @Test
  default void noClauseFails(@TempDir Path folder) throws IOException {
    long seed = 99;
    RandomReports chance = new RandomReports(seed);
    try (Engine engine = open(folder)) {
      engine.write(chance.reports(60).stream().<Change>map(Change.Put::new).toList());
      engine.commit();
      for (int i = 0; i < 1_500; i++) {
        Clause clause = chance.clause(4);
        try {
          Answer answer = engine.search(ask(clause).page(1, 5));
          assertEquals(Math.min(5, answer.total()), answer.hits().size());
          engine.marks("r" + i % 60, new Query("", clause, List.of()));
        } catch (RuntimeException e) {
          throw new AssertionError("seed " + seed + ": " + clause, e);
        }
      }
    }
  }

  @Test
  default void manyWordsAreAnswered(@TempDir Path folder) throws IOException {
    String text = "word ".repeat(300).strip();
    try (Engine engine = holding(folder, Sample.report("a").says(text))) {
      List<Clause> words =
          Arrays.stream(text.split(" "))
              .map(Ask::word)
              .collect(Collectors.toCollection(ArrayList::new));
      assertEquals(1, engine.search(ask(new Clause.And(words))).total());
      for (int i = 0; i < 256; i++) {
        words.add(word("part-of-" + i));
      }
      assertEquals(1, engine.search(ask(new Clause.Or(words))).total());
    }
  }
}
