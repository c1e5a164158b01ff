package dossier;

import dossier.report.Classifier;
import dossier.report.Report;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `dossier evaluate`.
@Command(
    name = "evaluate",
    description = "How often the labels are right, against a folder of labelled documents.",
    footerHeading = "%nThe gold file:%n",
    footer = {
      "CSV with the column `file` and at least one of `regions` (what it is about), `mentions`,",
      "`threats`, `published` and `language`; several values separated by `;`. A region is an id,",
      "an ISO 3166 code of two or three letters, or a label. Sidecars do not count."
    },
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

  private static final int MOST_NAMED = 10;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "the folder with the documents")
  private @Nullable Path folder;

  @Option(
      names = "--gold",
      paramLabel = "FILE",
      description = "what is expected of them (default: DIR/gold.csv)")
  private @Nullable Path goldFile;

  @Option(names = "--json", description = "as JSON")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Path documents = Objects.requireNonNull(folder);
    if (!Files.isDirectory(documents)) {
      throw new Complaints.Complaint("there is no folder " + documents);
    }
    Classifier classifier = new Places().settings(Map.of()).classifier();
    Path file = goldFile == null ? documents.resolve("gold.csv") : goldFile;
    Gold gold = Gold.read(file, classifier.vocabularies());
    gold.remarks().forEach(this::say);
    Evaluation evaluation = evaluate(new GoldFolder(documents, classifier), gold);
    EvaluationReport report = new EvaluationReport(evaluation, classifier.vocabularies());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(report.json());
    } else {
      report.print(out);
    }
    out.flush();
    return 0;
  }

  private Evaluation evaluate(GoldFolder folder, Gold gold) throws Exception {
    Evaluation evaluation = new Evaluation(folder.classifier().vocabularies(), gold.columns());
    Set<String> seen = ConcurrentHashMap.newKeySet();
    GoldFolder.Visitor visitor =
        new GoldFolder.Visitor() {
          @Override
          public void read(String path, Report report) {
            seen.add(path);
            evaluation.add(Objects.requireNonNull(gold.documents().get(path)), report);
          }

          @Override
          public void refused(String path, String why) {
            seen.add(path);
            say(path + " could not be read and counts as without labels: " + why);
            evaluation.add(Objects.requireNonNull(gold.documents().get(path)), null);
          }
        };
    folder.read(gold.documents().keySet(), Runtime.getRuntime().availableProcessors(), visitor);
    List<String> missing = new ArrayList<>();
    gold.documents()
        .forEach((path, expected) -> {
          if (!seen.contains(path)) {
            missing.add("line " + expected.line() + ": " + path);
          }
        });
    if (!missing.isEmpty()) {
      throw new Complaints.Complaint(
          missing.size()
              + " of the gold file's documents are not in "
              + folder.folder()
              + ":\n"
              + String.join("\n", missing.stream().limit(MOST_NAMED).toList()));
    }
    return evaluation;
  }

  private void say(String sentence) {
    spec.commandLine().getErr().println(Plain.of(sentence));
    spec.commandLine().getErr().flush();
  }
}
