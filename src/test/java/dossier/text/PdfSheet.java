package dossier.text;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** Sets lines on pages of a PDF, each where the test wants it. */
final class PdfSheet implements AutoCloseable {

  static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);
  static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);

  private final PDDocument document = new PDDocument();
  private PDPage page = new PDPage();

  PdfSheet page() {
    page = new PDPage();
    document.addPage(page);
    return this;
  }

  /** A line whose letters stand `y` points below the upper edge. */
  PdfSheet line(float x, float y, PDFont font, float size, String text) throws IOException {
    try (PDPageContentStream content =
        new PDPageContentStream(
            document, page, PDPageContentStream.AppendMode.APPEND, false, false)) {
      content.beginText();
      content.setFont(font, size);
      content.newLineAtOffset(x, page.getMediaBox().getHeight() - y);
      content.showText(text);
      content.endText();
    }
    return this;
  }

  /** Lines of ordinary text below one another. */
  PdfSheet text(float x, float y, String... lines) throws IOException {
    for (int i = 0; i < lines.length; i++) {
      line(x, y + 14 * i, PLAIN, 10, lines[i]);
    }
    return this;
  }

  /** A bookmark that leads to the last page. */
  PdfSheet bookmark(String title) {
    outline().addLast(item(title));
    return this;
  }

  /** A bookmark below the last one. */
  PdfSheet bookmarkBelow(String title) {
    outline().getLastChild().addLast(item(title));
    return this;
  }

  /** The last bookmark is followed by the first, and holds it. */
  PdfSheet bookmarkInACircle() {
    COSDictionary last = outline().getLastChild().getCOSObject();
    last.setItem(COSName.NEXT, outline().getFirstChild());
    last.setItem(COSName.FIRST, outline().getFirstChild());
    return this;
  }

  private PDDocumentOutline outline() {
    PDDocumentOutline outline = document.getDocumentCatalog().getDocumentOutline();
    if (outline == null) {
      outline = new PDDocumentOutline();
      document.getDocumentCatalog().setDocumentOutline(outline);
    }
    return outline;
  }

  private PDOutlineItem item(String title) {
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(title);
    item.setDestination(page);
    return item;
  }

  /** What the file says of the program that made it, and when. */
  PdfSheet made(String producer, Instant created) {
    document.getDocumentInformation().setProducer(producer);
    document
        .getDocumentInformation()
        .setCreationDate(GregorianCalendar.from(created.atZone(ZoneOffset.UTC)));
    return this;
  }

  Path save(Path file) throws IOException {
    document.save(file.toFile());
    return file;
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
