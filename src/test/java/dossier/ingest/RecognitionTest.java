package dossier.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.archive.Archive;
import dossier.index.LuceneEngine;
import dossier.report.Classifier;
import dossier.report.Report;
import dossier.search.Engine;
import dossier.search.LedgerEntry;
import dossier.search.Question;
import dossier.text.Ocr;
import dossier.text.Reason;
import dossier.text.Workers;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that are images, with text recognition and without. The launcher installs tesseract. */
class RecognitionTest {

  @TempDir Path folder;

  @Test
  void imagesOfPagesAreReadWhenThatIsSwitchedOn() throws Exception {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    scan(corpus.resolve("scan.pdf"), "The granite quarry was closed", false);
    scan(corpus.resolve("mixed.pdf"), "The basalt quarry stays open", true);
    Classifier classifier = Classifier.load();
    try (LuceneEngine engine =
        LuceneEngine.open(folder.resolve("store"), classifier.vocabularies())) {
      try (Workers workers = Workers.start(1)) {
        Summary summary = ingest(corpus, workers, classifier, engine).run(mode());
        assertEquals(0, summary.waiting());
        assertEquals(1, summary.refused());
      }
      assertEquals(Reason.NEEDS_OCR, entry(engine, "scan.pdf").reason());
      assertEquals(
          "Page 2 holds only images: they need text recognition.",
          entry(engine, "mixed.pdf").detail());
      assertEquals(0, engine.search(Question.of("quarry")).total());

      Workers.Setup setup =
          new Workers.Setup(folder.resolve("temp"), Ocr.languages("eng"), Workers.Limits.STANDARD);
      try (Workers workers = Workers.start(1, setup)) {
        Ingest ingest = ingest(corpus, workers, classifier, engine);
        Summary summary = ingest.run(mode());
        assertEquals(1, summary.waiting());
        summary = ingest.run(mode());
        assertEquals(0, summary.waiting());
        assertEquals(0, summary.refused());
        assertEquals(0, ingest.run(mode()).read());
      }
      assertEquals(LedgerEntry.Outcome.INDEXED, entry(engine, "scan.pdf").outcome());
      assertEquals(LedgerEntry.Outcome.INDEXED, entry(engine, "mixed.pdf").outcome());
      assertEquals(2, engine.search(Question.of("quarry")).total());
      Report mixed = report(engine, "mixed.pdf");
      assertEquals(1, mixed.recognised());
      assertTrue(
          mixed.passages().stream()
              .anyMatch(passage -> passage.page() == 2 && passage.text().contains("basalt")),
          mixed.passages().toString());
    }
  }

  @Test
  void languagesThatAreNotThereAreNamed() throws Exception {
    assertEquals("", Ocr.languages(" "));
    assertEquals("eng", Ocr.languages("eng"));
    Ocr.Unavailable unknown = assertThrows(Ocr.Unavailable.class, () -> Ocr.languages("eng,xyz"));
    assertTrue(unknown.getMessage().contains("xyz"), unknown.getMessage());
    assertThrows(Ocr.Unavailable.class, () -> Ocr.languages("--help"));
  }

  private static Ingest ingest(
      Path corpus, Workers workers, Classifier classifier, LuceneEngine engine) {
    return new Ingest(new Archive(corpus), workers, classifier, engine, InstantSource.system());
  }

  private static Ingest.Mode mode() {
    return new Ingest.Mode(1, Long.MAX_VALUE, false);
  }

  private static LedgerEntry entry(Engine engine, String path) throws Exception {
    return engine.ledger().all().stream()
        .filter(entry -> entry.location().path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private static Report report(Engine engine, String path) throws Exception {
    String id = entry(engine, path).report();
    return assertInstanceOf(Engine.Lookup.Held.class, engine.lookup(id)).report();
  }

  /** One page with a picture of words, between two pages of text when asked for. */
  private static void scan(Path file, String words, boolean between) throws Exception {
    BufferedImage image = new BufferedImage(1200, 300, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 1200, 300);
    pen.setColor(Color.BLACK);
    pen.setFont(new Font(Font.SERIF, Font.PLAIN, 56));
    pen.drawString(words, 60, 160);
    pen.dispose();
    try (PDDocument pdf = new PDDocument()) {
      if (between) {
        text(pdf, "What stands before the picture is set as text.");
      }
      PDPage page = new PDPage();
      pdf.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
        content.drawImage(LosslessFactory.createFromImage(pdf, image), 60, 500, 480, 120);
      }
      if (between) {
        text(pdf, "What stands behind the picture is set as text.");
      }
      pdf.save(file.toFile());
    }
  }

  private static void text(PDDocument pdf, String words) throws Exception {
    PDPage page = new PDPage();
    pdf.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
      content.beginText();
      content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
      content.newLineAtOffset(72, 720);
      content.showText(words);
      content.endText();
    }
  }
}
