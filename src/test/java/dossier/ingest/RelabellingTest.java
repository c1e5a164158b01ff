package dossier.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.index.LuceneEngine;
import dossier.report.Classifier;
import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.Question;
import dossier.search.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All reports are labelled again by an edited vocabulary, or none is. */
class RelabellingTest {

  private static final int REPORTS = 7;

  @TempDir Path folder;
  private Corpus corpus;
  private Path store;
  private Classifier edited;

  @BeforeEach
  void read() throws Exception {
    corpus = new Corpus(Files.createDirectory(folder.resolve("corpus")));
    corpus.first();
    store = folder.resolve("store");
    Path vocabulary = Files.createDirectory(folder.resolve("vocabulary"));
    for (String name : List.of("regions.yaml", "threats.yaml")) {
      Files.copy(Path.of("index/vocabulary", name), vocabulary.resolve(name));
    }
    Files.writeString(
        vocabulary.resolve("threats.yaml"),
        """

        - id: note-taking
          label: {en: Note taking}
          definition: "Reports of the small corpus, each of which has note in its title."
          cues:
            en:
              strong: [note*]
        """,
        StandardOpenOption.APPEND);
    edited = Classifier.load(vocabulary);
  }

  @Test
  void readersKeepTheOldLabelsUntilAllAreNew() throws Exception {
    try (Engine engine = open()) {
      Ingest ingest = corpus.ingest(engine);
      Corpus.run(ingest);
      assertTrue(ingest.relabelling().isDue());
      ingest.relabelling().run(1);
      assertFalse(ingest.relabelling().isDue());
      try (Engine before = LuceneEngine.openReadOnly(store, Corpus.CLASSIFIER.vocabularies())) {
        assertEquals(REPORTS, ingest.relabelling().run(edited, 2));
        assertEquals(0, labelled(before));
      }
      try (Engine after = LuceneEngine.openReadOnly(store, edited.vocabularies())) {
        assertEquals(REPORTS, labelled(after));
      }
      assertEquals(REPORTS, labelled(engine));
      assertEquals(edited.vocabularies(), ingest.relabelling().vocabularies());
      corpus.assertFirst(engine, "labelled again");

      // What is read from now on gets the new labels, and nothing is read for the edit's sake.
      corpus.write("more.txt", "More");
      assertEquals(1, Corpus.run(ingest).read());
      assertEquals(REPORTS + 1, labelled(engine));
    }
  }

  @Test
  void aKilledProcessLeavesTheOldLabelsAndTheNextOneLabelsAll() throws Exception {
    try (Engine engine = open()) {
      Corpus.run(corpus.ingest(engine));
      new Relabelling(engine, Corpus.CLASSIFIER).run(1);
    }
    for (int n : new int[] {3, REPORTS + 1}) {
      assertEquals(KilledRun.KILLED, kill(n), Files.readString(folder.resolve("told.txt")));
      assertTrue(Files.exists(store.resolve("revision")), "it was in the middle");
      try (Engine engine = open()) {
        assertEquals(0, labelled(engine));
        assertEquals(Corpus.CLASSIFIER.edition(), engine.edition());
        assertFalse(Files.exists(store.resolve("revision")));
        corpus.assertFirst(engine, "killed at " + n);
      }
    }
    try (Engine engine = open()) {
      Relabelling relabelling = new Relabelling(engine, edited);
      assertTrue(relabelling.isDue());
      relabelling.run(2);
      assertEquals(REPORTS, labelled(engine));
    }
  }

  @Test
  void anInterruptedOneLeavesTheOldLabels() throws Exception {
    try (Engine engine = open()) {
      Ingest ingest = corpus.ingest(engine);
      Corpus.run(ingest);
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, () -> ingest.relabelling().run(edited, 1));
      assertFalse(Thread.interrupted());
      assertEquals(0, labelled(engine));
      assertEquals(Corpus.CLASSIFIER.vocabularies(), ingest.relabelling().vocabularies());
      ingest.relabelling().run(edited, 1);
      assertEquals(REPORTS, labelled(engine));
    }
  }

  private Engine open() throws IOException {
    return LuceneEngine.open(store, Corpus.CLASSIFIER.vocabularies());
  }

  private static long labelled(Engine engine) throws IOException {
    return engine
        .search(Question.of("").with(Dimension.THREAT, Selection.NOTHING.with("note-taking")))
        .total();
  }

  private int kill(int n) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "dossier.ingest.KilledRevision",
            store.toString(),
            folder.resolve("vocabulary").toString(),
            Integer.toString(n));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("told.txt").toFile())
        .start()
        .waitFor();
  }
}
