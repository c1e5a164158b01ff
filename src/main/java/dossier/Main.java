package dossier;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line.
@Command(
    name = "dossier",
    description = "A full-text search portal over report archives.",
    version = "dossier 0.1.0",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ServeCommand.class,
      IngestCommand.class,
      SearchCommand.class,
      StatusCommand.class,
      ReclassifyCommand.class,
      EvaluateCommand.class,
      VocabularyCommand.class,
      RehearseCommand.class
    })
final class Main {

  /// Exit status when a command could not do its work: wrong usage, or the index is in use.
  static final int CANNOT = 2;

  private Main() {}

  /// Held here: a logger nobody holds forgets its level.
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  static void main(String[] args) {
    // It warns at every start that the incubating vector module is not loaded.
    LUCENE.setLevel(Level.SEVERE);
    CommandLine line = new CommandLine(new Main());
    line.setExecutionExceptionHandler(new Complaints());
    System.exit(line.execute(args));
  }
}
