package dossier;

import dossier.ingest.Ingest;
import dossier.web.Portal;
import dossier.web.PortalSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `dossier rehearse`: what a start and the first pages need, done once over a report of one line.
/// The launcher runs it after a build, while Java writes down which classes were used (JEP 483, JEP
/// 514), so that later starts take a fraction of the time.
@Command(name = "rehearse", hidden = true, description = "Prepare fast starts.")
final class RehearseCommand implements Callable<Integer> {

  private static final List<String> PAGES =
      List.of(
          "/",
          "/search?q=note+%22border%22&region=central-asia",
          "/search.json",
          "/browse",
          "/status",
          "/health");

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("dossier-rehearsal");
    try {
      Path corpus = Files.createDirectory(folder.resolve("corpus"));
      Files.writeString(
          corpus.resolve("note.txt"), "Border note\n\nA border post in Kazakhstan.\n");
      Settings settings =
          Settings.read(
              Map.of("corpus", corpus.toString(), "store", folder.resolve("store").toString()),
              Map.of(),
              folder);
      try (House house = House.open(settings, 1)) {
        house.ingest().run(new Ingest.Mode(1, Long.MAX_VALUE, false));
        visit(house);
      }
    } finally {
      Folders.remove(folder);
    }
    return 0;
  }

  private static void visit(House house) throws IOException, InterruptedException {
    try (Portal portal =
            Portal.start(
                PortalSettings.local(0),
                house.engine(),
                house.ingest().relabelling()::vocabularies,
                house.archive()::open,
                house.ingest());
        HttpClient client = HttpClient.newHttpClient()) {
      for (String page : PAGES) {
        URI uri = URI.create("http://127.0.0.1:" + portal.port() + page);
        client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding());
      }
    }
  }
}
