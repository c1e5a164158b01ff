package dossier.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// How much slower searches get while files are read. Searches fall due at a fixed pace, whether or
/// not earlier ones were answered, and each is timed from when it was due: a portal that stalls is
/// not forgiven the searches that had to wait.
@Command(name = "courtesy", description = "Search latency idle and during an ingest.")
final class Courtesy implements Callable<Integer> {

  private static final int PER_SECOND = 5;
  private static final long MILLIS_BETWEEN = 1000 / PER_SECOND;
  private static final double PERCENTILE = 99;
  private static final List<String> QUERIES =
      List.of("peace", "%22security+council%22", "climate+AND+island", "border+-war", "nucl*", "");

  @Option(names = "--zips", required = true, description = "a folder with zips of reports")
  private Path zips;

  @Option(names = "--seconds", description = "how long each half is measured (default: 60)")
  private int seconds = 60;

  @Override
  public Integer call() throws Exception {
    Path work = Files.createTempDirectory("dossier-courtesy");
    Path corpus = Files.createDirectories(work.resolve("corpus"));
    Files.createDirectory(work.resolve("tmp"));
    Folders.copyZips(zips, corpus);
    try (Portal portal = Portal.serve(corpus, work.resolve("store"), work)) {
      settle(portal);
      measure(portal, seconds / 2); // Java compiles what is used often.
      Histogram idle = measure(portal, seconds);
      Path more = Files.createDirectories(corpus.resolve("more"));
      multiply(zips, more);
      while (portal.idle()) {
        Thread.sleep(20);
      }
      Histogram busy = measure(portal, seconds);
      boolean toTheEnd = !portal.idle();
      print("idle", idle);
      print("reading", busy);
      System.out.printf(
          "ratio of the 99th percentiles: %.1f%n",
          (double) busy.getValueAtPercentile(PERCENTILE) / idle.getValueAtPercentile(PERCENTILE));
      if (!toTheEnd) {
        System.out.println(
            "the ingest was over before the measurement: measure for fewer --seconds");
      }
    }
    Folders.delete(work);
    return 0;
  }

  /// The same reports with other bytes, so that every one is read.
  private void multiply(Path from, Path to) throws Exception {
    for (int copy = 1; copy <= 20; copy++) {
      Path unpacked = Files.createDirectories(to.resolve("copy-" + copy));
      for (Path zip : Folders.files(from)) {
        try (var in = new java.util.zip.ZipInputStream(Files.newInputStream(zip))) {
          for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            String name = entry.getName().replaceAll("[^A-Za-z0-9._-]", "_");
            byte[] mark =
                ("Copy " + copy + "\n\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
            byte[] text = in.readAllBytes();
            byte[] whole = java.util.Arrays.copyOf(mark, mark.length + text.length);
            System.arraycopy(text, 0, whole, mark.length, text.length);
            Files.write(unpacked.resolve(name), whole);
          }
        }
      }
    }
  }

  private static void settle(Portal portal) throws Exception {
    while (portal.json("/search.json").path("total").asLong() == 0 || !portal.idle()) {
      Thread.sleep(100);
    }
  }

  private static Histogram measure(Portal portal, int seconds) throws Exception {
    Histogram latency = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(5), 3);
    List<Future<?>> asked = new ArrayList<>();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      long start = System.nanoTime();
      for (int i = 0; i < seconds * PER_SECOND; i++) {
        long due = start + TimeUnit.MILLISECONDS.toNanos(i * MILLIS_BETWEEN);
        Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
        String query = QUERIES.get(i % QUERIES.size());
        asked.add(
            clients.submit(() -> {
              portal.json("/search.json?q=" + query);
              latency.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due));
              return null;
            }));
      }
      for (Future<?> each : asked) {
        each.get();
      }
    }
    return latency;
  }

  private static void print(String name, Histogram latency) {
    System.out.printf(
        "%-8s %,d searches, median %.1f ms, 99th percentile %.1f ms, longest %.1f ms%n",
        name,
        latency.getTotalCount(),
        latency.getValueAtPercentile(50) / 1000.0,
        latency.getValueAtPercentile(PERCENTILE) / 1000.0,
        latency.getMaxValue() / 1000.0);
  }
}
