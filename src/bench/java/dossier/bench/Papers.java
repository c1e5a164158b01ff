package dossier.bench;

import dossier.report.Report;
import dossier.text.Passage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/// Made-up reports as real files: three PDF files to one of Word. Latin letters alone, since the
/// fonts every PDF reader has know no others.
final class Papers {

  private static final PDType1Font REGULAR = new PDType1Font(FontName.TIMES_ROMAN);
  private static final PDType1Font BOLD = new PDType1Font(FontName.TIMES_BOLD);
  private static final int MARGIN = 70;
  private static final int LINES = 48;
  private static final int WIDTH = 88;

  private Papers() {}

  /// Writes so many files.
  ///
  /// @return how many bytes they have together
  static long write(Synthetic archive, int count, Path folder) throws IOException {
    long bytes = 0;
    for (int number = 0; number < count; number++) {
      Report report = archive.report(number, "en");
      Path in = Files.createDirectories(folder.resolve("reports-%03d".formatted(number / 1000)));
      boolean word = number % 4 == 3;
      Path file = in.resolve(report.id() + (word ? ".docx" : ".pdf"));
      try (OutputStream out = Files.newOutputStream(file)) {
        if (word) {
          word(report, out);
        } else {
          pdf(report, out);
        }
      }
      bytes += Files.size(file);
    }
    return bytes;
  }

  private static Date date(Report report) {
    LocalDate day = report.published() == null ? Synthetic.LAST_DAY : report.published().first();
    return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static void word(Report report, OutputStream out) throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      document.getProperties().getCoreProperties().setTitle(report.title());
      document.getProperties().getCoreProperties().setCreated(Optional.of(date(report)));
      paragraph(document, report.title(), true);
      for (Passage passage : report.passages()) {
        paragraph(document, passage.text(), passage.kind() == Passage.Kind.HEADING);
      }
      document.write(out);
    }
  }

  private static void paragraph(XWPFDocument document, String text, boolean heading) {
    XWPFParagraph paragraph = document.createParagraph();
    if (heading) {
      paragraph.setStyle("Heading1");
    }
    paragraph.createRun().setText(text);
  }

  private static void pdf(Report report, OutputStream out) throws IOException {
    try (PDDocument document = new PDDocument()) {
      Calendar made = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
      made.setTime(date(report));
      document.getDocumentInformation().setTitle(report.title());
      document.getDocumentInformation().setCreationDate(made);
      List<String> lines = new ArrayList<>(wrapped(report.title()));
      lines.add("");
      for (Passage passage : report.passages()) {
        if (passage.kind() != Passage.Kind.FURNITURE) {
          boolean heading = passage.kind() == Passage.Kind.HEADING;
          wrapped(passage.text()).forEach(line -> lines.add(heading ? "#" + line : line));
          lines.add("");
        }
      }
      for (int from = 0; from < lines.size(); from += LINES) {
        page(document, lines.subList(from, Math.min(lines.size(), from + LINES)), from / LINES + 1);
      }
      document.save(out);
    }
  }

  private static void page(PDDocument document, List<String> lines, int number) throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    try (PDPageContentStream text = new PDPageContentStream(document, page)) {
      text.beginText();
      text.setLeading(14);
      text.newLineAtOffset(MARGIN, PDRectangle.A4.getHeight() - MARGIN);
      for (String line : lines) {
        boolean heading = line.startsWith("#");
        text.setFont(heading ? BOLD : REGULAR, 11);
        text.showText(heading ? line.substring(1) : line);
        text.newLine();
      }
      text.setFont(REGULAR, 9);
      text.newLine();
      text.showText("Page " + number);
      text.endText();
    }
  }

  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : latin(text).split(" ", -1)) {
      if (line.length() + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static String latin(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .replace('’', '\'')
        .replaceAll("[^\\x20-\\x7E]", "?");
  }
}
