package dossier.bench;

import dossier.archive.Location;
import dossier.index.LuceneEngine;
import dossier.report.Classifier;
import dossier.report.Label;
import dossier.report.Published;
import dossier.report.Report;
import dossier.report.Series;
import dossier.report.Vocabularies;
import dossier.search.Engine;
import dossier.search.Engine.Change;
import dossier.search.Question;
import dossier.text.Passage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// How long the help with words takes in an archive of many titles: what is typed letter by letter,
/// words to be corrected, related reports, distinctive words. Written by chance, words as rare as
/// in prose (Zipf), the same for the same seed.
@Command(
    name = "suggest",
    description = "Suggestions, spellings, related reports and distinctive words, in percentiles.",
    mixinStandardHelpOptions = true)
final class Suggest implements Callable<Integer> {

  private static final int VOCABULARY = 60_000;
  private static final int BATCH = 1_000;
  private static final int ROUNDS = 3;
  private static final String[] SYLLABLES =
      ("ba ker to mal is tan gro vel shi ra kor du men ti sa lo per qua di no fe zu ar en os ul"
              + " sec ter bor pro con tra int sta wat")
          .split(" ");

  @Option(names = "--titles", description = "how many reports, 100000 when not said")
  private int titles = 100_000;

  @Option(names = "--seed", description = "what the archive is made from")
  private long seed = 7;

  private final List<String> words = new ArrayList<>();

  private interface Task {
    void run(int number) throws IOException;
  }

  @Override
  public Integer call() throws Exception {
    RandomGenerator chance = new Random(seed);
    while (words.size() < VOCABULARY) {
      words.add(word(chance));
    }
    Path folder = Files.createTempDirectory("dossier-suggest");
    Vocabularies vocabularies = Classifier.load().vocabularies();
    try (LuceneEngine engine = LuceneEngine.open(folder.resolve("store"), vocabularies)) {
      long begun = System.nanoTime();
      fill(engine, chance);
      System.out.printf(
          "%,d reports written in %d s%n", titles, (System.nanoTime() - begun) / 1_000_000_000);
      measure(engine, chance);
    } finally {
      Folders.delete(folder);
    }
    return 0;
  }

  private void measure(Engine engine, RandomGenerator chance) throws IOException {
    Engine.Discovery discovery = engine.discovery();
    List<String> typed = new ArrayList<>();
    List<String> slips = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      String two = pick(chance) + " " + pick(chance);
      typed.add(two.substring(0, 1 + i % Math.min(12, two.length())));
      slips.add(pick(chance) + "x");
    }
    print("suggestions", i -> discovery.suggestions(typed.get(i), 9));
    print("spellings", i -> discovery.spellings(slips.get(i), 3));
    print("related", i -> discovery.related("r" + i * 7, 5));
    print("distinctive", i -> discovery.described(Question.of(words.get(20 + i)), 7).distinctive());
    print("count", i -> engine.count(Question.of(words.get(20 + i))));
    print("search", i -> engine.search(Question.of(words.get(20 + i))));
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    long used = (runtime.totalMemory() - runtime.freeMemory()) / (1024 * 1024);
    System.out.printf("heap in use afterwards: %d MB%n", used);
  }

  private static void print(String name, Task task) throws IOException {
    int each = 300;
    long[] micros = new long[each];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < each; i++) {
        long begun = System.nanoTime();
        task.run(i);
        micros[i] = (System.nanoTime() - begun) / 1_000;
      }
    }
    Arrays.sort(micros);
    System.out.printf(
        "%-12s p50 %6.1f ms  p90 %6.1f ms  p99 %6.1f ms  most %6.1f ms%n",
        name,
        micros[each / 2] / 1e3,
        micros[each * 9 / 10] / 1e3,
        micros[each * 99 / 100] / 1e3,
        micros[each - 1] / 1e3);
  }

  private void fill(Engine engine, RandomGenerator chance) throws IOException {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < titles; i++) {
      changes.add(new Change.Put(report("r" + i, chance)));
      if (changes.size() == BATCH) {
        engine.write(changes);
        changes.clear();
      }
    }
    engine.write(changes);
    engine.commit();
  }

  private Report report(String id, RandomGenerator chance) {
    LocalDate day = LocalDate.of(2000, 1, 1).plusDays(chance.nextInt(9_000));
    Label label = new Label("kazakhstan", Label.Strength.ABOUT, Label.Origin.RULE, List.of());
    return new Report(
        id,
        new Location(id + ".txt"),
        "0".repeat(64),
        100,
        "text/plain",
        sentence(chance, 5 + chance.nextInt(8)),
        new Series("Series " + chance.nextInt(300), null, "1", "2"),
        new Published(day, Published.Precision.DAY, Published.Source.METADATA),
        List.of(),
        "en",
        sentence(chance, 40),
        false,
        1,
        List.of(new Passage(Passage.Kind.PARAGRAPH, 0, 1, sentence(chance, 150))),
        List.of(label),
        List.of(),
        null,
        null,
        0,
        Instant.EPOCH);
  }

  private String sentence(RandomGenerator chance, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(i == 0 ? "" : " ").append(pick(chance));
    }
    return text.toString();
  }

  /// The word of rank r with a chance of about one in r.
  private String pick(RandomGenerator chance) {
    return words.get((int) Math.pow(VOCABULARY, chance.nextDouble()) - 1);
  }

  private static String word(RandomGenerator chance) {
    StringBuilder word = new StringBuilder();
    for (int i = 2 + chance.nextInt(3); i > 0; i--) {
      word.append(SYLLABLES[chance.nextInt(SYLLABLES.length)]);
    }
    return word.toString();
  }
}
