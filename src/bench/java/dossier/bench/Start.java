package dossier.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// How long after its start the portal, started as a reader does, answers the first search; and how
/// long after a file was dropped into the corpus it is found.
@Command(
    name = "start",
    description = "Time from start to first answer, and from dropped file to found.",
    mixinStandardHelpOptions = true)
final class Start implements Callable<Integer> {

  @Option(
      names = "--reports",
      split = ",",
      description = "archives of how many (default: 1000,10000)")
  private List<Integer> sizes = List.of(1_000, 10_000);

  @Option(names = "--seed", description = "what is made up follows from this (default: 7)")
  private long seed = 7;

  @Option(names = "--rounds", description = "starts of each (default: 5)")
  private int rounds = 5;

  @Option(
      names = "--folder",
      description = "where they are kept (default: made anew, deleted after)")
  private Path folder;

  @Override
  public Integer call() throws Exception {
    System.out.println(Machine.line());
    Path work =
        folder == null
            ? Files.createTempDirectory("dossier-start")
            : Files.createDirectories(folder);
    Synthetic archive = new Synthetic(seed, Corpus.classifier().vocabularies());
    double[] none = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      long began = System.nanoTime();
      launched("--version").waitFor();
      none[round] = seconds(began);
    }
    System.out.printf("the launcher and Java alone (--version): median %.2f s%n", median(none));
    for (int size : sizes) {
      measure(archive, size, work.resolve("dossier-%d-%d".formatted(size, seed)));
    }
    System.out.println(Machine.line());
    if (folder == null) {
      Folders.delete(work);
    }
    return 0;
  }

  private void measure(Synthetic archive, int size, Path in) throws Exception {
    Path done = in.resolveSibling(in.getFileName() + ".done");
    if (!Files.exists(done)) {
      Files.writeString(done, Corpus.fill(archive, size, in) + "\n");
    }
    double[] listening = new double[rounds];
    double[] answered = new double[rounds];
    double[] found = new double[rounds];
    String word = archive.english().word(500);
    for (int round = 0; round < rounds; round++) {
      long began = System.nanoTime();
      Process process =
          launched(
              "serve",
              "--port",
              "0",
              "--corpus",
              "" + Corpus.corpus(in),
              "--store",
              "" + Corpus.store(in));
      try (Fetch fetch = new Fetch();
          BufferedReader out =
              new BufferedReader(
                  new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        String line = out.readLine();
        if (line == null) {
          throw new IOException("the portal did not start");
        }
        listening[round] = seconds(began);
        String address = line.substring(line.indexOf("http"));
        fetch.get(address + "/search?q=" + word);
        answered[round] = seconds(began);
        while (!said(fetch, address + "/health").contains("idle")) {
          Thread.sleep(20);
        }
        found[round] = dropped(fetch, address, Corpus.corpus(in), round);
      } finally {
        process.destroy();
        process.waitFor();
      }
    }
    System.out.printf(
        "%,d reports: listening after %.2f s, first page after %.2f s; a dropped file is found after"
            + " %.2f s (medians of %d)%n",
        size, median(listening), median(answered), median(found), rounds);
  }

  /// A text of its own each time: its reading takes next to nothing.
  private static double dropped(Fetch fetch, String address, Path corpus, int round)
      throws Exception {
    String word = "zyx" + Long.toString(System.nanoTime(), 36);
    Path file = corpus.resolve("dropped-" + round + "-" + word + ".txt");
    Files.writeString(file, "A note on " + word + "\n\nThe border was quiet. " + word + "\n");
    long began = System.nanoTime();
    while (!said(fetch, address + "/search.json?q=" + word).contains("\"total\":1")) {
      if (seconds(began) > 120) {
        throw new IOException("a dropped file was not found for two minutes");
      }
      Thread.sleep(20);
    }
    double found = seconds(began);
    Files.delete(file);
    return found;
  }

  private static String said(Fetch fetch, String address) throws Exception {
    return new String(fetch.get(address), StandardCharsets.UTF_8);
  }

  private static Process launched(String... arguments) throws IOException {
    String[] command = new String[arguments.length + 1];
    command[0] = Machine.home().resolve("dossier").toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
