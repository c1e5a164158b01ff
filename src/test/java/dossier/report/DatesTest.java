package dossier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dossier.archive.Sidecar;
import dossier.text.Properties;
import dossier.text.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          14 May 2024                 | 2024-05-14
          May 14, 2024                | 2024-05-14
          14th May 2024               | 2024-05-14
          May 14th-15th, 2024         | 2024-05-14
          May 2024                    | 2024-05
          2024/05/14                  | 2024-05-14
          2024-05-14                  | 2024-05-14
          14.05.2024                  | 2024-05-14
          05/25/2024                  | 2024-05-25
          05/06/2024                  | 2024
          15 мая 2024 г.              | 2024-05-15
          27 августа 2018 года        | 2018-08-27
          le 3 juin 2021              | 2021-06-03
          1er août 2020               | 2020-08-01
          14 مايو 2023                | 2023-05-14
          ١٤ مايو ٢٠٢٣                | 2023-05-14
          9 تشرين الأول 2024          | 2024-10-09
          22 أيار/مايو 2024           | 2024-05-22
          ۲۴ خرداد ۱۴۰۲               | 2023-06-14
          ۱۷ دی ۱۴۰۳                  | 2025-01-06
          ١٥ رمضان ١٤٤٤               | 2023-04-06
          2023 жылғы 14 мамыр         | 2023-05-14
          2023-yil 14-may             | 2023-05-14
          14. März 2022               | 2022-03-14
          3 de junio de 2021          | 2021-06-03
          2024年5月14日                | 2024-05-14
          2024年5月                    | 2024-05
          2020-жылдын 7-октябры       | 2020-10-07
          12 апрели 2023              | 2023-04-12
          2023 йил 22 август          | 2023-08-22
          """)
  void aDateIsFoundInEveryLanguage(String line, String iso) {
    List<Dates.Found> found = Dates.in(line);
    assertEquals(1, found.size(), line);
    Dates.Found date = found.getFirst();
    assertEquals(
        iso, new Published(date.first(), date.precision(), Published.Source.TEXT).iso(), line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Exports may 2000 times exceed
          31 February 2024
          A force of 1200 men
          Resolution 2334
          """)
  void whatIsNoDateIsNotFound(String line) {
    assertEquals(List.of(), Dates.in(line), line);
  }

  @Test
  void sourcesAreAskedInTheOrderOfTrust() {
    String head = "# A Quiet Month\nHill Review Volume 2 Issue 1 ISSN 9999-0001\n3 June 2021\n";
    String body = "The talks of 5 May 2019 failed, and the delegations went home early.\n";
    Properties file = new Properties(null, List.of(), "2020-02-01T10:00:00Z", null, null, null);
    String name = "2018-07-09-quiet.txt";
    assertEquals("2021-06-03 MASTHEAD", when(name, file, head + body));
    assertEquals("2020-02-01 METADATA", when(name, file, "# A Quiet Month\n" + body));
    assertEquals("2018-07-09 FILE_NAME", when(name, Properties.NONE, "# A Quiet Month\n" + body));
    assertEquals("2019-05 TEXT", when("quiet.txt", Properties.NONE, "# A Quiet Month\n" + body));
  }

  @Test
  void aDateToComeIsNeverTaken() {
    Properties file = new Properties(null, List.of(), "2031-02-01", null, null, null);
    String text =
        "# Outlook\n1 May 2030\nThe vote is set for 2 May 2030, and the parties prepare for it.";
    assertEquals("none", when("plan-2029.txt", file, text));
  }

  @Test
  void theLatestDayTheTextSpeaksOfEstimatesTheMonthButNotAPlannedOne() {
    String text =
        "# A Note\nThe ministers met in Osh on June 3rd-4th, 2024, after the raid of 2 March 2023.\n"
            + "The posts are to be built before 1 September 2025 by the two services together.";
    assertEquals("2024-06 TEXT", when("note.txt", Properties.NONE, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          This note was completed on 24 November 2021, when the truce held.        | 2021-11-24 TEXT
          Настоящая записка завершена 24 ноября 2021 года, когда шли переговоры.   | 2021-11-24 TEXT
          The bridge was completed on 24 November 2021, in spite of the rain.      | 2021-11 TEXT
          """)
  void aPaperThatSaysWhenItWasCompletedGivesTheDay(String sentence, String expected) {
    assertEquals(expected, when("note.txt", Properties.NONE, "# A Quiet Month\n" + sentence));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Annual Report 2018            | The borders were quiet.                                  | 2018 TITLE
          Годовой обзор 2018            | На границах тихо.                                        | 2018 TITLE
          Annual Report 2018            | The last talks were held on 9 January 2019.              | 2018 TITLE
          Annual Report 2018            | This report was completed on 4 February 2019, in a hurry. | 2019-02-04 TEXT
          The Revolution of 1979        | On 14 May 2024 a film about it was shown in Tehran.      | 2024-05 TEXT
          Trade Between 2015 and 2018   | The borders were quiet.                                  | none
          Outlook 2048                  | The borders were quiet.                                  | none
          """)
  void aYearInTheTitleIsTakenWhenNothingBetterIsKnown(String title, String text, String expected) {
    String body = "Some sentence that is longer than any line of a masthead would ever be. " + text;
    assertEquals(expected, when("paper.txt", Properties.NONE, "# " + title + "\n" + body));
  }

  @Test
  void theDayOfAScanIsNoDateOfPublication() {
    Properties file = new Properties(null, List.of(), "2021-04-03T09:00:00Z", null, null, null);
    String text = "# A Quiet Month\nThe talks of 5 May 1987 failed, and the delegations went home.";
    Text images = new Text("application/pdf", true, 1, Papers.passages(text), file, "en", 1);
    Text letters = new Text("application/pdf", true, 1, Papers.passages(text), file, "en", 0);
    assertEquals("1987-05 TEXT", when(images));
    assertEquals("2021-04-03 METADATA", when(letters));
    assertEquals("1987-05 TEXT", when("Scan_20210403.pdf", Properties.NONE, text));
    assertEquals("2021-04-03 FILE_NAME", when("Quiet_20210403.pdf", Properties.NONE, text));
  }

  private static String when(Text text) {
    Published published =
        Papers.CLASSIFIER
            .classify(Papers.document("a.pdf", Sidecar.NONE), text, Papers.NOW)
            .published();
    return published == null ? "none" : published.iso() + " " + published.source();
  }

  private static String when(String name, Properties file, String text) {
    Published published = Papers.read(name, "en", file, Sidecar.NONE, text).published();
    return published == null ? "none" : published.iso() + " " + published.source();
  }
}
