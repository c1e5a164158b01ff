package dossier.ingest;

import dossier.archive.Archive;
import dossier.archive.Location;
import dossier.report.Classifier;
import dossier.search.Engine;
import dossier.search.LedgerEntry;
import dossier.text.Extractor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Carries what changed in the archive into the engine.
///
/// One run at a time; a run that finds nothing changed reads and writes nothing. What a run has
/// written is committed every few seconds, reports and ledger together, so that a crash at any
/// point loses nothing: the next run goes on with what is not recorded yet.
public final class Ingest implements Desk {

  private final Archive archive;
  private final Extractor extractor;
  private final Relabelling relabelling;
  private final Engine engine;
  private final InstantSource clock;
  private final Tracker tracker;
  private final Courtesy courtesy;
  private final Queue<Predicate<LedgerEntry>> asked = new ConcurrentLinkedQueue<>();
  private final Set<Location> recognised = new HashSet<>();
  private @Nullable Catalogue catalogue;

  /// An ingest from `archive` into `engine`.
  public Ingest(
      Archive archive,
      Extractor extractor,
      Classifier classifier,
      Engine engine,
      InstantSource clock) {
    this.archive = archive;
    this.extractor = extractor;
    this.relabelling = new Relabelling(engine, classifier);
    this.engine = engine;
    this.clock = clock;
    this.tracker = new Tracker(clock);
    this.courtesy = new Courtesy(clock);
  }

  /// How a run goes about it.
  ///
  /// @param threads how many files are read side by side, at least 1
  /// @param settled files modified after this time, in milliseconds since 1970, are left for the
  ///   next run: they may still be written. `Long.MAX_VALUE` takes all
  /// @param prune whether reports whose files are missing are removed however many they are
  /// @param again what to read again although it did not change
  public record Mode(int threads, long settled, boolean prune, Predicate<LedgerEntry> again) {

    /// Reads nothing again.
    public Mode(int threads, long settled, boolean prune) {
      this(threads, settled, prune, entry -> false);
    }

    private Mode with(Predicate<LedgerEntry> more) {
      return new Mode(threads, settled, prune, again.or(more));
    }
  }

  private List<Predicate<LedgerEntry>> asked() {
    List<Predicate<LedgerEntry>> taken = new ArrayList<>();
    for (Predicate<LedgerEntry> one = asked.poll(); one != null; one = asked.poll()) {
      taken.add(one);
    }
    return taken;
  }

  /// What labels the reports this reads, and may label all of them again beside a run.
  public Relabelling relabelling() {
    return relabelling;
  }

  @Override
  public Relabelling.State labelling() {
    return relabelling.state();
  }

  @Override
  public Progress progress() {
    return tracker.now();
  }

  @Override
  public void retry(Predicate<LedgerEntry> entries) {
    asked.add(entries);
  }

  @Override
  public void visited() {
    courtesy.visited();
  }

  /// Reads what changed since the last run, and again what something of another edition read.
  ///
  /// @throws IOException when the corpus cannot be listed or the engine cannot write; what was
  ///   committed before stays
  /// @throws InterruptedException when the thread is interrupted; what was read so far is committed
  public synchronized Summary run(Mode mode) throws IOException, InterruptedException {
    List<Predicate<LedgerEntry>> again = asked();
    Catalogue known = catalogue;
    catalogue = null;
    String held = "";
    String failed = "The run was stopped before its end.";
    try {
      if (Thread.interrupted()) { // a commit begun now would break off
        throw new InterruptedException();
      }
      // Shows what a commit left half done, and whether the index is still there.
      engine.commit();
      if (known == null) {
        known = new Catalogue(engine.ledger().all());
      }
      Mode whole = mode.with(entry -> again.stream().anyMatch(one -> one.test(entry)));
      Run run =
          new Run(
              archive,
              extractor,
              relabelling,
              engine,
              clock,
              tracker,
              known,
              whole,
              courtesy,
              recognised);
      Summary summary = run.go();
      again.clear();
      held = summary.held();
      failed = "";
      catalogue = known;
      return summary;
    } catch (UncheckedIOException e) {
      failed = told(e);
      throw new IOException(failed, e);
    } catch (IOException e) {
      failed = told(e);
      throw e;
    } finally {
      asked.addAll(again); // unless the run got to its end
      tracker.end(held, failed);
    }
  }

  private static String told(Exception failure) {
    Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
    String message = cause == null ? null : cause.getMessage();
    return message == null ? failure.toString() : message;
  }
}
