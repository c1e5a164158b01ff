package dossier.ingest;

import dossier.index.LuceneEngine;
import dossier.report.Classifier;
import dossier.search.Engine;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Labels all reports of a store again in a process of its own that ends, as by `kill -9`, at its
 * n-th report, or when all are labelled and nothing is committed. Arguments: store, folder of the
 * vocabularies, n.
 */
final class KilledRevision {

  private KilledRevision() {}

  static void main(String[] arguments) throws Exception {
    Classifier classifier = Classifier.load(Path.of(arguments[1]));
    AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[2]));
    try (Engine engine = LuceneEngine.open(Path.of(arguments[0]), classifier.vocabularies());
        Engine.Revision revision = engine.revise()) {
      revision.prepare(
          report -> {
            if (left.decrementAndGet() == 0) {
              Runtime.getRuntime().halt(KilledRun.KILLED);
            }
            return classifier.relabel(report);
          },
          classifier.vocabularies(),
          1);
      Runtime.getRuntime().halt(KilledRun.KILLED);
    }
  }
}
