package dossier.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.archive.Archive;
import dossier.archive.Location;
import dossier.search.Engine;
import dossier.search.LedgerEntry;
import dossier.search.LedgerEntry.Outcome;
import dossier.text.Reason;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read again although it did not change: after an upgrade, and when someone asks. */
class RetryTest extends IngestCase {

  @Test
  void anUpgradeOfOneFamilyReadsOnlyThatFamilyAgain() throws Exception {
    write("a.txt", "Alpha note\n\nWords.");
    write("b.html", "<title>Beta</title><p>Words of the web.");
    write("broken.html.pdf", "%PDF-1.4 and then nothing of the kind");
    zip("all.zip", "x.txt", "Xi note\n\nWords.", "y.html", "<p>Ypsilon, of the web.");
    zip("texts.zip", "z.txt", "Zeta note\n\nWords.");
    run();
    List<LedgerEntry> before = engine.ledger().all();
    Instant added = held(id("all.zip!/y.html")).report().added();

    Upgraded upgraded = new Upgraded(workers, "text/html");
    ingest = new Ingest(new Archive(corpus), upgraded, classifier, engine, InstantSource.system());
    assertEquals(2, run().read());
    assertEquals(List.of("all.zip!/y.html", "b.html"), upgraded.read());
    for (LedgerEntry entry : before) {
      LedgerEntry now = entry(entry.location().path());
      assertEquals(entry.report(), now.report());
      boolean html = entry.mediaType().equals("text/html");
      assertEquals(html ? "newer" : entry.edition(), now.edition(), entry.toString());
    }
    assertEquals(added, held(id("all.zip!/y.html")).report().added());
    assertEquals(0, run().read());
    assertEquals(2, upgraded.read().size());
  }

  @Test
  void whatWasReadBeforeEditionsWereKeptIsReadAgainOnce() throws Exception {
    write("a.txt", "Alpha note\n\nWords.");
    run();
    LedgerEntry entry = entry("a.txt");
    engine.write(List.of(new Engine.Change.Note(entry.by(""))));
    engine.commit();
    ingest = new Ingest(new Archive(corpus), workers, classifier, engine, InstantSource.system());
    assertEquals(1, run().read());
    assertEquals(entry.edition(), entry("a.txt").edition());
    assertEquals(entry.report(), entry("a.txt").report());
    assertEquals(2, entry("a.txt").attempts());
    assertEquals(0, run().read());
  }

  @Test
  void whatDoesNotComeUpAgainIsNotLookedForAgainAndAgain() throws Exception {
    zip("all.zip", "x.txt", "Xi note\n\nWords.");
    run();
    LedgerEntry x = entry("all.zip!/x.txt");
    Location elsewhere = new Location("all.zip!/behind-a-cut.txt");
    LedgerEntry behind =
        new LedgerEntry(
            elsewhere,
            x.stamp(),
            Outcome.REFUSED,
            Reason.DAMAGED,
            "",
            "text/plain",
            "",
            "old",
            1,
            1,
            x.when(),
            null);
    engine.write(List.of(new Engine.Change.Note(behind)));
    engine.commit();
    ingest = new Ingest(new Archive(corpus), workers, classifier, engine, InstantSource.system());
    assertEquals(1, run().read());
    assertEquals(0, run().read());
  }

  @Test
  void whatFailedForAReasonIsReadAgainWhenAskedForAndNothingElse() throws Exception {
    write("a.txt", "Alpha note\n\nWords.");
    write("broken.pdf", "%PDF-1.4 and then nothing of the kind");
    zip("all.zip", "x.txt", "Xi note\n\nWords.", "y.pdf", "%PDF-1.4 no", "blank.txt", "  ");
    run();
    Upgraded watched = new Upgraded(workers, "none");
    ingest = new Ingest(new Archive(corpus), watched, classifier, engine, InstantSource.system());
    Summary summary = ingest.run(again("damaged"));
    assertEquals(2, summary.read());
    assertEquals(2, summary.refused());
    assertEquals(List.of("all.zip!/y.pdf", "broken.pdf"), watched.read());
    assertEquals(2, entry("all.zip!/y.pdf").attempts());
    assertEquals(1, entry("all.zip!/blank.txt").attempts());
    assertEquals(1, entry("a.txt").attempts());
    assertEquals(Reason.DAMAGED, entry("broken.pdf").reason());

    ingest.retry(Retry.of("all.zip!/x.txt"));
    ingest.retry(Retry.of("./a.txt"));
    assertEquals(2, run().read());
    assertEquals(2, entry("all.zip!/x.txt").attempts());
    assertEquals(2, entry("a.txt").attempts());
    assertEquals(0, run().read(), "asked once, read once");
    assertEquals(5, entry("all.zip").attempts() + entry("broken.pdf").attempts());

    ingest.run(again("all.zip"));
    assertEquals(3, entry("all.zip!/y.pdf").attempts());
    assertEquals(2, entry("all.zip!/x.txt").attempts());
  }

  @Test
  void whatIsAskedForWhileARunFailsIsNotForgotten() throws Exception {
    write("a.txt", "Alpha note\n\nWords.");
    run();
    ingest.retry(Retry.of("a.txt"));
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, this::run);
    assertEquals(1, run().read());
    assertEquals(2, entry("a.txt").attempts());
  }

  @Test
  void whatToReadAgainIsNamedByReasonByShortNameOrByPath() throws Exception {
    write("broken.pdf", "%PDF-1.4 and then nothing of the kind");
    write("two\nlines.txt", "Alpha note\n\nWords.");
    run();
    List<LedgerEntry> ledger = engine.ledger().all();
    for (String known :
        List.of("damaged", "timeout", "memory", "ocr", "needs-ocr", "all", "broken.pdf")) {
      assertEquals("", Retry.problem(known, ledger), known);
    }
    assertEquals("", Retry.problem("two\r\nlines.txt", ledger), "as a form sends it");
    assertEquals("", Retry.problem("two\ufffdlines.txt", ledger), "as a terminal shows it");
    String problem = Retry.problem("timout", ledger);
    assertTrue(problem.contains("“timeout”?"), problem);
    assertTrue(problem.contains("encrypted, empty, unsupported, damaged, time-limit"), problem);
  }

  private static Ingest.Mode again(String what) {
    return new Ingest.Mode(1, Long.MAX_VALUE, false, Retry.of(what));
  }
}
