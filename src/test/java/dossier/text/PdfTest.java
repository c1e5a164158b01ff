package dossier.text;

import static dossier.text.PdfSheet.BOLD;
import static dossier.text.PdfSheet.PLAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.text.Passage.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the looks of a PDF's pages say, through a worker process. */
class PdfTest {

  private static final String[] LEFT = {
    "The river is low and the canals that leave",
    "it are guarded by men who own no uniform,",
    "and nobody in the valley expects the rain",
    "to come before the end of the month, so that",
    "farmers have sold a third of their cattle",
    "to traders who wait beyond the boundary and",
    "have doubled their prices since the spring."
  };
  private static final String[] RIGHT = {
    "Border troops were told to hold their fire",
    "and to leave the gates of water as found,",
    "an order that was obeyed on every post but",
    "one, where the telephone had been stolen, so",
    "a commission of both sides will meet soon",
    "and agree on turns, as it does each year,",
    "over a lunch that is said to be very good."
  };

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

  private static Passage passage(Kind kind, int page, String text) {
    return new Passage(kind, 0, page, text);
  }

  private static Passage heading(int level, int page, String text) {
    return new Passage(Kind.HEADING, level, page, text);
  }

  @ParameterizedTest
  @CsvSource({
    "LibreOffice 7.4,                     2021-04-03T09:00:00Z",
    "Canon iR-ADV C5235 PDF Scanner,      ",
    "ABBYY FineReader 11,                 ",
    "Xerox WorkCentre 7845,               ",
    "GPL Ghostscript 9.27,                "
  })
  void theDayOfAScanOrConversionIsNoDateOfTheText(String program, String created) throws Exception {
    try (PdfSheet sheet = new PdfSheet()) {
      sheet.page().text(72, 120, LEFT).made(program, Instant.parse("2021-04-03T09:00:00Z"));
      Text text = Given.text(workers, sheet.save(folder.resolve(program.charAt(0) + ".pdf")));
      assertEquals(created, text.properties().created(), program);
    }
  }

  @Test
  void columnsSetOneAfterTheOtherAreReadOneAfterTheOther() throws Exception {
    try (PdfSheet sheet = new PdfSheet()) {
      sheet.page().text(72, 120, LEFT).text(320, 120, RIGHT);
      Text text = Given.text(workers, sheet.save(folder.resolve("columns.pdf")));
      assertEquals(
          List.of(
              passage(Kind.PARAGRAPH, 1, String.join(" ", LEFT)),
              passage(Kind.PARAGRAPH, 1, String.join(" ", RIGHT))),
          text.passages());
    }
  }

  @Test
  void columnsSetLineByLineAreReadOneAfterTheOther() throws Exception {
    try (PdfSheet sheet = new PdfSheet()) {
      sheet.page().line(72, 80, BOLD, 18, "A Title Across Both of the Columns Below");
      for (int i = 0; i < LEFT.length; i++) {
        sheet.text(72, 120 + 14 * i, LEFT[i]).text(295, 120 + 14 * i, RIGHT[i]);
      }
      Text text = Given.text(workers, sheet.save(folder.resolve("turns.pdf")));
      assertEquals(
          List.of(
              heading(1, 1, "A Title Across Both of the Columns Below"),
              passage(Kind.PARAGRAPH, 1, String.join(" ", LEFT)),
              passage(Kind.PARAGRAPH, 1, String.join(" ", RIGHT))),
          text.passages());
    }
  }

