package dossier;

import dossier.ingest.Ingest;
import dossier.ingest.Summary;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `dossier ingest`.
@Command(
    name = "ingest",
    description = "Read what is new or changed in the corpus, once.",
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:nothing was refused",
      "1:something was refused, or removals were held back",
      "2:the command could not run"
    },
    mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private final Places places = new Places();

  @Option(
      names = "--prune",
      description = "remove reports whose files are missing, however many they are")
  private boolean prune;

  @Override
  public Integer call() throws Exception {
    Settings settings = places.settings(Map.of());
    int workers = Runtime.getRuntime().availableProcessors();
    try (House house = House.open(settings, workers);
        ProgressLine line = ProgressLine.start(house.ingest(), spec.commandLine().getErr())) {
      Summary summary = house.ingest().run(new Ingest.Mode(workers, Long.MAX_VALUE, prune));
      line.tell(summary);
      return summary.refused() == 0 && summary.held().isEmpty() ? 0 : 1;
    }
  }
}
