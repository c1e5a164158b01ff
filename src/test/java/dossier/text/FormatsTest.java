package dossier.text;

import static dossier.text.Samples.PROSE;
import static dossier.text.Samples.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.text.Passage.Kind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each format through a worker process, with a file made here. */
class FormatsTest {

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

  private static Text text(String name, String content) throws Exception {
    return Given.text(workers, Samples.write(folder.resolve(name), utf8(content)));
  }

  @Test
  void aPdfKeepsItsPagesAndJoinsItsLines() throws Exception {
    Path file =
        Samples.pdf(
            folder.resolve("brief.pdf"),
            List.of(
                List.of(
                    "Monitor 9",
                    "The water of the river is a mat-",
                    "ter of dispute between",
                    "the two.",
                    "1"),
                List.of(
                    "Monitor 9",
                    "Sleeper cells are dormant in the city",
                    "and on the border.",
                    "2"),
                List.of("Monitor 9", "Third page with the last words of it.", "3")));
    Text text = Given.text(workers, file);
    assertEquals("application/pdf", text.mediaType());
    assertTrue(text.paged());
    assertEquals(3, text.pages());
    assertEquals("A title from the file", text.properties().title());
    assertEquals(List.of("Unit Nine"), text.properties().authors());
    assertEquals("en", text.language());
    assertEquals(
        List.of(
            new Passage(Kind.FURNITURE, 0, 1, "Monitor 9"),
            new Passage(
                Kind.PARAGRAPH,
                0,
                1,
                "The water of the river is a matter of dispute between the two."),
            new Passage(Kind.FURNITURE, 0, 1, "1"),
            new Passage(Kind.FURNITURE, 0, 2, "Monitor 9"),
            new Passage(
                Kind.PARAGRAPH, 0, 2, "Sleeper cells are dormant in the city and on the border."),
            new Passage(Kind.FURNITURE, 0, 2, "2"),
            new Passage(Kind.FURNITURE, 0, 3, "Monitor 9"),
            new Passage(Kind.PARAGRAPH, 0, 3, "Third page with the last words of it."),
            new Passage(Kind.FURNITURE, 0, 3, "3")),
        text.passages());
  }

  @Test
  void aWordFileKeepsHeadingsAndTables() throws Exception {
    Text text = Given.text(workers, Samples.docx(folder.resolve("brief.docx")));
    assertEquals("Word title", text.properties().title());
    assertFalse(text.paged());
    assertEquals(
        List.of(
            new Passage(Kind.HEADING, 1, 1, "Outlook"),
            new Passage(Kind.PARAGRAPH, 0, 1, PROSE),
            new Passage(Kind.ROW, 0, 1, "Country\tRisk"),
            new Passage(Kind.ROW, 0, 1, "Mali\thigh")),
        text.passages());
  }

  @Test
  void anOpenDocumentKeepsHeadings() throws Exception {
    outlook(Given.text(workers, Samples.odt(folder.resolve("brief.odt"))));
  }

  @Test
  void aBookKeepsHeadingsAndItsDate() throws Exception {
    Text text = Given.text(workers, Samples.epub(folder.resolve("brief.epub")));
    outlook(text);
    assertEquals("The book", text.properties().title());
    assertEquals("2021-03-04", text.properties().published());
  }

  private static void outlook(Text text) {
    assertEquals(
        List.of(
            new Passage(Kind.HEADING, 1, 1, "Outlook"), new Passage(Kind.PARAGRAPH, 0, 1, PROSE)),
        text.passages());
    assertEquals("en", text.language());
  }

  @Test
  void richTextIsRead() throws Exception {
    Text text =
        text(
            "brief.rtf",
            "{\\rtf1\\ansi\\ansicpg1251 Border\\par \\u1053?\\u1072? - " + PROSE + "\\par}");
    assertEquals("application/rtf", text.mediaType());
    assertTrue(text.passages().getLast().text().startsWith("На - Security"), "" + text);
  }

  @Test
  void plainTextIsPartedByBlankLines() throws Exception {
    Text text =
        text(
            "brief.txt",
            "A first line\n\nOne para-\ngraph over\nlines.\n\n  • first\n  • second\n");
    assertEquals(
        List.of(
            new Passage(Kind.HEADING, 1, 1, "A first line"),
            new Passage(Kind.PARAGRAPH, 0, 1, "One paragraph over lines."),
            new Passage(Kind.ITEM, 0, 1, "first"),
            new Passage(Kind.ITEM, 0, 1, "second")),
        text.passages());
  }

