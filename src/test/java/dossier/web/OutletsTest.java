package dossier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dossier.exchange.Format;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds, exports and citations over HTTP. */
class OutletsTest extends PortalCase {

  private static Document html(HttpResponse<String> response) {
    return Jsoup.parse(response.body());
  }

  @Test
  void resultsLeadToTheirFeedsAndSayHowManyReportsAnExportHolds() throws Exception {
    Document page = html(get("/search?q=border&region=mali&scope=mentions&sort=oldest&size=1"));
    String kept = "?q=border&region=mali&scope=mentions";

    assertEquals(
        List.of("/search.atom" + kept, "/search.feed.json" + kept),
        page.select("head link[rel=alternate][type]").eachAttr("href"));
    assertTrue(
        page.select(".menu summary").eachText().contains("Export (1): 1 report"), page.text());
    Element csv = page.selectFirst("a[href^=/search.csv]");
    assertEquals("/search.csv" + kept + "&sort=oldest", csv.attr("href"));
    for (String path : List.of("/region/mali", "/threat/water", "/year/2025", "/browse")) {
      Document topic = html(get(path));
      for (String feed : topic.select("head link[rel=alternate][type]").eachAttr("href")) {
        assertEquals(200, get(feed).statusCode(), feed);
      }
      assertEquals(2, topic.select("head link[rel=alternate][type]").size(), path);
    }
  }

  @Test
  void aFeedHoldsWhatTheSearchFindsNewestAddedFirst() throws Exception {
    HttpResponse<String> atom = get("/search.atom?q=border&sort=oldest");
    JsonNode json = json("/search.feed.json?q=border");

    assertEquals("application/atom+xml;charset=utf-8", header(atom, "content-type"));
    assertEquals(
        "application/feed+json", header(get("/search.feed.json?q=border"), "content-type"));
    assertEquals("Dossier: border", json.at("/title").asText());
    assertEquals("border", id(json.at("/items/0/url").asText()));
    assertTrue(json.at("/items/0/content_text").asText().startsWith("p. 1: Sleeper cells met"));
    String base = "http://localhost:" + portal.port();
    assertEquals(base + "/search?q=border", json.at("/home_page_url").asText());
    assertTrue(atom.body().contains("<id>tag:localhost,2026:r/border</id>"), atom.body());
    assertTrue(atom.body().contains("href=\"" + base + "/search.atom?q=border\""), atom.body());
  }

