package dossier.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.archive.Location;
import dossier.search.Engine.Lookup;
import dossier.search.LedgerEntry.Outcome;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IngestTest extends IngestCase {

  @Test
  void aFileBecomesAReportAndIsNotReadAgain() throws Exception {
    write("a.txt", "Alpha note\n\nKazakhstan and its border.");
    Summary first = run();
    assertEquals(1, first.read());
    assertEquals(1, total("border"));
    Summary second = run();
    assertEquals(0, second.read());
    assertEquals(first.outcomes(), second.outcomes());
  }

  @Test
  void theOldAddressOfAChangedFileLeadsToTheNewReport() throws Exception {
    write("a.txt", "Alpha note\n\nFirst words.");
    run();
    String old = id("a.txt");
    write("a.txt", "Alpha note\n\nOther words, and more of them.");
    run();
    assertNotEquals(old, id("a.txt"));
    assertEquals(new Lookup.Moved(id("a.txt")), engine.lookup(old));
    assertEquals(1, total(""));
  }

  @Test
  void aReportWhoseFileVanishedIsGone() throws Exception {
    write("a.txt", "Alpha note\n\nWords.");
    write("b.txt", "Beta note\n\nWords.");
    write("c.txt", "Gamma note\n\nWords.");
    run();
    String id = id("b.txt");
    Files.delete(corpus.resolve("b.txt"));
    assertEquals(1, run().removed());
    assertInstanceOf(Lookup.Gone.class, engine.lookup(id));
    assertEquals(2, total(""));
  }

  @Test
  void aMovedFileKeepsItsIdAndItsDayOfArrival() throws Exception {
    write("a.txt", "Alpha note\n\nWords.");
    run();
    String id = id("a.txt");
    Instant added = held(id).report().added();
    Files.createDirectory(corpus.resolve("sub"));
    Files.move(corpus.resolve("a.txt"), corpus.resolve("sub/b.txt"));
    Summary summary = run();
    assertEquals("", summary.held());
    assertEquals(0, summary.removed());
    assertEquals(id, id("sub/b.txt"));
    assertEquals(List.of(new Location("sub/b.txt")), held(id).places());
    assertEquals(new Location("sub/b.txt"), held(id).report().location());
    assertEquals(added, held(id).report().added());
  }

  @Test
  void theSameContentTwiceIsOneReportWithTwoPlaces() throws Exception {
    write("a.txt", "Alpha note\n\nWords.");
    write("b.txt", "Alpha note\n\nWords.");
    write("c.txt", "Gamma note\n\nWords.");
    Summary summary = run();
    assertEquals(2, total(""));
    assertEquals(1L, summary.outcomes().get(Outcome.DUPLICATE));
    String id = id("a.txt");
    assertEquals(
        List.of(new Location("a.txt"), new Location("b.txt")),
        held(id).places().stream().sorted().toList());
    Files.delete(corpus.resolve(held(id).report().location().path()));
    assertEquals(0, run().removed());
    assertEquals(1, held(id).places().size());
    assertEquals(held(id).places().getFirst(), held(id).report().location());
    assertEquals(2, total(""));
  }

  @Test
  void whenMostFilesAreMissingNothingIsRemovedUnlessToldSo() throws Exception {
    for (String name : List.of("a", "b", "c")) {
      write(name + ".txt", name + " note\n\nWords.");
    }
    run();
    Files.delete(corpus.resolve("a.txt"));
    Files.delete(corpus.resolve("b.txt"));
    Summary held = run();
    assertTrue(held.held().contains("2 of 3"), held.held());
    assertTrue(ingest.progress().held().contains("--prune"), ingest.progress().held());
    assertEquals(3, total(""));
    Summary pruned = ingest.run(new Ingest.Mode(1, Long.MAX_VALUE, true));
    assertEquals(2, pruned.removed());
    assertEquals(1, total(""));
    assertEquals("", ingest.progress().held());
  }

  @Test
  void filesThatComeBackEndTheHold() throws Exception {
    write("a.txt", "Alpha note\n\nWords.");
    run();
    byte[] bytes = Files.readAllBytes(corpus.resolve("a.txt"));
    Files.delete(corpus.resolve("a.txt"));
    assertNotEquals("", run().held());
    Files.write(corpus.resolve("a.txt"), bytes);
    assertEquals("", run().held());
    assertEquals(1, total(""));
  }

  @Test
  void outcomesSumToFilesAndEntries() throws Exception {
    write("a.txt", "Alpha note\n\nWords.");
    write("a.txt.yaml", "title: By hand");
    write("empty.pdf", "");
    write("broken.pdf", "%PDF-1.4 and then nothing of the kind");
    zip("all.zip", "in/x.txt", "Xi note\n\nWords.", "in/a.txt", "Alpha note\n\nWords.");
    Summary summary = run();
    assertEquals(5, summary.files());
    assertEquals(2, summary.entries());
    assertEquals(1, summary.refused());
    assertEquals(2L, summary.outcomes().get(Outcome.SKIPPED));
    assertEquals(
        summary.files() + summary.entries(),
        summary.outcomes().values().stream().mapToLong(Long::longValue).sum());
    assertEquals(1, total("title:\"by hand\""));
    assertEquals(
        List.of("broken.pdf"),
        engine.ledger().of(Outcome.REFUSED).stream().map(e -> e.location().path()).toList());
  }

  @Test
  void whatLeavesAnArchiveFileLeavesTheIndex() throws Exception {
    write("a.txt", "Alpha note\n\nWords.");
    zip("all.zip", "x.txt", "Xi note\n\nWords.", "y.txt", "Ypsilon note\n\nWords.");
    run();
    assertEquals(3, total(""));
    zip("all.zip", "x.txt", "Xi note\n\nWords.");
    Summary summary = run();
    assertEquals(1, summary.removed());
    assertEquals(2, total(""));
    assertEquals(1, summary.entries());
  }

  @Test
  void anEditedSidecarCounts() throws Exception {
    write("a.txt", "Alpha note\n\nWords about nothing.");
    run();
    write("a.txt.yaml", "regions: [mali]\ntitle: Changed by hand");
    run();
    assertEquals(1, total("region:mali"));
    assertEquals(1, total("title:changed"));
  }

  @Test
  void anIdThatIsFreedGoesToTheOtherFileThatAskedForIt() throws Exception {
    for (String name : List.of("a", "b", "c", "d")) {
      write(name + ".txt", name + " note\n\nWords.");
    }
    write("a.txt.yaml", "id: wanted");
    write("b.txt.yaml", "id: wanted");
    run();
    String winner = held("wanted").report().location().path();
    String loser = winner.equals("a.txt") ? "b.txt" : "a.txt";
    String own = id(loser);
    assertNotEquals("wanted", own);
    Files.delete(corpus.resolve(winner));
    Files.delete(corpus.resolve(winner + ".yaml"));
    run();
    run();
    assertEquals("wanted", id(loser));
    assertEquals(new Location(loser), held("wanted").report().location());
    assertEquals(new Lookup.Moved("wanted"), engine.lookup(own));
    assertEquals(3, total("words"));
  }
}
