package dossier.search;

import static dossier.report.Label.Strength.ABOUT;
import static dossier.report.Label.Strength.MENTIONS;
import static dossier.search.Ask.all;
import static dossier.search.Ask.any;
import static dossier.search.Ask.ask;
import static dossier.search.Ask.ids;
import static dossier.search.Ask.word;
import static dossier.search.Sample.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.archive.Location;
import dossier.report.Report;
import dossier.search.Engine.Change;
import dossier.search.Engine.Lookup;
import dossier.search.LedgerEntry.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an engine keeps reports and the ledger: commits, replacing, dropping. */
public interface KeepingContract extends EngineUnderTest {

  @Test
  default void anEmptyEngineAnswers(@TempDir Path folder) throws IOException {
    try (Engine engine = open(folder)) {
      Answer answer = engine.search(ask(word("anything")));
      assertEquals(0, answer.total());
      assertEquals(List.of(), answer.hits());
      assertInstanceOf(Lookup.Unknown.class, engine.lookup("none"));
      assertEquals(0, engine.holdings().reports());
      assertNull(engine.holdings().committed());
      assertEquals(List.of(), engine.ledger().all());
    }
  }

  @Test
  default void aReportComesBackAsItWasPut(@TempDir Path folder) throws IOException {
    Report put =
        report("whole")
            .title("Über die Lage")
            .summary("A summary.")
            .series("Geopolitical Report", "2785-2598", "42", "13")
            .dated("2024-05")
            .author("Unit A")
            .region("kazakhstan", ABOUT)
            .threat("cyber", MENTIONS)
            .passage(dossier.text.Passage.Kind.HEADING, 1, "Heading")
            .says("One.", "Two.")
            .build();
    try (Engine engine = open(folder)) {
      engine.write(List.of(new Change.Put(put)));
      engine.commit();
      Lookup.Held held = assertInstanceOf(Lookup.Held.class, engine.lookup("whole"));
      assertEquals(put, held.report());
      assertEquals(List.of(put.location()), held.places());
      Report hit = engine.search(ask(word("lage"))).hits().getFirst().report();
      assertEquals(List.of(), hit.passages());
      assertEquals(put.regions(), hit.regions());
      assertEquals(put.published(), hit.published());
    }
  }

  @Test
  default void nothingShowsBeforeTheCommit(@TempDir Path folder) throws IOException {
    try (Engine engine = open(folder)) {
      engine.write(
          List.of(
              new Change.Put(report("new").says("Fresh words.").build()),
              new Change.Note(Sample.entry("new.txt", Outcome.INDEXED, "new"))));
      assertEquals(0, engine.search(ask(word("fresh"))).total());
      assertInstanceOf(Lookup.Unknown.class, engine.lookup("new"));
      assertEquals(List.of(), engine.ledger().all());
      engine.commit();
      assertEquals(1, engine.search(ask(word("fresh"))).total());
      assertInstanceOf(Lookup.Held.class, engine.lookup("new"));
      assertEquals(1, engine.ledger().all().size());
      assertNotNull(engine.holdings().committed());
    }
  }

  @Test
  default void whatWasNotCommittedIsGoneWhenOpenedAgain(@TempDir Path folder) throws IOException {
    try (Engine engine = holding(folder, report("kept").says("Kept words."))) {
      engine.write(
          List.of(
              new Change.Put(report("lost").says("Lost words.").build()),
              new Change.Drop("kept", null),
              new Change.Note(Sample.entry("lost.txt", Outcome.INDEXED, "lost"))));
    }
    try (Engine engine = open(folder)) {
      assertEquals(List.of("kept"), ids(engine.search(ask(word("words")))));
      assertInstanceOf(Lookup.Unknown.class, engine.lookup("lost"));
      assertEquals(List.of(), engine.ledger().all());
    }
  }

  @Test
  default void whatWasCommittedIsThereWhenOpenedAgain(@TempDir Path folder) throws IOException {
    try (Engine engine = holding(folder, report("a").says("Words."), report("b").says("Words."))) {
      engine.write(List.of(new Change.Drop("b", null)));
      engine.write(List.of(new Change.Note(Sample.entry("a.txt", Outcome.INDEXED, "a"))));
      engine.commit();
    }
    try (Engine engine = open(folder)) {
      assertEquals(List.of("a"), ids(engine.search(ask(word("words")))));
      assertInstanceOf(Lookup.Gone.class, engine.lookup("b"));
      assertEquals(1, engine.ledger().all().size());
      assertEquals(1, engine.holdings().reports());
      assertNotNull(engine.holdings().committed());
    }
  }

  @Test
  default void aLaterPutReplacesAnEarlierOne(@TempDir Path folder) throws IOException {
    try (Engine engine = holding(folder, report("one").says("Earlier."))) {
      engine.write(
          List.of(
              new Change.Put(report("one").says("Between.").build()),
              new Change.Put(report("one").says("Later.").build())));
      engine.commit();
      assertEquals(0, engine.search(ask(any(word("earlier"), word("between")))).total());
      assertEquals(List.of("one"), ids(engine.search(ask(word("later")))));
      assertEquals(1, engine.holdings().reports());
    }
  }

