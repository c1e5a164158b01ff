package dossier.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dossier.report.Concept;
import dossier.report.Vocabulary;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FacetTreeTest {

  private static final Vocabulary REGIONS =
      new Vocabulary(
          List.of(
              concept("africa", "Africa"),
              concept("west", "Western Africa", "africa"),
              concept("mali", "Mali", "west", "sahel"),
              concept("niger", "Niger", "west", "sahel"),
              concept("ghana", "Ghana", "west"),
              concept("sahel", "Sahel"),
              concept("asia", "Asia"),
              concept("aland", "Åland", "asia")));

  @Test
  void anEntryStandsUnderEachOfItsParentsMostReportsFirstThenByLabel() {
    assertEquals(
        """
        africa Africa 5
          west Western Africa 5
            mali Mali 3
            ghana Ghana 2
            niger Niger 2
        sahel Sahel 4
          mali Mali 3
          niger Niger 2
        """,
        regions(
            Selection.NOTHING,
            count("niger", 2),
            count("ghana", 2),
            count("mali", 3),
            count("west", 5),
            count("africa", 5),
            count("sahel", 4),
            count("asia", 0)));
  }

  @Test
  void whatIsChosenOrExcludedStaysInSightAndShowsInWhatIsAboveIt() {
    assertEquals(
        """
        africa Africa 0 partly
          west Western Africa 0 partly
            mali Mali 0 selected
        asia Asia 0
          aland Åland 0 excluded
        sahel Sahel 0 partly
          mali Mali 0 selected
        """,
        regions(new Selection(List.of("mali"), List.of("aland"))));
  }

  @Test
  void whatTheVocabularyDoesNotKnowStandsBesideItsRoots() {
    assertEquals(
        """
        atlantis Atlantis 7
        africa Africa 1
        lemuria lemuria 0 selected
        """,
        regions(
            new Selection(List.of("lemuria"), List.of()),
            count("africa", 1),
            new Answer.Count("atlantis", "Atlantis", 7)));
  }

  @Test
  void aFlatFacetIsAList() {
    Selection chosen = new Selection(List.of("b"), List.of("c"));
    Answer answer =
        answer(
            Dimension.SERIES,
            chosen,
            new Answer.Count("a", "Émeutes", 2),
            new Answer.Count("d", "Zones", 2),
            new Answer.Count("b", "Brief", 9),
            new Answer.Count("e", "Empty", 0));
    assertEquals(
        """
        b Brief 9 selected
        a Émeutes 2
        d Zones 2
        c c 0 excluded
        """,
        printed(answer.values(Dimension.SERIES), ""));
    assertEquals(List.of(), answer.values(Dimension.TYPE));
  }

  private static String regions(Selection selection, Answer.Count... counts) {
    Answer answer = answer(Dimension.REGION, selection, counts);
    return printed(answer.values(Dimension.REGION, REGIONS), "");
  }

  private static Answer answer(Dimension dimension, Selection selection, Answer.Count... counts) {
    return new Answer(
        Question.of("").with(dimension, selection),
        0,
        0,
        Duration.ZERO,
        List.of(),
        List.of(),
        Map.of(dimension, List.of(counts)),
        Map.of(),
        Map.of(),
        0,
        List.of());
  }

  private static String printed(List<Answer.Value> values, String indent) {
    return values.stream()
        .map(value ->
            indent
                + value.id()
                + " "
                + value.label()
                + " "
                + value.count()
                + (value.selected() ? " selected" : "")
                + (value.excluded() ? " excluded" : "")
                + (value.partly() ? " partly" : "")
                + "\n"
                + printed(value.children(), indent + "  "))
        .collect(Collectors.joining());
  }

  private static Answer.Count count(String id, long reports) {
    return new Answer.Count(id, id, reports);
  }

  private static Concept concept(String id, String label, String... parents) {
    return new Concept(id, "", "", "", List.of(parents), Map.of("en", label), "", false);
  }
}
