package dossier.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.archive.Archive;
import dossier.archive.Document;
import dossier.archive.Location;
import dossier.archive.Original;
import dossier.index.LuceneEngine;
import dossier.report.Classifier;
import dossier.report.Report;
import dossier.search.Engine;
import dossier.search.Engine.Lookup;
import dossier.search.LedgerEntry;
import dossier.search.LedgerEntry.Outcome;
import dossier.search.Question;
import dossier.text.Extraction;
import dossier.text.Extractor;
import dossier.text.Properties;
import dossier.text.Reason;
import dossier.text.Workers;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {

  private static Workers workers;
  private static Classifier classifier;

  @TempDir Path folder;

  private Path corpus;
  private LuceneEngine engine;
  private Ingest ingest;

  @BeforeAll
  static void start() throws Exception {
    workers = Workers.start(1);
    classifier = Classifier.load();
  }

  @AfterAll
  static void stop() {
    workers.close();
  }

  @BeforeEach
  void open() throws Exception {
    corpus = Files.createDirectory(folder.resolve("corpus"));
    engine = LuceneEngine.open(folder.resolve("store"), classifier.vocabularies());
    ingest = new Ingest(new Archive(corpus), workers, classifier, engine, InstantSource.system());
  }

  @AfterEach
  void close() throws Exception {
    engine.close();
  }

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
  void anAttachmentIsAReportOfItsOwnAndStaysWithItsMail() throws Exception {
    write("a.eml", mail("The annex speaks of granite."));
    zip("all.zip", "m.eml", mail("This annex speaks of basalt."));
    Summary first = run();
    assertEquals(2, first.files());
    assertEquals(3, first.entries());
    assertEquals(List.of("a.eml!/annex.txt"), places("granite"));
    assertEquals(List.of("all.zip!/m.eml!/annex.txt"), places("basalt"));
    Files.delete(corpus.resolve("all.zip"));
    zip("all.zip", "m.eml", mail("This annex speaks of basalt."), "n.txt", "Note\n\nWords.");
    run();
    assertEquals(List.of("all.zip!/m.eml!/annex.txt"), places("basalt"));
    write("b.eml", mail("The annex speaks of granite."));
    run();
    assertEquals(List.of("a.eml!/annex.txt"), places("granite"));
    String id = id("a.eml!/annex.txt");
    Instant added = held(id).report().added();
    Files.delete(corpus.resolve("a.eml"));
    run();
    assertEquals(List.of("b.eml!/annex.txt"), places("granite"));
    assertEquals(added, held(id).report().added());
    Files.delete(corpus.resolve("b.eml"));
    run();
    assertEquals(List.of(), places("granite"));
    assertEquals(List.of("all.zip!/m.eml!/annex.txt"), places("basalt"));
  }

  private static String mail(String annex) {
    return """
    From: unit@example.org
    Subject: With an annex on %s
    Content-Type: multipart/mixed; boundary=b

    --b
    Content-Type: text/plain

    Words of a letter.
    --b
    Content-Type: text/plain; name="annex.txt"
    Content-Disposition: attachment; filename="annex.txt"

    %s
    --b--
    """
        .formatted(annex.length(), annex)
        .replace("\n", "\r\n");
  }

  private List<String> places(String words) throws Exception {
    return engine.search(Question.of(words)).hits().stream()
        .map(hit -> hit.report().location().path())
        .toList();
  }

  @Test
  void aPasswordInASidecarOpensADocument() throws Exception {
    Path locked = corpus.resolve("locked.pdf");
    try (PDDocument pdf = new PDDocument()) {
      PDPage page = new PDPage();
      pdf.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
        content.beginText();
        content.newLineAtOffset(72, 720);
        content.showText("Porphyry is quarried behind the pass.");
        content.endText();
      }
      pdf.protect(new StandardProtectionPolicy("owner", "sesame", new AccessPermission()));
      pdf.save(locked.toFile());
    }
    run();
    assertEquals(Reason.ENCRYPTED, entry("locked.pdf").reason());
    write("locked.pdf.yaml", "password: open");
    run();
    assertEquals("the password in its sidecar does not open it", entry("locked.pdf").detail());
    write("locked.pdf.yaml", "password: sesame");
    run();
    assertEquals(List.of("locked.pdf"), places("porphyry"));
    assertFalse(engine.ledger().all().toString().contains("sesame"));
  }

  @Test
  void whatCouldNotBeReadIsFoundByItsNameAndCountsAsNoReport() throws Exception {
    Files.createDirectory(corpus.resolve("north"));
    write("north/annual_granite-survey.pdf", "%PDF-1.7 and no more");
    write("a.txt", "Alpha note\n\nWords.");
    zip("all.zip", "granite.bin", "\u0000\u0001\u0002\u0003");
    Summary summary = run();
    assertEquals(2, summary.refused());
    assertEquals(1, total(""));
    assertEquals(1, engine.holdings().reports());
    assertEquals(
        List.of("all.zip!/granite.bin", "north/annual_granite-survey.pdf"),
        places("granite").stream().sorted().toList());
    Report unread = held(id("north/annual_granite-survey.pdf")).report();
    assertEquals(Reason.DAMAGED, unread.unread());
    assertEquals("annual granite survey", unread.title());
    assertEquals(List.of(unread.location().path()), places("north annual"));
    write("north/annual_granite-survey.pdf", "Granite\n\nNow it is plain text, and no pdf.");
    Files.move(
        corpus.resolve("north/annual_granite-survey.pdf"), corpus.resolve("north/survey.txt"));
    run();
    assertEquals(
        List.of("all.zip!/granite.bin", "north/survey.txt"),
        places("granite").stream().sorted().toList());
    assertEquals(2, engine.holdings().reports());
  }

  @Test
  void whatWasReadIsKeptWhenReadingItAgainTakesTooLong() throws Exception {
    write("a.txt", "Alpha note\n\nWords on granite.");
    run();
    Extractor slow =
        new Extractor() {
          @Override
          public String edition(String mediaType) {
            return "newer";
          }

          @Override
          public void read(Original original, Visitor visitor) throws InterruptedException {
            workers.read(
                original,
                new Visitor() {
                  @Override
                  public boolean wanted(Document document) {
                    return visitor.wanted(document);
                  }

                  @Override
                  public void found(Extraction extraction) {
                    visitor.found(
                        new Extraction.Refused(
                            extraction.document(),
                            Reason.TIME_LIMIT,
                            "it took too long",
                            "text/plain",
                            Properties.NONE,
                            "",
                            1));
                  }
                });
          }

          @Override
          public void close() {}
        };
    ingest = new Ingest(new Archive(corpus), slow, classifier, engine, InstantSource.system());
    assertEquals(1, run().read());
    assertEquals(List.of("a.txt"), places("granite"));
    assertEquals(Outcome.INDEXED, entry("a.txt").outcome());
    assertTrue(entry("a.txt").detail().contains("took too long"), entry("a.txt").detail());
    assertEquals(0, run().read());
  }

  @Test
  void twoBrokenFilesOfTheSameBytesAreBothRefused() throws Exception {
    write("a.pdf", "%PDF-1.7 and no more");
    write("b.pdf", "%PDF-1.7 and no more");
    assertEquals(2L, run().outcomes().get(Outcome.REFUSED));
    assertEquals(List.of("a.pdf"), places("a"));
    assertEquals(List.of("b.pdf"), places("b"));
    Files.delete(corpus.resolve("a.pdf"));
    Files.writeString(corpus.resolve("c.txt"), "Gamma note\n\nWords.");
    run();
    run();
    assertEquals(List.of("b.pdf"), places("b"));
    assertEquals(0, run().read());
  }

  @Test
  void whatAnEditorLeavesOutGoesAndComesBack() throws Exception {
    write("a.txt", "Alpha note\n\nWords.");
    zip("all.zip", "x.txt", "Xi note\n\nWords.", "y.txt", "Ypsilon note\n\nWords.");
    run();
    String id = id("a.txt");
    assertEquals(3, total(""));
    write("a.txt.yaml", "ignore: true");
    write("all.zip.yaml", "ignore: true\npassword: sesame");
    Summary without = run();
    assertEquals("", without.held());
    assertEquals(0, total(""));
    assertInstanceOf(Lookup.Gone.class, engine.lookup(id));
    assertEquals(4L, without.outcomes().get(Outcome.SKIPPED));
    assertEquals(0, without.entries());
    assertEquals(0, run().read());
    assertFalse(engine.ledger().all().toString().contains("sesame"));
    Files.delete(corpus.resolve("a.txt.yaml"));
    write("all.zip.yaml", "ignore: false");
    run();
    assertEquals(3, total(""));
    assertEquals(id, id("a.txt"));
    assertInstanceOf(Lookup.Held.class, engine.lookup(id));
  }

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

  private Summary run() throws Exception {
    return ingest.run(new Ingest.Mode(1, Long.MAX_VALUE, false));
  }

  private long total(String words) throws Exception {
    return engine.search(Question.of(words)).total();
  }

  private String id(String path) throws Exception {
    return entry(path).report();
  }

  private LedgerEntry entry(String path) throws Exception {
    return engine.ledger().all().stream()
        .filter(entry -> entry.location().path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private Lookup.Held held(String id) throws Exception {
    return assertInstanceOf(Lookup.Held.class, engine.lookup(id));
  }

  private void write(String name, String text) throws Exception {
    Files.writeString(corpus.resolve(name), text);
  }

  private void zip(String name, String... namesAndTexts) throws Exception {
    try (OutputStream file = Files.newOutputStream(corpus.resolve(name));
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }
}
