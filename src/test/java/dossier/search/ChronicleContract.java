package dossier.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dossier.report.Label;
import dossier.report.Report;
import dossier.search.Engine.Change;
import dossier.search.Engine.Chronicle;
import dossier.search.Engine.Chronicle.Entry;
import dossier.search.Engine.Chronicle.Stretch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What became of the reports, for copies of them elsewhere. */
public interface ChronicleContract extends EngineUnderTest {

  Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  private static Stretch about(Dimension facet, String value) {
    return new Stretch(Instant.EPOCH, NEVER, facet, value, null);
  }

  private static Stretch since(Instant from) {
    return new Stretch(from, NEVER, null, "", null);
  }

  private static List<String> ids(Engine engine, Stretch stretch) throws IOException {
    return engine.chronicle().entries(stretch, 1_000).entries().stream()
        .map(entry -> entry.mark().id())
        .toList();
  }

  @Test
  default void whatIsCommittedIsDatedByItsCommit(@TempDir Path folder) throws IOException {
    try (Engine engine = open(folder)) {
      engine.write(List.of(new Change.Put(Sample.report("a").build())));
      assertEquals(List.of(), ids(engine, since(Instant.EPOCH)), "not committed");
      Instant asked = Instant.now();
      engine.commit();
      Entry entry = engine.chronicle().entries(since(Instant.EPOCH), 1).entries().getFirst();
      assertFalse(
          entry.mark().changed().plusMillis(1).isBefore(asked),
          "written before " + asked + ", though");
      assertNotNull(entry.report());
      assertEquals(entry, engine.chronicle().entry("a"));
      assertNull(engine.chronicle().entry("b"));
      engine.write(List.of(new Change.Put(Sample.report("b").build())));
      engine.commit();
      assertEquals(entry, engine.chronicle().entry("a"), "a later commit dates nothing anew");
      assertEquals(List.of("a", "b"), ids(engine, since(Instant.EPOCH)));
      engine.write(List.of(new Change.Put(Sample.report("a").title("Other").build())));
      engine.commit();
      assertEquals("Other", engine.chronicle().entry("a").report().title());
      assertEquals(2, ids(engine, since(Instant.EPOCH)).size());
    }
  }

  @Test
  default void aDroppedReportIsRememberedWithWhatItWasAbout(@TempDir Path folder)
      throws IOException {
    try (Engine engine =
        holding(
            folder,
            Sample.report("a")
                .region("kazakhstan", Label.Strength.ABOUT)
                .threat("espionage", Label.Strength.MENTIONS)
                .series("Steppe Review", null, "1", "2"),
            Sample.report("b").region("mali", Label.Strength.ABOUT),
            Sample.report("c").threat("espionage", Label.Strength.ABOUT))) {
      Instant held = engine.chronicle().entry("a").mark().changed();
      engine.write(List.of(new Change.Drop("a", null), new Change.Drop("b", "c")));
      engine.commit();
      assertEquals(List.of("a"), ids(engine, about(Dimension.REGION, "asia")));
      assertEquals(List.of("a"), ids(engine, about(Dimension.REGION, "turkic-states")));
      assertEquals(List.of("a"), ids(engine, about(Dimension.SERIES, "steppe-review")));
      assertEquals(2, ids(engine, about(Dimension.REGION, "")).size());
      assertEquals(List.of("c"), ids(engine, about(Dimension.THREAT, "")));
      assertEquals(List.of("c"), ids(engine, about(Dimension.THREAT, "cyber")));
      Entry gone = engine.chronicle().entry("a");
      assertNull(gone.report());
      assertEquals(List.of("kazakhstan"), gone.labels().get(Dimension.REGION));
      assertEquals(List.of(), gone.labels().get(Dimension.THREAT));
      assertFalse(gone.mark().changed().isBefore(held));
      engine.write(List.of(new Change.Put(Sample.report("a").build())));
      engine.commit();
      assertNotNull(engine.chronicle().entry("a").report());
    }
  }

  @Test
  default void aRevisionDatesOnlyWhatItChanges(@TempDir Path folder) throws Exception {
    try (Engine engine =
        holding(
            folder,
            Sample.report("a").region("mali", Label.Strength.ABOUT),
            Sample.report("b").region("asia", Label.Strength.ABOUT))) {
      Entry a = engine.chronicle().entry("a");
      Entry b = engine.chronicle().entry("b");
      try (Engine.Revision revision = engine.revise()) {
        revision.prepare(
            report ->
                report.id().equals("a")
                    ? report
                    : Sample.report("b").region("niger", Label.Strength.ABOUT).build(),
            Sample.VOCABULARIES,
            2);
        revision.commit("one");
      }
      assertEquals(a, engine.chronicle().entry("a"));
      Entry changed = engine.chronicle().entry("b");
      assertEquals(List.of("niger"), changed.labels().get(Dimension.REGION));
      assertFalse(changed.mark().changed().isBefore(b.mark().changed()));
      assertEquals(List.of("a", "b"), ids(engine, since(Instant.EPOCH)));
    }
  }

  @Test
  default void everyEntryComesOnceWhateverTheSizeOfThePages(@TempDir Path folder)
      throws IOException {
    RandomReports chance = new RandomReports(41);
    try (Engine engine = open(folder)) {
      List<Report> reports = chance.reports(60);
      for (int from = 0; from < 60; from += 20) {
        engine.write(
            reports.subList(from, from + 20).stream().<Change>map(Change.Put::new).toList());
        engine.commit();
      }
      List<String> whole = ids(engine, since(Instant.EPOCH));
      assertEquals(whole.size(), new TreeSet<>(whole).size());
      for (int most : List.of(1, 7, 59, 60, 100)) {
        List<String> walked = new ArrayList<>();
        Stretch next = since(Instant.EPOCH);
        while (next != null) {
          Chronicle.Part part = engine.chronicle().entries(next, most);
          assertEquals(whole.size(), part.total());
          part.entries().forEach(entry -> walked.add(entry.mark().id()));
          next =
              part.entries().isEmpty()
                  ? null
                  : new Stretch(Instant.EPOCH, NEVER, null, "", part.entries().getLast().mark());
        }
        assertEquals(whole, walked, "seed 41, by " + most);
        List<String> ends = engine.chronicle().ends(most).stream().map(Chronicle.Mark::id).toList();
        assertEquals((whole.size() + most - 1) / most, ends.size());
        assertEquals(whole.getLast(), ends.getLast());
        assertEquals(whole.get(Math.min(most, whole.size()) - 1), ends.getFirst());
      }
    }
  }

  @Test
  default void aStretchBeginsAndEndsWhenItSays(@TempDir Path folder) throws IOException {
    try (Engine engine = holding(folder, Sample.report("a"))) {
      Instant changed = engine.chronicle().entry("a").mark().changed();
      assertEquals(List.of("a"), ids(engine, since(changed)));
      assertEquals(List.of(), ids(engine, since(changed.plusMillis(1))));
      assertEquals(List.of(), ids(engine, new Stretch(Instant.EPOCH, changed, null, "", null)));
    }
  }
}
