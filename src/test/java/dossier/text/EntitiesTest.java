package dossier.text;

import static dossier.text.Samples.PROSE;
import static dossier.text.Samples.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** XML that would fill the memory, read other files, or call out, wherever XML stands. */
class EntitiesTest {

  private static final String SECRET = "the canary sings at seven";

  /** Times that a parser with no defence could not keep. */
  private static final Workers.Limits SHORT =
      new Workers.Limits(
          Duration.ofSeconds(40),
          Duration.ofSeconds(1),
          Duration.ofSeconds(60),
          Duration.ofSeconds(30),
          256,
          256,
          500,
          100);

  @TempDir static Path folder;
  private static Workers workers;
  private static ServerSocketChannel server;
  private static Path canary;

  @BeforeAll
  static void start() throws Exception {
    workers = Workers.start(1, new Workers.Setup(folder.resolve("temp"), "", SHORT));
    server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.configureBlocking(false);
    canary = Samples.write(folder.resolve("canary"), utf8(SECRET));
  }

  @AfterAll
  static void close() throws Exception {
    workers.close();
    server.close();
  }

  /** A document type that asks for a file, an address, and a declaration at the address. */
  private static String outward(String root) throws IOException {
    String address =
        "http://127.0.0.1:" + ((InetSocketAddress) server.getLocalAddress()).getPort() + "/";
    return """
    <!DOCTYPE %1$s SYSTEM "%2$sdoctype" [<!ENTITY %% outside SYSTEM "%2$sparameter">
    <!ENTITY file SYSTEM "%3$s"><!ENTITY call SYSTEM "%2$sentity">%%outside;]>
    """
        .formatted(root, address, canary.toUri());
  }

  /** Ten to the ninth of them. */
  private static String laughs(String root) {
    StringBuilder type = new StringBuilder("<!DOCTYPE " + root + " [<!ENTITY e0 \"ha ha ha \">");
    for (int i = 1; i <= 9; i++) {
      type.append("<!ENTITY e").append(i).append(" \"");
      type.append(("&e" + (i - 1) + ";").repeat(10)).append("\">");
    }
    return type.append("]>").toString();
  }

  /** One long entity many times: 200 KB that stand for 10 GB. */
  private static String quadratic(String root) {
    return "<!DOCTYPE " + root + " [<!ENTITY long \"" + "ha ".repeat(33_000) + "\">]>";
  }

  private static String xml(String type, String entities) {
    return "<?xml version=\"1.0\"?>" + type + "<r><p>" + PROSE + "</p><p>" + entities + "</p></r>";
  }

  private static Path page(String name, String type, String entities) throws IOException {
    String page =
        """
        <?xml version="1.0"?>%s<html xmlns="http://www.w3.org/1999/xhtml"><body><p>%s</p>
        <p>%s</p></body></html>
        """
            .formatted(type, PROSE, entities);
    return Samples.write(folder.resolve(name), utf8(page));
  }

