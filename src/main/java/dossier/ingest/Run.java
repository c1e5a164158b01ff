package dossier.ingest;

import dossier.archive.Archive;
import dossier.archive.Change;
import dossier.archive.Location;
import dossier.archive.Original;
import dossier.report.Classifier;
import dossier.search.Engine;
import dossier.search.LedgerEntry;
import dossier.search.LedgerEntry.Outcome;
import dossier.text.Extractor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
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
  private final NavigableSet<Location> again;
  private final Courtesy courtesy;
  private final Books books;

  Run(
      Archive archive,
      Extractor extractor,
      Classifier classifier,
      Engine engine,
      InstantSource clock,
      Tracker tracker,
      Catalogue catalogue,
      Ingest.Mode mode,
      Courtesy courtesy) {
    this.archive = archive;
    this.extractor = extractor;
    this.classifier = classifier;
    this.tracker = tracker;
    this.catalogue = catalogue;
    this.mode = mode;
    this.courtesy = courtesy;
    this.again = catalogue.where(entry -> isStale(entry) || mode.again().test(entry));
    this.books = new Books(engine, classifier, catalogue, clock, again);
  }

  Summary go() throws IOException, InterruptedException {
    boolean first = catalogue.size() == 0;
    int knownReports = catalogue.reports().size();
    List<Change> changes = archive.changes(catalogue.stamps(again), mode.settled());
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
    Map<Outcome, Long> counts = catalogue.counts();
    long files = catalogue.files();
    return new Summary(
        files,
        catalogue.size() - files,
        originals.size(),
        removal.removed(),
        books.refused(),
        counts,
        removal.held());
  }

  /// Whether what read it then is not what would read it now. A duplicate has the text of the
  /// report it duplicates, and what is skipped is never read.
  private boolean isStale(LedgerEntry entry) {
    return switch (entry.outcome()) {
      case INDEXED, PARTIAL, REFUSED, CONTAINER ->
          !entry.edition().equals(extractor.edition(entry.mediaType()));
      case DUPLICATE, SKIPPED -> false;
    };
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
    courtesy.enter(mode.threads());
    try {
      tracker.reading(original.location().path());
      Runnable next = () -> courtesy.giveWay(mode.threads());
      Reading reading = new Reading(original, books, classifier, extractor, tracker, next);
      extractor.read(original, reading);
      reading.done();
      tracker.read(original.sizeBytes());
      return null;
    } finally {
      courtesy.leave();
    }
  }
}
