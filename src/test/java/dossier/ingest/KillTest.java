package dossier.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.index.LuceneEngine;
import dossier.search.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process killed at any step of a run leaves a store that the next run makes whole. */
class KillTest {

  private static final int FEWEST = 8;
  private static final int MOST = 60;

  @TempDir Path folder;

  @Test
  void aFirstRunKilledAtAnyStepIsTakenUp() throws Exception {
    Corpus corpus = new Corpus(folder.resolve("corpus"));
    corpus.first();
    killedAtEveryStep(corpus, null, engine -> corpus.assertFirst(engine, "first"));
  }

  @Test
  void aRunOverChangedMovedDeletedAndCopiedFilesKilledAtAnyStepIsTakenUp() throws Exception {
    Corpus corpus = new Corpus(folder.resolve("corpus"));
    corpus.first();
    Path before = folder.resolve("before");
    try (Engine engine = open(before)) {
      Corpus.run(corpus.ingest(engine));
    }
    corpus.then();
    killedAtEveryStep(corpus, before, engine -> corpus.assertThen(engine, "then"));
  }

  private interface Check {
    void of(Engine engine) throws IOException;
  }

  private void killedAtEveryStep(Corpus corpus, Path before, Check check) throws Exception {
    // The steps do not know of one another: as many at a time as there are cores.
    int together = Runtime.getRuntime().availableProcessors();
    try (ExecutorService cores = Executors.newFixedThreadPool(together)) {
      for (int n = 1; n <= MOST; n += together) {
        List<Future<Boolean>> ended = new ArrayList<>();
        for (int step = n; step < n + together; step++) {
          int here = step;
          ended.add(cores.submit(() -> killedAt(here, corpus, before, check)));
        }
        boolean whole = false;
        for (Future<Boolean> each : ended) {
          whole |= each.get();
        }
        if (whole) {
          assertTrue(n > FEWEST, "only " + n + " steps");
          return;
        }
      }
    }
    throw new AssertionError("more than " + MOST + " steps");
  }

  /** Whether the run came to its end before that step. */
  private boolean killedAt(int n, Corpus corpus, Path before, Check check) throws Exception {
    Path store = folder.resolve("store-" + n);
    if (before != null) {
      copy(before, store);
    }
    int status = run(corpus, store, n);
    try (Engine engine = open(store)) {
      corpus.assertNoHalves(engine, "killed at step " + n);
      Corpus.run(corpus.ingest(engine));
      check.of(engine);
    }
    if (status != 0) {
      assertEquals(KilledRun.KILLED, status, Files.readString(told(n)));
    }
    return status == 0;
  }

  private Path told(int n) {
    return folder.resolve("told-" + n + ".txt");
  }

  private static Engine open(Path store) throws IOException {
    return LuceneEngine.open(store, Corpus.CLASSIFIER.vocabularies());
  }

  private int run(Corpus corpus, Path store, int n) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "dossier.ingest.KilledRun",
            corpus.folder().toString(),
            store.toString(),
            Integer.toString(n));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(told(n).toFile())
        .start()
        .waitFor();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Files.copy(path, to.resolve(from.relativize(path)));
      }
    }
  }
}
