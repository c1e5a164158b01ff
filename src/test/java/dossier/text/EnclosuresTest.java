package dossier.text;

import static dossier.text.Samples.PROSE;
import static dossier.text.Samples.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies inside mails, office files and PDF, in numbers and depths nobody would send. */
class EnclosuresTest {

  private static final String TOO_MANY =
      "There are more documents inside it, or deeper ones, than are read.";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package";

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

  /** A part of a mail; the name goes into its header as it is. */
  private static String part(String type, String name, byte[] bytes) {
    String disposition = name.isEmpty() ? "inline" : "attachment; filename=\"" + name + "\"";
    return """
    --b
    Content-Type: %s
    Content-Disposition: %s
    Content-Transfer-Encoding: base64

    %s
    """
        .formatted(type, disposition, Base64.getMimeEncoder().encodeToString(bytes));
  }

  private static byte[] mail(String body, List<String> parts) {
    String words = body.isEmpty() ? "" : "--b\nContent-Type: text/plain\n\n" + body + "\n";
    String mail =
        """
        From: Unit Nine <nine@example.org>
        Subject: A mail
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        %s%s--b--
        """
            .formatted(words, String.join("", parts));
    return utf8(mail.replace("\r\n", "\n").replace("\n", "\r\n"));
  }

  private static List<Extraction> all(String name, byte[] bytes) throws Exception {
    return Given.all(workers, Samples.write(folder.resolve(name), bytes));
  }

  /** What came, one line each: `place Extracted`. */
  private static List<String> told(List<Extraction> all) {
    return all.stream()
        .map(e -> e.document().location() + " " + e.getClass().getSimpleName())
        .toList();
  }

