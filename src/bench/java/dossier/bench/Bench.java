package dossier.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `./dossier bench NAME`.
@Command(
    name = "bench",
    description = "Benchmarks.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "NAME",
    subcommands = {
      Corpus.class,
      Search.class,
      IngestRate.class,
      Start.class,
      Micro.class,
      Soak.class,
      Courtesy.class,
      Relabel.class,
      Suggest.class,
      Relevance.class,
      Reopen.class
    })
final class Bench {

  private Bench() {}

  static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }
}
