package dossier;

import dossier.index.LuceneEngine;
import dossier.ingest.Relabelling;
import dossier.report.Classifier;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `dossier reclassify`.
@Command(
    name = "reclassify",
    description = "Label all reports again, after editing index/vocabulary, without reading files.",
    mixinStandardHelpOptions = true)
final class ReclassifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private final Places places = new Places();

  @Override
  public Integer call() throws Exception {
    Settings settings = places.settings(Map.of());
    if (Files.notExists(settings.store())) {
      throw new Complaints.Complaint(
          "there is no index in "
              + settings.store()
              + " yet: fill one with the commands serve or ingest");
    }
    Classifier classifier = settings.classifier();
    try (LuceneEngine engine = LuceneEngine.open(settings.store(), classifier.vocabularies())) {
      if (places.namesCorpus()) {
        House.sameCorpus(engine, settings);
      }
      Relabelling relabelling = new Relabelling(engine, classifier);
      try (RelabellingLine line =
          RelabellingLine.start(relabelling::state, spec.commandLine().getErr())) {
        line.tell(relabelling.run(Runtime.getRuntime().availableProcessors()));
      }
    }
    return 0;
  }
}
