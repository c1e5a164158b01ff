package dossier.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;

/** Makes real files of each format. */
final class Samples {

  static final String PROSE =
      "Security services in the region have to watch the border and the water supply, because a"
          + " dormant network is able to act on short notice.";

  private Samples() {}

  /** A PDF with one list of lines on each page. */
  static Path pdf(Path file, List<List<String>> pages) throws IOException {
    try (PDDocument pdf = document(pages)) {
      pdf.save(file.toFile());
    }
    return file;
  }

  static Path encryptedPdf(Path file) throws IOException {
    try (PDDocument pdf = document(List.of(List.of("secret")))) {
      pdf.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
      pdf.save(file.toFile());
    }
    return file;
  }

  private static PDDocument document(List<List<String>> pages) throws IOException {
    PDDocument pdf = new PDDocument();
    for (List<String> lines : pages) {
      PDPage page = new PDPage();
      pdf.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
        content.setLeading(14);
        content.beginText();
        content.newLineAtOffset(72, 720);
        for (String line : lines) {
          content.showText(line);
          content.newLine();
        }
        content.endText();
      }
    }
    pdf.getDocumentInformation().setTitle("A title from the file");
    pdf.getDocumentInformation().setAuthor("Unit Nine");
    return pdf;
  }

  static Path docx(Path file) throws IOException {
    try (XWPFDocument word = new XWPFDocument();
        OutputStream out = Files.newOutputStream(file)) {
      XWPFStyles styles = word.createStyles();
      CTStyle style = CTStyle.Factory.newInstance();
      style.setStyleId("Heading1");
      style.addNewName().setVal("heading 1");
      styles.addStyle(new XWPFStyle(style));
      XWPFParagraph heading = word.createParagraph();
      heading.setStyle("Heading1");
      heading.createRun().setText("Outlook");
      word.createParagraph().createRun().setText(PROSE);
      var table = word.createTable(2, 2);
      table.getRow(0).getCell(0).setText("Country");
      table.getRow(0).getCell(1).setText("Risk");
      table.getRow(1).getCell(0).setText("Mali");
      table.getRow(1).getCell(1).setText("high");
      word.getProperties().getCoreProperties().setTitle("Word title");
      word.write(out);
    }
    return file;
  }

  static Path odt(Path file) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("mimetype", utf8("application/vnd.oasis.opendocument.text"));
    parts.put(
        "content.xml",
        utf8(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-content office:version="1.2"
              xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
              xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
            <text:h text:outline-level="1">Outlook</text:h><text:p>%s</text:p>
            </office:text></office:body></office:document-content>\
            """
                .formatted(PROSE)));
    parts.put(
        "META-INF/manifest.xml",
        utf8(
            """
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
            <manifest:file-entry manifest:full-path="/"
              manifest:media-type="application/vnd.oasis.opendocument.text"/>
            </manifest:manifest>\
            """));
    return zip(file, parts);
  }

  static Path epub(Path file) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("mimetype", utf8("application/epub+zip"));
    parts.put(
        "META-INF/container.xml",
        utf8(
            """
            <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
            <rootfiles><rootfile full-path="book.opf"
              media-type="application/oebps-package+xml"/></rootfiles></container>\
            """));
    parts.put(
        "book.opf",
        utf8(
            """
            <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i">
            <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The book</dc:title>
            <dc:creator>Unit Nine</dc:creator><dc:date>2021-03-04</dc:date>
            <dc:identifier id="i">x</dc:identifier></metadata>
            <manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>
            <spine><itemref idref="a"/></spine></package>\
            """));
    parts.put(
        "a.xhtml",
        utf8(
            """
            <html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
            <body><h1>Outlook</h1><p>%s</p></body></html>\
            """
                .formatted(PROSE)));
    return zip(file, parts);
  }

  static Path write(Path file, byte[] bytes) throws IOException {
    return Files.write(file, bytes);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A zip file; an entry called `mimetype` is stored, as the formats that have it want. */
  static Path zip(Path file, Map<String, byte[]> entries) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> e : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(e.getKey());
        if (e.getKey().equals("mimetype")) {
          CRC32 crc = new CRC32();
          crc.update(e.getValue());
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(e.getValue().length);
          entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(e.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }
}