  /** The same zip file with one part written anew. */
  private static Path with(Path file, String part, String... replacements) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    String content = new String(parts.get(part), StandardCharsets.UTF_8);
    for (int i = 0; i < replacements.length; i += 2) {
      assertTrue(content.contains(replacements[i]), content);
      content = content.replace(replacements[i], replacements[i + 1]);
    }
    parts.put(part, utf8(content));
    return Samples.zip(file, parts);
  }

  /** What came of it is at most its own words, and nobody was called. */
  private static void isHarmless(Path file) throws Exception {
    List<Extraction> all = Given.all(workers, file);
    assertFalse(all.toString().contains(SECRET), file + " gave away another file");
    assertNull(server.accept(), file + " made the reader call out");
    for (Extraction extraction : all) {
      switch (extraction) {
        case Extraction.Refused refused -> assertEquals(Reason.DAMAGED, refused.reason(), "" + all);
        case Extraction.Extracted read ->
            assertTrue(read.text().passages().toString().length() < 30_000_000, "too much");
        case Extraction.Container _, Extraction.Unwanted _, Extraction.Skipped _ ->
            throw new AssertionError("" + all);
      }
    }
    Text next = Given.text(workers, Samples.write(folder.resolve("next.txt"), utf8(PROSE)));
    assertEquals(1, next.passages().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"laughs", "quadratic"})
  void entitiesThatMultiplyAreNotUnfolded(String bomb) throws Exception {
    boolean laughs = bomb.equals("laughs");
    String entities = laughs ? "&e9;" : "&long;".repeat(100_000 / 6);
    isHarmless(
        Samples.write(
            folder.resolve(bomb + ".xml"),
            utf8(xml(laughs ? laughs("r") : quadratic("r"), entities))));
    String html = laughs ? laughs("html") : quadratic("html");
    isHarmless(page(bomb + ".xhtml", html, entities));
    isHarmless(page(bomb + ".html", html, entities));
    isHarmless(
        with(
            Samples.docx(folder.resolve(bomb + ".docx")),
            "word/document.xml",
            "<w:document",
            (laughs ? laughs("w:document") : quadratic("w:document")) + "<w:document",
            "Mali",
            entities));
    isHarmless(
        with(
            Samples.odt(folder.resolve(bomb + ".odt")),
            "content.xml",
            "<office:document-content",
            (laughs ? laughs("office:document-content") : quadratic("office:document-content"))
                + "<office:document-content",
            "Outlook",
            "Outlook" + entities));
  }

  @Test
  void xmlReadsNoOtherFileAndCallsNobody() throws Exception {
    isHarmless(Samples.write(folder.resolve("out.xml"), utf8(xml(outward("r"), "&file; &call;"))));
    isHarmless(page("out.xhtml", outward("html"), "&file; &call;"));
    isHarmless(page("out.html", outward("html"), "&file; &call;"));
    String svg =
        "<?xml version=\"1.0\"?>"
            + outward("svg")
            + "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>&file; &call;</text></svg>";
    Path image = Samples.write(folder.resolve("out.svg"), utf8(svg));
    assertEquals(Reason.UNSUPPORTED, Given.refused(workers, image).reason());
    assertNull(server.accept());
  }

  @Test
  void partsOfOfficeFilesReadNoOtherFileAndCallNobody() throws Exception {
    isHarmless(
        with(
            Samples.docx(folder.resolve("out.docx")),
            "word/document.xml",
            "<w:document",
            outward("w:document") + "<w:document",
            "Mali",
            "&file; &call;"));
    isHarmless(
        with(
            Samples.docx(folder.resolve("properties.docx")),
            "docProps/core.xml",
            "<cp:coreProperties",
            outward("cp:coreProperties") + "<cp:coreProperties",
            "Word title",
            "&file; &call;"));
    isHarmless(
        with(
            Samples.odt(folder.resolve("out.odt")),
            "content.xml",
            "<office:document-content",
            outward("office:document-content") + "<office:document-content",
            "Outlook",
            "Outlook &file; &call;"));
  }

  @Test
  void partsOfBooksReadNoOtherFileAndCallNobody() throws Exception {
    isHarmless(
        with(
            Samples.epub(folder.resolve("out.epub")),
            "a.xhtml",
            "<html",
            outward("html") + "<html",
            "Outlook",
            "Outlook &file; &call;"));
    isHarmless(
        with(
            Samples.epub(folder.resolve("package.epub")),
            "book.opf",
            "<package",
            outward("package") + "<package",
            "The book",
            "The book &file; &call;"));
    String svg =
        outward("svg").replace("\n", " ")
            + "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>&file; &call;</text></svg>";
    Path drawn = Samples.epub(folder.resolve("drawn.epub"));
    Path book =
        with(
            drawn,
            "book.opf",
            "<spine>",
            "<spine><itemref idref=\"s\"/>",
            "<manifest>",
            "<manifest><item id=\"s\" href=\"s.svg\" media-type=\"image/svg+xml\"/>");
    try (ZipFile zip = new ZipFile(book.toFile())) {
      Map<String, byte[]> parts = new LinkedHashMap<>();
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
      parts.put("s.svg", utf8(svg));
      isHarmless(Samples.zip(folder.resolve("drawing.epub"), parts));
    }
  }

  @Test
  void theFormOfAPdfReadsNoOtherFileAndCallsNobody() throws Exception {
    for (String type : List.of(outward("xdp"), laughs("xdp"))) {
      String form =
          """
          <?xml version="1.0"?>%s<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/">
          <template xmlns="http://www.xfa.org/schema/xfa-template/3.0/"><subform name="f">
          <field name="a"><assist><speak>A field &file;</speak></assist></field></subform></template>
          <xfa:datasets xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><xfa:data><f>
          <a>&file; &call; &e9;</a></f></xfa:data></xfa:datasets></xdp:xdp>\
          """
              .formatted(type);
      Path file = folder.resolve("form.pdf");
      try (PDDocument pdf = new PDDocument()) {
        pdf.addPage(new PDPage());
        PDAcroForm acro = new PDAcroForm(pdf);
        COSStream stream = pdf.getDocument().createCOSStream();
        try (var out = stream.createOutputStream()) {
          out.write(utf8(form));
        }
        acro.getCOSObject().setItem(COSName.XFA, stream);
        acro.getCOSObject().setItem(COSName.FIELDS, new COSArray());
        pdf.getDocumentCatalog().setAcroForm(acro);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pdf.save(bytes);
        Files.write(file, bytes.toByteArray());
      }
      String all = Given.all(workers, file).toString();
      assertFalse(all.contains(SECRET), all);
      assertNull(server.accept());
      assertFalse(all.contains("CRASHED") || all.contains("_LIMIT"), all);
    }
  }
}
