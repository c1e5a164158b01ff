package dossier.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Dossier in a process of its own.
final class Portal implements AutoCloseable {

  static final ObjectMapper JSON = new ObjectMapper();

  /// The heap is the one the portal promises to do with.
  private static final String HEAP = "512m";

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Process process;
  private final String address;

  private Portal(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /// `serve` on a free port; returns once it has told its address.
  ///
  /// @param work folder for its temporary files and `errors.txt`
  static Portal serve(Path corpus, Path store, Path work) throws IOException {
    return serve(corpus, store, work, HEAP);
  }

  /// The same with another heap.
  ///
  /// @param heap as Java takes it: `512m`
  static Portal serve(Path corpus, Path store, Path work, String heap) throws IOException {
    Process process =
        command(work, heap, "serve", "--port", "0", "--corpus", "" + corpus, "--store", "" + store)
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    while (line != null && !line.contains("http")) {
      line = out.readLine(); // something Java was asked to say
    }
    if (line == null) {
      throw new IOException("the portal did not start: see " + work.resolve("errors.txt"));
    }
    return new Portal(process, line.substring(line.indexOf("http")));
  }

  /// `status --json`.
  static JsonNode status(Path store, Path work) throws IOException, InterruptedException {
    Process process = command(work, HEAP, "status", "--json", "--store", "" + store).start();
    JsonNode status = JSON.readTree(process.getInputStream());
    process.waitFor();
    return status;
  }

  private static ProcessBuilder command(Path work, String heap, String... arguments) {
    File temporary = work.resolve("tmp").toFile();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heap);
    // What the launcher starts Java with.
    command.addAll(List.of(System.getProperty("dossier.bench.java").split(" ", 0)));
    command.add("-Ddossier.home=" + Machine.home());
    command.add("-Djava.io.tmpdir=" + temporary);
    command.addAll(List.of("-jar", System.getProperty("dossier.jar")));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("TMPDIR", temporary.toString());
    return builder.redirectError(
        ProcessBuilder.Redirect.appendTo(work.resolve("errors.txt").toFile()));
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(30)).build();
    HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IOException("status " + response.statusCode() + " for " + path);
    }
    return JSON.readTree(response.body());
  }

  boolean idle() throws IOException, InterruptedException {
    return json("/health").path("ingest").asText().equals("idle");
  }

  /// As `kill -9` does.
  ///
  /// @return its worker processes, which should end by themselves
  List<ProcessHandle> kill() throws InterruptedException {
    List<ProcessHandle> workers = process.descendants().toList();
    process.destroyForcibly().waitFor();
    return workers;
  }

  /// `http://localhost:8080`
  String address() {
    return address;
  }

  long process() {
    return process.pid();
  }

  List<ProcessHandle> workers() {
    return process.descendants().toList();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
    client.close();
  }
}
