package dossier.ingest;

import dossier.archive.Archive;
import dossier.archive.Change;
import dossier.archive.Original;
import dossier.report.Classifier;
import dossier.search.Engine;
import dossier.search.LedgerEntry.Outcome;
import dossier.text.Extractor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// One run: compares, reads side by side, removes what vanished, commits.
final class Run {

  private final Archive archive;
  private final Extractor extractor;
  private final Classifier classifier;
  private final Tracker tracker;
  private final Catalogue catalogue;
  private final Ingest.Mode mode;
  private final Books books;

  Run(
      Archive archive,
      Extractor extractor,
      Classifier classifier,
      Engine engine,
      InstantSource clock,
      Tracker tracker,
      Catalogue catalogue,
      Ingest.Mode mode) {
    this.archive = archive;
    this.extractor = extractor;
    this.classifier = classifier;
    this.tracker = tracker;
    this.catalogue = catalogue;
    this.mode = mode;
    this.books = new Books(engine, classifier, catalogue, clock);
  }

  Summary go() throws IOException, InterruptedException {
    if (!Files.isDirectory(archive.root())) {
      return nothing();
    }
    boolean first = catalogue.size() == 0;
    int knownReports = catalogue.reports().size();
    List<Change> changes = archive.changes(catalogue.stamps(), mode.settled());
    catalogue.missing().forEach(books::vanish);
    List<Original> originals = new ArrayList<>();
    List<Original> skipped = new ArrayList<>();
    int present = 0;
    for (Change change : changes) {
      switch (change) {
        case Change.Read read -> originals.add(read.original());
        case Change.Skip skip -> {
          books.skip(skip.original(), skip.rule());
          skipped.add(skip.original());
        }
        case Change.Touched touched -> books.touch(touched.original().location(), touched.stamp());
        case Change.Same same -> present++;
        case Change.Vanished vanished -> {
          books.vanish(vanished.location());
          catalogue.inside(vanished.location()).forEach(books::vanish);
        }
      }
    }
    if (!originals.isEmpty()) {
      tracker.begin(
          first, originals.size(), originals.stream().mapToLong(Original::sizeBytes).sum());
      readAll(originals);
    }
    boolean empty = present + originals.size() + skipped.size() == 0;
    Books.Removal removal = books.remove(knownReports, empty, mode.prune());
    books.commit();
    return summary(originals.size(), removal);
  }

  /// A folder that is not there is away, not empty, whatever one was told about removals.
  private Summary nothing() {
    return summary(
        0,
        new Books.Removal(
            0,
            """
            The folder with the reports, %s, is not there. Nothing was removed. Bring the folder \
            back; to remove all reports, put an empty one in its place and start again with --prune \
            added.\
            """
                .formatted(archive.root())));
  }

  private Summary summary(int read, Books.Removal removal) {
    Map<Outcome, Long> counts = catalogue.counts();
    long files = catalogue.files();
    return new Summary(
        files,
        catalogue.size() - files,
        read,
        removal.removed(),
        books.refused(),
        counts,
        removal.held());
  }

  private void readAll(List<Original> originals) throws IOException, InterruptedException {
    ExecutorService readers =
        Executors.newFixedThreadPool(
            mode.threads(), Thread.ofPlatform().name("reader-", 0).factory());
    try {
      List<Future<?>> results = new ArrayList<>();
      for (Original original : originals) {
        results.add(readers.submit(() -> read(original)));
      }
      for (Future<?> result : results) {
        result.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UncheckedIOException unchecked) {
        throw unchecked.getCause();
      }
      throw new IllegalStateException("reading the archive failed", e.getCause());
    } finally {
      readers.shutdownNow();
      readers.close();
      books.commit();
    }
  }

  private Void read(Original original) throws InterruptedException {
    tracker.reading(original.location().path());
    extractor.read(original, new Reading(original, books, classifier, tracker));
    tracker.read(original.sizeBytes());
    return null;
  }
}
