package dossier.bench;

import dossier.archive.Location;
import dossier.index.LuceneEngine;
import dossier.report.Classifier;
import dossier.report.Label;
import dossier.report.Published;
import dossier.report.Report;
import dossier.report.Series;
import dossier.report.Vocabularies;
import dossier.search.Engine.Change;
import dossier.search.Question;
import dossier.text.Passage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// How long a large store takes to open and to show one more report: what grows with the archive
/// rather than with the change. One report in ten is a version of another. Tells the processor time
/// of the thread beside the time passed: on a busy machine only the first means something.
@Command(name = "reopen", description = "Open a large store, and add one report to it.")
final class Reopen implements Callable<Integer> {

  private static final int BATCH = 10_000;
  private static final int LENGTH = 70;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @Option(names = "--reports", description = "how many reports (default: 100000)")
  private int reports = 100_000;

  @Option(names = "--rounds", description = "how often each is done (default: 4)")
  private int rounds = 4;

  @Option(names = "--store", required = true, description = "a folder, filled when it is new")
  private Path store = Path.of("");

  private final Vocabularies vocabularies = Classifier.load().vocabularies();

  private interface Task {
    void run() throws IOException;
  }

  @Override
  public Integer call() throws IOException {
    if (Files.notExists(store)) {
      timed("filled", this::fill);
    }
    for (int round = 0; round < rounds; round++) {
      timed("opened", () -> open().close());
    }
    try (LuceneEngine engine = open()) {
      Runtime runtime = Runtime.getRuntime();
      System.gc();
      System.out.printf(
          "%,d reports; heap in use %,d MB%n",
          engine.holdings().reports(), (runtime.totalMemory() - runtime.freeMemory()) >> 20);
      timed("answered", () -> engine.search(Question.of("")));
      for (int round = 0; round < rounds; round++) {
        String id = "added" + System.nanoTime();
        timed(
            "added one",
            () -> {
              engine.write(List.of(new Change.Put(report(id, new Random()))));
              engine.commit();
            });
      }
    }
    Files.delete(store.resolve("1/ties"));
    timed("opened without what is known of versions", () -> open().close());
    return 0;
  }

  private LuceneEngine open() throws IOException {
    return LuceneEngine.open(store, vocabularies);
  }

  private static void timed(String name, Task task) throws IOException {
    long began = System.nanoTime();
    long used = THREADS.getCurrentThreadCpuTime();
    task.run();
    System.out.printf(
        "%s: %,d ms, processor %,d ms, load %.1f%n",
        name,
        (System.nanoTime() - began) / 1_000_000,
        (THREADS.getCurrentThreadCpuTime() - used) / 1_000_000,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private void fill() throws IOException {
    try (LuceneEngine engine = open()) {
      List<Change> batch = new ArrayList<>();
      for (int i = 1; i <= reports; i++) {
        batch.add(new Change.Put(report("r" + i, new Random(i % 10 == 0 ? i / 2 : i))));
        if (batch.size() == BATCH || i == reports) {
          engine.write(batch);
          engine.commit();
          batch.clear();
        }
      }
    }
  }

  private static Report report(String id, RandomGenerator chance) {
    String text = text(chance);
    LocalDate day = LocalDate.of(2000, 1, 1).plusDays(chance.nextInt(9_000));
    String[] regions = {"kazakhstan", "uzbekistan", "mali", "niger", "turkey", "india"};
    Label label =
        new Label(regions[chance.nextInt(6)], Label.Strength.ABOUT, Label.Origin.RULE, List.of());
    return new Report(
        id,
        new Location(id + ".txt"),
        "0".repeat(64),
        100,
        "text/plain",
        "Report " + id,
        new Series("Series " + chance.nextInt(300), null, null, null),
        new Published(day, Published.Precision.DAY, Published.Source.METADATA),
        List.of(),
        "en",
        "",
        false,
        1,
        List.of(new Passage(Passage.Kind.PARAGRAPH, 0, 1, text + " " + id)),
        List.of(label),
        List.of(),
        null,
        null,
        0,
        Instant.EPOCH);
  }

  private static String text(RandomGenerator chance) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      text.append("w").append(Integer.toString(chance.nextInt(50_000), 36)).append(' ');
    }
    return text.toString();
  }
}
