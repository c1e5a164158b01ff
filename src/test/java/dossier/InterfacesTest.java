package dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.archive.Archive;
import dossier.index.LuceneEngine;
import dossier.ingest.Ingest;
import dossier.ingest.Progress;
import dossier.report.Classifier;
import dossier.text.Workers;
import dossier.web.ContractCheck;
import dossier.web.Portal;
import dossier.web.PortalSettings;
import dossier.web.TestDesk;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks every address that a `curl` line of `docs/interfaces/` asks, of the sample archive. */
class InterfacesTest {

  private static final Pattern CURL =
      Pattern.compile("(?m)^curl .*?http://localhost:8080([^'\" ]*)");

  @Test
  void everyLineOfTheDocumentsWorksOnTheSamples(@TempDir Path folder) throws Exception {
    Classifier classifier = Classifier.load();
    Archive archive = new Archive(Path.of("corpus"));
    try (LuceneEngine engine =
            LuceneEngine.open(folder.resolve("store"), classifier.vocabularies());
        Workers workers = Workers.start(2)) {
      new Ingest(archive, workers, classifier, engine, InstantSource.system())
          .run(new Ingest.Mode(2, Long.MAX_VALUE, false));
      try (Portal portal =
              Portal.start(
                  PortalSettings.local(0),
                  engine,
                  classifier::vocabularies,
                  archive::open,
                  new TestDesk(() -> Progress.NONE));
          HttpClient client = HttpClient.newHttpClient()) {
        List<String> asked = addresses();
        assertTrue(asked.size() > 15, asked.toString());
        for (String address : asked) {
          URI uri = URI.create("http://localhost:" + portal.port() + address);
          HttpResponse<String> answer =
              client.send(
                  HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
          assertEquals(200, answer.statusCode(), address + ": " + answer.body());
          assertFalse(answer.body().isBlank(), address);
          assertFalse(answer.body().contains("\"total\":0"), address + " finds nothing");
          ContractCheck.hold(answer);
        }
      }
    }
  }

  private static List<String> addresses() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("docs/interfaces"))) {
      for (Path file : files.sorted().toList()) {
        Matcher curl = CURL.matcher(Files.readString(file));
        while (curl.find()) {
          found.add(curl.group(1));
        }
      }
    }
    return found;
  }
}
