package dossier.text;

import static dossier.text.Samples.PROSE;
import static dossier.text.Samples.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.text.Passage.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTextBox;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slides, sheets, messages and books of office programs, through a worker process. */
class OfficeTest {

  private static final String SECOND = "Guards of the second crossing have been paid again.";

  @TempDir static Path folder;
  private static Workers workers;

  @BeforeAll
  static void start() {
    workers = Workers.start(1);
  }

  @AfterAll
  static void close() {
    workers.close();
  }

  private static Passage paragraph(int page, String text) {
    return new Passage(Kind.PARAGRAPH, 0, page, text);
  }

  private static void hasTwoSlides(Text text) {
    assertTrue(text.paged());
    assertEquals(2, text.pages());
    assertEquals(List.of(paragraph(1, PROSE), paragraph(2, SECOND)), text.passages());
  }

  @Test
  void slidesArePages() throws Exception {
    Path file = folder.resolve("brief.pptx");
    try (XMLSlideShow show = new XMLSlideShow();
        OutputStream out = Files.newOutputStream(file)) {
      for (String words : List.of(PROSE, SECOND)) {
        XSLFSlide slide = show.createSlide();
        XSLFTextBox box = slide.createTextBox();
        box.setText(words);
      }
      show.write(out);
    }
    hasTwoSlides(Given.text(workers, file));
  }

  @Test
  void slidesOfOldProgramsArePages() throws Exception {
    Path file = folder.resolve("brief.ppt");
    try (HSLFSlideShow show = new HSLFSlideShow();
        OutputStream out = Files.newOutputStream(file)) {
      for (String words : List.of(PROSE, SECOND)) {
        HSLFSlide slide = show.createSlide();
        HSLFTextBox box = slide.createTextBox();
        box.setText(words);
      }
      show.write(out);
    }
    hasTwoSlides(Given.text(workers, file));
  }

  private static Path sheets(Path file, Workbook book) throws IOException {
    try (book;
        OutputStream out = Files.newOutputStream(file)) {
      for (String name : List.of("Water", "Power")) {
        Sheet sheet = book.createSheet(name);
        row(sheet, 0, "Country", "Cases of " + name);
        Row numbers = sheet.createRow(1);
        numbers.createCell(0).setCellValue("Mali");
        numbers.createCell(1).setCellValue(13);
      }
      book.write(out);
    }
    return file;
  }

  private static void row(Sheet sheet, int at, String... cells) {
    Row row = sheet.createRow(at);
    for (int i = 0; i < cells.length; i++) {
      row.createCell(i).setCellValue(cells[i]);
    }
  }

  private static void hasTwoSheets(Text text) {
    assertTrue(text.paged());
    assertEquals(2, text.pages());
    assertEquals(
        List.of(
            new Passage(Kind.HEADING, 1, 1, "Water"),
            new Passage(Kind.ROW, 0, 1, "Country\tCases of Water"),
            new Passage(Kind.ROW, 0, 1, "Mali\t13"),
            new Passage(Kind.HEADING, 1, 2, "Power"),
            new Passage(Kind.ROW, 0, 2, "Country\tCases of Power"),
            new Passage(Kind.ROW, 0, 2, "Mali\t13")),
        text.passages());
  }

  @Test
  void sheetsArePagesUnderTheirNames() throws Exception {
    hasTwoSheets(Given.text(workers, sheets(folder.resolve("t.xlsx"), new XSSFWorkbook())));
    hasTwoSheets(Given.text(workers, sheets(folder.resolve("t.xls"), new HSSFWorkbook())));
  }

