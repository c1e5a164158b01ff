package dossier.index;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.ingest.Corpus;
import dossier.ingest.Ingest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.tests.store.MockDirectoryWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two runs over a small corpus, again and again, with another operation of the storage failing once
 * each time: whatever fails, nothing is lost, doubled or half there.
 */
class FaultTest {

  /** So many failures are tried, spread over all operations; with `-Ddossier.faults=true` all. */
  private static final int MANY = 24;

  private static final int WRITES = 100;

  @TempDir Path folder;

  @Test
  void afterAnyFailureTheNextRunOfTheSameEngineIsWhole() throws Exception {
    everyFailure((disk, corpus, when) -> {
      try (LuceneEngine engine = opened(disk, when)) {
        Ingest ingest = corpus.ingest(engine);
        again(corpus, ingest, engine, disk, when);
        corpus.assertFirst(engine, when);
        corpus.then();
        again(corpus, ingest, engine, disk, when);
        corpus.assertThen(engine, when);
      }
      try (LuceneEngine engine = opened(disk, when)) {
        corpus.assertThen(engine, when);
      }
    });
  }

  @Test
  void afterAnyFailureAndALossOfPowerTheNextStartIsWhole() throws Exception {
    everyFailure((disk, corpus, when) -> {
      powerFailsIn(disk, corpus, when);
      try (LuceneEngine engine = opened(disk, when)) {
        corpus.assertNoHalves(engine, when);
        again(corpus, corpus.ingest(engine), engine, disk, when);
        corpus.assertFirst(engine, when);
      }
      corpus.then();
      powerFailsIn(disk, corpus, when);
      try (LuceneEngine engine = opened(disk, when)) {
        corpus.assertNoHalves(engine, when);
        again(corpus, corpus.ingest(engine), engine, disk, when);
        corpus.assertThen(engine, when);
      }
    });
  }

  private interface Script {
    void run(Disk disk, Corpus corpus, String when) throws Exception;
  }

  private void everyFailure(Script script) throws Exception {
    Corpus corpus = new Corpus(folder.resolve("corpus"));
    int operations = Integer.MAX_VALUE - once(script, corpus, Integer.MAX_VALUE).left.get();
    assertTrue(operations > MANY, "only " + operations + " operations: does it see them at all?");
    int step = Boolean.getBoolean("dossier.faults") ? 1 : operations / MANY;
    for (int n = 1; n <= operations; n += step) {
      assertTrue(once(script, corpus, n).failed() || n + MANY > operations, "operation " + n);
    }
  }

  private Disk once(Script script, Corpus corpus, int n) throws Exception {
    clear(folder.resolve("store"));
    corpus.first();
    Disk disk = new Disk(n);
    script.run(disk, corpus, "operation " + n);
    return disk;
  }

  private LuceneEngine open(Disk disk) throws IOException {
    return LuceneEngine.open(
        folder.resolve("store"), Corpus.CLASSIFIER.vocabularies(), disk::folder);
  }

  /** Opens the store, a second time if the storage failed: it fails only once. */
  private LuceneEngine opened(Disk disk, String when) throws IOException {
    try {
      return open(disk);
    } catch (IOException failed) {
      assertTrue(disk.failed(), () -> when + ": " + failed);
      return open(disk);
    }
  }

  /** A run, and another one if the storage failed: it fails only once. */
  private static void again(
      Corpus corpus, Ingest ingest, LuceneEngine engine, Disk disk, String when) throws Exception {
    try {
      Corpus.run(ingest);
    } catch (IOException failed) {
      assertTrue(disk.failed(), () -> when + ": " + failed);
      corpus.assertNoHalves(engine, when);
      Corpus.run(ingest);
    }
  }

  private void powerFailsIn(Disk disk, Corpus corpus, String when) throws Exception {
    LuceneEngine engine;
    try {
      engine = open(disk);
    } catch (IOException failed) {
      assertTrue(disk.failed(), () -> when + ": " + failed);
      disk.crash();
      return;
    }
    try (engine) {
      Corpus.run(corpus.ingest(engine));
    } catch (IOException failed) {
      assertTrue(disk.failed(), () -> when + ": " + failed);
    }
    disk.crash();
  }

  private static void clear(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Keeps its files in memory; the n-th operation fails, once. */
  private static final class Disk {

    private final AtomicInteger left;
    private MockDirectoryWrapper files;
    private int writes;

    Disk(int n) {
      left = new AtomicInteger(n);
      start(new ByteBuffersDirectory());
    }

    private void start(Directory held) {
      files = new MockDirectoryWrapper(new Random(left.get()), held);
      files.setCheckIndexOnClose(false);
      files.failOn(
          new MockDirectoryWrapper.Failure() {
            @Override
            public void eval(MockDirectoryWrapper directory) throws IOException {
              if (!counts()) {
                return;
              }
              if (left.decrementAndGet() == 0) {
                throw new IOException("the disk failed, as it was told to");
              }
            }
          });
    }

    /**
     * Files are written a few bytes at a time: one write of many stands for all. Closing what was
     * read cannot fail.
     */
    private boolean counts() {
      String caller =
          StackWalker.getInstance()
              .walk(frames ->
                  frames
                      .limit(5)
                      .map(frame -> frame.getClassName().replaceAll(".*[.]", ""))
                      .filter(name -> name.endsWith("putWrapper"))
                      .findFirst())
              .orElse("");
      return switch (caller) {
        case "MockIndexInputWrapper" -> false;
        case "MockIndexOutputWrapper" -> ++writes % WRITES == 0;
        default -> true;
      };
    }

    boolean failed() {
      return left.get() <= 0;
    }

    /** The same files each time, which the engine may close. */
    Directory folder(Path ignored) {
      return new FilterDirectory(files) {
        @Override
        public void close() {}
      };
    }

    /** What was not synced is lost or garbled. */
    void crash() throws IOException {
      files.crash();
      files.clearCrash();
    }
  }
}
