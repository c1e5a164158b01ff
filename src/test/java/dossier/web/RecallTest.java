package dossier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dossier.index.LuceneEngine;
import dossier.search.Answer;
import dossier.search.Engine;
import dossier.search.Question;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecallTest {

  private static final Question ALL = Question.of("");

  @Test
  void anAnswerIsRememberedUntilTheNextCommit(@TempDir Path store) throws Exception {
    try (Engine engine = LuceneEngine.open(store, Shelf.vocabularies())) {
      Recall recall = new Recall(engine);
      put(engine, new Engine.Change.Put(Shelf.border()));
      Answer first = recall.search(ALL);
      assertEquals(1, first.total());
      assertSame(first, recall.search(Question.of("")));

      engine.write(List.of(new Engine.Change.Put(Shelf.water())));
      assertSame(first, recall.search(ALL), "what is not committed changes nothing");
      engine.commit();
      assertEquals(2, recall.search(ALL).total());
      assertEquals(engine.search(ALL).counts(), recall.search(ALL).counts());
    }
  }

  @Test
  void theLeastWantedAnswersAreForgottenFirst(@TempDir Path store) throws Exception {
    try (Engine engine = LuceneEngine.open(store, Shelf.vocabularies())) {
      put(engine, new Engine.Change.Put(Shelf.border()));
      Recall recall = new Recall(engine);
      Answer wanted = recall.search(ALL);
      Answer once = recall.search(Question.of("once"));
      for (int i = 0; i < 300; i++) {
        recall.search(Question.of("word" + i));
        assertSame(wanted, recall.search(ALL));
      }
      assertNotSame(once, recall.search(Question.of("once")));
    }
  }

  private static void put(Engine engine, Engine.Change change) throws Exception {
    engine.write(List.of(change));
    engine.commit();
  }
}
