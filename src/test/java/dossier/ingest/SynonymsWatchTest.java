package dossier.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dossier.Await;
import dossier.index.LuceneEngine;
import dossier.report.Classifier;
import dossier.search.Engine;
import dossier.search.Question;
import dossier.search.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An analyst edits the synonyms beside a running program. */
class SynonymsWatchTest {

  @TempDir Path folder;

  @Test
  void anEditIsSearchedByWithoutLabellingAgain() throws Exception {
    Path vocabulary = Files.createDirectory(folder.resolve("vocabulary"));
    for (String name : List.of("regions.yaml", "threats.yaml")) {
      Files.copy(Path.of("src/test/resources/small-vocabulary", name), vocabulary.resolve(name));
    }
    Path synonyms = folder.resolve("synonyms.txt");
    Classifier classifier = Classifier.load(vocabulary);
    try (Engine engine = LuceneEngine.open(folder.resolve("store"), classifier.vocabularies())) {
      engine.write(List.of(new Engine.Change.Put(Sample.report("a").says("Daesh").build())));
      engine.commit();
      Relabelling relabelling = new Relabelling(engine, classifier);
      relabelling.run(1);
      try (VocabularyWatch _ = VocabularyWatch.start(relabelling, vocabulary, 1)) {
        assertEquals(0, total(engine));
        Files.writeString(synonyms, "ISIS, Daesh\n");
        Await.until("the new line is searched by", () -> total(engine) == 1);
        Files.writeString(synonyms, "ISIS, Daesh\nalone\n");
        Await.until(
            "the mistake is told",
            () -> relabelling.state().problem().startsWith("synonyms.txt:2"));
        assertEquals(1, total(engine), "what was there before stays in use");
        Files.delete(synonyms);
        Await.until("without the file there are none", () -> total(engine) == 0);
        Await.until("nothing is wrong any more", () -> relabelling.state().problem().isEmpty());
        assertEquals(1, relabelling.state().done(), "labelled once, before all edits");
      }
    }
  }

  private static long total(Engine engine) throws Exception {
    return engine.search(Question.of("isis")).total();
  }
}
