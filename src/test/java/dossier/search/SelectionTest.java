package dossier.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.report.Concept;
import dossier.report.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class SelectionTest {

  private static final long SEED = 4213;

  private static final Vocabulary REGIONS =
      new Vocabulary(
          List.of(
              concept("africa"),
              concept("west", "africa"),
              concept("mali", "west", "sahel"),
              concept("niger", "west", "sahel"),
              concept("sahel")));

  @Test
  void aChildReplacesEveryChosenAncestor() {
    Selection chosen = new Selection(List.of("africa", "sahel", "other"), List.of());
    assertEquals(List.of("other", "mali"), chosen.with("mali", REGIONS).any());
  }

  @Test
  void anAncestorReplacesEveryChosenDescendant() {
    Selection chosen = new Selection(List.of("mali", "west", "sahel"), List.of());
    assertEquals(List.of("sahel", "africa"), chosen.with("africa", REGIONS).any());
  }

  @Test
  void choosingEndsAnExclusionAboveButKeepsOnesBelow() {
    Selection chosen = new Selection(List.of(), List.of("africa", "mali"));
    assertEquals(new Selection(List.of("west"), List.of("mali")), chosen.with("west", REGIONS));
  }

  @Test
  void excludingEndsChoicesBelowButKeepsOnesAbove() {
    Selection chosen = new Selection(List.of("africa", "mali"), List.of("niger"));
    assertEquals(
        new Selection(List.of("africa"), List.of("west")), chosen.excluding("west", REGIONS));
  }

  @Test
  void aFlatFacetOnlyMovesTheValueItself() {
    Selection chosen = new Selection(List.of("a", "b"), List.of("c"));
    assertEquals(new Selection(List.of("a", "b", "c"), List.of()), chosen.with("c"));
    assertEquals(new Selection(List.of("b"), List.of("c", "a")), chosen.excluding("a"));
    assertEquals(new Selection(List.of("a"), List.of("c")), chosen.without("b"));
    assertEquals(new Selection(List.of("a", "b"), List.of()), chosen.without("c"));
  }

  @Test
  void everySequenceOfChoicesKeepsTheLaws() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    for (int round = 0; round < 500; round++) {
      Vocabulary vocabulary = randomVocabulary(random);
      Selection selection = Selection.NOTHING;
      for (int step = 0; step < 12; step++) {
        String id = "c" + random.nextInt(20);
        Selection before = selection;
        boolean chosen = random.nextBoolean();
        selection = chosen ? before.with(id, vocabulary) : before.excluding(id, vocabulary);
        String about = "seed " + SEED + ", round " + round + ": " + id + " in " + before;
        assertEquals(chosen, selection.any().contains(id), about);
        assertEquals(!chosen, selection.none().contains(id), about);
        assertEquals(
            selection,
            chosen ? selection.with(id, vocabulary) : selection.excluding(id, vocabulary),
            about);
        for (String other : selection.any()) {
          assertTrue(Collections.disjoint(selection.any(), vocabulary.ancestors(other)), about);
          assertFalse(selection.none().contains(other), about);
          assertTrue(Collections.disjoint(selection.none(), vocabulary.ancestors(other)), about);
        }
        Selection gone = selection.without(id);
        assertFalse(gone.any().contains(id) || gone.none().contains(id), about);
      }
    }
  }

  @Test
  void anIdIsWhatAnAddressCanCarry() {
    for (String id : List.of("", "-mali", " mali", "ma\u0000li", "\uD83D", "x".repeat(201))) {
      assertThrows(IllegalArgumentException.class, () -> new Selection(List.of(), List.of(id)), id);
    }
    assertEquals(List.of("a"), new Selection(List.of("a", "a"), List.of()).any());
  }

  private static Vocabulary randomVocabulary(RandomGenerator random) {
    List<Concept> concepts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      List<String> parents = new ArrayList<>();
      for (int parent = random.nextInt(3); parent > 0 && i > 0; parent--) {
        parents.add("c" + random.nextInt(i));
      }
      concepts.add(concept("c" + i, parents.stream().distinct().toArray(String[]::new)));
    }
    return new Vocabulary(concepts);
  }

  private static Concept concept(String id, String... parents) {
    return new Concept(id, "", "", "", List.of(parents), Map.of("en", id), "", false);
  }
}
