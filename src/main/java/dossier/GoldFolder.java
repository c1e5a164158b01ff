package dossier;

import dossier.archive.Archive;
import dossier.archive.Change;
import dossier.archive.Document;
import dossier.archive.Original;
import dossier.archive.Sidecar;
import dossier.report.Classifier;
import dossier.report.Report;
import dossier.text.Extraction;
import dossier.text.Extractor;
import dossier.text.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Reads the documents of a folder as the portal does, sidecars aside, and without an index.
///
/// @param folder the documents
/// @param classifier what labels them
record GoldFolder(Path folder, Classifier classifier) {

  /// Who is told what came of a document; called by several threads.
  interface Visitor {
    void read(String path, Report report);

    void refused(String path, String why);
  }

  /// Reads the documents at these paths, in any order. What is not there is passed over.
  void read(Set<String> paths, int workers, Visitor visitor)
      throws IOException, InterruptedException {
    Extractor.Visitor asked = visitor(paths, visitor);
    try (Extractor extractor = Workers.start(workers);
        ExecutorService threads = Executors.newFixedThreadPool(workers)) {
      List<Future<?>> readings = new ArrayList<>();
      for (Change change : new Archive(folder).changes(java.util.Map.of(), Long.MAX_VALUE)) {
        if (change instanceof Change.Read read && wanted(read.original(), paths)) {
          readings.add(
              threads.submit(() -> {
                extractor.read(read.original(), asked);
                return null;
              }));
        }
      }
      for (Future<?> reading : readings) {
        reading.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static boolean wanted(Original original, Set<String> paths) {
    String path = original.location().path();
    return paths.contains(path) || paths.stream().anyMatch(p -> p.startsWith(path + "!/"));
  }

  private Extractor.Visitor visitor(Set<String> paths, Visitor visitor) {
    return new Extractor.Visitor() {
      @Override
      public boolean wanted(Document document) {
        return paths.contains(document.location().path());
      }

      @Override
      public void found(Extraction extraction) {
        Document document = extraction.document();
        String path = document.location().path();
        if (extraction instanceof Extraction.Extracted read) {
          visitor.read(path, classifier.classify(bare(document), read.text(), Instant.EPOCH));
        } else if (extraction instanceof Extraction.Refused refused && paths.contains(path)) {
          visitor.refused(path, refused.reason().words() + " " + refused.detail());
        }
      }
    };
  }

  private static Document bare(Document document) {
    return new Document(document.location(), document.sizeBytes(), document.sha256(), Sidecar.NONE);
  }
}
