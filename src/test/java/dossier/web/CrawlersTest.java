package dossier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What crawlers and browsers are told: sitemap, robots.txt, canonical pages, OpenSearch. */
class CrawlersTest extends PortalCase {

  private org.w3c.dom.Document xml(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertEquals(200, response.statusCode(), path);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(response.body())));
  }

  private static List<String> texts(org.w3c.dom.Document xml, String element) {
    NodeList found = xml.getElementsByTagNameNS("*", element);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  private String base() {
    return "http://localhost:" + portal.port();
  }

  @Test
  void everyAddressOfTheSitemapIsAPageThatMayBeListed() throws Exception {
    org.w3c.dom.Document index = xml("/sitemap.xml");
    assertEquals("sitemapindex", index.getDocumentElement().getLocalName());
    assertEquals(
        List.of(base() + "/sitemap-browse.xml", base() + "/sitemap-1.xml"), texts(index, "loc"));
    List<String> pages = new ArrayList<>();
    for (String part : texts(index, "loc")) {
      org.w3c.dom.Document map = xml(URI.create(part).getPath());
      assertEquals(
          "http://www.sitemaps.org/schemas/sitemap/0.9",
          map.getDocumentElement().getNamespaceURI());
      pages.addAll(texts(map, "loc"));
    }
    for (String path : List.of("/", "/browse", "/region/mali", "/threat/water", "/r/border")) {
      assertTrue(pages.contains(base() + path), path + " in " + pages);
    }
    assertTrue(pages.contains(base() + "/year/2025"), pages.toString());
    assertFalse(pages.contains(base() + "/r/wentaway"), "a dropped report");
    for (String page : pages) {
      HttpResponse<String> response = get(page.substring(base().length()));
      assertEquals(200, response.statusCode(), page);
      assertEquals("", header(response, "x-robots-tag"), page);
      Document html = Jsoup.parse(response.body());
      assertEquals(List.of(page), html.select("link[rel=canonical]").eachAttr("href"));
      assertEquals(0, html.select("meta[name=robots]").size(), page);
    }
    assertTrue(texts(xml("/sitemap-1.xml"), "lastmod").getFirst().endsWith("Z"));
    for (String none : List.of("0", "2", "01", "x", "99999999999")) {
      assertEquals(404, get("/sitemap-" + none + ".xml").statusCode(), none);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/search?region=mali, /region/mali",
    "/search?region=mali&threat=water, /region/mali",
    "/search?threat=water&lang=en, /threat/water",
    "/search?q=border&from=2024&to=2024, /year/2024",
    "/search?q=border, /browse",
    "/search?series=a%2Fb, /browse",
    "/search/region?q=x, /browse",
    "/trends, /browse",
    "/browse?from=2024&to=2025, /browse"
  })
  void aSearchIsNotListedAndNamesAPageThatIs(String search, String page) throws Exception {
    HttpResponse<String> response = get(search);
    Document html = Jsoup.parse(response.body());
    assertEquals("noindex, nofollow", header(response, "x-robots-tag"));
    assertEquals("noindex, nofollow", html.selectFirst("meta[name=robots]").attr("content"));
    assertEquals(List.of(base() + page), html.select("head link[rel=canonical]").eachAttr("href"));
  }

  @Test
  void aPageThatIsNotThereIsNotListed() throws Exception {
    HttpResponse<String> response = get("/region/nowhere");
    assertEquals("noindex", header(response, "x-robots-tag"));
    assertEquals(0, Jsoup.parse(response.body()).select("link[rel=canonical]").size());
  }

  @Test
  void robotsAreToldWhatIsNotForThem() throws Exception {
    List<String> lines = get("/robots.txt").body().lines().toList();
    assertEquals("User-agent: *", lines.getFirst());
    assertTrue(lines.contains("Disallow: /search."), lines.toString());
    assertEquals("Sitemap: " + base() + "/sitemap.xml", lines.getLast());
    assertFalse(lines.contains("Disallow: /search"), "single choices are fetched");
  }

  @Test
  void robotsKnowWhereThePortalIsBelowItsHost() throws Throwable {
    URI url = URI.create("https://example.org/archive");
    PortalSettings settings = new PortalSettings("127.0.0.1", 0, url, "D", "corpus", null);
    at(
        Portal.start(settings, engine, Shelf::vocabularies, PortalCase::original, desk),
        () -> {
          String robots = get("/robots.txt").body();
          assertTrue(robots.contains("Disallow: /archive/search."), robots);
          assertTrue(robots.contains("Sitemap: https://example.org/archive/sitemap.xml"), robots);
        });
  }

  @Test
  void browsersLearnHowToSearchHere() throws Throwable {
    PortalSettings settings =
        new PortalSettings(
            "127.0.0.1", 0, null, "Steppe & <Mountain> \uD83D\uDEF0 Archive", "corpus", null);
    at(
        Portal.start(settings, engine, Shelf::vocabularies, PortalCase::original, desk),
        () -> {
          Element link = null;
          org.w3c.dom.Document plugin = xml("/opensearch.xml");
          assertEquals(
              "application/opensearchdescription+xml",
              header(get("/opensearch.xml"), "content-type"));
          assertEquals("Steppe & <Mounta", texts(plugin, "ShortName").getFirst());
          NodeList urls = plugin.getElementsByTagNameNS("*", "Url");
          for (int i = 0; i < urls.getLength(); i++) {
            link = (Element) urls.item(i);
            String path = link.getAttribute("template").substring(base().length());
            String filled = path.replace("{searchTerms}", "border").replace("{startPage?}", "1");
            HttpResponse<String> response = get(filled);
            assertEquals(200, response.statusCode(), filled);
            assertTrue(
                header(response, "content-type").startsWith(link.getAttribute("type")), filled);
          }
          assertEquals(5, urls.getLength());
          Document home = Jsoup.parse(get("/").body());
          assertEquals("/opensearch.xml", home.selectFirst("link[rel=search]").attr("href"));
        });
  }

  @Test
  void suggestionsComeInTheFormBrowsersAskFor() throws Exception {
    JsonNode answer = json("/suggest.opensearch.json?q=qui");
    assertEquals("qui", answer.get(0).asText());
    assertEquals(3, answer.size());
    assertEquals(answer.get(1).size(), answer.get(2).size());
    JsonNode usual = json("/suggest.json?q=qui").get("suggestions");
    assertFalse(usual.isEmpty());
    for (int i = 0; i < usual.size(); i++) {
      assertEquals(usual.get(i).get("text"), answer.get(1).get(i));
    }
  }
}
