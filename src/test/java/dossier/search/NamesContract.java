package dossier.search;

import static dossier.search.Ask.ids;
import static dossier.search.Sample.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.report.Classifier;
import dossier.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name is found in whatever spelling, language and script a report has it. */
public interface NamesContract extends EngineUnderTest {

  @Test
  default void aNameIsSearchedInEverySpellingThatOccurs(@TempDir Path folder) throws IOException {
    try (Engine engine = archive(folder, "Rahmon, Rakhmon, Рахмон, Raḩmān-of-nobody")) {
      Answer answer = engine.search(Question.of("rahmon"));
      assertEquals(Set.of("tg", "en", "old"), Set.copyOf(ids(answer)));
      assertEquals(3, answer.total());
      assertEquals(
          List.of(new Query.Also("rahmon", List.of("Rakhmon", "Рахмон"))),
          answer.also(),
          "a spelling no report has is not searched for");
      assertEquals("en", ids(answer).getFirst(), "what was typed comes first");
      assertEquals(Set.of("tg", "en", "old"), Set.copyOf(found(engine, "title:x OR РАХМОН")));
    }
  }

  @Test
  default void formsOfAnotherSpellingAreFoundAndMarked(@TempDir Path folder) throws IOException {
    try (Engine engine =
        archive(folder, "Islamic State, ISIS, Daesh, ИГИЛ, Исламское государство")) {
      Answer answer = engine.search(Question.of("daesh"));
      assertEquals(Set.of("daesh", "isis", "ru"), Set.copyOf(ids(answer)));
      Report russian =
          answer.hits().stream()
              .map(Hit::report)
              .filter(each -> each.id().equals("ru"))
              .findFirst()
              .orElseThrow();
      Engine.Lookup.Held held = (Engine.Lookup.Held) engine.lookup(russian.id());
      String text = held.report().body().text();
      assertEquals(
          List.of("Исламского государства"),
          engine.marks("ru", Query.of("daesh")).stream()
              .map(mark -> text.substring(mark.from(), mark.to()))
              .toList());
      assertEquals(
          List.of(), engine.marks("ru", Query.of("daesh").plain(List.of("Исламское государство"))));
    }
  }

  @Test
  default void aRunOfWordsIsANameAndKeepsFindingTheWordsApart(@TempDir Path folder)
      throws IOException {
    try (Engine engine = archive(folder, "Islamic State, ISIS, Daesh")) {
      assertEquals(Set.of("daesh", "isis", "apart"), Set.copyOf(found(engine, "islamic state")));
      assertEquals(Set.of("isis"), Set.copyOf(found(engine, "islamic state camp")));
      assertEquals(Set.of("apart"), Set.copyOf(found(engine, "state islamic")));
      assertEquals(Set.of("apart"), Set.copyOf(found(engine, "islamic AND (state OR nothing)")));
    }
  }

  @Test
  default void aPartOfANameIsNoNameInALongSearch(@TempDir Path folder) throws IOException {
    try (Engine engine = archive(folder, "Islamic State, ISIS\nstate, Daesh")) {
      Answer whole =
          engine.search(Question.of("what does the islamic state want from its camp now"));
      assertEquals(List.of(), whole.also());
      assertTrue(whole.total() > 0);
      Answer part = engine.search(Question.of("what does the state want from its camp now"));
      assertEquals(List.of(new Query.Also("state", List.of("Daesh"))), part.also());
    }
  }

  @Test
  default void whatIsQuotedExcludedOrCutStaysAsTyped(@TempDir Path folder) throws IOException {
    try (Engine engine = archive(folder, "Islamic State, ISIS, Daesh")) {
      assertEquals(Set.of("daesh"), Set.copyOf(found(engine, "\"daesh\"")));
      assertEquals(Set.of("daesh"), Set.copyOf(found(engine, "daes*")));
      assertEquals(Set.of("isis"), Set.copyOf(found(engine, "isis NOT daesh")));
      assertEquals(Set.of("isis"), Set.copyOf(found(engine, "title:daesh")));
      assertEquals(Set.of(), Set.copyOf(found(engine, "author:daesh")));
    }
  }

