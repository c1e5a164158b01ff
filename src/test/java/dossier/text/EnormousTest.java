package dossier.text;

import static dossier.text.Samples.PROSE;
import static dossier.text.Samples.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Documents that are enormous, or say that they are, in workers of the usual size and of no other:
 * none of these may need the larger one.
 */
class EnormousTest {

  private static final Workers.Limits NO_LARGER =
      new Workers.Limits(
          Duration.ofSeconds(120),
          Duration.ofSeconds(1),
          Duration.ofSeconds(240),
          Duration.ofSeconds(30),
          512,
          512,
          500,
          1000);

  @TempDir static Path folder;
  private static Workers workers;

  @BeforeAll
  static void start() {
    workers = Workers.start(1, new Workers.Setup(folder.resolve("temp"), "", NO_LARGER));
  }

  @AfterAll
  static void close() {
    workers.close();
  }

  private static Extraction.Extracted read(Path file) throws Exception {
    List<Extraction> all = Given.all(workers, file);
    assertEquals(1, all.size(), () -> all.subList(0, Math.min(all.size(), 3)).toString());
    return assertInstanceOf(Extraction.Extracted.class, all.getFirst());
  }

  private static int characters(Text text) {
    return text.passages().stream().mapToInt(passage -> passage.text().length()).sum();
  }

  @Test
  void aPdfOfFiveThousandPagesIsReadWhole() throws Exception {
    Path file =
        Samples.pdf(
            folder.resolve("pages.pdf"),
            IntStream.rangeClosed(1, 5000)
                .mapToObj(i -> List.of("Note number " + i + " of the year, and what it says."))
                .toList());
    Extraction.Extracted extracted = read(file);
    assertEquals(List.of(), extracted.missing());
    Text text = extracted.text();
    assertEquals(5000, text.pages());
    Passage last = text.passages().getLast();
    assertEquals(5000, last.page());
    assertEquals("Note number 5000 of the year, and what it says.", last.text());
  }

