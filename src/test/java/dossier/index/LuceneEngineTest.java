package dossier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.report.Report;
import dossier.report.Vocabularies;
import dossier.search.Engine;
import dossier.search.EngineContract;
import dossier.search.LedgerEntry;
import dossier.search.Question;
import dossier.search.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneEngineTest implements EngineContract {

  @Override
  public Engine open(Path folder, Vocabularies vocabularies) throws IOException {
    return LuceneEngine.open(folder.resolve("store"), vocabularies);
  }

  @Test
  void aSecondEngineOnTheStoreIsToldWhatToDo(@TempDir Path folder) throws IOException {
    try (Engine first = open(folder)) {
      StoreInUseException refused =
          assertThrows(StoreInUseException.class, () -> open(folder).close());
      String message = String.valueOf(refused.getMessage());
      assertTrue(message.contains(folder.resolve("store").toString()), message);
      assertTrue(message.contains("--store"), message);
      assertEquals(0, first.search(Question.of("")).total());
    }
    open(folder).close();
  }

  @Test
  void aReaderWorksBesideAWriterAndCannotWrite(@TempDir Path folder) throws IOException {
    Path store = folder.resolve("store");
    assertThrows(
        IOException.class, () -> LuceneEngine.openReadOnly(store, Sample.VOCABULARIES).close());
    try (Engine writer = holding(folder, Sample.report("a").says("Text."));
        Engine reader = LuceneEngine.openReadOnly(store, Sample.VOCABULARIES)) {
      assertEquals(1, reader.search(Question.of("")).total());
      assertThrows(UnsupportedOperationException.class, () -> reader.write(List.of()));
      assertThrows(UnsupportedOperationException.class, reader::commit);
      assertEquals(1, writer.holdings().reports());
    }
  }

  @Test
  void theStoreRemembersItsCorpus(@TempDir Path folder) throws IOException {
    Path store = folder.resolve("store");
    try (LuceneEngine engine = LuceneEngine.open(store, Sample.VOCABULARIES)) {
      assertEquals(null, engine.corpus());
      engine.corpus("/some/corpus");
      assertEquals("/some/corpus", engine.corpus());
      assertEquals(null, engine.holdings().committed());
      engine.write(List.of(new Engine.Change.Put(Sample.report("a").build())));
      engine.commit();
    }
    try (LuceneEngine engine = LuceneEngine.open(store, Sample.VOCABULARIES)) {
      assertEquals("/some/corpus", engine.corpus());
    }
  }

  @Test
  void whatACrashLeftBesideTheCurrentGenerationIsRemoved(@TempDir Path folder) throws IOException {
    holding(folder, Sample.report("a").says("Text.")).close();
    Path left = Files.createDirectories(folder.resolve("store/7"));
    Files.writeString(left.resolve("segments_1"), "half");
    try (Engine engine = open(folder)) {
      assertEquals(1, engine.holdings().reports());
      assertTrue(Files.notExists(left));
    }
  }

  @Test
  void aStoreOfAnotherSchemaIsRenewedFromWhatItHolds(@TempDir Path folder) throws IOException {
    Path store = folder.resolve("store");
    Report report = Sample.report("a").title("Title").says("Some text.").dated("2020").build();
    LedgerEntry entry = Sample.entry("a.txt", LedgerEntry.Outcome.INDEXED, "a");
    try (LuceneEngine engine = LuceneEngine.open(store, Sample.VOCABULARIES)) {
      engine.write(
          List.of(
              new Engine.Change.Put(report),
              new Engine.Change.Note(entry),
              new Engine.Change.Drop("gone", null),
              new Engine.Change.Drop("moved", "a")));
      engine.corpus("/some/corpus");
    }
    pretendSchema(store.resolve("1"), "0");
    assertThrows(
        IOException.class, () -> LuceneEngine.openReadOnly(store, Sample.VOCABULARIES).close());
    try (LuceneEngine engine = LuceneEngine.open(store, Sample.VOCABULARIES)) {
      assertEquals(new Engine.Lookup.Moved("a"), engine.lookup("moved"));
      assertEquals(new Engine.Lookup.Gone(), engine.lookup("gone"));
      assertEquals(
          new Engine.Lookup.Held(report, List.of(report.location(), entry.location())),
          engine.lookup("a"));
      assertEquals(List.of(entry), engine.ledger().all());
      assertEquals("/some/corpus", engine.corpus());
      assertEquals("2", Files.readString(store.resolve("current")).strip());
      assertTrue(Files.notExists(store.resolve("1")));
    }
  }

  private static void pretendSchema(Path generation, String schema) throws IOException {
    try (Directory directory = FSDirectory.open(generation);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      Map<String, String> data = new HashMap<>();
      writer.getLiveCommitData().forEach(each -> data.put(each.getKey(), each.getValue()));
      data.put("schema", schema);
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
    }
  }
}
