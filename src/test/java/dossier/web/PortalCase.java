package dossier.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dossier.archive.Location;
import dossier.ingest.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;

/** A portal over a shelf of reports, and requests to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PortalCase {

  static final byte[] BYTES = bytes();

  final HttpClient client = HttpClient.newHttpClient();

  final FakeEngine engine = Shelf.engine();

  volatile Progress state = Progress.NONE;

  final TestDesk desk = new TestDesk(() -> state);

  Portal portal;

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
            PortalSettings.local(0), engine, Shelf::vocabularies, PortalCase::original, desk);
  }

  static InputStream original(Location location) throws IOException {
    if (location.path().startsWith("water")) {
      throw new NoSuchFileException(location.path());
    }
    return new ByteArrayInputStream(BYTES);
  }

  @AfterEach
  void calmDown() {
    engine.broken = false;
    engine.breaksAfter = 0;
    state = Progress.NONE;
    desk.asked.clear();
  }

  @AfterAll
  void close() {
    portal.close();
    client.close();
  }

  void at(Portal other, Executable requests) throws Throwable {
    Portal usual = portal;
    try (other) {
      portal = other;
      requests.execute();
    } finally {
      portal = usual;
    }
  }

  URI uri(String path) {
    return URI.create("http://localhost:" + portal.port() + path);
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    ContractCheck.hold(response);
    return response;
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    return new ObjectMapper().readTree(get(path).body());
  }

  static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
