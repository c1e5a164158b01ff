package dossier.ingest;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the index in step with the corpus: compares again and again and runs an ingest where
/// something changed.
///
/// It looks rather than waits for events of the file system: those get lost when many come at once,
/// and never come from network drives. Looking at 10,000 files takes some hundredths of a second.
public final class Watch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  /// Time between two looks, and how long a file must be still before it is read: together the
  /// longest that a file waits where looking is quick.
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /// Looking takes at most a twentieth of the time.
  private static final int PAUSE_PER_LOOK = 20;

  /// After a failure, doubled with each further one up to [#LONGEST_PAUSE].
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

  private final Ingest ingest;
  private final int threads;
  private final InstantSource clock;
  private final Consumer<Summary> told;
  private String held = "";
  private String failed = "";
  private Duration patience = PAUSE_AFTER_FAILURE;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("watch").daemon().factory());

  private Watch(Ingest ingest, int threads, InstantSource clock, Consumer<Summary> told) {
    this.ingest = ingest;
    this.threads = threads;
    this.clock = clock;
    this.told = told;
  }

  /// Starts with a run at once.
  ///
  /// @param threads how many files are read side by side
  /// @param prune whether the first run removes reports however many files are missing
  /// @param told hears of the first run, of every one that read or removed something, and whenever
  ///   removals begin or cease to be held back
  public static Watch start(
      Ingest ingest, int threads, boolean prune, InstantSource clock, Consumer<Summary> told) {
    Watch watch = new Watch(ingest, threads, clock, told);
    watch.timer.execute(() -> watch.look(true, prune));
    return watch;
  }

  private void look(boolean first, boolean prune) {
    long began = System.nanoTime();
    Duration pause = PAUSE;
    try {
      long settled = first ? Long.MAX_VALUE : clock.instant().minus(PAUSE).toEpochMilli();
      Summary summary = ingest.run(new Ingest.Mode(threads, settled, prune));
      if (first || summary.read() > 0 || summary.removed() > 0 || !summary.held().equals(held)) {
        told.accept(summary);
      }
      held = summary.held();
      recovered();
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      boolean read = summary.read() > 0;
      Duration rest = took.multipliedBy(PAUSE_PER_LOOK);
      pause =
          summary.waiting() > 0 ? Duration.ZERO : !read && rest.compareTo(PAUSE) > 0 ? rest : PAUSE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    } catch (IOException e) {
      pause = pause(String.valueOf(e.getMessage()), null);
      LOG.debug("The run failed", e);
    } catch (RuntimeException e) {
      pause = pause("An error of ours stopped the run; please report it: " + e, e);
    }
    again(pause);
  }

  /// Says once what stopped the run; how long to wait before it is tried again.
  private Duration pause(String why, @Nullable RuntimeException mistake) {
    if (!why.equals(failed)) {
      LOG.error("{} Reading is tried again by itself.", why, mistake);
    }
    failed = why;
    Duration pause = patience;
    Duration twice = patience.multipliedBy(2);
    patience = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    return pause;
  }

  private void recovered() {
    if (!failed.isEmpty()) {
      LOG.warn("Reading goes on.");
    }
    failed = "";
    patience = PAUSE_AFTER_FAILURE;
  }

  private void again(Duration pause) {
    try {
      // Nothing to keep of the future: a look reports its own failures.
      timer.schedule(() -> look(false, false), pause.toNanos(), TimeUnit.NANOSECONDS).state();
    } catch (RejectedExecutionException e) {
      LOG.debug("Closed while looking", e);
    }
  }

  /// Stops, also in the middle of a run; what was read is committed.
  @Override
  public void close() {
    timer.shutdownNow();
    timer.close();
  }
}