  @Test
  default void aPlainNameStandsForItself(@TempDir Path folder) throws IOException {
    try (Engine engine = archive(folder, "Islamic State, ISIS, Daesh")) {
      Query query = Query.of("isis");
      Answer without = engine.search(Question.of("").with(query.plain(List.of("DAESH"))));
      assertEquals(Set.of("isis"), Set.copyOf(ids(without)));
      assertEquals(List.of(new Query.Also("isis", List.of("Islamic State"))), without.also());
      Answer alone = engine.search(Question.of("").with(query.plain(List.of("Isis"))));
      assertEquals(Set.of("isis"), Set.copyOf(ids(alone)));
      assertEquals(List.of(), alone.also());
    }
  }

  @Test
  default void anEditedListIsUsedAtOnce(@TempDir Path folder) throws IOException {
    try (Engine engine = archive(folder, "Rahmon, Rakhmon")) {
      assertEquals(Set.of("en", "old"), Set.copyOf(found(engine, "rakhmon")));
      engine.learn(synonyms(folder, "Rakhmon, Рахмон\n! Rahmon").vocabularies().synonyms());
      assertEquals(Set.of("tg", "old"), Set.copyOf(found(engine, "rakhmon")));
    }
  }

  @Test
  default void labelsOfTheVocabulariesAreNames(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(
            folder,
            report("ru").language("ru").says("Границы Казахстана."),
            report("en").says("Kazakhstan and its neighbours."))) {
      assertEquals(Set.of("ru", "en"), Set.copyOf(found(engine, "KAZAKHSTAN")));
      assertEquals(Set.of("ru", "en"), Set.copyOf(found(engine, "Казахстан")));
    }
  }

  @Test
  default void namesAreBounded(@TempDir Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    List<String> typed = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int group = 0; group < 10; group++) {
      int of = group;
      List<String> names =
          IntStream.range(0, 20).mapToObj(i -> "name%dx%d".formatted(of, i)).toList();
      lines.add(String.join(", ", names));
      typed.add(names.getFirst());
      text.append(String.join(" ", names)).append(' ');
    }
    Classifier classifier = synonyms(folder, String.join("\n", lines));
    try (Engine engine = open(folder.resolve("store"), classifier.vocabularies())) {
      engine.write(List.of(new Engine.Change.Put(report("a").says(text.toString()).build())));
      engine.commit();
      Answer answer = engine.search(Question.of(String.join(" ", typed)));
      assertEquals(1, answer.total());
      assertEquals(12, answer.also().getFirst().names().size());
      assertEquals(64, answer.also().stream().mapToInt(also -> also.names().size()).sum());
    }
  }

  private static List<String> found(Engine engine, String query) throws IOException {
    Answer answer = engine.search(Question.of(query));
    assertTrue(answer.total() <= Question.DEFAULT_SIZE);
    return ids(answer);
  }

  /** Reports that name the same in several ways, and an engine that knows these synonyms. */
  private Engine archive(Path folder, String synonyms) throws IOException {
    Engine engine = open(folder.resolve("store"), synonyms(folder, synonyms).vocabularies());
    List<Engine.Change> changes = new ArrayList<>();
    for (Sample report :
        List.of(
            report("en").says("President Rahmon spoke."),
            report("old").says("President Rakhmon spoke."),
            report("tg").language("tg").says("Президент Рахмон суханронӣ кард."),
            report("daesh").says("Daesh claimed it."),
            report("isis").title("An ISIS camp").says("ISIS again."),
            report("ru").language("ru").says("Боевики Исламского государства в регионе."),
            report("apart").says("The Islamic party of this state."))) {
      changes.add(new Engine.Change.Put(report.build()));
    }
    engine.write(changes);
    engine.commit();
    return engine;
  }

  private static Classifier synonyms(Path folder, String lines) throws IOException {
    Path vocabulary = Files.createDirectories(folder.resolve("vocabulary"));
    for (String name : List.of("regions.yaml", "threats.yaml")) {
      Path small = Path.of("src/test/resources/small-vocabulary").resolve(name);
      if (Files.notExists(vocabulary.resolve(name))) {
        Files.copy(small, vocabulary.resolve(name));
      }
    }
    Files.writeString(folder.resolve("synonyms.txt"), lines + "\n");
    return Classifier.load(vocabulary);
  }
}
