package dossier.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/// The one HTTP client for all sides: connections kept open, answers compressed as for browsers.
final class Fetch implements AutoCloseable {

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  /// Bytes of an answer as it came.
  long size(String address) throws IOException, InterruptedException {
    return sent(to(address)).body().length;
  }

  long size(String address, String json) throws IOException, InterruptedException {
    return sent(posted(address, json)).body().length;
  }

  /// An answer, unpacked.
  byte[] get(String address) throws IOException, InterruptedException {
    return unpacked(sent(to(address)));
  }

  byte[] get(String address, String json) throws IOException, InterruptedException {
    return unpacked(sent(posted(address, json)));
  }

  /// Sends what is to be kept.
  void put(String method, String address, String json) throws IOException, InterruptedException {
    sent(
        HttpRequest.newBuilder(URI.create(address))
            .timeout(Duration.ofMinutes(10))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json))
            .build());
  }

  private static HttpRequest to(String address) {
    return request(address).GET().build();
  }

  private static HttpRequest posted(String address, String json) {
    return request(address)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json))
        .build();
  }

  private static HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(URI.create(address))
        .timeout(Duration.ofMinutes(2))
        .header("Accept-Encoding", "gzip");
  }

  private HttpResponse<byte[]> sent(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
    if (response.statusCode() >= 300) {
      String said = new String(unpacked(response), java.nio.charset.StandardCharsets.UTF_8);
      throw new IOException(
          "status %d for %s: %s"
              .formatted(
                  response.statusCode(),
                  request.uri(),
                  said.substring(0, Math.min(600, said.length()))));
    }
    return response;
  }

  private static byte[] unpacked(HttpResponse<byte[]> response) {
    if (!response.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
      return response.body();
    }
    try (InputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(response.body()))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("an answer that cannot be unpacked", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
