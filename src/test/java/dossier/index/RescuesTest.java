package dossier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.report.Label.Strength;
import dossier.report.Vocabularies;
import dossier.search.Answer.Rescue;
import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.EngineUnderTest;
import dossier.search.Question;
import dossier.search.Sample;
import dossier.search.Selection;
import dossier.search.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is offered to who found nothing: every offer finds as much as it says. */
class RescuesTest implements EngineUnderTest {

  @Override
  public Engine open(Path folder, Vocabularies vocabularies) throws IOException {
    return LuceneEngine.open(folder.resolve("store"), vocabularies);
  }

  private Engine archive(Path folder) throws IOException {
    return holding(
        folder,
        Sample.report("a")
            .title("Quiet rooms")
            .says("Sleeper cells at the border.")
            .dated("2020")
            .region("tajikistan", Strength.ABOUT)
            .region("mali", Strength.MENTIONS),
        Sample.report("b")
            .title("Water")
            .says("A sleeper train. Border posts.")
            .dated("2021")
            .region("kazakhstan", Strength.ABOUT));
  }

  @Test
  void whatWasMeantIsOfferedWithWhatItFinds(@TempDir Path folder) throws IOException {
    try (Engine engine = archive(folder)) {
      assertEquals(List.of("sleeper cells", "1"), meant(engine, Question.of("sleper cels")));
      assertEquals(
          List.of("\"sleeper cells\" -water", "1"),
          meant(engine, Question.of("\"sleper cells\" -water")));
      assertEquals(List.of("title:Water", "1"), meant(engine, Question.of("title:watre")));
      assertEquals(List.of(), meant(engine, Question.of("sleeper cells")));
      assertEquals(List.of(), meant(engine, Question.of("sleeper zzzzzzzz")));
      assertEquals(List.of(), meant(engine, Question.of("")));
    }
  }

  @Test
  void whatWasMeantKeepsTheFilters(@TempDir Path folder) throws IOException {
    try (Engine engine = archive(folder)) {
      Question there = Question.of("sleper").with(Dimension.REGION, only("tajikistan"));
      Rescue meant = engine.corrected(there, 0).orElseThrow();
      assertEquals(only("tajikistan"), meant.question().selection(Dimension.REGION));
      assertEquals(1, meant.total());
      Question elsewhere = Question.of("sleper").with(Dimension.REGION, only("niger"));
      assertEquals(Optional.empty(), engine.corrected(elsewhere, 0));
      assertEquals(Map.of("“sleeper” without any filter", 2L), offers(engine, elsewhere));
    }
  }

  @Test
  void eachFilterCanBeDropped(@TempDir Path folder) throws IOException {
    try (Engine engine = archive(folder)) {
      Question question =
          Question.of("border")
              .with(Dimension.REGION, only("mali"))
              .with(new Span("2020", "2020"), Question.Undated.DEFAULT);
      Map<String, Long> offers = offers(engine, question);
      assertEquals(1, offers.get("Mentions of the region or threat, too"));
      assertEquals(1, offers.get("Any region"));
      assertEquals(2, offers.get("These words without any filter"));
    }
  }

  @Test
  void wordsCanBeLookedForElsewhereApartAndFewerAtATime(@TempDir Path folder) throws IOException {
    try (Engine engine = archive(folder)) {
      assertEquals(
          Map.of("Anywhere, not only in the field", 2L),
          offers(engine, Question.of("title:border")));
      assertEquals(
          Map.of("The words apart, not side by side", 1L),
          offers(engine, Question.of("\"border cells\"")));
      assertEquals(
          Map.of("The words apart, not side by side", 1L),
          offers(engine, Question.of("border NEAR/0 cells")));
      assertEquals(
          Map.of("Any of the words, wherever they stand", 2L),
          offers(engine, Question.of("\"border AND zzzz")));
      assertEquals(
          Map.of("Mentioned, too, not only the subject", 1L),
          offers(engine, Question.of("region:mali")));
      assertEquals(
          Map.of("Any of the words, not all of them", 2L, "Without desert: border", 2L),
          offers(engine, Question.of("border desert")));
    }
  }

  @Test
  void whatIsOfferedIsWhatIsFound(@TempDir Path folder) throws IOException {
    try (Engine engine = archive(folder)) {
      for (String typed :
          List.of(
              "title:(cells OR train) desert -border",
              "\"cells border\" summary:water kaz*",
              "NOT border NOT sleeper NOT water NOT quiet",
              "a ".repeat(200) + "zzzz",
              "((((",
              "region:nowhere threat:nothing")) {
        List<Rescue> rescues = engine.rescues(Question.of(typed));
        assertTrue(rescues.size() <= 8, typed);
        for (Rescue rescue : rescues) {
          assertEquals(engine.search(rescue.question()).total(), rescue.total(), rescue.label());
        }
      }
    }
  }

  private static Selection only(String id) {
    return new Selection(List.of(id), List.of());
  }

  private static List<String> meant(Engine engine, Question question) throws IOException {
    return engine
        .corrected(question, engine.count(question))
        .map(rescue -> List.of(rescue.label(), Long.toString(rescue.total())))
        .orElse(List.of());
  }

  private static Map<String, Long> offers(Engine engine, Question question) throws IOException {
    Map<String, Long> offers = new TreeMap<>();
    for (Rescue rescue : engine.rescues(question)) {
      offers.put(rescue.label(), rescue.total());
    }
    return offers;
  }
}
