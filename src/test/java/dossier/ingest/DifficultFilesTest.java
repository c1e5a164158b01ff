package dossier.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.archive.Archive;
import dossier.archive.Document;
import dossier.archive.Original;
import dossier.report.Report;
import dossier.search.Engine.Lookup;
import dossier.search.LedgerEntry.Outcome;
import dossier.text.Extraction;
import dossier.text.Extractor;
import dossier.text.Properties;
import dossier.text.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;

/** What becomes of files that hold others, are locked, broken or left out. */
class DifficultFilesTest extends IngestCase {

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
}