  @Test
  void aWrappedTitleIsOneHeadingAndEachLineOfTheMastheadStandsAlone() throws Exception {
    try (PdfSheet sheet = new PdfSheet()) {
      sheet
          .page()
          .bookmark("A bookmark is no text")
          .line(72, 90, BOLD, 20, "Anchors in the Dark: Cable Breaks")
          .line(72, 115, BOLD, 20, "in the Gulf of Finland")
          .line(72, 138, PLAIN, 9, "Sea Lanes Brief | ISSN 9999-0032 | Volume 7, Issue 12")
          .line(72, 150, PLAIN, 9, "Sea Lanes Research Cell")
          .line(72, 162, PLAIN, 9, "le 12 décembre 2024")
          .line(72, 200, BOLD, 14, "What happened")
          .text(
              72,
              220,
              "Two cables and one power line between the shores were damaged within seven hours, at",
              "night, and none of the ships nearby had an answer to the questions of the coastguard.")
          .line(72, 260, BOLD, 10, "The first hours")
          .text(
              72, 280, "\u2022  Nobody lost electricity.", "\u2022  Prices doubled within a day.");
      Text text = Given.text(workers, sheet.save(folder.resolve("masthead.pdf")));
      assertEquals(
          List.of(
              heading(1, 1, "Anchors in the Dark: Cable Breaks in the Gulf of Finland"),
              passage(Kind.PARAGRAPH, 1, "Sea Lanes Brief | ISSN 9999-0032 | Volume 7, Issue 12"),
              passage(Kind.PARAGRAPH, 1, "Sea Lanes Research Cell"),
              passage(Kind.PARAGRAPH, 1, "le 12 décembre 2024"),
              heading(2, 1, "What happened"),
              passage(
                  Kind.PARAGRAPH,
                  1,
                  "Two cables and one power line between the shores were damaged within seven hours,"
                      + " at night, and none of the ships nearby had an answer to the questions of"
                      + " the coastguard."),
              heading(3, 1, "The first hours"),
              passage(Kind.ITEM, 1, "Nobody lost electricity."),
              passage(Kind.ITEM, 1, "Prices doubled within a day.")),
          text.passages());
    }
  }

  @Test
  void runningHeadersAndPageNumbersAreFurnitureWhereverTheFileSetsThem() throws Exception {
    try (PdfSheet sheet = new PdfSheet()) {
      List<String> sides = List.of("north", "south", "east", "west");
      for (int i = 1; i <= 4; i++) {
        String side = sides.get(i - 1);
        sheet
            .page()
            .text(72, 120, "Guards of the " + side + " are tired,", "and the " + side + " is dry.")
            .line(72, 50, PLAIN, 8, "Steppe Review 7/5")
            .line(500, 740, PLAIN, 8, i + " / 4");
      }
      Text text = Given.text(workers, sheet.save(folder.resolve("running.pdf")));
      for (int i = 1; i <= 4; i++) {
        int page = i;
        String side = sides.get(i - 1);
        String words = "Guards of the " + side + " are tired, and the " + side + " is dry.";
        assertEquals(
            List.of(
                passage(Kind.FURNITURE, page, "Steppe Review 7/5"),
                passage(Kind.PARAGRAPH, page, words),
                passage(Kind.FURNITURE, page, page + " / 4")),
            text.passages().stream().filter(passage -> passage.page() == page).toList());
      }
    }
  }

  @Test
  void aHeaderOfTheSecondPageOfTwoIsFurniture() throws Exception {
    try (PdfSheet sheet = new PdfSheet()) {
      sheet.page().text(72, 120, LEFT);
      sheet.page().text(72, 80, RIGHT).line(72, 40, PLAIN, 8, "Steppe Review 7/5");
      Text text = Given.text(workers, sheet.save(folder.resolve("two.pdf")));
      assertEquals(
          List.of(
              passage(Kind.PARAGRAPH, 1, String.join(" ", LEFT)),
              passage(Kind.FURNITURE, 2, "Steppe Review 7/5"),
              passage(Kind.PARAGRAPH, 2, String.join(" ", RIGHT))),
          text.passages());
    }
  }

  @Test
  void aHyphenThatPartsAWordGoesAndOneOfACompoundStays() throws Exception {
    try (PdfSheet sheet = new PdfSheet()) {
      sheet
          .page()
          .text(
              72,
              120,
              "The agreement on border districts, a cross-border matter, was signed after negoti-",
              "ations that lasted a year. All of the low-lying fields were left out, and cross-",
              "border trade was put off. The water of the canal and its sharing were the low-",
              "lying stones on which the ship of the talks ran aground, as to the water-",
              "sharing clause in the annex, which nobody had read.");
      Text text = Given.text(workers, sheet.save(folder.resolve("hyphens.pdf")));
      assertEquals(1, text.passages().size());
      assertEquals(
          "The agreement on border districts, a cross-border matter, was signed after negotiations"
              + " that lasted a year. All of the low-lying fields were left out, and cross-border"
              + " trade was put off. The water of the canal and its sharing were the low-lying stones"
              + " on which the ship of the talks ran aground, as to the water-sharing clause in the"
              + " annex, which nobody had read.",
          text.passages().getFirst().text());
    }
  }

