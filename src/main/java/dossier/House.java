package dossier;

import dossier.archive.Archive;
import dossier.index.LuceneEngine;
import dossier.ingest.Ingest;
import dossier.report.Classifier;
import dossier.text.Extractor;
import dossier.text.Ocr;
import dossier.text.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/// The rooms a writing command needs, built in order, closed in reverse.
///
/// @param archive the originals
/// @param engine the index, open for writing
/// @param extractor the worker processes
/// @param ingest what joins them
/// @param temp folder for temporary files, gone when this is closed
record House(Archive archive, LuceneEngine engine, Extractor extractor, Ingest ingest, Path temp)
    implements AutoCloseable {

  static House open(Settings settings, int workers)
      throws IOException, InterruptedException, Complaints.Complaint {
    String ocr = ocr(settings);
    boolean there = Files.isDirectory(settings.corpus());
    if (!there && Files.notExists(settings.store())) {
      throw noCorpus(settings); // Before a store is made for nothing.
    }
    Path temp = settings.store().resolve("temp");
    Archive archive = new Archive(settings.corpus(), temp);
    Classifier classifier = settings.classifier();
    LuceneEngine engine = LuceneEngine.open(settings.store(), classifier.vocabularies());
    try {
      if (engine.corpus() == null && !there) {
        throw noCorpus(settings);
      }
      sameCorpus(engine, settings);
      if (engine.corpus() == null) {
        engine.corpus(settings.corpus().toAbsolutePath().normalize().toString());
      }
      // What a process that was killed left behind; the store's lock says that it is gone.
      Folders.remove(temp);
      Extractor extractor =
          Workers.start(workers, new Workers.Setup(temp, ocr, Workers.Limits.STANDARD));
      Ingest ingest = new Ingest(archive, extractor, classifier, engine, InstantSource.system());
      return new House(archive, engine, extractor, ingest, temp);
    } catch (IOException | Complaints.Complaint | RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  private static String ocr(Settings settings) throws InterruptedException, Complaints.Complaint {
    try {
      return Ocr.languages(settings.ocr());
    } catch (Ocr.Unavailable e) {
      throw new Complaints.Complaint("--ocr: " + e.getMessage());
    }
  }

  private static Complaints.Complaint noCorpus(Settings settings) {
    return new Complaints.Complaint(
        "there is no folder "
            + settings.corpus().toAbsolutePath().normalize()
            + ": --corpus names the folder with the reports");
  }

  /// A store belongs to one corpus: reading another into it would remove every report of the first.
  static void sameCorpus(LuceneEngine engine, Settings settings)
      throws IOException, Complaints.Complaint {
    String corpus = settings.corpus().toAbsolutePath().normalize().toString();
    String remembered = engine.corpus();
    if (remembered != null && !remembered.equals(corpus)) {
      throw new Complaints.Complaint(
          """
          the index in %s was built from %s, not from %s.
          For another corpus use another index, for example: ./dossier serve --corpus %s --store %s-2
          If the corpus only moved, delete the index; it is built again.\
          """
              .formatted(settings.store(), remembered, corpus, corpus, settings.store()));
    }
  }

  @Override
  public void close() throws IOException {
    try (engine) {
      extractor.close();
      Folders.remove(temp);
    }
  }
}
