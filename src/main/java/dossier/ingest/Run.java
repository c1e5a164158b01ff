package dossier.ingest;

import dossier.archive.Archive;
import dossier.archive.Change;
import dossier.archive.Location;
import dossier.archive.Original;
import dossier.search.Engine;
import dossier.search.LedgerEntry;
import dossier.search.LedgerEntry.Outcome;
import dossier.text.Extraction;
import dossier.text.Extractor;
import dossier.text.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// One run: compares, reads side by side, removes what vanished, commits.
final class Run {

  private final Archive archive;
  private final Extractor extractor;
  private final Relabelling relabelling;
  private final Tracker tracker;
  private final Catalogue catalogue;
  private final Ingest.Mode mode;
  private final NavigableSet<Location> again;
  private final Courtesy courtesy;
  private final Set<Location> recognised;
  private final Books books;

  /// @param recognised files whose images have been tried, kept from run to run
  Run(
      Archive archive,
      Extractor extractor,
      Relabelling relabelling,
      Engine engine,
      InstantSource clock,
      Tracker tracker,
      Catalogue catalogue,
      Ingest.Mode mode,
      Courtesy courtesy,
      Set<Location> recognised) {
    this.archive = archive;
    this.extractor = extractor;
    this.relabelling = relabelling;
    this.tracker = tracker;
    this.catalogue = catalogue;
    this.mode = mode;
    this.courtesy = courtesy;
    this.recognised = recognised;
    this.again = catalogue.where(entry -> isStale(entry) || mode.again().test(entry));
    this.books = new Books(engine, relabelling, catalogue, clock, again);
  }

  Summary go() throws IOException, InterruptedException {
    if (!Files.isDirectory(archive.root())) {
      return nothing();
    }
    boolean first = catalogue.size() == 0;
    int knownReports = catalogue.reports().size();
    List<Change> changes = archive.changes(catalogue.stamps(again), mode.settled());
    catalogue.missing().forEach(books::vanish);
    List<Original> originals = new ArrayList<>();
    List<Original> skipped = new ArrayList<>();
    Map<Location, Original> present = new HashMap<>();
    for (Change change : changes) {
      switch (change) {
        case Change.Read read -> {
          originals.add(read.original());
          present.put(read.original().location(), read.original());
        }
        case Change.Skip skip -> {
          relabelling.steadily(() -> books.skip(skip.original(), skip.rule()));
          skipped.add(skip.original());
        }
        case Change.Touched touched -> books.touch(touched.original().location(), touched.stamp());
        case Change.Same same -> present.put(same.original().location(), same.original());
        case Change.Vanished vanished -> {
          books.vanish(vanished.location());
          catalogue.inside(vanished.location()).forEach(books::vanish);
        }
      }
    }
    if (!originals.isEmpty()) {
      begin(first, originals);
      originals.forEach(original -> recognised.remove(original.location()));
      readAll(originals, extractor::read);
    } else if (extractor.recognises()) {
      originals.addAll(recognise(present));
    }
    boolean empty = present.isEmpty() && skipped.isEmpty();
    return summary(originals.size(), waiting(present), remove(knownReports, empty));
  }

  private Books.Removal remove(int known, boolean empty) {
    List<Books.Removal> removal = new ArrayList<>();
    relabelling.steadily(() -> removal.add(books.remove(known, empty, mode.prune())));
    books.commit();
    return removal.getFirst();
  }

  /// A folder that is not there is away, not empty, whatever one was told about removals.
  private Summary nothing() {
    return summary(
        0,
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

  private Summary summary(int read, int waiting, Books.Removal removal) {
    Map<Outcome, Long> counts = catalogue.counts();
    long files = catalogue.files();
    return new Summary(
        files,
        catalogue.size() - files,
        read,
        removal.removed(),
        read == 0 ? 0 : tracker.now().refused(),
        counts,
        waiting,
        removal.held());
  }

  private void begin(boolean first, List<Original> originals) {
    tracker.begin(first, originals.size(), originals.stream().mapToLong(Original::sizeBytes).sum());
  }

  /// Reads images of pages when there is nothing else to read, a few files a run: what is new comes
  /// first.
  private List<Original> recognise(Map<Location, Original> present)
      throws IOException, InterruptedException {
    List<Original> some =
        images().stream().map(present::get).filter(Objects::nonNull).limit(mode.threads()).toList();
    for (Original original : some) {
      recognised.add(original.location());
      again.addAll(
          catalogue.where(entry ->
              isImages(entry) && entry.location().file().equals(original.location().path())));
    }
    if (!some.isEmpty()) {
      begin(false, some);
      readAll(some, extractor::recognise);
    }
    return some;
  }

  private int waiting(Map<Location, Original> present) {
    return extractor.recognises()
        ? (int) images().stream().filter(present::containsKey).count()
        : 0;
  }

  /// The files with images of pages that nobody has tried to read.
  private Set<Location> images() {
    Set<Location> files = new TreeSet<>();
    catalogue.where(Run::isImages).forEach(place -> files.add(new Location(place.file())));
    files.removeAll(recognised);
    return files;
  }

  private static boolean isImages(LedgerEntry entry) {
    return entry.reason() == Reason.NEEDS_OCR
        || entry.detail().contains(Extraction.NEEDS_RECOGNITION);
  }

  /// One of the extractor's ways of reading.
  private interface Way {
    void read(Original original, Extractor.Visitor visitor) throws InterruptedException;
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

  private void readAll(List<Original> originals, Way way) throws IOException, InterruptedException {
    ExecutorService readers =
        Executors.newFixedThreadPool(
            mode.threads(), Thread.ofPlatform().name("reader-", 0).factory());
    try {
      List<Future<?>> results = new ArrayList<>();
      for (Original original : originals) {
        results.add(readers.submit(() -> read(original, way)));
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

  private Void read(Original original, Way way) throws InterruptedException {
    courtesy.enter(mode.threads());
    try {
      tracker.reading(original.location().path());
      Runnable next = () -> courtesy.giveWay(mode.threads());
      Reading reading = new Reading(original, books, relabelling, extractor, tracker, next);
      way.read(original, reading);
      reading.done();
      tracker.read(original.sizeBytes());
      return null;
    } finally {
      courtesy.leave();
    }
  }
}
