package dossier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest extends PortalCase {

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
  void aLongAddressThatMovedIsLedOnWhole() throws Exception {
    String query = "?q=" + "a".repeat(60_000);

    assertTrue(header(get("/r/oldborder" + query), "location").endsWith("/r/border" + query));
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
    assertEquals("application/problem+json", header(json, "content-type"));
  }

  @Test
  void anotherHostIsMisdirected() throws Exception {
    assertEquals("HTTP/1.1 421", raw("GET / HTTP/1.1\r\nHost: evil.example\r\n").substring(0, 12));
    assertEquals(
        "HTTP/1.1 421",
        raw("GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n").substring(0, 12));
    assertEquals(
        "HTTP/1.1 421", raw("GET / HTTP/1.1\r\nHost: 127.0.0.1.evil.example\r\n").substring(0, 12));
    for (String host :
        List.of(
            "localhost",
            "127.0.0.1:8080",
            "127.0.0.2",
            "127.1:80",
            "127.255.1.9:8080",
            "[::1]:8080",
            "LOCALHOST")) {
      assertEquals(
          "HTTP/1.1 200", raw("GET / HTTP/1.1\r\nHost: " + host + "\r\n").substring(0, 12), host);
    }
  }

  @Test
  void thePublicHostIsAnswered() throws Throwable {
    URI url = URI.create("https://Reports.example/");
    PortalSettings settings = new PortalSettings("127.0.0.1", 0, url, "D", "corpus", null);

    at(
        Portal.start(settings, engine, Shelf::vocabularies, PortalCase::original, desk),
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

  @Test
  void aParameterThatIsWrittenWronglyIsReadAsFarAsItGoes() throws Exception {
    Map<String, String> read = new LinkedHashMap<>();
    read.put("q=water%", "water%");
    read.put("q=100%+water", "100% water");
    read.put("q=%zz", "%zz");
    read.put("q=%C3%", "%");
    read.put("q=wat%C3er&x=%", "water");
    read.put("q=%ff%fewater", "water");
    read.put("q=%D0%B2%D0%BE%D0%B4%D0%B0+вода", "вода вода");
    read.put("&&=x&q=a=b%26c&", "a=b&amp;c");
    for (Map.Entry<String, String> one : read.entrySet()) {
      String page = raw("GET /search?" + one.getKey() + " HTTP/1.1\r\nHost: localhost\r\n");
      assertEquals("HTTP/1.1 200", page.substring(0, 12), one.getKey());
      assertTrue(page.contains("type=\"search\" value=\"" + one.getValue() + "\""), page);
      assertEquals(
          one.getKey().matches(".*%(C3|ff).*"), page.contains("came broken"), one.getKey());
    }
    String filtered = raw("GET /search?region=kazakhstan%&lang=RU HTTP/1.1\r\nHost: localhost\r\n");
    assertTrue(filtered.contains("kazakhstan%"), filtered);
    String visited = raw("GET /r/border?q=border&hit=2&x=% HTTP/1.1\r\nHost: localhost\r\n");
    assertTrue(visited.contains(">2 of 4</output>"), visited);
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
  void assetsMayBeKeptForAYearUnderAnAddressThatChangesWithThem() throws Exception {
    String page = get("/").body();
    String css = page.replaceAll("(?s).*<link rel=\"prefetch\" href=\"([^\"]+)\".*", "$1");

    assertTrue(css.matches("/assets/[0-9a-f]{12}/dossier\\.css"), css);
    HttpResponse<String> asset = get(css);
    assertEquals(200, asset.statusCode());
    assertEquals("public, max-age=31536000, immutable", header(asset, "cache-control"));
    assertEquals("gzip", header(get(css, "Accept-Encoding", "gzip"), "content-encoding"));
    assertTrue(header(get("/favicon.ico"), "location").endsWith("favicon.svg"));
    assertEquals("no-cache", header(get(css.replaceAll("/[0-9a-f]{12}/", "/0/")), "cache-control"));
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
