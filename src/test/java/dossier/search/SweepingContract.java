package dossier.search;

import static dossier.search.Ask.ask;
import static dossier.search.Ask.ids;
import static dossier.search.Ask.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.report.Label;
import dossier.report.Report;
import dossier.search.Engine.Change;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every answer to a question, one by one; and the order of what was added. */
public interface SweepingContract extends EngineUnderTest {

  @Test
  default void everyAnswerIsHandedOutInTheOrderOfThePages(@TempDir Path folder) throws IOException {
    RandomReports chance = new RandomReports(23);
    try (Engine engine = open(folder)) {
      engine.write(chance.reports(90).stream().<Change>map(Change.Put::new).toList());
      engine.commit();
      for (int i = 0; i < 60; i++) {
        for (Question.Sort sort : Question.Sort.values()) {
          Question question = ask(chance.clause(2)).with(sort);
          List<String> paged = ids(engine.search(question));
          assertEquals(paged, swept(engine, question.page(7, 3)), "seed 23: " + question);
        }
      }
    }
  }

  @Test
  default void filtersHoldForWhatIsHandedOut(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(
            folder,
            Sample.report("a").says("Quiet border.").region("mali", Label.Strength.ABOUT),
            Sample.report("b").says("Quiet border.").dated("2020"),
            Sample.report("c").says("Loud."))) {
      Question border = ask(word("border"));
      Selection mali = new Selection(List.of("mali"), List.of());
      assertEquals(List.of("a"), swept(engine, border.with(Dimension.REGION, mali)));
      Span since = new Span("2019", null);
      assertEquals(List.of("b"), swept(engine, border.with(since, Question.Undated.DEFAULT)));
    }
  }

  @Test
  default void whatIsCommittedMeanwhileChangesNothing(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(folder, Sample.report("a").says("One."), Sample.report("b").says("Two."))) {
      Question all = ask(new Clause.Everything()).with(Question.Sort.OLDEST);
      List<String> seen = new ArrayList<>();
      Engine.Holdings before = engine.holdings();
      Engine.Holdings swept =
          engine.each(
              all,
              report -> {
                seen.add(report.id());
                engine.write(
                    List.of(
                        new Change.Put(Sample.report("c" + seen.size()).says("Three.").build()),
                        new Change.Drop("b", null)));
                engine.commit();
              });
      assertEquals(List.of("a", "b"), seen);
      assertEquals(before, swept);
      assertTrue(engine.holdings().generation() > swept.generation() + 1, "two commits more");
      assertEquals(List.of("a", "c1", "c2"), swept(engine, all));
    }
  }

  @Test
  default void whatTheTakerThrowsComesOut(@TempDir Path folder) throws IOException {
    try (Engine engine = holding(folder, Sample.report("a").says("One."))) {
      IOException gone = new IOException("the reader went away");
      assertEquals(
          gone,
          assertThrows(
              IOException.class,
              () ->
                  engine.each(
                      Question.of(""),
                      report -> {
                        throw gone;
                      })));
    }
  }

  @Test
  default void whatWasAddedLastComesFirst(@TempDir Path folder) throws IOException {
    try (Engine engine = open(folder)) {
      engine.write(
          List.of(
              added("b", "2026-02-01T00:00:00.001Z"),
              added("a", "2026-02-01T00:00:00Z"),
              added("d", "1969-02-01T00:00:00Z"),
              added("c2", "2026-03-01T00:00:00Z"),
              added("c1", "2026-03-01T00:00:00Z")));
      engine.commit();
      Question question = Question.of("").with(Question.Sort.ADDED);
      assertEquals(List.of("c1", "c2", "b", "a", "d"), ids(engine.search(question)));
      assertEquals(List.of("c1", "c2", "b", "a", "d"), swept(engine, question));
    }
  }

  private static Change added(String id, String when) {
    return new Change.Put(Sample.report(id).added(Instant.parse(when)).build());
  }

  private static List<String> swept(Engine engine, Question question) throws IOException {
    List<Report> taken = new ArrayList<>();
    engine.each(question, taken::add);
    taken.forEach(report -> assertEquals(List.of(), report.passages()));
    return taken.stream().map(Report::id).toList();
  }
}
