package dossier.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The inner loops, measured by JMH in a process of their own: see [Loops].
@Command(
    name = "micro",
    description = "Inner loops: query parsing, classification, snippets, counting, templates.",
    mixinStandardHelpOptions = true)
final class Micro implements Callable<Integer> {

  @Option(names = "--reports", description = "how many are searched (default: 10000)")
  private int reports = 10_000;

  @Option(names = "--seed", description = "what is made up follows from this (default: 7)")
  private long seed = 7;

  @Option(names = "--only", description = "a part of the name of what is measured")
  private String only = "";

  @Option(names = "--seconds", description = "of each of five measurements (default: 2)")
  private int seconds = 2;

  @Override
  public Integer call() throws Exception {
    System.out.println(Machine.line());
    Path work = Files.createTempDirectory("dossier-micro");
    try {
      Corpus.fill(new Synthetic(seed, Corpus.classifier().vocabularies()), reports, work);
      new Runner(
              new OptionsBuilder()
                  .include(Loops.class.getName() + "\\..*" + only)
                  .forks(1)
                  .warmupIterations(3)
                  .warmupTime(TimeValue.seconds(seconds))
                  .measurementIterations(5)
                  .measurementTime(TimeValue.seconds(seconds))
                  .jvmArgsAppend(
                      "-Xmx1g", "-Ddossier.bench.micro=" + work, "-Ddossier.bench.seed=" + seed)
                  .build())
          .run();
      System.out.println(Machine.line());
    } finally {
      Folders.delete(work);
    }
    return 0;
  }
}
