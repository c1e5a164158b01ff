package dossier.bench;

import dossier.index.LuceneEngine;
import dossier.ingest.Relabelling;
import dossier.report.Classifier;
import dossier.search.Engine.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes an archive up: as reports in a store, which a portal then serves, or as files to be read.
/// All of it is our own.
@Command(
    name = "corpus",
    description = "Make an archive up: in DIR/store, or as files in DIR/corpus.",
    mixinStandardHelpOptions = true)
final class Corpus implements Callable<Integer> {

  private static final int BATCH = 200;

  @Parameters(paramLabel = "DIR", description = "where it is put")
  private Path folder;

  @Option(names = "--reports", description = "how many (default: 10000)")
  private int reports = 10_000;

  @Option(names = "--seed", description = "what is made up follows from this (default: 7)")
  private long seed = 7;

  @Option(names = "--files", description = "as PDF and DOCX files instead of in a store")
  private boolean files;

  @Override
  public Integer call() throws Exception {
    Synthetic archive = new Synthetic(seed, classifier().vocabularies());
    if (files) {
      long bytes = Papers.write(archive, reports, corpus(folder));
      System.out.printf("%,d files of %,.1f MB in %s%n", reports, bytes / 1e6, corpus(folder));
    } else {
      System.out.println(fill(archive, reports, folder));
    }
    return 0;
  }

  /// The rules and vocabularies a portal would use.
  static Classifier classifier() {
    Path folder = Machine.home().resolve("index/vocabulary");
    return Files.isDirectory(folder) ? Classifier.load(folder) : Classifier.load();
  }

  /// The folder that the store takes for its corpus.
  static Path corpus(Path folder) {
    return folder.resolve("corpus");
  }

  static Path store(Path folder) {
    return folder.resolve("store");
  }

  /// How long the writing of an index took.
  ///
  /// @param making seconds of processor time that making the reports up took beside it
  record Filled(int reports, double seconds, double processor, double making) {

    double perSecond() {
      return reports / seconds;
    }

    @Override
    public String toString() {
      return "%,d reports in %,.1f s: %,.0f a second; processor %.1f s, of which %.1f s made them up; load %.1f"
          .formatted(reports, seconds, perSecond(), processor, making, Machine.load());
    }
  }

  /// Where reports of a number go.
  interface Taker {
    void take(List<Integer> numbers) throws Exception;
  }

  /// Fills a store through the engine's public door, by as many threads as there are processors.
  static Filled fill(Synthetic archive, int reports, Path folder) throws Exception {
    Path corpus = Files.createDirectories(corpus(folder)).toAbsolutePath().normalize();
    Classifier classifier = classifier();
    try (LuceneEngine engine = LuceneEngine.open(store(folder), classifier.vocabularies())) {
      engine.corpus(corpus.toString());
      // Says that the labels are by these rules: a portal would label all reports again.
      new Relabelling(engine, classifier).run(1);
      return timed(
          archive,
          reports,
          numbers -> {
            List<Change> changes = new ArrayList<>(numbers.size());
            numbers.forEach(number -> changes.add(new Change.Put(archive.report(number))));
            engine.write(changes);
          },
          engine::commit);
    }
  }

  /// Something that may fail.
  interface Step {
    void go() throws IOException;
  }

  /// Hands out the numbers of all reports in batches, by as many threads as there are processors.
  static Filled timed(Synthetic archive, int reports, Taker taker, Step last) throws Exception {
    double making = making(archive, reports);
    double processor = Machine.processor();
    long began = System.nanoTime();
    try (ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      List<Future<?>> all = new ArrayList<>();
      for (int from = 0; from < reports; from += BATCH) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = from; number < Math.min(reports, from + BATCH); number++) {
          numbers.add(number);
        }
        all.add(
            threads.submit(() -> {
              taker.take(numbers);
              return null;
            }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    last.go();
    double seconds = (System.nanoTime() - began) / 1e9;
    return new Filled(reports, seconds, Machine.processor() - processor, making);
  }

  /// What making so many reports up costs, judged by a few hundred.
  private static double making(Synthetic archive, int reports) {
    int some = Math.min(reports, 400);
    for (int number = 0; number < some; number++) {
      archive.report(number); // Java compiles what is used often.
    }
    double before = Machine.processor();
    for (int number = 0; number < some; number++) {
      archive.report(number);
    }
    return (Machine.processor() - before) * reports / some;
  }
}
