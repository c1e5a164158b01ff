package dossier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dossier.ingest.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StatusEventsTest extends PortalCase {

  @Test
  void aRunIsToldAsItGoesAndCountsAsNoVisit() throws Exception {
    int visits = desk.visits.get();
    HttpResponse<InputStream> answer = listen();
    try (BufferedReader events = reader(answer)) {
      assertEquals(200, answer.statusCode());
      assertTrue(header(answer, "content-type").startsWith("text/event-stream"));
      assertFalse(next(events).get("running").asBoolean());
      state = running(12, "2024/Отчёт <7>.pdf");
      JsonNode begun = next(events);
      assertTrue(begun.get("running").asBoolean());
      assertEquals("12", begun.get("doneWords").asText());
      assertEquals("4,000", begun.get("totalWords").asText());
      assertEquals("2024/Отчёт <7>.pdf", begun.get("current").asText());
      state = running(4000, "");
      assertEquals(4000, next(events).get("done").asInt());
      state = Progress.NONE;
      assertFalse(next(events).get("running").asBoolean());
    }
    assertEquals(visits, desk.visits.get());
  }

  @Test
  void listenersAreFewAndASeatIsFreeAgainWhenOneIsGone() throws Throwable {
    at(
        Portal.start(
            PortalSettings.local(0), engine, Shelf::vocabularies, PortalCase::original, desk),
        () -> {
          List<BufferedReader> open = new ArrayList<>();
          for (int i = 0; i < StatusEvents.MOST; i++) {
            BufferedReader events = reader(listen());
            next(events);
            open.add(events);
          }
          assertEquals(503, listen().statusCode());
          assertEquals(200, get("/status").statusCode(), "pages are made nevertheless");
          open.removeFirst().close();
          int status = 503;
          for (int done = 1; status == 503; done++) {
            state = running(done, "so that something is sent, and the loss is noticed");
            HttpResponse<InputStream> answer = listen();
            status = answer.statusCode();
            answer.body().close();
          }
          assertEquals(200, status);
          for (BufferedReader events : open) {
            events.close();
          }
        });
  }

  private HttpResponse<InputStream> listen() throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(uri("/status/events")).header("Accept", "text/event-stream").build(),
        HttpResponse.BodyHandlers.ofInputStream());
  }

  private static BufferedReader reader(HttpResponse<InputStream> answer) {
    return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  private static JsonNode next(BufferedReader events) throws IOException {
    String line = events.readLine();
    while (!line.startsWith("data: ")) {
      line = events.readLine();
    }
    return new ObjectMapper().readTree(line.substring(6));
  }

  private static Progress running(int done, String current) {
    Instant start = Instant.parse("2026-11-23T08:52:00Z");
    return new Progress(true, true, done, 4000, done, 4000, 2, current, start, null, "", "");
  }
}
