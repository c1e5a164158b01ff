package dossier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.ingest.Progress;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Choosing among what could not be read, and asking for it to be read again. */
class RetriesTest extends PortalCase {

  @Test
  void theListIsChosenByReasonAndByOutcomeAndEachChoiceIsAnAddress() throws Exception {
    String all = get("/status").body();
    assertTrue(all.contains("href=\"/status?reason=damaged#qu\">Damaged file <span"), all);
    assertTrue(all.contains("href=\"/status?outcome=partial#qu\">Read in part <span"), all);
    assertFalse(all.contains("reason=crashed"), "none of this kind");

    String damaged = get("/status?reason=damaged").body();
    assertTrue(damaged.contains("broken &amp; bent.pdf"), damaged);
    assertFalse(damaged.contains("2003/locked.pdf"), damaged);
    assertTrue(damaged.contains("#qu\" aria-current=\"true\">Damaged file"), damaged);
    String partial = get("/status?outcome=partial").body();
    assertTrue(partial.contains("half.pdf"), partial);
    assertFalse(partial.contains("broken &amp; bent.pdf"), partial);
    assertTrue(get("/status?reason=ocr").body().contains("None of this kind."));
    String unknown = get("/status?reason=nonsense&outcome=x").body();
    assertEquals(main(all), main(unknown), "what is not known is no choice");
  }

  @Test
  void aListedFileSaysWhatReadItHowLongHowOftenAndWhen() throws Exception {
    String page = get("/status?reason=damaged").body();

    assertTrue(
        page.replace('\u00a0', ' ')
            .contains("PdfParser · 12 ms · tried once · 23 November 2026, 09:00 UTC"),
        page);
    assertTrue(page.contains("Fetch the file again from where it came."), page);
  }

  @ParameterizedTest
  @CsvSource({
    "/status/retry, all, 3, /status?again=3",
    "/status/retry?reason=damaged&page=2, damaged, 1, /status?reason=damaged&page=2&again=1",
    "/status/retry, broken+%26+bent.pdf, 1, /status?again=1",
    "/status/retry, no-such.pdf, 0, /status?again=0",
    "/status/retry?reason=%0d%0aX:y, %zz, 0, /status?again=0"
  })
  void aFormFromTheStatusPageIsTakenAndLeadsBack(
      String path, String what, int files, String location) throws Exception {
    String answer = post(path, what, "Sec-Fetch-Site: same-origin");

    assertEquals("HTTP/1.1 303", answer.substring(0, 12), answer);
    assertTrue(answer.contains("Location: " + location + "\r\n"), answer);
    long matched =
        desk.asked.stream().mapToLong(one -> engine.entries.stream().filter(one).count()).sum();
    assertEquals(files, matched);
    String page = get(location).body();
    assertTrue(
        page.contains(files == 0 ? "nothing will be read again" : Words.count(files, "files")),
        page);
  }

  @Test
  void whileSomethingIsReadItIsSaidToComeAfterwards() throws Exception {
    state = new Progress(true, false, 1, 2, 3, 4, 0, "", null, null, "", "");

    String page = get("/status?again=1").body();

    assertTrue(page.contains("1 file will be read again when the present run is over."), page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-Fetch-Site: none",
        "Origin: http://localhost:PORT",
        "Referer: http://localhost:PORT/status?reason=damaged"
      })
  void otherSignsOfComingFromHereAreTaken(String header) throws Exception {
    String answer = post("/status/retry", "all", header.replace("PORT", "" + portal.port()));

    assertEquals("HTTP/1.1 303", answer.substring(0, 12), answer);
    assertEquals(1, desk.asked.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-Fetch-Site: cross-site\r\nOrigin: http://localhost:PORT",
        "Sec-Fetch-Site: same-site",
        "Origin: http://evil.example",
        "Origin: null",
        "Origin: http://localhost:1",
        "Referer: http://evil.example/http://localhost:PORT/",
        "Referer: http://localhost:PORT.evil.example/",
        "X-Nothing: x",
        "Sec-Fetch-Site: same-origin\r\nX-Forwarded-For: 10.0.0.7"
      })
  void aFormFromElsewhereIsRefused(String header) throws Exception {
    String answer = post("/status/retry", "all", header.replace("PORT", "" + portal.port()));

    assertEquals("HTTP/1.1 403", answer.substring(0, 12), answer);
    assertTrue(answer.contains("This is not done from here"), answer);
    assertEquals(List.of(), desk.asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::"})
  void aPortalOpenToOthersShowsTheCommandInstead(String host) throws Throwable {
    refusesAndShowsTheCommand(new PortalSettings(host, 0, null, "D", "corpus", null));
  }

  @Test
  void aPortalBehindAProxyShowsTheCommandInstead() throws Throwable {
    URI url = URI.create("https://reports.example");
    refusesAndShowsTheCommand(new PortalSettings("127.0.0.1", 0, url, "D", "corpus", null));
  }

  private void refusesAndShowsTheCommand(PortalSettings settings) throws Throwable {
    at(
        Portal.start(settings, engine, Shelf::vocabularies, PortalCase::original, desk),
        () -> {
          String page = get("/status?reason=damaged").body();
          assertFalse(page.contains("method=\"post\""), page);
          assertTrue(page.contains("<code>./dossier ingest --retry damaged</code>"), page);
          String answer = post("/status/retry", "all", "Sec-Fetch-Site: same-origin");
          assertEquals("HTTP/1.1 403", answer.substring(0, 12), answer);
          assertTrue(answer.contains("./dossier ingest --retry"), answer);
          assertEquals(List.of(), desk.asked);
        });
  }

  @Test
  void onlyPagesCountAsVisits() throws Exception {
    int before = desk.visits.get();
    get("/health");
    get("/favicon.ico");
    get("/assets/0/dossier.css");
    assertEquals(before, desk.visits.get());
    get("/search?q=border");
    get("/search.json?q=border");
    assertEquals(before + 2, desk.visits.get());
  }

  private String post(String path, String what, String headers) throws IOException {
    String body = "what=" + what;
    String head =
        """
        POST %s HTTP/1.1
        Host: localhost:%d
        Content-Type: application/x-www-form-urlencoded
        Content-Length: %d
        """
            .formatted(path, portal.port(), body.length());
    try (Socket socket = new Socket("localhost", portal.port())) {
      socket.setSoTimeout(10_000);
      String request =
          head.replace("\n", "\r\n") + headers + "\r\nConnection: close\r\n\r\n" + body;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String main(String page) {
    return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
  }
}
