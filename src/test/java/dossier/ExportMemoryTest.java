package dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.index.LuceneEngine;
import dossier.ingest.Progress;
import dossier.report.Label;
import dossier.search.Engine.Change;
import dossier.search.Sample;
import dossier.web.Portal;
import dossier.web.PortalSettings;
import dossier.web.TestDesk;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an export holds in memory while it is sent. `-Ddossier.export.reports=100000` asks for the
 * number the promise is made of; fewer show the same, since what is held must not grow.
 */
class ExportMemoryTest {

  private static final int REPORTS = Integer.getInteger("dossier.export.reports", 20_000);

  private static final long MOST = 64L * 1024 * 1024;

  @Test
  void anExportHoldsLessThan64MegabytesAboveIdle(@TempDir Path folder) throws Exception {
    try (LuceneEngine engine = LuceneEngine.open(folder.resolve("store"), Sample.VOCABULARIES)) {
      fill(engine);
      try (Portal portal =
              Portal.start(
                  PortalSettings.local(0),
                  engine,
                  () -> Sample.VOCABULARIES,
                  location -> {
                    throw new NoSuchFileException(location.path());
                  },
                  new TestDesk(() -> Progress.NONE));
          HttpClient client = HttpClient.newHttpClient()) {
        // Once before, so that what is loaded and kept for ever counts as idle.
        sent(client, portal, 0);
        long idle = used();
        long most = sent(client, portal, REPORTS / 8) - idle;
        assertTrue(most < MOST, most / 1024 + " kB above idle for " + REPORTS + " reports");
      }
    }
  }

  /** The most memory that was in use at any of the places where it was measured. */
  private static long sent(HttpClient client, Portal portal, int every) throws Exception {
    URI uri = URI.create("http://localhost:" + portal.port() + "/search.jsonl?sort=newest");
    HttpResponse<InputStream> response =
        client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofInputStream());
    long most = 0;
    int lines = 0;
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      while (reader.readLine() != null) {
        lines++;
        if (every > 0 && lines % every == 0) {
          most = Math.max(most, used());
        }
      }
    }
    assertEquals(REPORTS, lines);
    return most;
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static void fill(LuceneEngine engine) throws Exception {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < REPORTS; i++) {
      changes.add(
          new Change.Put(
              Sample.report("report-" + i)
                  .title("Report number " + i + " on a quiet border")
                  .dated(Integer.toString(1990 + i % 30))
                  .summary("What was seen at the border, and what was not. ".repeat(8))
                  .author("Marta Oyelaran", "Sample OSINT Unit")
                  .series(
                      "Quiet Review",
                      "9999-0016",
                      Integer.toString(i % 30),
                      Integer.toString(i % 12))
                  .region("mali", Label.Strength.ABOUT)
                  .says("Short.")
                  .build()));
      if (changes.size() == 1_000) {
        engine.write(changes);
        changes.clear();
      }
    }
    engine.write(changes);
    engine.commit();
  }
}
