package dossier.browser;

import dossier.archive.Archive;
import dossier.index.LuceneEngine;
import dossier.ingest.Ingest;
import dossier.ingest.Progress;
import dossier.report.Classifier;
import dossier.text.Workers;
import dossier.web.Portal;
import dossier.web.PortalSettings;
import dossier.web.TestDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The portals the browser visits: one over the sample reports and the hostile ones, read by the
 * real workers; one over an archive that is still empty; one whose index was closed under it.
 */
final class Archives implements AutoCloseable {

  /** A report whose file was taken away again. */
  static final String GONE = "taken-away";

  /** A report of 1,200 pages. */
  static final String LONG = "very-long";

  /** How many files the run has read that is always under way. */
  final AtomicInteger done = new AtomicInteger(123);

  private final Path folder;
  private final Classifier classifier;
  private final LuceneEngine engine;
  private final LuceneEngine nothing;
  private final LuceneEngine shut;
  final Portal samples;
  final Portal empty;
  final Portal reading;
  final Portal broken;

  Archives() throws IOException, InterruptedException {
    folder = Files.createTempDirectory("dossier-browser");
    Path corpus = folder.resolve("corpus");
    copy(Path.of("corpus"), corpus);
    Hostile.write(corpus.resolve("hostile"));
    LongReport.write(corpus.resolve("long"), LONG);
    TwoVersions.write(corpus.resolve("versions"));
    classifier = Classifier.load();
    engine = LuceneEngine.open(folder.resolve("store"), classifier.vocabularies());
    nothing = LuceneEngine.open(folder.resolve("nothing"), classifier.vocabularies());
    shut = LuceneEngine.open(folder.resolve("shut"), classifier.vocabularies());
    Archive archive = new Archive(corpus);
    Progress progress = read(archive, classifier, corpus);
    samples = start(engine, classifier, archive, () -> progress);
    empty = start(nothing, classifier, archive, () -> Progress.NONE);
    reading = start(engine, classifier, archive, this::underWay);
    broken = start(shut, classifier, archive, () -> progress);
    shut.close();
  }

  /** One more over the samples, for a test to close. */
  Portal another() {
    return start(engine, classifier, new Archive(folder.resolve("corpus")), () -> Progress.NONE);
  }

  private Progress read(Archive archive, Classifier classifier, Path corpus)
      throws IOException, InterruptedException {
    Path passing = corpus.resolve("passing.txt");
    Files.writeString(passing, "A note that stays for a day.\n\nThen its file is taken away.\n");
    Files.writeString(corpus.resolve("passing.txt.yaml"), "id: " + GONE + "\n");
    try (Workers workers = Workers.start(2)) {
      Ingest ingest = new Ingest(archive, workers, classifier, engine, InstantSource.system());
      Ingest.Mode all = new Ingest.Mode(2, Long.MAX_VALUE, false);
      ingest.run(all);
      Files.delete(passing);
      Files.delete(corpus.resolve("passing.txt.yaml"));
      ingest.run(all);
      return ingest.progress();
    }
  }

  private static Portal start(
      LuceneEngine engine, Classifier classifier, Archive archive, Supplier<Progress> progress) {
    PortalSettings settings =
        new PortalSettings("127.0.0.1", 0, null, "Dossier", "corpus", Path.of("web"));
    return Portal.start(
        settings, engine, classifier::vocabularies, archive::open, new TestDesk(progress));
  }

  private Progress underWay() {
    Instant start = Instant.parse("2026-11-23T09:30:00Z");
    String current = "steppe-mountain-review.zip!/Осенний обзор (окончательный) <копия>.pdf";
    return new Progress(
        true, true, done.get(), 4000, 88_000_000L, 9_400_000_000L, 2, current, start, null, "", "");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    List.of(samples, empty, reading, broken).forEach(Portal::close);
    engine.close();
    nothing.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
