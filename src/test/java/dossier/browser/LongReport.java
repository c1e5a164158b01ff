package dossier.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** A PDF of 1,200 pages, more than a browser gets at once. */
final class LongReport {

  private static final int PAGES = 1200;
  private static final PDFont FONT = new PDType1Font(FontName.HELVETICA);

  private LongReport() {}

  static void write(Path folder, String id) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("register.pdf");
    try (PDDocument document = new PDDocument()) {
      for (int page = 1; page <= PAGES; page++) {
        add(document, page);
      }
      document.save(file.toFile());
    }
    Files.writeString(
        folder.resolve("register.pdf.yaml"),
        "id: " + id + "\ntitle: The long register\nlanguage: en\nregions: []\nthreats: []\n");
  }

  private static void add(PDDocument document, int number) throws IOException {
    PDPage page = new PDPage();
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.beginText();
      content.setFont(FONT, 9);
      content.newLineAtOffset(50, 720);
      for (int line = 1; line <= 6; line++) {
        content.showText(
            "Entry " + number + "." + line + " lists the wares that were carried over the pass.");
        content.newLineAtOffset(0, -14);
      }
      content.endText();
    }
  }
}