  @Test
  void aPdfThatIsCutKeepsThePagesBeforeTheCutAndSaysSo() throws Exception {
    Path file =
        Samples.pdf(
            folder.resolve("cut.pdf"),
            IntStream.rangeClosed(1, 40)
                .mapToObj(i -> List.of("Number " + i + ": " + PROSE.substring(0, 60)))
                .toList());
    try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(file))) {
      pdf.save(file.toFile(), CompressParameters.NO_COMPRESSION);
    }
    byte[] whole = Files.readAllBytes(file);
    Extraction.Extracted extracted =
        read(Samples.write(file, Arrays.copyOf(whole, whole.length / 2)));
    List<Passage> passages = extracted.text().passages();
    assertTrue(passages.getFirst().text().startsWith("Number 1: "), passages.toString());
    assertTrue(passages.size() > 10, passages.toString());
    assertEquals(1, extracted.missing().size(), extracted.missing().toString());
  }

  @Test
  void aPdfWhoseTreeOfPagesGoesInCirclesComesToAnEnd() throws Exception {
    Path file = Samples.pdf(folder.resolve("circle.pdf"), List.of(List.of(PROSE.substring(0, 60))));
    try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(file))) {
      COSDictionary pages = pdf.getPages().getCOSObject();
      ((COSArray) pages.getDictionaryObject(COSName.KIDS)).add(pages);
      pages.setInt(COSName.COUNT, 1_000_000_000);
      pdf.save(file.toFile());
    }
    Extraction.Extracted extracted = read(file);
    assertEquals(PROSE.substring(0, 60), extracted.text().passages().getFirst().text());
    assertEquals(1, extracted.missing().size(), extracted.missing().toString());
  }

  @Test
  void pagesAndImagesThatSayTheyAreEnormousAreNotPainted() throws Exception {
    Path file = Samples.pdf(folder.resolve("wide.pdf"), List.of(List.of(PROSE.substring(0, 60))));
    try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(file))) {
      PDPage page = pdf.getPage(0);
      page.setMediaBox(new PDRectangle(1e9f, 1e9f));
      COSStream image = pdf.getDocument().createCOSStream();
      try (OutputStream out = image.createOutputStream(COSName.FLATE_DECODE)) {
        out.write(new byte[1000]);
      }
      image.setItem(COSName.TYPE, COSName.XOBJECT);
      image.setItem(COSName.SUBTYPE, COSName.IMAGE);
      image.setInt(COSName.WIDTH, 1_000_000);
      image.setInt(COSName.HEIGHT, 1_000_000);
      image.setInt(COSName.BITS_PER_COMPONENT, 8);
      image.setItem(COSName.COLORSPACE, COSName.DEVICERGB);
      COSDictionary objects = new COSDictionary();
      objects.setItem(COSName.getPDFName("Im0"), image);
      page.getResources().getCOSObject().setItem(COSName.XOBJECT, objects);
      COSStream content = pdf.getDocument().createCOSStream();
      try (OutputStream out = content.createOutputStream()) {
        page.getContents().transferTo(out);
        out.write(utf8("\nq 1000000000 0 0 1000000000 0 0 cm /Im0 Do Q\n"));
      }
      page.getCOSObject().setItem(COSName.CONTENTS, content);
      pdf.save(file.toFile());
    }
    assertEquals(PROSE.substring(0, 60), read(file).text().passages().getFirst().text());
  }

  @Test
  void aWordFileOfThreeMillionParagraphsIsReadAsFarAsItMayBe() throws Exception {
    Path file = folder.resolve("long.docx");
    Path model = Samples.docx(folder.resolve("model.docx"));
    try (ZipFile zip = new ZipFile(model.toFile());
        ZipOutputStream out =
            new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      out.setLevel(Deflater.BEST_SPEED);
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        byte[] part = zip.getInputStream(entry).readAllBytes();
        if (entry.getName().equals("word/document.xml")) {
          String xml = new String(part, StandardCharsets.UTF_8);
          int body = xml.indexOf("<w:body>") + "<w:body>".length();
          out.write(utf8(xml.substring(0, body)));
          Writer paragraphs =
              new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
          for (int i = 0; i < 3_000_000; i++) {
            paragraphs.write("<w:p><w:r><w:t>" + i + "</w:t></w:r></w:p>");
          }
          paragraphs.flush();
          out.write(utf8(xml.substring(body)));
        } else {
          out.write(part);
        }
      }
    }
    Extraction.Extracted extracted = read(file);
    assertEquals("0", extracted.text().passages().getFirst().text());
    assertEquals(List.of(Allowance.CUT), extracted.missing());
    assertTrue(extracted.text().passages().size() > 100_000);
  }

  @Test
  void aTextOfTwoHundredMegabytesIsReadAsFarAsItMayBe() throws Exception {
    Path file = folder.resolve("long.txt");
    byte[] paragraph = utf8("На границе спокойно. " + PROSE + "\n\n");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      for (int length = 0; length < 200_000_000; length += paragraph.length) {
        out.write(paragraph);
      }
    }
    Extraction.Extracted extracted = read(file);
    Files.delete(file);
    int characters = characters(extracted.text());
    assertTrue(characters > 10_000_000 && characters <= Allowance.DOCUMENT, "" + characters);
    assertTrue(extracted.missing().contains(Allowance.CUT), extracted.missing().toString());
  }

  @Test
  void whatIsNestedAHundredThousandDeepIsReadOrRefused() throws Exception {
    int deep = 100_000;
    String html = "<html><body>" + "<div>".repeat(deep) + PROSE + "</div>".repeat(deep);
    Path page = Samples.write(folder.resolve("deep.html"), utf8(html));
    assertEquals(PROSE, Given.text(workers, page).passages().getFirst().text());
    String xml = "<r>" + "<p>".repeat(deep) + PROSE + "</p>".repeat(deep) + "</r>";
    endsWell(Samples.write(folder.resolve("deep.xml"), utf8(xml)));
    String json = "[".repeat(deep) + "\"" + PROSE + "\"" + "]".repeat(deep);
    endsWell(Samples.write(folder.resolve("deep.json"), utf8(json)));
    String rtf = "{\\rtf1\\pard " + "{".repeat(deep) + PROSE + "}".repeat(deep) + "}";
    endsWell(Samples.write(folder.resolve("deep.rtf"), utf8(rtf)));
    endsWell(Samples.write(folder.resolve("deep.md"), utf8(">".repeat(deep) + PROSE)));
  }

  private static void endsWell(Path file) throws Exception {
    List<Extraction> all = Given.all(workers, file);
    assertEquals(1, all.size(), all.toString());
    switch (all.getFirst()) {
      case Extraction.Extracted read ->
          assertTrue(read.text().passages().toString().contains(PROSE), file.toString());
      case Extraction.Refused refused -> assertEquals(Reason.DAMAGED, refused.reason(), "" + file);
      case Extraction.Container _, Extraction.Unwanted _, Extraction.Skipped _ ->
          throw new AssertionError(all.toString());
    }
  }

  @Test
  void richTextOfAMillionGroupsIsReadWhole() throws Exception {
    String groups = "{\\b a}{\\i b} ".repeat(500_000);
    Path file =
        Samples.write(
            folder.resolve("groups.rtf"), utf8("{\\rtf1\\pard " + groups + PROSE + "\\par}"));
    Text text = read(file).text();
    assertTrue(text.passages().getLast().text().endsWith(PROSE));
    assertEquals(3 * 500_000 + PROSE.length(), characters(text));
  }
}
