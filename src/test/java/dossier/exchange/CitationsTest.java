package dossier.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.report.Report;
import dossier.search.Sample;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CitationsTest {

  private static final Citations CITATIONS = new Citations();

  private static List<String> printed(Report report, int page) {
    return CITATIONS.of(report, Desk.SITE, LocalDate.of(2026, 11, 23), page).stream()
        .map(one -> Citation.words(one.reference()) + " | " + Citation.words(one.inText()))
        .map(one -> one.replace('\u00a0', ' '))
        .toList();
  }

  @Test
  void aReportOfANumberedSeriesIsPrintedWithVolumeIssueAndPage() {
    Report report =
        Sample.report("quiet")
            .title("Quiet rooms along the OSINT border")
            .series("Geopolitical Report", "2785-2598", "42", "13")
            .dated("2024-05")
            .author("Marta Oyelaran", "Timur Saidov")
            .build();

    assertEquals(
        List.of(
            "Oyelaran, M., & Saidov, T. (2024). Quiet rooms along the OSINT border. Geopolitical"
                + " Report, 42(13). https://archive.example.org/r/quiet"
                + " | (Oyelaran & Saidov, 2024, p. 7)",
            "Oyelaran, Marta, and Timur Saidov. 2024. “Quiet Rooms along the OSINT Border.”"
                + " Geopolitical Report 42 (13). https://archive.example.org/r/quiet."
                + " | (Oyelaran and Saidov 2024, 7)",
            "OYELARAN, Marta and SAIDOV, Timur, 2024. Quiet rooms along the OSINT border."
                + " Geopolitical Report. Online. May 2024. Vol. 42, no. 13. Available from:"
                + " https://archive.example.org/r/quiet [Accessed 23 November 2026]."
                + " | (Oyelaran, Saidov 2024, p. 7)"),
        printed(report, 7));
  }

  @Test
  void theSeriesIsPrintedInItalics() {
    Citation apa = CITATIONS.of(Desk.quiet(), Desk.SITE, LocalDate.of(2026, 11, 23), 0).getFirst();

    assertTrue(
        apa.reference().contains(new Citation.Run("Geopolitical Report", true)), apa.toString());
  }

  @Test
  void anOrganisationAndAMissingDateArePrintedAsTheStylesWantThem() {
    Report report =
        Sample.report("unit").title("Water at the border").author("Sample OSINT Unit").build();

    List<String> printed = printed(report, 0);
    assertEquals(
        "Sample OSINT Unit. (n.d.). Water at the border. Retrieved November 23, 2026, from"
            + " https://archive.example.org/r/unit | (Sample OSINT Unit, n.d.)",
        printed.get(0));
    assertTrue(printed.get(1).startsWith("Sample OSINT Unit. n.d. “Water"), printed.get(1));
    assertTrue(printed.get(2).startsWith("Sample OSINT Unit, [no date]. Water"), printed.get(2));
  }

  @Test
  void hostileTextStaysText() {
    for (Report report : Desk.all()) {
      for (String one : printed(report, 3)) {
        assertTrue(one.contains("https://archive.example.org/r/" + report.id()), one);
      }
    }
    String apa = printed(Desk.hostile(), 1).getFirst();
    assertTrue(apa.contains("<b>"), apa);
    assertTrue(apa.contains("</script><!--"), apa);
  }
}
