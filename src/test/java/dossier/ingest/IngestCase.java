package dossier.ingest;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dossier.archive.Archive;
import dossier.index.LuceneEngine;
import dossier.report.Classifier;
import dossier.search.Engine.Lookup;
import dossier.search.LedgerEntry;
import dossier.search.Question;
import dossier.text.Workers;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A small corpus, an index of it, and runs from one to the other. */
abstract class IngestCase {

  static Workers workers;

  static Classifier classifier;

  @TempDir Path folder;

  Path corpus;

  LuceneEngine engine;

  Ingest ingest;

  @BeforeAll
  static void start() throws Exception {
    workers = Workers.start(1);
    classifier = Classifier.load();
  }

  @AfterAll
  static void stop() {
    workers.close();
  }

  @BeforeEach
  void open() throws Exception {
    corpus = Files.createDirectory(folder.resolve("corpus"));
    engine = LuceneEngine.open(folder.resolve("store"), classifier.vocabularies());
    ingest = new Ingest(new Archive(corpus), workers, classifier, engine, InstantSource.system());
  }

  @AfterEach
  void close() throws Exception {
    engine.close();
  }

  List<String> places(String words) throws Exception {
    return engine.search(Question.of(words)).hits().stream()
        .map(hit -> hit.report().location().path())
        .toList();
  }

  Summary run() throws Exception {
    return ingest.run(new Ingest.Mode(1, Long.MAX_VALUE, false));
  }

  long total(String words) throws Exception {
    return engine.search(Question.of(words)).total();
  }

  String id(String path) throws Exception {
    return entry(path).report();
  }

  LedgerEntry entry(String path) throws Exception {
    return engine.ledger().all().stream()
        .filter(entry -> entry.location().path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  Lookup.Held held(String id) throws Exception {
    return assertInstanceOf(Lookup.Held.class, engine.lookup(id));
  }

  void write(String name, String text) throws Exception {
    Files.writeString(corpus.resolve(name), text);
  }

  void zip(String name, String... namesAndTexts) throws Exception {
    try (OutputStream file = Files.newOutputStream(corpus.resolve(name));
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }
}
