package dossier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dossier.ingest.Progress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest extends PortalCase {

  // Lets the requests of a test go to another portal.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/search",
        "/search?q=border",
        "/search?q=border&region=central-asia&region=-mali&from=2020&to=2025-06&sort=newest",
        "/search?q=nothingatall&region=mali&from=2020",
        "/search?page=999999",
        "/search?q=border+NOT+cells&explain=1",
        "/help",
        "/r/border",
        "/r/border?q=border&hit=2",
        "/r/border?q=absent",
        "/r/undated",
        "/r/border/cite?page=2&quote=Sleeper+cells",
        "/region/central-asia",
        "/region/asia",
        "/threat/terrorism",
        "/series/geopolitical-report",
        "/year/2024",
        "/browse",
        "/browse?from=2024&to=2024",
        "/search/series?q=border&order=az",
        "/trends",
        "/trends?q=border&by=threat&as=share&with=q%3Dwater",
        "/trends?q=nothingatall",
        "/status",
      })
  void everyPageOpensWithStrictHeadersAndNoInlineCode(String path) throws Exception {
    HttpResponse<String> page = get(path);

    assertEquals(200, page.statusCode(), page.body());
    assertEquals("text/html;charset=utf-8", header(page, "content-type"));
    assertEquals(
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src "
            + "'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        header(page, "content-security-policy").replaceAll(" 'sha256-[A-Za-z0-9+/]{43}='", ""));
    assertEquals("nosniff", header(page, "x-content-type-options"));
    assertEquals("same-origin", header(page, "cross-origin-opener-policy"));
    assertFalse(header(page, "permissions-policy").isEmpty());
    assertFalse(header(page, "referrer-policy").isEmpty());
    assertFalse(page.body().contains(" style="), "inline style");
    String tags = page.body().replaceAll("\"[^\"]*\"", "\"\"");
    assertFalse(tags.matches("(?s).*<[^>]* on[a-z]+=.*"), "inline handler");
    // JSON-LD is data to a browser, which never runs it.
    String code = "(?s).*<script(?![^>]* src=)(?! type=\"application/ld\\+json\">).*";
    assertFalse(page.body().matches(code), "inline script");
    String elsewhere = "(?s).*(src|href)=\"https?:(?!//localhost:" + portal.port() + "/).*";
    assertFalse(page.body().matches(elsewhere), "leaves the portal");
  }

  @Test
  void aFirstVisitIsPaintedFromThePageAloneAndLaterOnesFromWhatTheBrowserKeeps() throws Exception {
    HttpResponse<String> first = get("/");
    String style = first.body().replaceAll("(?s).*<style>(.*?)</style>.*", "$1");
    assertFalse(first.body().contains("rel=\"stylesheet\""), "a second round trip");
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
    String allowed = "style-src 'self' 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    assertTrue(header(first, "content-security-policy").contains(allowed), allowed);

    String cookie = header(first, "set-cookie").replaceAll(";.*", "");
    HttpResponse<String> later = get("/", "Cookie", cookie);
    assertFalse(later.body().contains("<style>"), "sent twice");
    assertFalse(header(later, "content-security-policy").contains("sha256-"));
    String css =
        later.body().replaceAll("(?s).*<link rel=\"stylesheet\" href=\"([^\"]+)\".*", "$1");
    assertEquals(style, get(css).body());
    assertTrue(get("/", "Cookie", "style=old").body().contains("<style>"), "an older one");
  }

  @Test
  void aResultShowsItsMarkedWordsWithLinksToTheirPages() throws Exception {
    String page = get("/search?q=border+cells").body();

    assertTrue(page.contains("<h1>1 report <"), page);
    assertTrue(page.contains("<mark>border</mark>"), page);
    assertTrue(page.contains("href=\"/r/border?q=border+cells&amp;hit=1#h1\">p. 1<"), page);
    assertTrue(page.contains("Vol 42 No 13"), page);
    assertTrue(page.contains("May 2024"), page);
  }

  @Test
  void clickingAChildReplacesItsAncestorAndTheOtherWayRound() throws Exception {
    String parent = get("/search?region=central-asia").body();
    String child = get("/search?region=kazakhstan&region=mali").body();

    assertTrue(parent.contains("<a href=\"/search?region=kazakhstan\" tabindex="), parent);
    assertTrue(
        child.contains("<a href=\"/search?region=mali&amp;region=central-asia\" tabindex="), child);
    assertTrue(
        child.contains("<a href=\"/search?region=mali\" aria-current=\"true\" tabindex="), child);
  }

  @Test
  void aSwitchInTheFacetsWidensToWhatIsOnlyMentioned() throws Exception {
    String about = get("/search?q=border&region=mali").body();
    String mentions = get("/search?region=mali&scope=mentions").body();

    assertTrue(about.contains("No reports match all of this"), about);
    assertTrue(
        about.contains("href=\"/search?q=border&amp;region=mali&amp;scope=mentions\">Mentions of"),
        about);
    assertTrue(mentions.contains("href=\"/r/border"), mentions);
    assertTrue(
        mentions.contains(
            "<a href=\"/search?region=mali\" aria-label=\"Count regions and threats: About\">About</a>"),
        mentions);
    assertTrue(
        mentions.contains(
            "<a href=\"/search?region=mali&amp;scope=mentions\" aria-current=\"true\" aria-label="),
        mentions);
    assertTrue(mentions.contains("aria-label=\"Remove Labels About or mentioned\""), mentions);
    assertTrue(mentions.contains("<input type=\"hidden\" name=\"scope\" value=\"mentions\">"));
  }

  @Test
  void aNameThatNoRegionOrThreatHasIsRemarkedOnWithTheNearest() throws Exception {
    String mentions = get("/search?q=mentions:kazahstan").body();
    String region = get("/search?q=NOT+region:terorism+OR+threat:terorism").body();
    String filter = get("/search?region=kazahstan").body();

    assertTrue(
        mentions.contains("There is no region or threat “kazahstan” (did you mean “kazakhstan”?)."),
        mentions);
    assertTrue(region.contains("There is no region “terorism”."), region);
    assertTrue(
        region.contains("There is no threat “terorism” (did you mean “terrorism”?)."), region);
    assertTrue(
        filter.contains("There is no region “kazahstan” (did you mean “kazakhstan”?)."), filter);
    assertFalse(
        get("/search?q=mentions:(sleeper-cells+OR+Kazakhstan)").body().contains("There is no"));
    assertFalse(get("/search?q=mentions:%22Central+Asia%22").body().contains("There is no"));
  }

  @Test
  void activeFiltersAreChipsThatLeadToTheSearchWithoutThem() throws Exception {
    String page = get("/search?q=border&region=central-asia&threat=-water&from=2024").body();

    assertTrue(page.contains("aria-label=\"Remove Region Central Asia\""), page);
    assertTrue(
        page.contains(
            "href=\"/search?q=border&amp;region=central-asia&amp;from=2024\" aria-label=\"Remove Not threat Water\""),
        page);
    assertTrue(
        page.contains("name=\"threat\" value=\"-water\""), "the form would lose what is excluded");
  }

  @Test
  void noResultOffersSearchesThatFindSomething() throws Exception {
    String page = get("/search?q=border&region=mali&from=2024").body();

    assertTrue(page.contains("No reports match all of this"), page);
    assertTrue(page.contains("href=\"/search?q=border&amp;from=2024\">Any region</a>"), page);
  }

  @Test
  void whileTheArchiveIsReadEveryPageSaysSo() throws Exception {
    assertEquals("{\"ingest\":\"idle\"}", get("/health").body());
    state =
        new Progress(
            true,
            true,
            123,
            4000,
            0,
            0,
            2,
            "<i>x.pdf",
            Instant.parse("2026-11-23T08:52:00Z"),
            null,
            "",
            "");

    for (String path : List.of("/", "/search", "/r/border", "/browse", "/status", "/nothing")) {
      assertTrue(get(path).body().contains("Reading the archive: 123 of 4,000 files"), path);
    }
    assertEquals("{\"ingest\":\"running\"}", get("/health").body());
    assertTrue(get("/status").body().contains("&lt;i&gt;x.pdf"));
  }

  @Test
  void theStatusPageAddsUpAndSaysWhatToDo() throws Exception {
    state =
        new Progress(
            false,
            false,
            0,
            0,
            0,
            0,
            0,
            "",
            null,
            null,
            "Nothing was removed: run again with --prune.",
            "");
    String page = get("/status").body();

    assertTrue(page.contains("13 files and documents in archives"), page);
    assertTrue(page.contains("Password needed"), page);
    assertTrue(
        page.contains(
            "Write its password into a sidecar (password: …), or put a copy without one in its place."),
        page);
    assertTrue(page.contains("2003/locked.pdf"), page);
    assertTrue(page.contains("There is no region &lt;i&gt;nowhere&lt;/i&gt;."), page);
    assertTrue(page.matches("(?s).*>sidecar</span> <span[^>]*>2 files<.*symbolic link.*"), page);
    assertTrue(page.contains(">b.pdf.yaml<"), page);
    assertTrue(page.contains("run again with --prune"), page);
  }

  @Test
  void anEmptyArchiveSaysWhereToPutFiles() throws Throwable {
    FakeEngine empty = new FakeEngine(Shelf.vocabularies(), List.of());

    at(
        Portal.start(
            PortalSettings.local(0), empty, Shelf::vocabularies, PortalCase::original, desk),
        () -> {
          assertTrue(get("/").body().contains("into the folder <code>corpus</code>"));
          for (String path : List.of("/search", "/browse", "/status", "/region/central-asia")) {
            assertEquals(200, get(path).statusCode(), path);
          }
        });
  }

  @Test
  void suggestionsLeadSomewhereAndMarkWhatWasTyped() throws Exception {
    JsonNode answer = json("/suggest.json?q=Quiet");
    JsonNode first = answer.get("suggestions").get(0);
    assertEquals("report", first.get("kind").asText());
    assertEquals("Quiet rooms along the border", first.get("text").asText());
    assertEquals("/r/border", first.get("url").asText());
    assertEquals("[[0,5]]", first.get("marks").toString());
    assertEquals(200, get("/suggest.json").statusCode());
    assertEquals(200, get("/suggest.json?q=%FF%00%22" + "x".repeat(9_000)).statusCode());
  }

  @Test
  void whatWasMeantIsOfferedAndTheDistinctiveWordsRefine() throws Exception {
    String nothing = get("/search?q=bordre").body();
    assertTrue(nothing.contains("Did you mean <a dir=\"auto\" href=\"/search?q=border\""), nothing);
    String found = get("/search?q=border&region=kazakhstan").body();
    assertTrue(found.contains("/search?q=border+provinces&amp;region=kazakhstan"), found);
    assertTrue(found.contains("/search?q=border+%22dormant+list%22&amp;region"), found);
  }
}
