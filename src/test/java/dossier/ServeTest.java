package dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What `dossier serve` does while its corpus changes under it. */
class ServeTest {

  /** A sample with the anatomy of a real report: masthead without a date, contact footer. */
  private static final Path NOTE = Path.of("corpus/loose/central-asia-security-note-9-7.txt");

  @TempDir Path folder;

  @Test
  void theCorpusIsFollowedWhileThePortalRuns() throws Exception {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    Path errors = folder.resolve("errors.txt");
    try (Launched portal = Launched.serve(corpus, folder.resolve("store"), errors)) {
      Await.until("nothing to read", portal::idle);
      assertTrue(portal.get("/").body().contains(corpus.toString()), "where to put files");

      Files.copy(NOTE, corpus.resolve("note.txt"));
      Await.until("the note is found", () -> portal.total("?q=%22sleeper+cells%22") == 1);
      JsonNode hit = portal.json("/search.json?q=%22sleeper+cells%22").path("hits").path(0);
      assertEquals(
          "Central Asian Security Note: Border Chiefs Seek a Common Answer to Dormant Networks",
          hit.path("title").asText());
      assertEquals("Steppe and Mountain Review", hit.path("series").asText());
      assertEquals("9999-0016", hit.path("issn").asText());
      assertEquals("9", hit.path("volume").asText());
      assertEquals("7", hit.path("issue").asText());
      assertEquals("2024-06", hit.path("published").asText());
      assertEquals("month", hit.path("publishedPrecision").asText());
      assertTrue(about(hit.path("regions")).stream().limit(2).toList().contains("central-asia"));
      assertEquals(1, portal.total("?threat=terrorism&from=2024&to=2024"));
      assertFalse(hit.path("snippets").toString().contains("example.org"));
      assertEquals(0, portal.total("?q=%22contact+us%22"), "the footer is not searched");

      Files.writeString(corpus.resolve("other.txt"), "Other note\n\nWords about Mali.");
      Files.writeString(corpus.resolve("third.txt"), "Third note\n\nWords about Peru.");
      Await.until("all are found", () -> portal.total("") == 3);
      String url = portal.json("/search.json?q=mali").path("hits").path(0).path("url").asText();
      String id = url.replaceAll("/r/|[?].*", "");
      Files.writeString(corpus.resolve("other.txt"), "Other note\n\nNow about Niger instead.");
      Await.until("the old address leads on", () -> portal.get("/r/" + id).statusCode() == 301);
      assertEquals(0, portal.total("?q=mali"));

      Files.delete(corpus.resolve("third.txt"));
      Await.until("it has left", () -> portal.total("?q=peru") == 0);
      assertEquals(2, portal.total(""));
    }
    assertFalse(Files.readString(errors).contains("ERROR"), Files.readString(errors));
  }

  @Test
  void aSecondProcessOnTheSameIndexIsToldSo() throws Exception {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    Path store = folder.resolve("store");
    Path errors = folder.resolve("errors.txt");
    Path told = folder.resolve("told.txt");
    try (Launched portal = Launched.serve(corpus, store, errors)) {
      Await.until("nothing to read", portal::idle);
      Launched.run(told, "ingest", "--corpus", corpus.toString(), "--store", store.toString());
      assertTrue(Files.readString(told).contains("in use"), Files.readString(told));
      assertFalse(Files.readString(told).contains("\tat "), "no stack trace");
    }
    Launched.run(
        told,
        "ingest",
        "--corpus",
        folder.resolve("another").toString(),
        "--store",
        store.toString());
    assertTrue(Files.readString(told).contains("was built from"), Files.readString(told));
    Path mismatch = folder.resolve("mismatch.txt");
    for (String command : List.of("status", "search")) {
      Files.deleteIfExists(mismatch);
      Launched.run(mismatch, command, "--corpus", "elsewhere", "--store", store.toString());
      assertTrue(Files.readString(mismatch).contains("was built from"), command);
    }
  }

  @Test
  void aMissingCorpusIsToldBeforeAStoreIsMade() throws Exception {
    Path store = folder.resolve("store");
    Path told = folder.resolve("told.txt");
    Path nowhere = folder.resolve("nowhere");
    Launched.run(told, "serve", "--corpus", nowhere.toString(), "--store", store.toString());
    assertTrue(Files.readString(told).contains("there is no folder " + nowhere));
    assertTrue(Files.notExists(store));
  }

  private static List<String> about(JsonNode labels) {
    List<String> ids = new ArrayList<>();
    labels.forEach(label -> {
      if (label.path("strength").asText().equals("about")) {
        ids.add(label.path("id").asText());
      }
    });
    return ids;
  }
}
