package dossier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShortlistTest {

  @Test
  void noBlockHoldsMoreOfAKindThanItMustAndEachKeepsItsOrder() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      int size = random.nextInt(101);
      List<String> kinds = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        kinds.add(List.of("", "a", "a", "a", "b", "c").get(random.nextInt(6)));
      }
      List<Integer> things = IntStream.range(0, size).boxed().toList();
      List<Integer> spread = Shortlist.spread(things, kinds, 10, 3);
      assertEquals(things, spread.stream().sorted().toList(), "seed " + seed);
      for (String kind : List.of("a", "b", "c")) {
        List<Integer> of = spread.stream().filter(i -> kinds.get(i).equals(kind)).toList();
        assertEquals(of.stream().sorted().toList(), of, "seed " + seed);
        checkBlocks(spread, kinds, kind, "seed " + seed);
      }
    }
  }

  /** More than three of a kind in a block only when nothing else comes later. */
  private static void checkBlocks(
      List<Integer> spread, List<String> kinds, String kind, String seed) {
    for (int begin = 0; begin < spread.size(); begin += 10) {
      int end = Math.min(begin + 10, spread.size());
      List<String> block = spread.subList(begin, end).stream().map(kinds::get).toList();
      if (Collections.frequency(block, kind) > 3) {
        List<String> later = spread.subList(end, spread.size()).stream().map(kinds::get).toList();
        for (String other : later) {
          assertTrue(
              !other.isEmpty() && Collections.frequency(block, other) >= 3,
              seed + ": " + block + " before " + later);
        }
      }
    }
  }
}
