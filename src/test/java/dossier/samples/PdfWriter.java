package dossier.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** A PDF with bookmarks, a running header from the second page on, and page numbers. */
final class PdfWriter {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final float TEXT = 11;

  private final PDDocument document;
  private final PDDocumentOutline outline = new PDDocumentOutline();
  private final PDFont font;

  private PdfWriter(PDDocument document) throws IOException {
    this.document = document;
    try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
      this.font = PDType0Font.load(document, in);
    }
  }

  static byte[] write(Source source) throws IOException {
    try (PDDocument document = new PDDocument()) {
      new PdfWriter(document).fill(source);
      return bytes(document, source.file().hashCode());
    }
  }

  /** Saves with an id that depends on the seed and the content, not on the clock. */
  static byte[] bytes(PDDocument document, long seed) throws IOException {
    document.setDocumentId(seed);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }

  private void fill(Source source) throws IOException {
    document.setDocumentInformation(information(source));
    document.getDocumentCatalog().setDocumentOutline(outline);
    document.getDocumentCatalog().setLanguage(source.language());
    try (Sheet sheet = new Sheet(document, font)) {
      heading(sheet, 1, source.title());
      for (String line : source.masthead()) {
        sheet.paragraph(Sheet.words(line, false), 9.5f, 0);
      }
      sheet.gap(10, TEXT);
      for (Block block : source.body()) {
        set(sheet, block);
      }
    }
    margins(source.running());
  }

  private static PDDocumentInformation information(Source source) {
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(source.title());
    information.setAuthor(String.join(", ", source.authors()));
    if (!source.metadataDate().isEmpty()) {
      information.setCreationDate(
          GregorianCalendar.from(
              LocalDate.parse(source.metadataDate()).atTime(8, 0).atZone(ZoneOffset.UTC)));
    }
    return information;
  }

  private void set(Sheet sheet, Block block) throws IOException {
    switch (block) {
      case Block.Heading(int level, List<Run> runs) -> heading(sheet, level, Block.plain(runs));
      case Block.Paragraph(List<Run> runs) -> {
        sheet.paragraph(words(runs), TEXT, 0);
        sheet.gap(7, 0);
      }
      case Block.Item(String mark, List<Run> runs) -> {
        sheet.mark(mark, TEXT, 4);
        sheet.paragraph(words(runs), TEXT, 22);
        sheet.gap(4, 0);
      }
      case Block.Table(List<List<String>> rows) -> {
        for (List<String> row : rows) {
          sheet.row(row, 9.5f, row.equals(rows.getFirst()));
        }
        sheet.gap(10, 0);
      }
    }
  }

  private void heading(Sheet sheet, int level, String text) throws IOException {
    float size = level == 1 ? 20 : level == 2 ? 14 : 11.5f;
    sheet.gap(level == 1 ? 0 : 8, 5 * size);
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(text);
    PDPageXYZDestination destination = new PDPageXYZDestination();
    destination.setPage(sheet.page());
    destination.setTop((int) sheet.y());
    item.setDestination(destination);
    bookmark(level, item);
    sheet.paragraph(Sheet.words(text, true), size, 0);
    sheet.gap(6, 0);
  }

  /** A third-level heading goes under the last second-level one, the rest side by side. */
  private void bookmark(int level, PDOutlineItem item) {
    if (level > 2 && outline.getLastChild() != null) {
      outline.getLastChild().addLast(item);
    } else {
      outline.addLast(item);
    }
  }

  private static List<Sheet.Word> words(List<Run> runs) {
    List<Sheet.Word> words = new ArrayList<>();
    boolean glue = false;
    for (Run run : runs) {
      List<Sheet.Word> more = new ArrayList<>(Sheet.words(run.text(), run.bold()));
      if (glue && !run.text().startsWith(" ")) {
        Sheet.Word last = words.removeLast();
        more.set(0, new Sheet.Word(last.text() + more.getFirst().text(), last.bold()));
      }
      words.addAll(more);
      glue = !run.text().endsWith(" ");
    }
    return words;
  }

  private void margins(String running) throws IOException {
    int pages = document.getNumberOfPages();
    for (int i = 0; i < pages; i++) {
      PDPage page = document.getPage(i);
      String number = i + 1 + " / " + pages;
      float right = Sheet.LEFT + Sheet.WIDTH - font.getStringWidth(number) / 1000 * 8.5f;
      try (PDPageContentStream stream =
          new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
        if (i > 0) {
          small(stream, running, Sheet.LEFT, PDRectangle.A4.getHeight() - 48);
        }
        small(stream, number, right, 44);
      }
    }
  }

  private void small(PDPageContentStream stream, String text, float x, float y) throws IOException {
    stream.beginText();
    stream.setFont(font, 8.5f);
    stream.newLineAtOffset(x, y);
    stream.showText(text);
    stream.endText();
  }
}
