package dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an analyst's edit of the vocabularies. */
class ReclassifyTest {

  private static final String SPARROWS =
      """

      - id: sparrow-theft
        label: {en: Theft of sparrows}
        definition: "Taking sparrows."
        cues:
          en:
            strong: [stolen sparrow*]
      """;
  private static final String GEESE = SPARROWS.replace("sparrow", "goose").replace("se*", "se");

  @TempDir Path folder;
  private Path corpus;
  private Path store;
  private Path threats;
  private Path errors;
  private String original;

  @BeforeEach
  void lay() throws IOException {
    corpus = Files.createDirectory(folder.resolve("corpus"));
    store = folder.resolve("store");
    errors = folder.resolve("errors.txt");
    Path vocabulary = Files.createDirectories(folder.resolve("index/vocabulary"));
    Files.copy(Path.of("index/vocabulary/regions.yaml"), vocabulary.resolve("regions.yaml"));
    threats = vocabulary.resolve("threats.yaml");
    original = Files.readString(Path.of("index/vocabulary/threats.yaml"));
    Files.writeString(threats, original);
    Files.writeString(
        corpus.resolve("a.txt"), "Stolen goose, stolen sparrows\n\nWords about Peru.");
    Files.writeString(corpus.resolve("b.txt"), "Stolen sparrows of Mali\n\nWords about Mali.");
    Files.writeString(corpus.resolve("b.txt.yaml"), "threats: [+espionage, -sparrow-theft]\n");
    Files.writeString(corpus.resolve("c.txt"), "Stolen sparrows of Chad\n\nWords about Chad.");
    Files.writeString(corpus.resolve("c.txt.yaml"), "threats: [espionage]\n");
  }

  @Test
  void aRunningPortalSeesTheEditAndKeepsWhatItCanUse() throws Exception {
    try (Launched portal = Launched.serve(folder, corpus, store, errors)) {
      Await.until("all are read", () -> portal.total("") == 3);
      assertEquals(0, portal.total("?threat=sparrow-theft"));
      assertEquals(2, portal.total("?threat=espionage"));

      Files.writeString(threats, original + SPARROWS);
      Await.until("the edit shows", () -> portal.total("?threat=sparrow-theft") == 1);
      assertEquals(2, portal.total("?threat=espionage"), "what a hand set stays");
      Await.until(
          "its name, too", () -> portal.get("/browse").body().contains("Theft of sparrows"));
      JsonNode hit = portal.json("/search.json?threat=sparrow-theft").path("hits").path(0);
      assertEquals("Stolen goose, stolen sparrows", hit.path("title").asText());

      Files.writeString(threats, original + SPARROWS + "- id: broken\n  parent: nothing\n");
      int line = (int) (original + SPARROWS).lines().count() + 1;
      Await.until(
          "the mistake is told",
          () -> portal.get("/status").body().contains("threats.yaml:" + line));
      assertTrue(Files.readString(errors).contains("threats.yaml:" + line), "in the log as well");
      assertEquals(1, portal.total("?threat=sparrow-theft"));

      Files.writeString(threats, original);
      Await.until("the edit is taken back", () -> portal.total("?threat=sparrow-theft") == 0);
      assertFalse(portal.get("/status").body().contains("threats.yaml:"));

      Files.writeString(corpus.resolve("d.txt"), "Note\n\nMore words.");
      Await.until("reading goes on", () -> portal.total("") == 4);
    }
    Files.writeString(threats, original + SPARROWS);
    try (Launched portal = Launched.serve(folder, corpus, store, errors)) {
      Await.until("an edit made meanwhile", () -> portal.total("?threat=sparrow-theft") == 1);
    }
  }

  @Test
  void theCommandLabelsAllAgainAndAMistakeIsRefused() throws Exception {
    assertEquals(2, reclassify(), "there is no index yet");
    assertFalse(Files.exists(store));
    assertEquals(0, run("ingest"));
    assertFalse(Files.readString(errors).contains("again"), "a new store has nothing to label");
    Files.writeString(threats, original + SPARROWS);
    assertEquals(0, reclassify());
    assertTrue(Files.readString(errors).contains("Labelled 3 reports again"));
    assertEquals(List.of("Stolen goose, stolen sparrows"), about("sparrow-theft"));
    assertEquals(List.of("Stolen sparrows of Chad", "Stolen sparrows of Mali"), about("espionage"));

    Files.writeString(threats, original + SPARROWS + "- id: broken\n  parent: nothing\n");
    int line = (int) (original + SPARROWS).lines().count() + 1;
    assertEquals(2, reclassify());
    String told = Files.readString(errors);
    assertTrue(told.contains("threats.yaml:" + line), told);
    assertFalse(told.contains("\tat "), "no stack trace");

    Files.writeString(threats, original + SPARROWS + GEESE);
    assertEquals(List.of("Stolen goose, stolen sparrows"), about("sparrow-theft"));
    assertEquals(List.of(), about("goose-theft"));
    assertEquals(0, run("ingest"));
    assertEquals(
        List.of("Stolen goose, stolen sparrows"), about("goose-theft"), "ingest does the same");
  }

  private int reclassify() throws Exception {
    return Launched.status(folder, errors, "reclassify", "--store", store.toString());
  }

  private int run(String command) throws Exception {
    return Launched.status(
        folder, errors, command, "--corpus", corpus.toString(), "--store", store.toString());
  }

  private List<String> about(String threat) throws Exception {
    Path out = Files.createTempFile(folder, "out", ".json");
    int status =
        Launched.status(
            folder,
            out,
            "search",
            "--json",
            "--store",
            store.toString(),
            "--with",
            "threat=" + threat);
    assertEquals(0, status, Files.readString(out));
    TreeSet<String> titles = new TreeSet<>();
    String json = Files.readString(out);
    new com.fasterxml.jackson.databind.ObjectMapper()
        .readTree(json.substring(json.indexOf('{')))
        .path("hits")
        .forEach(hit -> titles.add(hit.path("title").asText()));
    return List.copyOf(titles);
  }
}
