package dossier.search;

import static dossier.report.Label.Strength.ABOUT;
import static dossier.search.Ask.ask;
import static dossier.search.Ask.ids;
import static dossier.search.Ask.word;
import static dossier.search.Sample.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dossier.report.Report;
import dossier.search.Engine.Change;
import dossier.search.Engine.Lookup;
import dossier.search.LedgerEntry.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an engine replaces all reports by other versions of themselves. */
public interface RevisingContract extends EngineUnderTest {

  @Test
  default void aRevisionShowsWhenItIsCommittedAndNotBefore(@TempDir Path folder) throws Exception {
    try (Engine engine = holding(folder, report("a").says("Old."), report("b").says("Old."))) {
      LedgerEntry entry = Sample.entry("a.txt", Outcome.INDEXED, "a");
      engine.write(List.of(new Change.Note(entry), new Change.Drop("gone", "a")));
      engine.commit();
      Set<String> seen = new ConcurrentSkipListSet<>();
      try (Engine.Revision revision = engine.revise()) {
        assertEquals(2, revision.total());
        revision.prepare(
            report -> {
              seen.add(report.id());
              return revised(report);
            },
            Sample.VOCABULARIES,
            2);
        engine.commit();
        assertEquals("", engine.edition());
        assertEquals(2, engine.search(ask(word("old"))).total());
        revision.commit("second");
      }
      assertEquals(Set.of("a", "b"), seen);
      assertEquals(0, engine.search(ask(word("old"))).total());
      assertEquals(Set.of("a", "b"), new TreeSet<>(ids(engine.search(ask(word("revised"))))));
      assertEquals("second", engine.edition());
      assertEquals(2, engine.holdings().reports());
      assertEquals(List.of(entry), engine.ledger().all());
      assertEquals(new Lookup.Moved("a"), engine.lookup("gone"));
    }
    try (Engine engine = open(folder)) {
      assertEquals(2, engine.search(ask(word("revised"))).total());
      assertEquals("second", engine.edition());
    }
  }

  @Test
  default void whatIsWrittenDuringARevisionIsRevisedToo(@TempDir Path folder) throws Exception {
    try (Engine engine =
        holding(
            folder,
            report("kept").says("Old."),
            report("changed").says("Old."),
            report("dropped").says("Old."))) {
      engine.write(List.of(new Change.Put(report("waiting").says("Old.").build())));
      try (Engine.Revision revision = engine.revise()) {
        engine.write(List.of(new Change.Put(report("early").says("Old.").build())));
        revision.prepare(RevisingContract::revised, Sample.VOCABULARIES, 1);
        engine.write(
            List.of(
                new Change.Put(report("changed").title("Later").says("Old.").build()),
                new Change.Drop("dropped", null)));
        engine.commit();
        engine.write(List.of(new Change.Put(report("late").says("Old.").build())));
        assertEquals(0, engine.search(ask(word("revised"))).total());
        revision.commit("second");
      }
      assertEquals(0, engine.search(ask(word("old"))).total());
      assertEquals(
          Set.of("changed", "early", "kept", "late", "waiting"),
          new TreeSet<>(ids(engine.search(ask(word("revised"))))));
      Lookup.Held changed = assertInstanceOf(Lookup.Held.class, engine.lookup("changed"));
      assertEquals("Later, revised", changed.report().title());
      assertInstanceOf(Lookup.Gone.class, engine.lookup("dropped"));
      assertEquals(5, engine.holdings().reports());
    }
  }

  @Test
  default void aRevisionThatIsNotCommittedLeavesNothing(@TempDir Path folder) throws Exception {
    try (Engine engine = holding(folder, report("a").says("Old."))) {
      try (Engine.Revision revision = engine.revise()) {
        revision.prepare(RevisingContract::revised, Sample.VOCABULARIES, 1);
        assertThrows(IllegalStateException.class, engine::revise);
      }
      engine.write(List.of(new Change.Put(report("b").says("Old.").build())));
      engine.commit();
      assertEquals(2, engine.search(ask(word("old"))).total());
      assertEquals("", engine.edition());
      try (Engine.Revision next = engine.revise()) {
        next.prepare(RevisingContract::revised, Sample.VOCABULARIES, 1);
        next.commit("third");
      }
      assertEquals(2, engine.search(ask(word("revised"))).total());
      assertEquals("third", engine.edition());
    }
  }

  @Test
  default void anEmptyEngineCanBeRevised(@TempDir Path folder) throws Exception {
    try (Engine engine = open(folder)) {
      try (Engine.Revision revision = engine.revise()) {
        assertEquals(0, revision.total());
        revision.prepare(RevisingContract::revised, Sample.VOCABULARIES, 1);
        revision.commit("first");
      }
      assertEquals("first", engine.edition());
      assertEquals(0, engine.holdings().reports());
    }
  }

  private static Report revised(Report report) {
    return Sample.report(report.id())
        .title(report.title() + ", revised")
        .region("kazakhstan", ABOUT)
        .says("New words.")
        .build();
  }
}
