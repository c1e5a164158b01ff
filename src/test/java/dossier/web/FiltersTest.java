package dossier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiltersTest extends PortalCase {

  @Test
  void everyValueCanBeLeftOutAndTakenBackIn() throws Exception {
    String page = get("/search?region=central-asia").body();
    String without = get("/search?region=-central-asia").body();

    assertTrue(
        page.contains(
            "<a class=\"but\" href=\"/search?region=central-asia&amp;region=-kazakhstan\" aria-label=\"Leave out Kazakhstan\""),
        page);
    assertTrue(
        without.contains("<a href=\"/search\" aria-label=\"Take Central Asia back in, "), without);
    assertFalse(without.contains("value=\"central-asia\" aria-label"), "a box that says nothing");
  }

  @Test
  void aBoxSaysItsNumber() throws Exception {
    String page = get("/search").body();

    assertTrue(page.contains("value=\"kazakhstan\" aria-label=\"Kazakhstan, 1 report\""), page);
  }

  @Test
  void whatIsChosenStandsOnTop() throws Exception {
    String page = get("/search?lang=ar").body();

    int english = page.indexOf("name=\"lang\" value=\"en\"");
    int arabic = page.indexOf("name=\"lang\" value=\"ar\"");
    assertTrue(arabic >= 0 && english > arabic, page);
  }

  @Test
  void allValuesOfAFacetStandOnAPageByNumberOrFromAToZ() throws Exception {
    String most = get("/search/region?q=border&sort=newest").body();
    String ordered = get("/search/region?q=border&sort=newest&order=az").body();

    assertTrue(most.contains("order=az\">A to Z</a>"), most);
    assertTrue(ordered.contains("order=az\" aria-current=\"true\">A to Z</a>"), ordered);
    assertTrue(ordered.indexOf(">Asia<") < ordered.indexOf(">Kazakhstan<"), ordered);
    assertTrue(
        ordered.contains("href=\"/search?q=border&amp;region=kazakhstan&amp;sort=newest\""),
        ordered);
    assertEquals(404, get("/search/nothing").statusCode());
  }

  @Test
  void datesGoFromYearsToMonthsToDays() throws Exception {
    String years = get("/search?from=2019&to=2026").body();
    String months = get("/search?from=2024&to=2024").body();
    String days = get("/search?from=2025-02&to=2025-02").body();

    assertTrue(years.contains("data-names=\"20") && !years.contains("data-names=\"2024-"), years);
    assertTrue(months.contains("data-names=\"2024-01 2024-02 2024-03"), months);
    assertTrue(months.contains("href=\"/search?from=2024-05&amp;to=2024-05\""), months);
    assertTrue(months.contains("<title>May 2024, 1 report</title>"), months);
    assertTrue(months.contains("<a href=\"/search\">All years</a>"), months);
    assertTrue(days.contains("<title>11 February 2025, 1 report</title>"), days);
    assertTrue(days.contains("<a href=\"/search?from=2025&amp;to=2025\">All of 2025</a>"), days);
  }

  @Test
  void aReaderChoosesHowCloseResultsStandAndFindsThemSoAgain() throws Exception {
    HttpResponse<String> chosen = get("/search?q=border&density=compact");

    assertEquals(303, chosen.statusCode());
    assertEquals("/search?q=border", header(chosen, "location"));
    assertTrue(header(chosen, "set-cookie").startsWith("density=compact"));
    assertTrue(
        get("/search?q=border", "Cookie", "density=compact")
            .body()
            .contains("class=\"hits close\""));
    assertTrue(get("/search?q=border").body().contains("class=\"hits\""));
  }

  @Test
  void aSeriesShowsItsIssuesByVolume() throws Exception {
    String page = get("/series/geopolitical-report").body();

    assertTrue(page.contains("<summary>Volume 42 "), page);
    assertTrue(page.contains(">No 13</span><a href=\"/r/border\""), page);
  }

  @Test
  void aRegionShowsWhereItIs() throws Exception {
    String page = get("/region/central-asia").body();

    assertTrue(page.contains("data-r=\"central-asia\" class=\"here\">"), page);
    assertTrue(
        get("/region/kazakhstan").body().contains("data-r=\"central-asia\" class=\"here\">"));
  }

  @Test
  void whatABrowserFetchesAheadIsNoVisit() throws Exception {
    HttpResponse<String> page = get("/search?q=border");
    String rules = header(page, "speculation-rules").replace("\"", "");

    assertEquals("application/speculationrules+json", header(get(rules), "content-type"));
    int before = desk.visits.get();
    get("/search?q=border", "Sec-Purpose", "prefetch");
    assertEquals(before, desk.visits.get());
    get("/search?q=border");
    assertEquals(before + 1, desk.visits.get());
  }

  @Test
  void noPageIsHeavyOnTheWay() throws Exception {
    for (String path : List.of("/", "/search", "/browse", "/status", "/trends", "/region/asia")) {
      HttpResponse<String> page = get(path, "Accept-Encoding", "gzip");
      assertEquals("gzip", header(page, "content-encoding"), path);
      assertTrue(Integer.parseInt(header(page, "content-length")) < 60_000, path);
    }
  }
}