  private static Path openDocument(Path file, String kind, String body) throws IOException {
    String type = "application/vnd.oasis.opendocument." + kind;
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("mimetype", utf8(type));
    parts.put(
        "content.xml",
        utf8(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-content office:version="1.2"
              xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
              xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
              xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
              xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:%1$s>
            %2$s</office:%1$s></office:body></office:document-content>\
            """
                .formatted(kind, body)));
    parts.put(
        "META-INF/manifest.xml",
        utf8(
            """
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
            <manifest:file-entry manifest:full-path="/" manifest:media-type="%s"/>
            </manifest:manifest>\
            """
                .formatted(type)));
    return Samples.zip(file, parts);
  }

  @Test
  void openDocumentSlidesArePages() throws Exception {
    String slide =
        "<draw:page draw:name=\"p\"><draw:frame><draw:text-box><text:p>%s</text:p>"
            + "</draw:text-box></draw:frame></draw:page>";
    Path file =
        openDocument(
            folder.resolve("brief.odp"),
            "presentation",
            slide.formatted(PROSE) + slide.formatted(SECOND));
    hasTwoSlides(Given.text(workers, file));
  }

  @Test
  void openDocumentSheetsArePagesUnderTheirNames() throws Exception {
    String sheet =
        """
        <table:table table:name="%1$s"><table:table-row><table:table-cell><text:p>Country</text:p>
        </table:table-cell><table:table-cell><text:p>Cases of %1$s</text:p></table:table-cell>
        </table:table-row><table:table-row><table:table-cell><text:p>Mali</text:p>
        </table:table-cell><table:table-cell><text:p>13</text:p></table:table-cell>
        </table:table-row></table:table>
        """;
    Path file =
        openDocument(
            folder.resolve("t.ods"),
            "spreadsheet",
            sheet.formatted("Water") + sheet.formatted("Power"));
    hasTwoSheets(Given.text(workers, file));
  }

  @Test
  void aMessageOfOutlookIsItsSubjectAndBodyAndItsAttachmentADocumentOfItsOwn() throws Exception {
    Path file = folder.resolve("brief.msg");
    try (POIFSFileSystem message = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(file)) {
      DirectoryEntry root = message.getRoot();
      put(root, "001A", "IPM.Note");
      put(root, "0037", "Граница");
      put(root, "1000", PROSE + "\r\n\r\nA second paragraph.");
      put(root, "0C1A", "Unit Nine");
      put(root, "0C1F", "nine@example.org");
      DirectoryEntry annex = root.createDirectory("__attach_version1.0_#00000000");
      put(annex, "3707", "annex.txt");
      annex.createDocument(
          "__substg1.0_37010102", new ByteArrayInputStream(utf8("Annex\n\n" + SECOND)));
      message.writeFilesystem(out);
    }
    List<Extraction> all = Given.all(workers, file);
    assertEquals(2, all.size(), all.toString());
    Extraction.Extracted annex = assertInstanceOf(Extraction.Extracted.class, all.getFirst());
    assertEquals("brief.msg!/annex.txt", annex.document().location().path());
    assertEquals(paragraph(1, SECOND), annex.text().passages().getLast());
    Text text = assertInstanceOf(Extraction.Extracted.class, all.getLast()).text();
    assertEquals("application/vnd.ms-outlook", text.mediaType());
    assertEquals("Граница", text.properties().title());
    assertEquals(
        List.of(
            new Passage(Kind.HEADING, 1, 1, "Граница"),
            new Passage(Kind.FURNITURE, 0, 1, "From"),
            new Passage(Kind.FURNITURE, 0, 1, "Unit Nine"),
            paragraph(1, PROSE),
            paragraph(1, "A second paragraph.")),
        text.passages());
  }

  private static void put(DirectoryEntry where, String property, String value) throws IOException {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_16LE);
    where.createDocument("__substg1.0_" + property + "001F", new ByteArrayInputStream(bytes));
  }

  @Test
  void aBookOfFictionBookKeepsItsHeadings() throws Exception {
    String book =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"><description><title-info>
        <book-title>The book</book-title></title-info></description><body><section>
        <title><p>Outlook</p></title><p>%s</p></section></body></FictionBook>
        """
            .formatted(PROSE);
    Text text = Given.text(workers, Samples.write(folder.resolve("brief.fb2"), utf8(book)));
    assertEquals(
        List.of(new Passage(Kind.HEADING, 1, 1, "Outlook"), paragraph(1, PROSE)), text.passages());
    assertEquals("The book", text.properties().title());
    String russian = "Пост на реке закрыт.";
    String old = book.replace("UTF-8", "windows-1251").replace(PROSE, russian);
    byte[] bytes = old.getBytes(Charset.forName("windows-1251"));
    Text declared = Given.text(workers, Samples.write(folder.resolve("old.fb2"), bytes));
    assertEquals(russian, declared.passages().getLast().text());
  }

  @Test
  void richTextKeepsAccentsAndParagraphs() throws Exception {
    String rtf =
        "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}{\\info{\\title The brief}}"
            + "\\pard Caf\\'e9 at the border\\par "
            + PROSE
            + "\\par\\pard\\intbl Country\\cell Risk\\cell\\row\\pard{\\*\\hidden secret}\\par}";
    Text text = Given.text(workers, Samples.write(folder.resolve("accents.rtf"), utf8(rtf)));
    assertEquals(paragraph(1, "Café at the border"), text.passages().get(0));
    assertEquals(paragraph(1, PROSE), text.passages().get(1));
    assertFalse(text.passages().toString().contains("secret"));
    assertEquals("The brief", text.properties().title());
  }
}
