package dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** `kill -9` in the middle of the first ingest, twice, loses and doubles nothing. */
class RestartTest {

  private static final int FILES = 150;

  @TempDir Path folder;

  @Test
  void aKilledFirstRunIsTakenUpWhereItWas() throws Exception {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    Path store = folder.resolve("store");
    Path errors = folder.resolve("errors.txt");
    for (int i = 0; i < FILES; i++) {
      Files.writeString(corpus.resolve("note-" + i + ".txt"), note(i));
    }
    for (int kill = 1; kill <= 2; kill++) {
      long enough = kill;
      Launched portal = Launched.serve(corpus, store, errors);
      Await.until("some reports", () -> portal.total("") >= enough);
      List<ProcessHandle> workers = portal.kill();
      Await.until(
          "workers end with their parent",
          () -> workers.stream().noneMatch(ProcessHandle::isAlive));
    }
    try (Launched portal = Launched.serve(corpus, store, errors)) {
      Await.until("the run is over", () -> portal.total("") == FILES && portal.idle());
      assertEquals(FILES, ids(portal).size());
      JsonNode status = status(store, errors);
      assertEquals(FILES, status.path("files").asInt());
      assertEquals(FILES, status.path("reports").asInt());
      assertEquals(FILES, status.path("outcomes").path("indexed").asInt());
    }
    String before = status(store, errors).toString();
    try (Launched portal = Launched.serve(corpus, store, errors)) {
      Await.until("idle", portal::idle);
      assertEquals(FILES, portal.total(""));
    }
    assertEquals(before, status(store, errors).toString(), "a second start reads nothing again");
  }

  private static JsonNode status(Path store, Path errors) throws Exception {
    return new ObjectMapper()
        .readTree(Launched.run(errors, "status", "--json", "--store", store.toString()));
  }

  private static Set<String> ids(Launched portal) throws Exception {
    Set<String> ids = new TreeSet<>();
    List<String> doubled = new ArrayList<>();
    for (String next = "/search?size=100"; next != null; ) {
      JsonNode page = portal.json(next.replace("/search?", "/search.json?"));
      page.path("hits")
          .forEach(hit -> {
            if (!ids.add(hit.path("id").asText())) {
              doubled.add(hit.path("id").asText());
            }
          });
      next = page.path("next").isTextual() ? page.path("next").asText() : null;
    }
    assertTrue(doubled.isEmpty(), "twice: " + doubled);
    return ids;
  }

  private static String note(int number) {
    return """
    Border note %d

    Patrols in the Ferghana Valley reported %d crossings this week. Officers in Kyrgyzstan and
    Uzbekistan said that sleeper cells were not among the concerns of watch %d.
    """
        .formatted(number, number * 7 + 3, number);
  }
}
