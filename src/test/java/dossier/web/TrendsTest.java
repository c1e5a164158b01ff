package dossier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendsTest extends PortalCase {

  @Test
  void everyNumberLeadsToItsReports() throws Exception {
    String page = get("/trends?region=asia&by=region").body();

    assertTrue(
        page.contains(
            "<a href=\"/search?region=central-asia&amp;from=2024-05&amp;to=2024-05\" aria-label=\"1: Central Asia, May 2024, 1 report\">1</a>"),
        page);
    assertTrue(
        page.contains("<a href=\"/search?region=asia&amp;from=2025-02&amp;to=2025-02\""), page);
  }

  @Test
  void aChartSaysInASentenceWhatItShows() throws Exception {
    String page = get("/trends?by=threat&region=central-asia").body();

    assertTrue(page.contains(">1 report, at most 1 in May 2024</p>"), page);
    assertTrue(page.contains("<title>May 2024, 1 report</title>"), page);
  }

  @Test
  void whatCarriesNoneOfTheValuesShownIsCountedTogether() throws Exception {
    String page = get("/trends?by=series").body();

    assertTrue(page.contains(">None of these</a>"), page);
    assertTrue(page.contains("href=\"/search?series=-geopolitical-report"), page);
  }

  @Test
  void aShareIsThatOfAllReportsOfTheTime() throws Exception {
    List<String> lines = get("/trends.csv?q=border&by=lang").body().lines().toList();

    assertEquals("selection,time,facet,id,label,reports,all_reports,share", lines.getFirst());
    assertTrue(
        lines.stream()
            .anyMatch(line -> line.matches("A,2024-05,lang,\"en\",\"English\",1,[12],.*")),
        lines.toString());
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",", -1);
      double share = Double.parseDouble(fields[5]) / Double.parseDouble(fields[6]);
      assertEquals(share, Double.parseDouble(fields[7]), 0.000_001, line);
    }
    assertTrue(get("/trends?q=border&as=share").body().contains("100%"));
  }

  @Test
  void twoSelectionsAreComparedHoweverTheSecondIsTyped() throws Exception {
    for (String with :
        List.of(
            "water", "q%3Dwater", "%2Fsearch%3Fq%3Dwater", "http%3A%2F%2Fx%2Fsearch%3Fq%3Dwater")) {
      String page = get("/trends?q=border&with=" + with).body();
      assertTrue(page.contains("<strong>A</strong> <bdi>border</bdi>: "), page);
      assertTrue(page.contains("<strong>B</strong> <bdi>water</bdi>: "), with + page);
      assertTrue(page.contains("href=\"/trends?q=border\">Stop comparing"), page);
    }
  }

  @Test
  void aNameFromADocumentIsNeverAFormula() throws Exception {
    HttpResponse<String> csv = get("/trends.csv?by=series");

    assertEquals("text/csv; charset=utf-8", header(csv, "content-type"));
    assertEquals("attachment; filename=\"trends.csv\"", header(csv, "content-disposition"));
    assertFalse(csv.body().matches("(?s).*,\"[=+@-].*"), csv.body());
  }
}
