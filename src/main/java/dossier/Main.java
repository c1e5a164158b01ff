package dossier;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line.
@Command(
    name = "dossier",
    mixinStandardHelpOptions = true,
    description = "A full-text search portal over report archives.")
final class Main {

  private Main() {}

  static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }
}
