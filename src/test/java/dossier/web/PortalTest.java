package dossier.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dossier.archive.Location;
import dossier.ingest.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalTest {

  private static final byte[] BYTES = bytes();

  private final HttpClient client = HttpClient.newHttpClient();
  private final FakeEngine engine = Shelf.engine();
  private volatile Progress state = Progress.NONE;
  private Portal portal;

  private static byte[] bytes() {
    byte[] bytes = new byte[1000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  @BeforeAll
  void open() {
    portal =
        Portal.start(
            PortalSettings.local(0),
            engine,
            Shelf.vocabularies(),
            PortalTest::original,
            () -> state);
  }

  private static InputStream original(Location location) throws IOException {
    if (location.path().startsWith("water")) {
      throw new NoSuchFileException(location.path());
    }
    return new ByteArrayInputStream(BYTES);
  }

  @AfterEach
  void calmDown() {
    engine.broken = false;
    state = Progress.NONE;
  }

  @AfterAll
  void close() {
    portal.close();
    client.close();
  }

  // Lets the requests of a test go to another portal.
  private void at(Portal other, Executable requests) throws Throwable {
    Portal usual = portal;
    try (other) {
      portal = other;
      requests.execute();
    } finally {
      portal = usual;
    }
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + portal.port() + path);
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode json(String path) throws IOException, InterruptedException {
    return new ObjectMapper().readTree(get(path).body());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/search",
        "/search?q=border",
        "/search?q=border&region=central-asia&region=-mali&from=2020&to=2025-06&sort=newest",
        "/search?q=nothingatall&region=mali&from=2020",
        "/search?page=999999",
        "/r/border",
        "/r/border?q=border&hit=2",
        "/r/border?q=absent",
        "/r/undated",
        "/region/central-asia",
        "/region/asia",
        "/threat/terrorism",
        "/series/geopolitical-report",
        "/year/2024",
        "/browse",
        "/browse?from=2024&to=2024",
        "/status",
      })
  void everyPageOpensWithStrictHeadersAndNoInlineCode(String path) throws Exception {
    HttpResponse<String> page = get(path);

    assertEquals(200, page.statusCode(), page.body());
    assertEquals("text/html;charset=utf-8", header(page, "content-type"));
    assertEquals(
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src "
            + "'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        header(page, "content-security-policy"));
    assertEquals("nosniff", header(page, "x-content-type-options"));
    assertEquals("same-origin", header(page, "cross-origin-opener-policy"));
    assertFalse(header(page, "permissions-policy").isEmpty());
    assertFalse(header(page, "referrer-policy").isEmpty());
    assertFalse(page.body().contains(" style="), "inline style");
    assertFalse(page.body().matches("(?s).*<[^>]* on[a-z]+=.*"), "inline handler");
    assertFalse(page.body().matches("(?s).*<script(?![^>]* src=).*"), "inline script");
    assertFalse(page.body().matches("(?s).*(src|href)=\"https?:.*"), "leaves the portal");
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
  void theReadingViewMarksEveryMatchWithAnAnchorAndStepsWithoutScript() throws Exception {
    String page = get("/r/border?q=border&hit=2").body();

    assertTrue(page.contains("<mark id=\"h1\">border</mark>"), page);
    assertTrue(page.contains("<mark id=\"h2\" class=\"now\">border</mark>"), page);
    assertTrue(page.contains("<mark id=\"h4\">border</mark>"), page);
    assertFalse(page.contains("id=\"h5\""), page);
    assertTrue(page.contains("2 of 4"), page);
    assertTrue(page.contains("/r/border?q=border&amp;hit=3#h3"), page);
    assertTrue(page.contains("/r/border?q=border&amp;hit=1#h1"), page);
    assertTrue(page.contains("id=\"p3\""), page);
    assertTrue(page.contains("href=\"/search?q=border\">Back to the results"), page);
  }

  @Test
  void theReadingViewHasOutlineTableListFurnitureFactsAndEvidence() throws Exception {
    String page = get("/r/border").body();

    assertTrue(page.contains("<h2 id=\"s1\" dir=\"auto\">Three provinces</h2>"), page);
    assertTrue(page.contains("<h3 id=\"s2\" dir=\"auto\">What silence costs</h3>"), page);
    assertTrue(page.contains("<td dir=\"auto\">9 border posts</td>"), page);
    assertTrue(page.contains("<li dir=\"auto\">a lorry</li>"), page);
    assertTrue(page.contains("<p class=\"furniture\" dir=\"auto\">Page 2 of 3</p>"), page);
    assertTrue(page.contains("href=\"/region/kazakhstan\">Kazakhstan</a>"), page);
    assertTrue(page.contains("“the kazakhstan” 3 times, pp. 1, 2"), page);
    assertTrue(page.contains("(estimated from the text)"), page);
    assertTrue(page.contains("ISSN 2785-2598"), page);
    assertFalse(page.contains("<mark"), page);
  }

  @Test
  void textOfAnotherLanguageSaysSoAndFindsItsOwnDirection() throws Exception {
    String page = get("/search?lang=ar").body();

    assertTrue(page.contains("<h2 lang=\"ar\" dir=\"auto\">"), page);
    assertTrue(get("/r/arabic").body().contains("<h1 lang=\"ar\" dir=\"auto\">"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/search?q=evil",
        "/r/hostile?q=evil",
        "/",
        "/region/mali",
        "/year/2023",
        "/status",
        "/browse"
      })
  void aHostileReportComesOutInert(String path) throws Exception {
    String page = get(path).body();

    assertFalse(page.contains("<img"), page);
    assertFalse(page.contains("<script>"), page);
    assertFalse(page.contains("<b>one</b>"), page);
  }

  @Test
  void whatIsTypedComesBackInert() throws Exception {
    String typed = URLEncoder.encode(Shelf.HOSTILE, StandardCharsets.UTF_8);

    for (String path :
        List.of(
            "/search?q=",
            "/search?region=",
            "/search?series=-",
            "/search?from=",
            "/r/border?q=",
            "/browse?from=")) {
      String page = get(path + typed).body();
      assertFalse(page.contains("<img"), path);
      assertFalse(page.contains("<script>"), path);
    }
  }

  @Test
  void theAnswerAsJsonHasTheShapeProgramsRelyOn() throws Exception {
    JsonNode answer = json("/search.json?q=border&size=1&sort=newest");

    assertEquals(
        List.of("total", "tookMillis", "notices", "hits", "facets", "next"), names(answer));
    assertEquals(2, answer.get("total").asInt());
    assertEquals("/search.json?q=border&sort=newest&page=2&size=1", answer.get("next").asText());
    assertEquals(
        List.of("region", "threat", "date", "series", "lang", "type"), names(answer.get("facets")));
    JsonNode second = json("/search.json?q=border&size=1&sort=newest&page=2");
    assertTrue(second.get("next").isNull());
    JsonNode hit = second.get("hits").get(0);
    assertEquals(
        List.of(
            "id",
            "url",
            "title",
            "series",
            "issn",
            "volume",
            "issue",
            "published",
            "publishedPrecision",
            "language",
            "mediaType",
            "regions",
            "threats",
            "snippets"),
        names(hit));
    assertEquals("2024-05", hit.get("published").asText());
    assertEquals("month", hit.get("publishedPrecision").asText());
    assertEquals("13", hit.get("issue").asText());
    assertEquals(
        "{\"id\":\"kazakhstan\",\"label\":\"Kazakhstan\",\"strength\":\"about\"}",
        hit.get("regions").get(0).toString());
    JsonNode snippet = hit.get("snippets").get(0);
    JsonNode mark = snippet.get("marks").get(0);
    String text = snippet.get("text").asText();
    assertEquals("border", text.substring(mark.get(0).asInt(), mark.get(1).asInt()));
  }

  @Test
  void facetsInJsonAreTreesAndDatesAreYearsWithMonths() throws Exception {
    JsonNode facets = json("/search.json?region=kazakhstan&from=2024&to=2024").get("facets");

    assertEquals(
        "{\"id\":\"asia\",\"label\":\"Asia\",\"count\":1,\"selected\":false,\"children\":[{\"id\":"
            + "\"central-asia\",\"label\":\"Central Asia\",\"count\":1,\"selected\":false,"
            + "\"children\":[{\"id\":\"kazakhstan\",\"label\":\"Kazakhstan\",\"count\":1,"
            + "\"selected\":true,\"children\":[]}]}]}",
        facets.get("region").get(0).toString());
    assertEquals(
        "[{\"id\":\"2024\",\"label\":\"2024\",\"count\":1,\"selected\":true,\"children\":[{\"id\":"
            + "\"2024-05\",\"label\":\"May 2024\",\"count\":1,\"selected\":true,\"children\":[]}]}]",
        facets.get("date").toString());
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void clickingAChildReplacesItsAncestorAndTheOtherWayRound() throws Exception {
    String parent = get("/search?region=central-asia").body();
    String child = get("/search?region=kazakhstan&region=mali").body();

    assertTrue(parent.contains("<a href=\"/search?region=kazakhstan\">"), parent);
    assertTrue(child.contains("<a href=\"/search?region=mali&amp;region=central-asia\">"), child);
    assertTrue(child.contains("<a href=\"/search?region=mali\" aria-current=\"true\">"), child);
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
  void aLongQueryIsReadInPartAndSaysSo() throws Exception {
    String page = get("/search?q=" + "a".repeat(100_000)).body();

    assertTrue(page.contains("class=\"notice\""), page);
    assertTrue(page.contains("Only the first 2000 characters"), page);
    assertEquals(
        "query", json("/search.json?q=" + "a".repeat(3000)).at("/notices/0/kind").asText());
  }

  @Test
  void unknownAddressesAreNotFoundGoneOnesGoneAndMovedOnesMoved() throws Exception {
    for (String path :
        List.of(
            "/nothing",
            "/r/unknown",
            "/r/NOT%20AN%20ID",
            "/r/unknown/original",
            "/region/atlantis",
            "/threat/none",
            "/series/none",
            "/year/20x4",
            "/year/1850",
            "/assets/0/secret",
            "/r")) {
      assertEquals(404, get(path).statusCode(), path);
      assertTrue(get(path).body().contains("There is nothing at this address"), path);
    }
    assertEquals(410, get("/r/wentaway").statusCode());
    assertEquals(410, get("/r/wentaway/original").statusCode());
    HttpResponse<String> moved = get("/r/oldborder?q=a+b");
    assertEquals(301, moved.statusCode());
    assertTrue(header(moved, "location").endsWith("/r/border?q=a+b"), header(moved, "location"));
    assertEquals(301, get("/r/oldborder/original").statusCode());
  }

  @Test
  void sendingSomethingIsNotAllowed() throws Exception {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(uri("/search"))
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertEquals(405, response.statusCode());
    assertTrue(header(response, "allow").contains("GET"), header(response, "allow"));
  }

  @Test
  void aFailureShowsAReferenceAndNothingOfItsCause() throws Exception {
    engine.broken = true;

    HttpResponse<String> page = get("/search?q=x");
    HttpResponse<String> json = get("/search.json?q=x");

    assertEquals(500, page.statusCode());
    assertTrue(page.body().matches("(?s).*<code>[0-9A-F]{8}</code>.*"), page.body());
    assertFalse(page.body().contains("disk"), page.body());
    assertFalse(page.body().contains("IOException"), page.body());
    assertEquals(500, json.statusCode());
    assertEquals("application/json", header(json, "content-type"));
  }

  @Test
  void anotherHostIsMisdirected() throws Exception {
    assertEquals("HTTP/1.1 421", raw("GET / HTTP/1.1\r\nHost: evil.example\r\n").substring(0, 12));
    assertEquals(
        "HTTP/1.1 421",
        raw("GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n").substring(0, 12));
    assertEquals(
        "HTTP/1.1 421", raw("GET / HTTP/1.1\r\nHost: 127.0.0.1.evil.example\r\n").substring(0, 12));
    for (String host : List.of("localhost", "127.0.0.1:8080", "[::1]:8080", "LOCALHOST")) {
      assertEquals(
          "HTTP/1.1 200", raw("GET / HTTP/1.1\r\nHost: " + host + "\r\n").substring(0, 12), host);
    }
  }

  @Test
  void thePublicHostIsAnswered() throws Throwable {
    URI url = URI.create("https://Reports.example/");
    PortalSettings settings = new PortalSettings("127.0.0.1", 0, url, "D", "corpus", null);

    at(
        Portal.start(settings, engine, Shelf.vocabularies(), PortalTest::original, () -> state),
        () -> {
          String answer = raw("GET / HTTP/1.1\r\nHost: reports.example\r\n");
          assertEquals("HTTP/1.1 200", answer.substring(0, 12));
        });
  }

  @Test
  void aBrokenRequestGetsOnePlainSentence() throws Exception {
    String answer = raw("GET /%zz HTTP/1.1\r\nHost: localhost\r\n");

    assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
    assertTrue(answer.contains("could not be understood"), answer);
    assertFalse(answer.toLowerCase(java.util.Locale.ROOT).contains("jetty"), answer);
  }

  private String raw(String head) throws IOException {
    try (Socket socket = new Socket("localhost", portal.port())) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void anOriginalComesAsAttachmentInASandboxUnlessItIsPdfOrPlainText() throws Exception {
    HttpResponse<String> hostile = get("/r/hostile/original");
    HttpResponse<String> pdf = get("/r/border/original");

    assertEquals("text/html", header(hostile, "content-type"));
    assertEquals("nosniff", header(hostile, "x-content-type-options"));
    assertTrue(
        header(hostile, "content-security-policy").startsWith("sandbox; default-src 'none'"));
    assertTrue(header(hostile, "content-disposition").startsWith("attachment; "));
    assertFalse(header(hostile, "content-disposition").contains("\"\""));
    assertFalse(header(pdf, "content-security-policy").contains("sandbox"));
    assertEquals(
        "inline; filename=\"_______ _13.pdf\"; filename*=UTF-8''"
            + "%D0%93%D1%80%D0%B0%D0%BD%D0%B8%D1%86%D0%B0%20%E2%84%9613.pdf",
        header(pdf, "content-disposition"));
    assertEquals(404, get("/r/water/original").statusCode());
  }

  @Test
  void partsOfAnOriginalCanBeAskedFor() throws Exception {
    assertRange("bytes=0-0", 206, "bytes 0-0/1000", 0, 1);
    assertRange("bytes=10-19", 206, "bytes 10-19/1000", 10, 20);
    assertRange("bytes=990-", 206, "bytes 990-999/1000", 990, 1000);
    assertRange("bytes=-5", 206, "bytes 995-999/1000", 995, 1000);
    assertRange("bytes=0-5000", 206, "bytes 0-999/1000", 0, 1000);
    assertRange("bytes=1000-", 416, "bytes */1000", 0, 0);
    assertRange("bytes=5-1", 200, "", 0, 1000);
    assertRange("bytes=0-1,5-6", 200, "", 0, 1000);
    assertRange("lines=1-2", 200, "", 0, 1000);
  }

  private void assertRange(String range, int status, String contentRange, int from, int to)
      throws Exception {
    HttpResponse<byte[]> part =
        client.send(
            HttpRequest.newBuilder(uri("/r/border/original")).header("Range", range).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(status, part.statusCode(), range);
    assertEquals(contentRange, header(part, "content-range"), range);
    assertArrayEquals(java.util.Arrays.copyOfRange(BYTES, from, to), part.body(), range);
  }

  @Test
  void anUnchangedOriginalIsNotSentAgain() throws Exception {
    String tag = header(get("/r/border/original"), "etag");

    assertEquals(304, get("/r/border/original", "If-None-Match", tag).statusCode());
    assertEquals(
        200, get("/r/border/original", "Range", "bytes=0-1", "If-Range", "\"x\"").statusCode());
    assertEquals(
        206, get("/r/border/original", "Range", "bytes=0-1", "If-Range", tag).statusCode());
  }

  @Test
  void assetsMayBeKeptForAYearUnderAnAddressThatChangesWithThem() throws Exception {
    String page = get("/").body();
    String css = page.replaceAll("(?s).*<link rel=\"stylesheet\" href=\"([^\"]+)\".*", "$1");

    assertTrue(css.matches("/assets/[0-9a-f]{12}/dossier\\.css"), css);
    HttpResponse<String> asset = get(css);
    assertEquals(200, asset.statusCode());
    assertEquals("public, max-age=31536000, immutable", header(asset, "cache-control"));
    assertEquals("gzip", header(get(css, "Accept-Encoding", "gzip"), "content-encoding"));
    assertTrue(header(get("/favicon.ico"), "location").endsWith("favicon.svg"));
    assertEquals("no-cache", header(get(css.replaceAll("/[0-9a-f]{12}/", "/0/")), "cache-control"));
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

    assertTrue(page.contains("7 files and documents in archives"), page);
    assertTrue(page.contains("Password needed"), page);
    assertTrue(page.contains("Put a copy without a password in its place."), page);
    assertTrue(page.contains("2003/locked.pdf"), page);
    assertTrue(page.contains("run again with --prune"), page);
  }

  @Test
  void anEmptyArchiveSaysWhereToPutFiles() throws Throwable {
    FakeEngine empty = new FakeEngine(Shelf.vocabularies(), List.of());

    at(
        Portal.start(
            PortalSettings.local(0),
            empty,
            Shelf.vocabularies(),
            PortalTest::original,
            () -> state),
        () -> {
          assertTrue(get("/").body().contains("into the folder <code>corpus</code>"));
          for (String path : List.of("/search", "/browse", "/status", "/region/central-asia")) {
            assertEquals(200, get(path).statusCode(), path);
          }
        });
  }

  @Test
  void askingForTheHeadersAloneGivesThemWithoutABody() throws Exception {
    for (String path : List.of("/", "/r/border/original", "/health")) {
      HttpResponse<String> head =
          client.send(
              HttpRequest.newBuilder(uri(path))
                  .method("HEAD", HttpRequest.BodyPublishers.noBody())
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(200, head.statusCode(), path);
      assertEquals("", head.body(), path);
      assertEquals("nosniff", header(head, "x-content-type-options"), path);
    }
  }
}
