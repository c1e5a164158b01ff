package dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** `dossier status` and `dossier ingest --retry`, as they are typed. */
class StatusTest {

  @TempDir Path folder;

  @Test
  void theStatusAddsUpIsChosenFromAndWhatItListsCanBeReadAgain() throws Exception {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    Files.writeString(corpus.resolve("a.txt"), "Alpha note\n\nWords.");
    Files.writeString(corpus.resolve("broken.pdf"), "%PDF-1.4 and then nothing of the kind");
    Files.writeString(corpus.resolve("blank.txt"), "  ");
    Files.writeString(corpus.resolve("orphan.yaml"), "title: Nobody");
    try (OutputStream file = Files.newOutputStream(corpus.resolve("all.zip"));
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.putNextEntry(new ZipEntry("in/x.txt"));
      zip.write("Xi note\n\nWords.".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("in/bad.pdf"));
      zip.write("%PDF-1.4 no".getBytes(StandardCharsets.UTF_8));
    }
    run("ingest");

    JsonNode status = json();
    assertEquals(
        status.path("files").asLong() + status.path("entries").asLong(),
        sum(status.path("outcomes")));
    assertEquals(5, status.path("files").asLong());
    assertEquals(2, status.path("entries").asLong());
    assertEquals(3, status.path("outcomes").path("refused").asLong());
    assertEquals(3, sum(status.path("reasons")));
    assertEquals(2, status.path("reasons").path("damaged").asLong());
    assertEquals(
        List.of("all.zip!/in/bad.pdf", "blank.txt", "broken.pdf", "orphan.yaml"), paths(status));
    JsonNode broken = status.path("list").path(2);
    for (String key :
        List.of("words", "advice", "detail", "parser", "millis", "attempts", "when")) {
      assertTrue(broken.has(key), key);
    }
    assertEquals("damaged", broken.path("reason").asText());
    assertEquals(List.of("blank.txt"), paths(json("--reason", "empty")));
    assertEquals(List.of("a.txt", "all.zip!/in/x.txt"), paths(json("--outcome", "indexed")));

    run("ingest", "--retry", "damaged", "--retry", "blank.txt");
    Map<String, Integer> attempts = new TreeMap<>();
    json()
        .path("list")
        .forEach(
            entry -> attempts.put(entry.path("path").asText(), entry.path("attempts").asInt()));
    assertEquals(
        Map.of("all.zip!/in/bad.pdf", 2, "broken.pdf", 2, "blank.txt", 2, "orphan.yaml", 1),
        attempts);

    String text = run("status");
    assertTrue(
        text.contains(
            "3 could not be read\n             1 Empty file (empty)\n             2 Damaged"),
        text);
    assertTrue(text.contains("\nDamaged file: 2\nFetch the file again"), text);
    assertTrue(text.contains("sidecar without its document"), text);
    run("ingest", "--retry", "demaged");
    String errors = Files.readString(folder.resolve("errors.txt"));
    assertTrue(errors.contains("“demaged” is neither a reason nor a file"), errors);
    assertTrue(errors.contains("(did you mean “damaged”?)"), errors);
  }

  private static long sum(JsonNode counts) {
    long sum = 0;
    for (JsonNode count : counts) {
      sum += count.asLong();
    }
    return sum;
  }

  private static List<String> paths(JsonNode status) {
    List<String> paths = new ArrayList<>();
    status.path("list").forEach(entry -> paths.add(entry.path("path").asText()));
    return paths;
  }

  private JsonNode json(String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of("status", "--json"));
    all.addAll(List.of(options));
    return new ObjectMapper().readTree(run(all.toArray(String[]::new)));
  }

  private String run(String... command) throws Exception {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--store", folder.resolve("store").toString()));
    all.addAll(List.of("--corpus", folder.resolve("corpus").toString()));
    return Launched.run(folder.resolve("errors.txt"), all.toArray(String[]::new));
  }
}