  private static String id(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/search.atom?q=border", "/search.feed.json?q=border"})
  void aFeedThatDidNotChangeIsNotSentAgain(String feed) throws Exception {
    HttpResponse<String> first = get(feed);
    String tag = header(first, "etag");
    String modified = header(first, "last-modified");

    assertEquals("Mon, 23 Nov 2026 09:14:07 GMT", modified);
    HttpResponse<String> again = get(feed, "If-None-Match", "\"other\", " + tag);
    assertEquals(304, again.statusCode());
    assertEquals("", again.body());
    assertEquals(tag, header(again, "etag"));
    assertEquals(304, get(feed, "If-Modified-Since", modified).statusCode());
    assertEquals(200, get(feed, "If-None-Match", "\"other\"").statusCode());
    String earlier = "Mon, 23 Nov 2026 09:14:06 GMT";
    assertEquals(200, get(feed, "If-Modified-Since", earlier).statusCode());
    assertEquals(200, get(feed, "If-Modified-Since", "yesterday").statusCode());
    // A condition on the tag counts alone.
    assertEquals(
        200, get(feed, "If-None-Match", "\"other\"", "If-Modified-Since", modified).statusCode());
    assertFalse(tag.equals(header(get(feed + "+list"), "etag")));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void anExportIsAFileOfEveryReportTheSearchFinds(Format format) throws Exception {
    String path = "/search." + format.extension() + "?q=border&size=1";
    HttpResponse<String> file = get(path);

    assertEquals(200, file.statusCode());
    assertEquals(
        format.mediaType().replace(" ", ""), header(file, "content-type").replace(" ", ""));
    assertEquals("nosniff", header(file, "x-content-type-options"));
    String disposition = header(file, "content-disposition");
    assertTrue(
        disposition.startsWith(
            "attachment; filename=\"Dossier - border." + format.extension() + "\""),
        disposition);
    for (String found : List.of("Quiet rooms along the border", "Canal water year")) {
      assertTrue(file.body().contains(found), file.body());
    }
    assertFalse(file.body().contains("A note without a date"), file.body());
    HttpRequest head = HttpRequest.newBuilder(uri(path)).HEAD().build();
    assertEquals(
        disposition,
        header(client.send(head, HttpResponse.BodyHandlers.ofString()), "content-disposition"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ris", "bib", "csl.json"})
  void aReportHasItsReferenceBesideIt(String ending) throws Exception {
    HttpResponse<String> file = get("/r/border." + ending);

    assertEquals(200, file.statusCode());
    assertTrue(file.body().contains("Quiet rooms along the border"), file.body());
    assertTrue(file.body().contains("http://localhost:" + portal.port() + "/r/border"));
    assertEquals(404, get("/r/nothing." + ending).statusCode());
    assertEquals(410, get("/r/wentaway." + ending).statusCode());
    assertEquals("/r/border." + ending, header(get("/r/oldborder." + ending), "location"));
  }

  @Test
  void anExportThatBreaksOffDoesNotLookWhole() throws Exception {
    engine.breaksAfter = 20_000;
    assertThrows(IOException.class, () -> get("/search.csl.json"));
    engine.breaksAfter = 1;
    assertEquals(500, get("/search.csl.json").statusCode());
  }

  @Test
  void absoluteLinksComeFromThePublicAddress() throws Throwable {
    PortalSettings plain = PortalSettings.local(0);
    PortalSettings settings =
        new PortalSettings(
            plain.host(),
            0,
            URI.create("https://archive.example.org/"),
            "Archive",
            plain.corpus(),
            null);
    at(
        Portal.start(settings, engine, Shelf::vocabularies, PortalCase::original, desk),
        () -> {
          assertEquals(
              "https://archive.example.org/r/border",
              html(get("/r/border?q=x")).selectFirst("link[rel=canonical]").attr("href"));
          assertTrue(get("/search.ris").body().contains("https://archive.example.org/r/border"));
          assertEquals("Archive: all reports", json("/search.feed.json").at("/title").asText());
        });
  }

  @Test
  void theReadingViewTellsProgramsWhatItIs() throws Exception {
    HttpResponse<String> response = get("/r/border?q=border&hit=1");
    Document page = html(response);
    String here = "http://localhost:" + portal.port() + "/r/border";

    assertEquals(here, page.selectFirst("link[rel=canonical]").attr("href"));
    assertEquals(
        List.of("Oyelaran, Marta", "Saidov, Timur"),
        page.select("meta[name=citation_author]").eachAttr("content"));
    assertEquals(
        here + "/original", page.selectFirst("meta[name=citation_pdf_url]").attr("content"));
    assertTrue(
        page.selectFirst("script[type=application/ld+json]").data().contains("\"Periodical\""));
    assertTrue(
        header(response, "link").contains("<" + here + ">; rel=\"cite-as\", "),
        header(response, "link"));
    Document hostile = html(get("/r/hostile"));
    assertEquals(
        "Hostile " + Shelf.HOSTILE,
        hostile.selectFirst("meta[name=citation_title]").attr("content"));
    assertEquals(1, hostile.select("script:not([src])").size(), "the data");
    hostile
        .select("script[src]")
        .forEach(
            script -> assertTrue(script.attr("src").startsWith("/assets/"), script.attr("src")));
  }

  @Test
  void aReportAPageAndAPassageAreCited() throws Exception {
    Document sheet = html(get("/r/border"));
    Element cite = sheet.selectFirst("#cite");
    String link = "http://localhost:" + portal.port() + "/r/border";

    assertTrue(cite.text().contains("Oyelaran, M., & Saidov, T. (2024). Quiet rooms"), cite.text());
    assertEquals(link, cite.selectFirst("#cl").attr("href"));
    Document page = html(get("/r/border/cite?page=3"));
    assertTrue(page.text().contains("(Oyelaran & Saidov, 2024, p. 3)"), page.text());
    assertEquals(link + "#p3", page.selectFirst("#cl").attr("href"));
    Document passage = html(get("/r/border/cite?page=1&quote=Sleeper+cells+%3Cb%3E+a-b"));
    assertEquals("Sleeper cells <b> a-b", passage.selectFirst("blockquote").text());
    assertEquals(
        link + "#p1:~:text=Sleeper%20cells%20%3Cb%3E%20a%2Db",
        passage.selectFirst("#cl").attr("href"));
    String thirteen = "one+two+three+four+five+six+seven+eight+nine+ten+eleven+twelve+thirteen";
    Document longer = html(get("/r/border/cite?quote=" + thirteen));
    assertTrue(
        longer
            .selectFirst("#cl")
            .attr("href")
            .endsWith(
                "#:~:text=one%20two%20three%20four%20five,"
                    + "nine%20ten%20eleven%20twelve%20thirteen"));
    Document again = html(get("/r/border/cite?page=3&quote=Sleeper+cells"));
    assertEquals(
        link + "#p3:~:text=Page%202%20of%203-,Sleeper%20cells",
        again.selectFirst("#cl").attr("href"),
        "the same words stand on page 1 too");
    Document middle = html(get("/r/border/cite?page=3&quote=the+border"));
    assertEquals(
        link + "#p3:~:text=Sleeper%20cells%20crossed-,the%20border",
        middle.selectFirst("#cl").attr("href"));
    for (String odd : List.of("page=99", "page=0", "page=x", "page=" + "9".repeat(99))) {
      assertEquals(link, html(get("/r/border/cite?" + odd)).selectFirst("#cl").attr("href"), odd);
    }
    assertEquals("/r/border/cite?page=3", header(get("/r/oldborder/cite?page=3"), "location"));
    assertEquals(404, get("/r/nothing/cite").statusCode());
    assertEquals(
        List.of("RIS", "BibTeX", "CSL-JSON", "STIX 2.1"),
        Stream.of(page.select("main .acts a")).flatMap(List::stream).map(Element::text).toList());
  }
}
