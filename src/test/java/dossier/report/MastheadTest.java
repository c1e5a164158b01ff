package dossier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dossier.archive.Sidecar;
import dossier.text.Passage;
import dossier.text.Properties;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MastheadTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Hill Report ISSN 9999-0001 Volume 42 Issue 13        | Hill Report         | 9999-0001 | 42 | 13
          Sea Watch Brief · Vol. 5 No. 3 · ISSN 9999-002x      | Sea Watch Brief     | 9999-002X | 5  | 3
          Valley and Pass Review, Volume 9, Issue 7            | Valley and Pass Review | -      | 9  | 7
          Горный обзор. Том 9, выпуск 7                        | Горный обзор        | -         | 9  | 7
          Cahiers du lac, volume 4, numéro 2                   | Cahiers du lac      | -         | 4  | 2
          تقرير الأفق المجلد ٣ العدد ١٢                        | تقرير الأفق         | -         | 3  | 12
          Boletín Andino (ISSN: 99990003), vol. IV, n.º 2      | Boletín Andino      | 9999-0003 | IV | 2
          """)
  void aMastheadLineNamesTheSeries(
      String line, String name, String issn, String volume, String issue) {
    assertEquals(new SeriesLine(name, issn, volume, issue, ""), SeriesLine.of(line), line);
  }

  @Test
  void aSentenceIsNoMasthead() {
    assertNull(SeriesLine.of("Traders in the valley closed their shops after noon."));
    Report report =
        Papers.read("en", "# Gas\nField No. 3 was closed after the fire in the spring.");
    assertNull(report.series());
  }

  @Test
  void aMastheadThatRanTogetherStillGivesDateAndUnit() {
    Report report =
        Papers.read(
            "en",
            "# Snow\nHill Report ISSN 9999-0001 Volume 3 Issue 4 Valley OSINT Unit 16 May 2024\n"
                + "It snowed a lot in the valley, and the pass was closed.");
    assertEquals(List.of("Valley OSINT Unit"), report.authors());
    assertNotNull(report.published());
    assertEquals("2024-05-16", report.published().iso());
  }

  @Test
  void aDisclaimerIsNoSummary() {
    Report report =
        Papers.read(
            "en",
            "# Snow\nSample report written for readers; the events are fictional.\n"
                + "It snowed a lot in the valley, and the pass was closed for nine days.");
    assertEquals(true, report.summary().startsWith("It snowed"), report.summary());
  }

  @Test
  void aBareLineAboveTheNumbersIsTheName() {
    Report report =
        Papers.read(
            "en", "Hill Review\nISSN 9999-0001\nVolume 3 Issue 4\n# Snow\nIt snowed a lot.");
    assertEquals(new Series("Hill Review", "9999-0001", "3", "4"), report.series());
    assertEquals("Snow", report.title());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          By Anna Lind and Omar Haddad-Falk      | Anna Lind; Omar Haddad-Falk
          Авторы: Марат Иванов, Дарья Петрова    | Марат Иванов; Дарья Петрова
          Harbour OSINT Unit                     | Harbour OSINT Unit
          By Anna Lind and the Harbour Unit      | Anna Lind; Harbour Unit
          By Institute for Land and Water        | Institute for Land and Water
          Anna Lind, Coast Desk                  | Anna Lind
          ليلى الكعبي وسامر حداد                 | ليلى الكعبي; سامر حداد
          """)
  void theLineBelowTheSeriesNamesTheAuthors(String line, String authors) {
    String text =
        "# Snow\nHill Review ISSN 9999-0001 Volume 3 Issue 4\n"
            + line
            + "\nIt snowed for a week in the hills.";
    assertEquals(List.of(authors.split("; ")), Papers.read("en", text).authors());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Microsoft Word - draft3.doc | Snow in the Hills
          untitled                    | Snow in the Hills
          paper                       | Snow in the Hills
          snow_final_v2               | Snow in the Hills
          Snow in the Hills - Review  | Snow in the Hills
          Template of last year       | Snow in the Hills
          """)
  void titlesInMetadataAreNotTrusted(String embedded, String title) {
    Properties file = new Properties(embedded, List.of(), null, null, null, null);
    String text =
        "# Snow in the Hills\nIt snowed for a week in the hills, and the pass was closed.";
    assertEquals(title, Papers.read("paper.txt", "en", file, Sidecar.NONE, text).title());
  }

  @Test
  void aFileWithoutWordsIsCalledAfterItsName() {
    Report report = Papers.read("2020_north-pass.txt", "und", Properties.NONE, Sidecar.NONE, "");
    assertEquals("2020 north pass", report.title());
    assertEquals("", report.summary());
  }

  /** In the shape of a real report: series, ISSN, volume, issue and unit, no date, a footer. */
  @Test
  void aReportOfTheUsualShapeIsReadWhole() {
    Report report =
        Papers.read(
            "en",
            """
            Central Asian Border Note: Dormant Networks and the Radicalisation of Commuters Online
            Map of the valley
            The valley and its passes (Credits: A. Drawer, CC BY-SA 4.0)
            Hill Report ISSN 9999-0001 Volume 42 Issue 13
            Hill OSINT Unit
            After an attack in the capital, officers of the region agreed to share what they know of online radicalisation.
            The states of Central Asia met in Astana on May 7th-8th, 2024 and spoke about terrorism, sleeper cells and water scarcity.
            Sleeper cells and dormant networks wait across Central Asia, while water scarcity grows and the border security of Afghanistan's neighbours is poor.
            Border security suffers from foreign interference, and foreign interference feeds on water scarcity in Central Asia.
            Listen also | Ep. 9 – Tea in Afghanistan
            For further information, reports, and risk assessments about piracy in Somalia, contact us at desk@example.org.
            Related Posts
            """);
    assertEquals(new Series("Hill Report", "9999-0001", "42", "13"), report.series());
    assertNotNull(report.published());
    assertEquals("2024-05", report.published().iso());
    assertEquals(Published.Source.TEXT, report.published().source());
    assertEquals(List.of("Hill OSINT Unit"), report.authors());
    assertEquals("central-asia", report.regions().getFirst().id());
    assertEquals(
        3, report.passages().stream().filter(p -> p.kind() == Passage.Kind.FURNITURE).count());
    assertEquals(true, report.summary().startsWith("After an attack in the capital"));
    assertEquals(false, Papers.ids(report.regions()).contains("somalia"));
    assertEquals(
        true,
        Papers.about(report.threats())
            .containsAll(List.of("online-radicalisation", "sleeper-cells", "water-scarcity")));
  }
}
