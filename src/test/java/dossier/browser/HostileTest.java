package dossier.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A report may say what it likes: in the reader's browser it stays words. */
@ExtendWith(Stage.Door.class)
class HostileTest {

  private final Stage stage;

  HostileTest(Stage stage) {
    this.stage = stage;
  }

  @Test
  void aReportFullOfMarkupIsInertOnEveryPageThatShowsIt() {
    List<String> pages =
        List.of(
            "/search?q=kraken",
            "/search?q=kraken&sort=newest",
            "/r/" + Hostile.LABELLED + "?q=kraken",
            "/r/" + Hostile.PAGE + "?q=kraken",
            "/region/kazakhstan",
            "/year/2021",
            "/browse",
            "/status");
    try (Visit visit = stage.visit()) {
      for (String address : pages) {
        assertEquals(200, visit.status(stage.at(address)), address);
        untouched(visit, address);
      }
    }
  }

  @Test
  void itsWordsAreShownAsTheyStand() {
    try (Visit visit = stage.visit()) {
      Page page = visit.open(stage.at("/r/" + Hostile.LABELLED + "?q=kraken"));
      assertTrue(page.locator("h1").textContent().startsWith("</title><script>"));
      assertTrue(page.locator(".doc").textContent().contains("{{7*7}}${7*7}{% include"));
      assertTrue(page.locator(".doc mark").count() >= 4, "the words between the tags are marked");
      assertEquals(0, page.locator("main script, main img, main iframe, main [onload]").count());
      page.locator(".rep-h .series").click();
      assertTrue(page.locator("h1").textContent().contains("<b onmouseover=alert(8)>Series</b>"));
      untouched(visit, page.url());
    }
  }

  @Test
  void aQueryFullOfMarkupIsInert() {
    String query =
        "\"><script>window.broken=1;alert(1)</script><img src=x onerror=alert(2)>{{7*7}}";
    String typed = URLEncoder.encode(query, StandardCharsets.UTF_8);
    try (Visit visit = stage.visit()) {
      for (String address :
          List.of(
              "/search?q=" + typed,
              "/search?q=border&region=" + typed,
              "/search?q=border&from=" + typed + "&sort=" + typed,
              "/browse?from=" + typed,
              "/r/" + Hostile.LABELLED + "?q=" + typed,
              "/" + typed)) {
        visit.open(stage.at(address));
        untouched(visit, address);
      }
    }
  }

  @Test
  void aWebPageAmongTheOriginalsIsHandedOverAndNeverRuns() {
    try (Visit visit = stage.visit()) {
      Page page = visit.open(stage.at("/r/" + Hostile.PAGE));
      Download download = page.waitForDownload(page.locator(".rep-h a.go")::click);
      assertTrue(download.suggestedFilename().endsWith(".html"), download.suggestedFilename());
      String original = stage.at("/r/" + Hostile.PAGE + "/original");
      Download direct =
          page.waitForDownload(() -> {
            try {
              page.navigate(original);
            } catch (PlaywrightException e) {
              // A navigation that becomes a download is reported as one that was given up.
              assertTrue(String.valueOf(e.getMessage()).contains("Download is starting"));
            }
          });
      assertEquals(original, direct.url());
      untouched(visit, original);
    }
  }

  /** Even shown as a page, whatever the other headers ask, nothing in it runs. */
  @Test
  void aWebPageAmongTheOriginalsIsHarmlessEvenWhenShown() throws Exception {
    String address = stage.at("/r/" + Hostile.PAGE + "/original");
    HttpResponse<byte[]> original = fetched(address);
    String policy = original.headers().firstValue("Content-Security-Policy").orElseThrow();
    try (Visit visit = stage.visit()) {
      visit.page.route(
          address,
          route ->
              route.fulfill(
                  new Route.FulfillOptions()
                      .setContentType("text/html")
                      .setHeaders(Map.of("Content-Security-Policy", policy))
                      .setBodyBytes(original.body())));
      visit.page.navigate(address);
      assertEquals("Kraken page", visit.page.locator("h1").textContent());
      assertEquals(null, visit.page.evaluate("() => window.broken ?? null"));
      List<String> ran = visit.trouble.stream().filter(t -> t.startsWith("dialog")).toList();
      assertEquals(List.of(), ran);
    }
  }

  private static HttpResponse<byte[]> fetched(String address) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  private static void untouched(Visit visit, String address) {
    assertEquals(List.of(), visit.trouble, address);
    assertEquals(null, visit.page.evaluate("() => window.broken ?? null"), address);
  }
}
