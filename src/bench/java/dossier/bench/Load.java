package dossier.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// Readers who ask, on virtual threads.
final class Load {

  private static final long LONGEST = TimeUnit.MINUTES.toMicros(10);

  private Load() {}

  /// In microseconds.
  static Histogram histogram() {
    return new ConcurrentHistogram(LONGEST, 3);
  }

  /// What came of it.
  ///
  /// @param processor seconds of processor time that the side's process used
  record Closed(int pages, double seconds, double processor) {}

  /// So many readers, each of whom asks again once answered.
  static Closed closed(Side side, List<Asked> searches, int readers, double seconds)
      throws InterruptedException, ExecutionException {
    AtomicInteger next = new AtomicInteger();
    double before = side.processor();
    long began = System.nanoTime();
    long end = began + (long) (seconds * 1e9);
    List<Future<Integer>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int reader = 0; reader < readers; reader++) {
        all.add(
            threads.submit(() -> {
              int pages = 0;
              while (System.nanoTime() < end) {
                side.page(searches.get(next.getAndIncrement() % searches.size()));
                pages++;
              }
              return pages;
            }));
      }
    }
    int pages = 0;
    for (Future<Integer> each : all) {
      pages += each.get();
    }
    double passed = (System.nanoTime() - began) / 1e9;
    return new Closed(pages, passed, side.processor() - before);
  }

  /// Searches fall due at a fixed pace, whether or not earlier ones were answered, and each is
  /// timed from when it was due: a side that stalls is not forgiven the searches that had to wait
  /// (coordinated omission).
  static void open(
      Side side, List<Asked> searches, double perSecond, double seconds, Histogram latency)
      throws InterruptedException, ExecutionException {
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long began = System.nanoTime();
      for (int i = 0; i < perSecond * seconds; i++) {
        long due = began + (long) (i / perSecond * 1e9);
        Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
        Asked asked = searches.get(i % searches.size());
        all.add(
            threads.submit(() -> {
              side.page(asked);
              latency.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due));
              return null;
            }));
      }
    }
    for (Future<?> each : all) {
      each.get();
    }
  }
}
