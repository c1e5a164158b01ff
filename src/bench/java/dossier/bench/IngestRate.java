package dossier.bench;

import dossier.archive.Archive;
import dossier.archive.Change;
import dossier.archive.Document;
import dossier.archive.Original;
import dossier.index.LuceneEngine;
import dossier.ingest.Ingest;
import dossier.report.Classifier;
import dossier.text.Extraction;
import dossier.text.Extractor;
import dossier.text.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// How fast files become searchable, against the limit: Tika alone reading the same files in this
/// process; and against `pdftotext` for the PDF files, where that is installed. The sides take
/// turns. Then writing alone, against bare Lucene.
@Command(
    name = "ingest",
    description = "Files and megabytes a second, against bare extraction and pdftotext.",
    mixinStandardHelpOptions = true)
final class IngestRate implements Callable<Integer> {

  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  @Option(names = "--files", description = "how many are made up (default: 600)")
  private int files = 600;

  @Option(names = "--corpus", description = "a folder with real files instead")
  private Path corpus;

  @Option(names = "--reports", description = "how many are written alone (default: 4000)")
  private int reports = 4_000;

  @Option(names = "--seed", description = "what is made up follows from this (default: 7)")
  private long seed = 7;

  @Option(names = "--rounds", description = "turns of each side after one to warm up (default: 3)")
  private int rounds = 3;

  /// Reads files in one way.
  private interface Way {
    void read(Original file) throws Exception;
  }

  /// What came of one way.
  private static final class Timed {
    private final String name;
    private double seconds;
    private long bytes;
    private long count;

    Timed(String name) {
      this.name = name;
    }

    void add(double more, List<Original> read) {
      seconds += more;
      count += read.size();
      bytes += read.stream().mapToLong(Original::sizeBytes).sum();
    }

    double rate() {
      return bytes / 1e6 / seconds;
    }

    @Override
    public String toString() {
      return "%-28s %8.1f files/s %8.2f MB/s".formatted(name, count / seconds, rate());
    }
  }

  @Override
  public Integer call() throws Exception {
    System.out.println(Machine.line());
    Path work = Files.createTempDirectory("dossier-ingest");
    try {
      Synthetic archive = new Synthetic(seed, Corpus.classifier().vocabularies());
      Path folder = corpus == null ? work.resolve("corpus") : corpus;
      if (corpus == null) {
        Papers.write(archive, files, folder);
      }
      reading(folder, work);
      new Writing(archive, reports, rounds).measure(work);
      System.out.println(Machine.line());
    } finally {
      Folders.delete(work);
    }
    return 0;
  }

  private void reading(Path folder, Path work) throws Exception {
    List<Original> all = originals(folder);
    List<Original> pdfs = all.stream().filter(file -> ("" + file.path()).endsWith(".pdf")).toList();
    Timed tika = new Timed("Tika alone, in process");
    Timed workers = new Timed("Dossier's workers");
    Timed whole = new Timed("files to searchable");
    Timed plain = new Timed("pdftotext, PDF files only");
    Timed same = new Timed("Tika alone, PDF files only");
    boolean there = Plain.isThere();
    Workers.Setup setup = new Workers.Setup(work.resolve("temp"), "", Workers.Limits.STANDARD);
    try (Extractor extractor = Workers.start(THREADS, setup)) {
      for (int round = -1; round < rounds; round++) {
        boolean counts = round >= 0;
        take(tika, counts, all, Plain::tika);
        take(workers, counts, all, file -> extractor.read(file, new Taking()));
        double began = System.nanoTime();
        ingest(folder, work.resolve("store" + round), extractor);
        if (counts) {
          whole.add((System.nanoTime() - began) / 1e9, all);
        }
        Folders.delete(work.resolve("store" + round));
        if (there) {
          take(same, counts, pdfs, Plain::tika);
          take(plain, counts, pdfs, Plain::pdftotext);
        }
      }
      System.out.printf("%,d files, %d threads, %d rounds%n", all.size(), THREADS, rounds);
      List.of(tika, workers, whole).forEach(System.out::println);
      System.out.printf(
          "workers against Tika: %.2f; files to searchable against Tika: %.2f%n",
          workers.rate() / tika.rate(), whole.rate() / tika.rate());
      memory();
    }
    if (there) {
      System.out.println(same);
      System.out.println(plain);
    } else {
      System.out.println("pdftotext is not installed: nothing to hold the PDF files against");
    }
  }

  private static void memory() {
    long children =
        ProcessHandle.current().children().mapToLong(child -> Machine.resident(child.pid())).sum();
    System.out.printf(
        "resident: this process %,d MB, workers together %,d MB%n",
        Machine.resident(ProcessHandle.current().pid()), children);
  }

  private static void ingest(Path folder, Path store, Extractor extractor) throws Exception {
    Classifier classifier = Corpus.classifier();
    try (LuceneEngine engine = LuceneEngine.open(store, classifier.vocabularies())) {
      new Ingest(new Archive(folder), extractor, classifier, engine, InstantSource.system())
          .run(new Ingest.Mode(THREADS, Long.MAX_VALUE, false));
    }
  }

  private static List<Original> originals(Path folder) throws IOException {
    List<Original> all = new ArrayList<>();
    for (Change change : new Archive(folder).changes(Map.of(), Long.MAX_VALUE)) {
      if (change instanceof Change.Read read) {
        all.add(read.original());
      }
    }
    return all;
  }

  private static void take(Timed timed, boolean counts, List<Original> files, Way way)
      throws Exception {
    long began = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> all = new ArrayList<>();
      for (Original file : files) {
        all.add(
            threads.submit(() -> {
              way.read(file);
              return null;
            }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    if (counts) {
      timed.add((System.nanoTime() - began) / 1e9, files);
    }
  }

  private static final class Taking implements Extractor.Visitor {
    @Override
    public boolean wanted(Document document) {
      return true;
    }

    @Override
    public void found(Extraction extraction) {
      if (extraction instanceof Extraction.Refused refused) {
        throw new IllegalStateException("refused: " + refused.document().location().path());
      }
    }
  }
}