  @Test
  void plainTextIsReadInTheEncodingItHas() throws Exception {
    String russian = "Угроза терроризма в регионе остаётся высокой, и это не новость для границы.";
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_8,
            Charset.forName("windows-1251"),
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE,
            Charset.forName("KOI8-R"))) {
      Path file = folder.resolve(charset.name() + ".txt");
      Text text = Given.text(workers, Samples.write(file, russian.getBytes(charset)));
      assertEquals(russian, text.passages().getFirst().text(), charset.name());
      assertEquals("ru", text.language(), charset.name());
    }
  }

  @Test
  void ligaturesAndSoftHyphensAreTakenApart() throws Exception {
    Text text =
        text("signs.txt", "The o\ufb03ce of the co\u00adope\u00adra\u00adtion is in \ufb02ames.");
    assertEquals("The office of the cooperation is in flames.", text.passages().getFirst().text());
  }

  @Test
  void fileNamesInAnyScriptAreOpened() throws Exception {
    assertEquals(2, text("Отчёт о границе.txt", "First\n\n" + PROSE).passages().size());
    assertEquals(2, text("تقرير الحدود.txt", "First\n\n" + PROSE).passages().size());
  }

  @Test
  void aSavedWebPageIsItsArticleAndTheRestFurniture() throws Exception {
    Text text =
        text(
            "page.html",
            """
            <html><head><title>Outlook - Site</title><meta property="og:title" content="Outlook">
            <meta property="article:published_time" content="2024-05-16T10:00:00+00:00">
            <meta name="author" content="Unit Nine"><script>var x;</script></head>
            <body><header><a href=/>The site</a><h1>Outlook</h1></header><nav><ul><li>Home</ul></nav>
            <main><p>%s<br><br>Another <b>bold</b>
            word.</p><ul><li>An item</li></ul>
            <table><tr><th>Country<th>Risk<tr><td>Mali<td>high</table>
            <div class="related-posts"><h3>Related Posts</h3><p>Another report</p></div></main>
            <footer>Contact us</footer></body></html>\
            """
                .formatted(PROSE));
    assertEquals(
        List.of(
            new Passage(Kind.FURNITURE, 0, 1, "The site"),
            new Passage(Kind.HEADING, 1, 1, "Outlook"),
            new Passage(Kind.FURNITURE, 0, 1, "Home"),
            new Passage(Kind.PARAGRAPH, 0, 1, PROSE),
            new Passage(Kind.PARAGRAPH, 0, 1, "Another bold word."),
            new Passage(Kind.ITEM, 0, 1, "An item"),
            new Passage(Kind.ROW, 0, 1, "Country\tRisk"),
            new Passage(Kind.ROW, 0, 1, "Mali\thigh"),
            new Passage(Kind.FURNITURE, 0, 1, "Related Posts"),
            new Passage(Kind.FURNITURE, 0, 1, "Another report"),
            new Passage(Kind.FURNITURE, 0, 1, "Contact us")),
        text.passages());
    assertEquals("Outlook", text.properties().title());
    assertEquals("2024-05-16T10:00:00+00:00", text.properties().published());
    assertEquals(List.of("Unit Nine"), text.properties().authors());
  }

  @Test
  void markdownKeepsHeadingsListsTablesAndItsFrontMatter() throws Exception {
    Text text =
        text(
            "brief.md",
            """
            ---
            title: From the front
            date: 2023-02-01
            ---
            # Outlook

            %s

            - one *item*

            | Country | Risk |
            |---|---|
            | Mali | high |
            """
                .formatted(PROSE));
    assertEquals(
        List.of(
            new Passage(Kind.HEADING, 1, 1, "Outlook"),
            new Passage(Kind.PARAGRAPH, 0, 1, PROSE),
            new Passage(Kind.ITEM, 0, 1, "one item"),
            new Passage(Kind.ROW, 0, 1, "Country\tRisk"),
            new Passage(Kind.ROW, 0, 1, "Mali\thigh")),
        text.passages());
    assertEquals("text/markdown", text.mediaType());
    assertEquals("From the front", text.properties().title());
    assertEquals("2023-02-01", text.properties().published());
  }

  @Test
  void anEmailIsItsSubjectDateAndBodyAndItsAttachmentIsADocumentOfItsOwn() throws Exception {
    Path mail =
        Samples.write(
            folder.resolve("brief.eml"),
            utf8(
                """
                From: Unit Nine <nine@example.org>
                To: reader@example.org
                Subject: =?utf-8?B?0JPRgNCw0L3QuNGG0LA=?=
                Date: Thu, 16 May 2024 10:00:00 +0000
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8

                %s

                A second paragraph.
                --b
                Content-Type: text/html; charset=utf-8
                Content-Disposition: attachment; filename="annex.html"

                <html><body><p>The words of the annex.</p></body></html>
                --b--
                """
                    .formatted(PROSE)
                    .replace("\n", "\r\n")));
    List<Extraction> all = Given.all(workers, mail);
    Extraction.Extracted annex = assertInstanceOf(Extraction.Extracted.class, all.getFirst());
    assertEquals("brief.eml!/annex.html", annex.document().location().path());
    assertEquals(56, annex.document().sizeBytes());
    assertEquals(
        List.of(new Passage(Kind.PARAGRAPH, 0, 1, "The words of the annex.")),
        annex.text().passages());
    Text text = assertInstanceOf(Extraction.Extracted.class, all.getLast()).text();
    assertEquals(2, all.size());
    assertEquals("message/rfc822", text.mediaType());
    assertEquals("Граница", text.properties().title());
    assertEquals("2024-05-16T10:00:00Z", text.properties().published());
    assertEquals(List.of("Unit Nine <nine@example.org>"), text.properties().authors());
    assertEquals(
        List.of(
            new Passage(Kind.PARAGRAPH, 0, 1, PROSE),
            new Passage(Kind.PARAGRAPH, 0, 1, "A second paragraph.")),
        text.passages());
  }

  @Test
  void whatStandsBelowAReportIsFurniture() throws Exception {
    Text text =
        text(
            "footer.txt",
            "Title\n\n"
                + (PROSE + "\n\n").repeat(8)
                + "Listen also |Ep. 12\n\nFor further information contact us at info@example.org.\n\n"
                + "Related Posts\n\nAnother report");
    assertEquals(13, text.passages().size());
    assertEquals(
        List.of(
            "Listen also |Ep. 12",
            "For further information contact us at info@example.org.",
            "Related Posts",
            "Another report"),
        text.passages().stream()
            .filter(passage -> passage.kind() == Kind.FURNITURE)
            .map(Passage::text)
            .toList());
  }
}
