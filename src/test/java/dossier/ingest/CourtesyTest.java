package dossier.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dossier.archive.Archive;
import dossier.archive.Original;
import dossier.index.LuceneEngine;
import dossier.report.Classifier;
import dossier.text.Extractor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two readers over four files, and searches meanwhile. */
class CourtesyTest {

  private interface Work {
    void run() throws InterruptedException;
  }

  @TempDir Path folder;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T09:00:00Z"));
  private final AtomicInteger side = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private Classifier classifier;
  private LuceneEngine engine;

  @BeforeEach
  void open() throws Exception {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    for (String name : new String[] {"a", "b", "c", "d"}) {
      Files.writeString(corpus.resolve(name + ".txt"), name);
    }
    classifier = Classifier.load();
    engine = LuceneEngine.open(folder.resolve("store"), classifier.vocabularies());
  }

  @AfterEach
  void close() throws Exception {
    engine.close();
  }

  @Test
  void whilePagesAreAskedForOneReaderRests() throws Exception {
    Ingest ingest = ingest(Thread::yield);
    ingest.visited();

    assertEquals(4, run(ingest).read());
    assertEquals(1, most.get());
  }

  @Test
  void whileNobodyAsksAllRead() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    Ingest ingest =
        ingest(() -> {
          both.countDown();
          both.await();
        });
    ingest.visited();
    now.updateAndGet(instant -> instant.plus(Courtesy.QUIET));

    assertEquals(4, run(ingest).read());
    assertEquals(2, most.get());
  }

  @Test
  void aReaderThatRestsGoesOnWhenItIsQuiet() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    Ingest ingest =
        ingest(() -> {
          now.updateAndGet(instant -> instant.plus(Courtesy.QUIET));
          both.countDown();
          both.await();
        });
    ingest.visited();

    assertEquals(4, run(ingest).read());
  }

  @Test
  void aRunEndsWhenItIsStoppedWhileAReaderRests() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    Ingest ingest =
        ingest(() -> {
          began.countDown();
          never.await();
        });
    ingest.visited();
    CompletableFuture<Summary> result = new CompletableFuture<>();
    Thread thread =
        Thread.ofPlatform()
            .start(() -> {
              try {
                result.complete(run(ingest));
              } catch (Exception e) {
                result.completeExceptionally(e);
              }
            });
    began.await();
    thread.interrupt();

    CompletionException e = assertThrows(CompletionException.class, result::join);
    assertEquals(InterruptedException.class, e.getCause().getClass());
    assertEquals(1, most.get());
  }

  private static Summary run(Ingest ingest) throws Exception {
    return ingest.run(new Ingest.Mode(2, Long.MAX_VALUE, false));
  }

  private Ingest ingest(Work work) {
    InstantSource clock = now::get;
    Extractor extractor =
        new Extractor() {
          @Override
          public void read(Original original, Visitor visitor) throws InterruptedException {
            most.accumulateAndGet(side.incrementAndGet(), Math::max);
            try {
              work.run();
            } finally {
              side.decrementAndGet();
            }
          }

          @Override
          public String edition(String mediaType) {
            return "";
          }

          @Override
          public void close() {}
        };
    return new Ingest(new Archive(folder.resolve("corpus")), extractor, classifier, engine, clock);
  }
}
