package dossier;

import dossier.ingest.Ingest;
import dossier.ingest.Relabelling;
import dossier.ingest.Retry;
import dossier.ingest.Summary;
import dossier.search.LedgerEntry;
import dossier.text.Reason;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--retry",
      paramLabel = "WHAT",
      description =
          "read again although nothing changed: a reason (${COMPLETION-CANDIDATES}), \"all\" that was"
              + " refused or read in part, or a file as status lists it; may be given more than once",
      completionCandidates = Reasons.class)
  private List<String> retry = List.of();

  /// The names of reasons, for the help.
  private static final class Reasons implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Reason.names().iterator();
    }
  }

  @Option(
      names = "--ocr",
      paramLabel = "LANGUAGES",
      description = "read images of pages with tesseract in these languages, such as eng,rus")
  private @Nullable String ocr;

  @Override
  public Integer call() throws Exception {
    Settings settings = places.settings(ocr == null ? Map.of() : Map.of("ocr", ocr));
    int workers = Runtime.getRuntime().availableProcessors();
    try (House house = House.open(settings, workers)) {
      relabel(house, workers);
      return ingest(house, workers);
    }
  }

  /// Reports that other vocabularies labelled come first: what is read now gets the new labels.
  private void relabel(House house, int threads) throws IOException, InterruptedException {
    Relabelling relabelling = house.ingest().relabelling();
    if (relabelling.isDue()) {
      try (RelabellingLine line =
          RelabellingLine.start(relabelling::state, spec.commandLine().getErr())) {
        long reports = relabelling.run(threads);
        if (reports > 0) { // a new store has none
          line.tell(reports);
        }
      }
    }
  }

  private int ingest(House house, int workers) throws Exception {
    try (ProgressLine line = ProgressLine.start(house.ingest(), spec.commandLine().getErr())) {
      askAgain(house);
      Ingest.Mode mode = new Ingest.Mode(workers, Long.MAX_VALUE, prune);
      Summary summary = house.ingest().run(mode);
      while (summary.waiting() > 0) {
        summary = summary.then(house.ingest().run(mode));
      }
      line.tell(summary);
      return summary.refused() == 0 && summary.held().isEmpty() ? 0 : 1;
    }
  }

  private void askAgain(House house) throws IOException, Complaints.Complaint {
    List<LedgerEntry> ledger = retry.isEmpty() ? List.of() : house.engine().ledger().all();
    for (String what : retry) {
      String problem = Retry.problem(what, ledger);
      if (!problem.isEmpty()) {
        throw new Complaints.Complaint("--retry: " + Plain.of(problem));
      }
      house.ingest().retry(Retry.of(what));
    }
  }
}
