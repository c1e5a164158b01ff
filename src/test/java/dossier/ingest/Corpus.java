package dossier.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.archive.Archive;
import dossier.archive.Location;
import dossier.report.Classifier;
import dossier.search.Engine;
import dossier.search.Engine.Lookup;
import dossier.search.Hit;
import dossier.search.LedgerEntry;
import dossier.search.LedgerEntry.Outcome;
import dossier.search.Question;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A small corpus in two states, for tests that stop runs half way: six files, one the same as
 * another, and an archive of three; then one is changed, one moved, one deleted, one new, one
 * copied again, and an entry has left the archive.
 */
public record Corpus(Path folder) {

  /** A small one: loading all vocabularies takes longer than any run here. */
  public static final Classifier CLASSIFIER =
      Classifier.load(Path.of("src", "test", "resources", "small-vocabulary"));

  private static final int REPORTS_FIRST = 7;
  private static final int ENTRIES_FIRST = 3;
  private static final int REPORTS_THEN = 6;
  private static final int ENTRIES_THEN = 2;

  /** Empties the folder and fills it with the first state. */
  public void first() throws IOException {
    clear();
    write("changed.txt", "Alpha");
    write("moved.txt", "Beta");
    write("deleted.txt", "Gamma");
    write("kept.txt", "Delta");
    write("twice.txt", "Delta");
    zip("Xi", "Omicron", "Pi");
  }

  /** Turns the first state into the second. */
  public void then() throws IOException {
    write("changed.txt", "Alpha and more");
    Files.createDirectory(folder.resolve("sub"));
    Files.move(folder.resolve("moved.txt"), folder.resolve("sub/moved.txt"));
    Files.delete(folder.resolve("deleted.txt"));
    // The place its report was read from; the copy takes over.
    Files.delete(folder.resolve("kept.txt"));
    write("new.txt", "Epsilon");
    write("thrice.txt", "Delta");
    zip("Xi", "Omicron");
  }

  /** Reads the corpus into the engine, committing after every few files. */
  public Ingest ingest(Engine engine) {
    AtomicLong asked = new AtomicLong();
    InstantSource clock =
        () -> Instant.EPOCH.plus(Duration.ofMillis(400 * asked.getAndIncrement()));
    return new Ingest(new Archive(folder), new PlainExtractor(), CLASSIFIER, engine, clock);
  }

  /** One run on one thread. */
  public static Summary run(Ingest ingest) throws IOException, InterruptedException {
    return ingest.run(new Ingest.Mode(1, Long.MAX_VALUE, false));
  }

  /**
   * Every entry with a report leads to it, and every report has an entry it is read from. A file
   * that moved may have two until the end of a run: where it was, and where it is.
   */
  public void assertNoHalves(Engine engine, String when) throws IOException {
    Set<String> found = new HashSet<>();
    for (Hit hit : engine.search(Question.of("").page(1, 100)).hits()) {
      assertTrue(found.add(hit.report().id()), when + ": twice " + hit.report().id());
    }
    Set<String> read = new HashSet<>();
    Set<String> there = new HashSet<>();
    Set<Location> locations = new HashSet<>();
    for (LedgerEntry entry : engine.ledger().all()) {
      Location location = entry.location();
      assertTrue(locations.add(location), when + ": twice " + location);
      String id = entry.report();
      if (id == null) {
        continue;
      }
      Lookup.Held held = assertInstanceOf(Lookup.Held.class, engine.lookup(id), when);
      if (entry.outcome() == Outcome.INDEXED) {
        read.add(id);
        if (Files.exists(folder.resolve(location.file()))) {
          assertTrue(there.add(id), when + ": two files claim to be " + id);
          assertEquals(location, held.report().location(), when);
          assertEquals(entry.stamp().sha256(), held.report().sha256(), when);
        }
      }
    }
    assertEquals(read, found, when);
    assertEquals(found.size(), engine.holdings().reports(), when);
  }

  /** The first state is held whole, once. */
  public void assertFirst(Engine engine, String when) throws IOException {
    assertWhole(engine, REPORTS_FIRST, ENTRIES_FIRST, when);
  }

  /** The second state is held whole, once. */
  public void assertThen(Engine engine, String when) throws IOException {
    assertWhole(engine, REPORTS_THEN, ENTRIES_THEN, when);
    for (String word : List.of("gamma", "pi")) {
      assertEquals(0, engine.search(Question.of(word)).total(), when + ": " + word);
    }
  }

  private void assertWhole(Engine engine, int reports, int entries, String when)
      throws IOException {
    assertNoHalves(engine, when);
    Set<String> onDisk = new HashSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> onDisk.add(folder.relativize(file).toString()));
    }
    Set<String> inLedger = new HashSet<>();
    int inside = 0;
    for (LedgerEntry entry : engine.ledger().all()) {
      if (entry.location().isEntry()) {
        inside++;
      } else {
        inLedger.add(entry.location().path());
      }
    }
    assertEquals(onDisk, inLedger, when);
    assertEquals(entries, inside, when);
    assertEquals(reports, engine.search(Question.of("note")).total(), when);
  }

  private void clear() throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(folder)) {
          Files.delete(path);
        }
      }
    }
  }

  void write(String name, String word) throws IOException {
    Files.writeString(folder.resolve(name), text(word));
  }

  private void zip(String... words) throws IOException {
    try (OutputStream file = Files.newOutputStream(folder.resolve("archive.zip"));
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (String word : words) {
        zip.putNextEntry(new ZipEntry(word + ".txt"));
        zip.write(text(word).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }

  private static String text(String word) {
    return word + " note\n\nThe border of Kazakhstan, as seen by " + word + ".";
  }
}