  @Test
  void ofThreeThousandAttachmentsTwoThousandAreReadAndTheRestIsSaid() throws Exception {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      parts.add(part("text/plain", "note-" + i + ".txt", utf8("Note " + i + "\n\n" + PROSE)));
    }
    List<Extraction> all = all("many.eml", mail(PROSE, parts));
    assertEquals(2001, all.size());
    Extraction.Extracted mail = assertInstanceOf(Extraction.Extracted.class, all.getLast());
    assertEquals(List.of(TOO_MANY), mail.missing());
    assertEquals("many.eml!/note-1999.txt", all.get(1999).document().location().path());
    assertEquals(2000, all.stream().map(e -> e.document().location()).distinct().count() - 1);
  }

  @Test
  void mailsInMailsAreReadToADepthAndTheRestIsSaid() throws Exception {
    byte[] mail = mail("Letter number 20.", List.of());
    for (int i = 19; i >= 0; i--) {
      String inner = new String(mail, StandardCharsets.UTF_8);
      String next =
          """
          From: Unit Nine <nine@example.org>
          Subject: Number %1$d
          MIME-Version: 1.0
          Content-Type: multipart/mixed; boundary=b%1$d

          --b%1$d
          Content-Type: text/plain

          Letter number %1$d.
          --b%1$d
          Content-Type: message/rfc822; name="m%1$d.eml"
          Content-Disposition: attachment; filename="m%1$d.eml"

          %2$s
          --b%1$d--
          """
              .formatted(i, inner.replace("\r\n", "\n"));
      mail = utf8(next.replace("\n", "\r\n"));
    }
    List<Extraction> all = all("nest.eml", mail);
    assertEquals(9, all.size(), told(all).toString());
    for (int i = 0; i < 9; i++) {
      Extraction.Extracted read = assertInstanceOf(Extraction.Extracted.class, all.get(8 - i));
      assertEquals("Letter number " + i + ".", read.text().passages().getFirst().text());
      assertEquals(i == 8 ? List.of(TOO_MANY) : List.of(), read.missing());
    }
  }

  @Test
  void documentsInAnAttachedArchiveAreDocumentsOfTheirOwn() throws Exception {
    Path zip =
        Samples.zip(
            folder.resolve("two.zip"),
            Map.of(
                "in/one.txt", utf8("One\n\n" + PROSE), "../../two.txt", utf8("Two\n\n" + PROSE)));
    List<Extraction> all =
        all(
            "zip.eml",
            mail(
                "See the archive.",
                List.of(part("application/zip", "two.zip", Files.readAllBytes(zip)))));
    assertEquals(4, all.size());
    List<String> told = told(all);
    assertTrue(told.contains("zip.eml!/two.zip!/in/one.txt Extracted"), told.toString());
    assertEquals("zip.eml!/two.zip Container", told.get(2));
    assertEquals("zip.eml Extracted", told.get(3));
    assertEquals(2, ((Extraction.Container) all.get(2)).entries());
  }

  @Test
  void twoAttachmentsOfOneNameAreTwoDocuments() throws Exception {
    List<Extraction> all =
        all(
            "same.eml",
            mail(
                "Twice.",
                List.of(
                    part("text/plain", "note.txt", utf8("First\n\n" + PROSE)),
                    part("text/plain", "note.txt", utf8("Second\n\n" + PROSE)))));
    assertEquals(3, all.size());
    assertEquals(3, all.stream().map(e -> e.document().location()).distinct().count());
    assertEquals("same.eml!/note.txt", all.getFirst().document().location().path());
  }

  @Test
  void anImageWithinAMailIsNoDocument() throws Exception {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0};
    List<Extraction> all =
        all("image.eml", mail("With a sign below.", List.of(part("image/png", "", png))));
    assertEquals(List.of("image.eml Extracted"), told(all));
  }

  @Test
  void aMailWithoutWordsHoldsItsAttachment() throws Exception {
    List<Extraction> all =
        all(
            "silent.eml",
            mail("", List.of(part("text/plain", "note.txt", utf8("Note\n\n" + PROSE)))));
    assertEquals(List.of("silent.eml!/note.txt Extracted", "silent.eml Container"), told(all));
  }

  @Test
  void namesWithLineEndsAndMarksOfDirectionAreTamed() throws Exception {
    String line = "=?utf-8?B?" + Base64.getEncoder().encodeToString(utf8("a\nb\r\nc.txt")) + "?=";
    String mark =
        "=?utf-8?B?" + Base64.getEncoder().encodeToString(utf8("in\u202etxt.exe\u0000.txt")) + "?=";
    List<Extraction> all =
        all(
            "names.eml",
            mail(
                "Names.",
                List.of(
                    part("text/plain", line, utf8("One\n\n" + PROSE)),
                    part("text/plain", mark, utf8("Two\n\n" + PROSE)),
                    part("text/plain", "../../../etc/passwd.txt", utf8("Three\n\n" + PROSE)))));
    assertEquals(4, all.size());
    for (Extraction extraction : all) {
      String path = extraction.document().location().path();
      assertTrue(path.chars().noneMatch(Character::isISOControl), path);
      assertTrue(path.indexOf('\u202e') < 0 && !path.contains(".."), path);
      assertInstanceOf(Extraction.Extracted.class, extraction);
    }
  }

  @Test
  void filesWhoseNamesHaveLineEndsAndMarksOfDirectionAreRead() throws Exception {
    for (String name : List.of("line\nend.txt", "right\u202eto-left.txt", "tab\t.txt")) {
      Path file = Samples.write(folder.resolve(name), utf8("Title\n\n" + PROSE));
      assertEquals(2, Given.text(workers, file).passages().size());
    }
  }

  @Test
  void documentsInAWordFileAreDocumentsOfTheirOwn() throws Exception {
    Path inner = Samples.docx(folder.resolve("inner.docx"));
    Path sheet = folder.resolve("inner.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(sheet)) {
      book.createSheet("Water").createRow(0).createCell(0).setCellValue("Cases of water");
      book.write(out);
    }
    Path file = folder.resolve("outer.docx");
    try (XWPFDocument word = new XWPFDocument();
        OutputStream out = Files.newOutputStream(file)) {
      word.createParagraph().createRun().setText("The outer words.");
      embed(word, inner, "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
      embed(word, sheet, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
      word.write(out);
    }
    List<Extraction> all = Given.all(workers, file);
    assertEquals(3, all.size(), told(all).toString());
    List<String> told = told(all).stream().sorted().toList();
    assertEquals(
        List.of(
            "outer.docx Extracted",
            "outer.docx!/inner.docx Extracted",
            "outer.docx!/inner.xlsx Extracted"),
        told);
    Text text = ((Extraction.Extracted) all.getLast()).text();
    assertEquals("The outer words.", text.passages().getFirst().text());
    assertEquals(1, text.passages().size(), text.passages().toString());
  }

  private static void embed(XWPFDocument word, Path file, String type) throws Exception {
    PackagePart part =
        word.getPackage()
            .createPart(
                PackagingURIHelper.createPartName("/word/embeddings/" + file.getFileName()), type);
    try (OutputStream out = part.getOutputStream()) {
      Files.copy(file, out);
    }
    word.getPackagePart().addRelationship(part.getPartName(), TargetMode.INTERNAL, PACKAGE);
  }

  @Test
  void filesAttachedToAPdfAreDocumentsOfTheirOwn() throws Exception {
    for (boolean portfolio : new boolean[] {false, true}) {
      Path file =
          Samples.pdf(
              folder.resolve("outer.pdf"), List.of(List.of("See the files attached here.")));
      byte[] inner =
          Files.readAllBytes(
              Samples.pdf(folder.resolve("inner.pdf"), List.of(List.of("The words inside it."))));
      try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(file))) {
        PDEmbeddedFile embedded = new PDEmbeddedFile(pdf, new ByteArrayInputStream(inner));
        embedded.setSubtype("application/pdf");
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile("inner.pdf");
        specification.setEmbeddedFile(embedded);
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of("inner.pdf", specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        pdf.getDocumentCatalog().setNames(names);
        if (portfolio) {
          COSDictionary collection = new COSDictionary();
          collection.setItem(COSName.TYPE, COSName.getPDFName("Collection"));
          pdf.getDocumentCatalog().getCOSObject().setItem("Collection", collection);
        }
        pdf.save(file.toFile());
      }
      List<Extraction> all = Given.all(workers, file);
      assertEquals(List.of("outer.pdf!/inner.pdf Extracted", "outer.pdf Extracted"), told(all));
      Text text = ((Extraction.Extracted) all.getFirst()).text();
      assertEquals("The words inside it.", text.passages().getFirst().text());
    }
  }
}