  /** A page may ask while the report leaves: whether it is there was asked before. */
  @Test
  default void ofADroppedReportNothingIsSaid(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(folder, report("old").says("Text."), report("new").says("Text."))) {
      engine.write(List.of(new Change.Drop("old", "new"), new Change.Drop("new", null)));
      engine.commit();
      for (String id : List.of("old", "new", "none")) {
        assertEquals(List.of(), engine.marks(id, new Query("text", word("text"), List.of())));
        assertEquals(List.of(), engine.why(id, ask(word("text"))).parts());
        assertEquals(List.of(), engine.versions(id));
        assertEquals(List.of(), engine.discovery().related(id, 5));
      }
    }
  }

  @Test
  default void aDroppedReportIsGoneOrMovedUntilItIsPutAgain(@TempDir Path folder)
      throws IOException {
    try (Engine engine =
        holding(folder, report("old").says("Text."), report("new").says("Text."))) {
      engine.write(List.of(new Change.Drop("old", "new")));
      engine.commit();
      assertEquals(new Lookup.Moved("new"), engine.lookup("old"));
      assertEquals(List.of("new"), ids(engine.search(ask(word("text")))));
      engine.write(List.of(new Change.Drop("new", null)));
      engine.commit();
      assertInstanceOf(Lookup.Gone.class, engine.lookup("new"));
      assertEquals(0, engine.search(ask(new Clause.Everything())).total());
      engine.write(List.of(new Change.Put(report("old").says("Text.").build())));
      engine.commit();
      assertInstanceOf(Lookup.Held.class, engine.lookup("old"));
    }
  }

  @Test
  default void theLedgerKeepsTheLastEntryOfALocation(@TempDir Path folder) throws IOException {
    try (Engine engine = open(folder)) {
      engine.write(
          List.of(
              new Change.Note(Sample.entry("b.pdf", Outcome.REFUSED, null)),
              new Change.Note(Sample.entry("c.zip!/x.txt", Outcome.INDEXED, "x")),
              new Change.Note(Sample.entry("a.pdf", Outcome.REFUSED, null)),
              new Change.Note(Sample.entry("Отчёт 7.pdf", Outcome.SKIPPED, null)),
              new Change.Note(Sample.entry("gone.pdf", Outcome.SKIPPED, null))));
      engine.write(
          List.of(
              new Change.Note(Sample.entry("b.pdf", Outcome.INDEXED, "b")),
              new Change.Forget(new Location("gone.pdf"))));
      engine.commit();
      List<LedgerEntry> all = engine.ledger().all();
      assertEquals(
          List.of("a.pdf", "b.pdf", "c.zip!/x.txt", "Отчёт 7.pdf"),
          all.stream().map(entry -> entry.location().path()).toList());
      assertEquals(Sample.entry("b.pdf", Outcome.INDEXED, "b"), all.get(1));
      assertEquals(
          List.of(Sample.entry("a.pdf", Outcome.REFUSED, null)),
          engine.ledger().of(Outcome.REFUSED, Outcome.CONTAINER));
      assertEquals(all.get(1), engine.ledger().at(new Location("b.pdf")));
      assertNull(engine.ledger().at(new Location("gone.pdf")));
      assertEquals(List.of(all.get(2)), engine.ledger().inside(new Location("c.zip")));
      assertEquals(List.of(), engine.ledger().inside(new Location("c")));
      Map<Outcome, Long> counts = engine.ledger().counts();
      assertEquals(2, counts.get(Outcome.INDEXED));
      assertEquals(1, counts.get(Outcome.REFUSED));
      assertEquals(4, counts.values().stream().mapToLong(Long::longValue).sum());
    }
  }

  @Test
  default void aReportKnowsEveryPlaceOfItsContent(@TempDir Path folder) throws IOException {
    Report report = report("one").says("Text.").build();
    try (Engine engine = open(folder)) {
      engine.write(
          List.of(
              new Change.Put(report),
              new Change.Note(Sample.entry("z/copy.txt", Outcome.DUPLICATE, "one")),
              new Change.Note(Sample.entry(report.location().path(), Outcome.INDEXED, "one")),
              new Change.Note(Sample.entry("b.zip!/copy.txt", Outcome.DUPLICATE, "one")),
              new Change.Note(Sample.entry("other.txt", Outcome.INDEXED, "two"))));
      engine.commit();
      Lookup.Held held = assertInstanceOf(Lookup.Held.class, engine.lookup("one"));
      assertEquals(
          List.of(report.location(), new Location("b.zip!/copy.txt"), new Location("z/copy.txt")),
          held.places());
    }
  }

  @Test
  default void holdingsSayWhatIsHeld(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(
            folder,
            report("a").series("First", null, "1", "1").dated("2019"),
            report("b").series("Second", null, "1", "1").language("ru").dated("2023-04-05"),
            report("c").series("Second", null, "1", "2"))) {
      Engine.Holdings holdings = engine.holdings();
      assertEquals(3, holdings.reports());
      assertEquals(2, holdings.series());
      assertEquals(2, holdings.languages());
      assertEquals(2019, holdings.firstYear());
      assertEquals(2023, holdings.lastYear());
      assertTrue(holdings.bytesOnDisk() > 0);
    }
  }

  @Test
  default void noCommitSplitsAWrite(@TempDir Path folder) throws Exception {
    try (Engine engine = open(folder);
        ExecutorService threads = Executors.newFixedThreadPool(3)) {
      List<Future<?>> writing = new ArrayList<>();
      for (int thread = 0; thread < 3; thread++) {
        String name = "t" + thread;
        writing.add(threads.submit(() -> writePairs(engine, name)));
      }
      boolean done = false;
      while (!done) {
        done = writing.stream().allMatch(Future::isDone);
        engine.commit();
        assertEquals(engine.holdings().reports(), engine.ledger().all().size());
      }
      for (Future<?> each : writing) {
        each.get();
      }
      assertEquals(120, engine.holdings().reports());
    }
  }

  private static @Nullable Void writePairs(Engine engine, String name) throws IOException {
    for (int i = 0; i < 40; i++) {
      String id = name + "-" + i;
      engine.write(
          List.of(
              new Change.Put(report(id).says("Words.").build()),
              new Change.Note(Sample.entry(id, Outcome.INDEXED, id))));
    }
    return null;
  }
}
