package dossier.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.archive.Archive;
import dossier.archive.Document;
import dossier.archive.Original;
import dossier.index.LuceneEngine;
import dossier.report.Classifier;
import dossier.search.LedgerEntry;
import dossier.search.LedgerEntry.Outcome;
import dossier.search.Question;
import dossier.text.Extraction;
import dossier.text.Extractor;
import dossier.text.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that change while they are read, and things that are no files. */
class ChangingFilesTest {

  private static Workers workers;
  private static Classifier classifier;

  @TempDir Path folder;

  private Path corpus;
  private LuceneEngine engine;

  @BeforeAll
  static void start() throws Exception {
    workers = Workers.start(1);
    classifier = Classifier.load();
  }

  @AfterAll
  static void stop() {
    workers.close();
  }

  @BeforeEach
  void open() throws Exception {
    corpus = Files.createDirectory(folder.resolve("corpus"));
    engine = LuceneEngine.open(folder.resolve("store"), classifier.vocabularies());
  }

  @AfterEach
  void close() throws Exception {
    engine.close();
  }

  /** What happens to a file. */
  private interface Event {
    void happens() throws IOException;
  }

  /** Lets something happen between the hashing of a document and its parsing. */
  private record Meanwhile(Event event) implements Extractor {

    @Override
    public void read(Original original, Visitor visitor) throws InterruptedException {
      workers.read(
          original,
          new Visitor() {
            @Override
            public boolean wanted(Document document) {
              boolean wanted = visitor.wanted(document);
              try {
                event.happens();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
              return wanted;
            }

            @Override
            public void found(Extraction extraction) {
              visitor.found(extraction);
            }
          });
    }

    @Override
    public String edition(String mediaType) {
      return workers.edition(mediaType);
    }

    @Override
    public void close() {}
  }

  private Summary run(Extractor extractor) throws Exception {
    return run(extractor, Long.MAX_VALUE);
  }

  /** A run that leaves files modified after a time, in milliseconds since 1970. */
  private Summary runUntil(long settled) throws Exception {
    return run(workers, settled);
  }

  private Summary run(Extractor extractor, long settled) throws Exception {
    Archive archive = new Archive(corpus);
    return new Ingest(archive, extractor, classifier, engine, InstantSource.system())
        .run(new Ingest.Mode(1, settled, false));
  }

  private List<String> places(String words) throws Exception {
    return engine.search(Question.of(words)).hits().stream()
        .map(hit -> hit.report().location().path())
        .toList();
  }

  private void isReadAnewAfter(Event event) throws Exception {
    run(new Meanwhile(event));
    run(workers);
    assertEquals(List.of("a.txt"), places("basalt"));
    assertEquals(List.of(), places("granite"));
    assertEquals(1, engine.holdings().reports());
    assertEquals(0, run(workers).read());
  }

  @Test
  void aFileChangedWhileItIsReadIsReadAnewInTheNextRun() throws Exception {
    Path file = Files.writeString(corpus.resolve("a.txt"), "Alpha note\n\nWords of granite.");
    isReadAnewAfter(() -> Files.writeString(file, "Alpha note\n\nWords of basalt now."));
  }

  @Test
  void aFileChangedWhileItIsReadIsReadAnewThoughItsSizeIsTheSame() throws Exception {
    Path file = Files.writeString(corpus.resolve("a.txt"), "Alpha note\n\nWords of granite.");
    FileTime before = Files.getLastModifiedTime(file);
    isReadAnewAfter(() -> {
      Files.writeString(file, "Alpha note\n\nWords of basalt..");
      Files.setLastModifiedTime(file, FileTime.fromMillis(before.toMillis() + 1));
    });
  }

  @Test
  void aFileReplacedWhileItIsReadIsReadAnewInTheNextRun() throws Exception {
    Path file = Files.writeString(corpus.resolve("a.txt"), "Alpha note\n\nWords of granite.");
    isReadAnewAfter(() -> {
      Files.delete(file);
      Files.writeString(file, "Beta note\n\nOther words, of basalt.");
    });
  }

  @Test
  void aFileEmptiedOrTakenAwayWhileItIsReadLosesNothingElse() throws Exception {
    Path file = Files.writeString(corpus.resolve("a.txt"), "Alpha note\n\nWords of granite.");
    Files.writeString(corpus.resolve("b.txt"), "Beta note\n\nWords of basalt.");
    Summary emptied = run(new Meanwhile(() -> Files.write(file, new byte[0])));
    assertEquals(2, emptied.files());
    assertEquals(List.of("b.txt"), places("basalt"));
    Summary after = run(workers);
    assertEquals(2, after.files());
    LedgerEntry entry = entry("a.txt");
    assertTrue(entry.outcome() != Outcome.INDEXED, entry.toString());
    Files.writeString(file, "Alpha note\n\nWords of gneiss.");
    run(new Meanwhile(() -> Files.deleteIfExists(file)));
    run(workers);
    assertEquals(List.of(), places("gneiss"));
    assertEquals(List.of("b.txt"), places("basalt"));
    assertEquals(1, run(workers).files());
  }

  @Test
  void aFileStillBeingWrittenIsLeftAloneAndKeepsWhatIsKnownOfIt() throws Exception {
    Path file = Files.writeString(corpus.resolve("a.txt"), "Alpha note\n\nWords of granite.");
    Files.setLastModifiedTime(file, FileTime.fromMillis(100_000));
    assertEquals(0, runUntil(99_999).read());
    assertEquals(List.of(), places("granite"));
    assertEquals(1, runUntil(100_000).read());
    assertEquals(List.of("a.txt"), places("granite"));

    Files.writeString(file, "Alpha note\n\nWords of bas");
    Files.setLastModifiedTime(file, FileTime.fromMillis(200_000));
    assertEquals(0, runUntil(199_000).read());
    assertEquals(List.of("a.txt"), places("granite"));

    Files.writeString(file, "Alpha note\n\nWords of basalt.");
    Files.setLastModifiedTime(file, FileTime.fromMillis(200_500));
    assertEquals(1, runUntil(200_500).read());
    assertEquals(List.of("a.txt"), places("basalt"));
    assertEquals(List.of(), places("granite"));
  }

  @Test
  void aPipeAndADeviceAreNeverOpened() throws Exception {
    Files.writeString(corpus.resolve("b.txt"), "Beta note\n\nWords of basalt.");
    Files.createSymbolicLink(corpus.resolve("zero.txt"), Path.of("/dev/zero"));
    Process pipe = new ProcessBuilder("mkfifo", corpus.resolve("pipe.txt").toString()).start();
    assertEquals(0, pipe.waitFor());
    Summary summary = run(workers); // opening the pipe would wait for ever
    assertEquals(3, summary.files());
    assertEquals(1, summary.read());
    assertEquals(Outcome.SKIPPED, entry("pipe.txt").outcome());
    assertEquals(Outcome.SKIPPED, entry("zero.txt").outcome());
    assertEquals("not a regular file", entry("pipe.txt").detail());
    Files.delete(corpus.resolve("zero.txt"));
  }

  private LedgerEntry entry(String path) throws Exception {
    return engine.ledger().all().stream()
        .filter(entry -> entry.location().path().equals(path))
        .findFirst()
        .orElseThrow();
  }
}
