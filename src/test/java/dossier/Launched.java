package dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Dossier as a user starts it: a process of its own, here from the classes under test. */
final class Launched implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final String address;

  private Launched(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /** `dossier serve` on a free port; returns when it has printed its address. */
  static Launched serve(Path corpus, Path store, Path errors) throws IOException {
    return serve(Path.of(""), corpus, store, errors);
  }

  /** As above, of a Dossier that lies in another folder. */
  static Launched serve(Path home, Path corpus, Path store, Path errors) throws IOException {
    Process process =
        command(
                home,
                errors,
                "serve",
                "--port",
                "0",
                "--corpus",
                corpus.toString(),
                "--store",
                store.toString())
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    if (line == null) {
      throw new AssertionError("it stopped at once: " + java.nio.file.Files.readString(errors));
    }
    return new Launched(process, line.substring(line.indexOf("http")));
  }

  /** Another command, to its end; its standard output. */
  static String run(Path errors, String... arguments) throws Exception {
    Process process = command(Path.of(""), errors, arguments).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out;
  }

  /** A command of a Dossier that lies in another folder, to its end; its exit status. */
  static int status(Path home, Path errors, String... arguments) throws Exception {
    return command(home, errors, arguments)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(errors.toFile()))
        .start()
        .waitFor();
  }

  private static ProcessBuilder command(Path home, Path errors, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Ddossier.home=" + home.toAbsolutePath());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("dossier.Main");
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    // As bare as it gets: names in any script must open all the same.
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    return JSON.readTree(get(path).body());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  boolean idle() throws IOException, InterruptedException {
    return json("/health").path("ingest").asText().equals("idle");
  }

  long total(String query) throws IOException, InterruptedException {
    return json("/search.json" + query).path("total").asLong();
  }

  /** Kills the portal as `kill -9` does, and returns its worker processes. */
  List<ProcessHandle> kill() throws InterruptedException {
    List<ProcessHandle> workers = process.descendants().toList();
    process.destroyForcibly().waitFor();
    return workers;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
