package dossier.bench;

import dossier.archive.Document;
import dossier.archive.Hash;
import dossier.archive.Location;
import dossier.archive.Sidecar;
import dossier.index.LuceneEngine;
import dossier.ingest.Relabelling;
import dossier.report.Classifier;
import dossier.search.Engine;
import dossier.text.Passage;
import dossier.text.Passage.Kind;
import dossier.text.Properties;
import dossier.text.Text;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// How fast all reports are labelled again. Each is made of sentences drawn from real ones, so that
/// names and cues stand as thick as in any archive. Tells processor time beside the time passed: on
/// a busy machine only the first means something.
@Command(name = "relabel", description = "Label thousands of reports again.")
final class Relabel implements Callable<Integer> {

  private static final int WORDS = 1000;
  private static final int SENTENCES = 5;
  private static final int BATCH = 500;

  @Option(names = "--texts", description = "a folder with texts (default: corpus/loose)")
  private Path texts = Path.of("corpus/loose");

  @Option(names = "--reports", description = "how many reports (default: 10000)")
  private int reports = 10_000;

  @Option(names = "--rounds", description = "how often they are labelled (default: 3)")
  private int rounds = 3;

  @Option(names = "--seed", description = "what is drawn follows from this (default: 7)")
  private long seed = 7;

  @Override
  public Integer call() throws Exception {
    Path work = Files.createTempDirectory("dossier-relabel");
    Classifier classifier = Classifier.load();
    int threads = Runtime.getRuntime().availableProcessors();
    try (LuceneEngine engine =
        LuceneEngine.open(work.resolve("store"), classifier.vocabularies())) {
      fill(engine, classifier);
      Relabelling relabelling = new Relabelling(engine, classifier);
      for (int round = 1; round <= rounds; round++) {
        long processor = processor();
        long began = System.nanoTime();
        relabelling.run(threads);
        double seconds = seconds(System.nanoTime() - began);
        double used = seconds(processor() - processor);
        System.out.printf(
            "%,d reports of %,d words in %.1f s by %d threads: %,.0f a minute; processor %.1f s: %,.0f a"
                + " minute of one core; load %.1f%n",
            reports,
            WORDS,
            seconds,
            threads,
            60 * reports / seconds,
            used,
            60 * reports / used,
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
      }
    }
    Folders.delete(work);
    return 0;
  }

  private void fill(LuceneEngine engine, Classifier classifier) throws IOException {
    List<String> sentences = sentences();
    Random random = new Random(seed);
    List<Engine.Change> batch = new ArrayList<>();
    for (int number = 0; number < reports; number++) {
      String name = "report-" + number + ".txt";
      Document document = new Document(new Location(name), 1, Hash.of(name), Sidecar.NONE);
      Text text =
          new Text("text/plain", false, 1, passages(sentences, random), Properties.NONE, "en", 0);
      batch.add(new Engine.Change.Put(classifier.classify(document, text, Instant.EPOCH)));
      if (batch.size() == BATCH || number == reports - 1) {
        engine.write(batch);
        batch.clear();
      }
    }
    engine.commit();
  }

  private static List<Passage> passages(List<String> sentences, Random random) {
    List<Passage> passages = new ArrayList<>();
    passages.add(new Passage(Kind.HEADING, 1, 1, drawn(sentences, random)));
    int words = 0;
    while (words < WORDS) {
      StringBuilder paragraph = new StringBuilder();
      for (int i = 0; i < SENTENCES && words < WORDS; i++) {
        String sentence = drawn(sentences, random);
        words += sentence.split(" ", -1).length;
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(sentence);
      }
      passages.add(new Passage(Kind.PARAGRAPH, 0, 1, paragraph.toString()));
    }
    return passages;
  }

  private static String drawn(List<String> sentences, Random random) {
    return sentences.get(random.nextInt(sentences.size()));
  }

  private List<String> sentences() throws IOException {
    List<String> sentences = new ArrayList<>();
    try (Stream<Path> files = Files.list(texts)) {
      for (Path file :
          files.filter(each -> ("" + each).matches(".*\\.(txt|md)")).sorted().toList()) {
        for (String sentence : Files.readString(file).split("(?<=[.!?])\\s+", -1)) {
          String line = sentence.strip().replaceAll("\\s+", " ");
          if (line.matches(".*[A-Za-z]{3}.*")) {
            sentences.add(line);
          }
        }
      }
    }
    return sentences;
  }

  private static long processor() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static double seconds(long nanos) {
    return Duration.ofNanos(nanos).toMillis() / 1000.0;
  }
}
