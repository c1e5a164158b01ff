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