  @Test
  void aLineThatABookmarkNamesIsAHeadingThoughItLooksLikeAnyOther() throws Exception {
    try (PdfSheet sheet = new PdfSheet()) {
      sheet
          .page()
          .text(72, 80, "1. Water", LEFT[0], LEFT[1], LEFT[2], "Cattle", LEFT[4], LEFT[5])
          .bookmark("1 WATER")
          .bookmarkBelow("Cattle");
      sheet.page().text(72, 80, "Cattle", "are sold in the village.").bookmark("Somewhere else");
      Text text = Given.text(workers, sheet.save(folder.resolve("outline.pdf")));
      assertEquals(
          List.of(
              heading(1, 1, "1. Water"),
              passage(Kind.PARAGRAPH, 1, String.join(" ", LEFT[0], LEFT[1], LEFT[2])),
              heading(2, 1, "Cattle"),
              passage(Kind.PARAGRAPH, 1, String.join(" ", LEFT[4], LEFT[5])),
              passage(Kind.PARAGRAPH, 2, "Cattle"),
              passage(Kind.PARAGRAPH, 2, "are sold in the village.")),
          text.passages());
    }
  }

  @Test
  void bookmarksThatGoInCirclesComeToAnEnd() throws Exception {
    try (PdfSheet sheet = new PdfSheet()) {
      sheet.page().text(72, 80, LEFT).bookmark("One").bookmark("Two").bookmarkInACircle();
      Text text = Given.text(workers, sheet.save(folder.resolve("circle.pdf")));
      assertEquals(List.of(passage(Kind.PARAGRAPH, 1, String.join(" ", LEFT))), text.passages());
    }
  }

  @Test
  void rowsOfATableKeepTheirCells() throws Exception {
    try (PdfSheet sheet = new PdfSheet()) {
      sheet.page().text(72, 80, LEFT);
      String[][] rows = {{"Sector", "Cases"}, {"Water", "13"}, {"Power", "7"}};
      for (int i = 0; i < rows.length; i++) {
        sheet.text(72, 220 + 16 * i, rows[i][0]).text(300, 220 + 16 * i, rows[i][1]);
      }
      Text text = Given.text(workers, sheet.save(folder.resolve("table.pdf")));
      assertEquals(
          List.of(
              passage(Kind.PARAGRAPH, 1, String.join(" ", LEFT)),
              passage(Kind.ROW, 1, "Sector\tCases"),
              passage(Kind.ROW, 1, "Water\t13"),
              passage(Kind.ROW, 1, "Power\t7")),
          text.passages());
    }
  }

  @Test
  void aPdfAttachedToAnEmailIsReadAlike() throws Exception {
    try (PdfSheet sheet = new PdfSheet()) {
      sheet.page().line(72, 80, BOLD, 18, "The Annex").text(72, 120, LEFT);
      Path annex = sheet.save(folder.resolve("annex.pdf"));
      String mail =
          """
          From: Unit Nine <nine@example.org>
          Subject: With an annex
          MIME-Version: 1.0
          Content-Type: multipart/mixed; boundary=b

          --b
          Content-Type: text/plain

          See the annex.
          --b
          Content-Type: application/pdf; name="annex.pdf"
          Content-Disposition: attachment; filename="annex.pdf"
          Content-Transfer-Encoding: base64

          %s
          --b--
          """
              .formatted(Base64.getMimeEncoder().encodeToString(Files.readAllBytes(annex)))
              .replace("\r\n", "\n")
              .replace("\n", "\r\n");
      Path file = Samples.write(folder.resolve("annex.eml"), Samples.utf8(mail));
      Extraction.Extracted inside =
          assertInstanceOf(Extraction.Extracted.class, Given.all(workers, file).getFirst());
      assertEquals("annex.eml!/annex.pdf", inside.document().location().path());
      List<Passage> passages = inside.text().passages();
      assertTrue(passages.contains(heading(1, 1, "The Annex")), passages.toString());
      assertTrue(
          passages.contains(passage(Kind.PARAGRAPH, 1, String.join(" ", LEFT))),
          passages.toString());
    }
  }
}
