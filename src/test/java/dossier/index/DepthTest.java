package dossier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.search.Engine.Change;
import dossier.search.Question;
import dossier.search.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DepthTest {

  private static final int REPORTS = 4_000;
  private static final List<String> QUERIES =
      List.of("", "water", "water border", "water OR border", "wat*", "NOT title:water", "nothing");

  @Test
  void bothWaysToAPageAgreeHoweverDeepItLies(@TempDir Path folder) throws IOException {
    long seed = 53;
    try (LuceneEngine engine = LuceneEngine.open(folder.resolve("store"), Sample.VOCABULARIES)) {
      fill(engine, new Random(seed));
      for (String query : QUERIES) {
        for (Question.Sort sort : Question.Sort.values()) {
          Question question = Question.of(query).with(sort);
          String asked = "seed " + seed + ": " + query + ", " + sort;
          engine.reading(snapshot -> {
            agree(new Inquiry(snapshot, engine.names(), question, () -> false), asked);
            return null;
          });
        }
      }
    }
  }

  private static void agree(Inquiry inquiry, String asked) throws IOException {
    Order order = inquiry.order(Folding.NONE);
    Depth depth = new Depth(order.searcher(), order.query(), order.sort());
    Order plain = new Order(order.searcher(), order.query(), order.sort(), 0, null, false);
    List<Integer> all = plain.next(null).documents();
    assertEquals(inquiry.count(), all.size(), asked);
    List<Integer> paged = new ArrayList<>();
    for (int from = 0; from <= all.size(); from += 97) {
      List<Integer> page = depth.page(null, from, 97);
      paged.addAll(page);
      int to = Math.min(from + 97, all.size());
      assertEquals(all.subList(from, to), page, asked + ", from " + from);
    }
    assertEquals(all, paged, asked);
    assertEquals(all.size(), new HashSet<>(paged).size(), asked);
    assertEquals(List.of(), depth.page(null, all.size(), 10), asked);
    assertEquals(List.of(), depth.page(null, 1_000_000_000, 100), asked);
  }

  @Test
  void aPageOutOfTimeIsEmptyAndSaysSo(@TempDir Path folder) throws IOException {
    try (LuceneEngine engine = LuceneEngine.open(folder.resolve("store"), Sample.VOCABULARIES)) {
      fill(engine, new Random(1));
      Question question = Question.of("wat*");
      engine.reading(snapshot -> {
        Inquiry inquiry = new Inquiry(snapshot, engine.names(), question, () -> true);
        Order order = inquiry.order(Folding.NONE);
        Depth depth = new Depth(order.searcher(), order.query(), order.sort());
        assertEquals(List.of(), depth.page(null, 100, 10));
        assertTrue(inquiry.searcher.timedOut());
        return null;
      });
    }
  }

  /** Several segments, some of whose reports were replaced; many equal dates and scores. */
  private static void fill(LuceneEngine engine, RandomGenerator random) throws IOException {
    for (int part = 0; part < 5; part++) {
      List<Change> changes = new ArrayList<>();
      for (int i = 0; i < REPORTS / 5; i++) {
        changes.add(new Change.Put(report("r" + random.nextInt(REPORTS * 2), random).build()));
      }
      engine.write(changes);
      engine.write(changes.subList(0, 20));
      engine.commit();
    }
  }

  private static Sample report(String id, RandomGenerator random) {
    Sample report = Sample.report(id).title(random.nextInt(4) == 0 ? "Water" : "Note");
    report.says("water ".repeat(random.nextInt(4)) + "border ".repeat(random.nextInt(3)) + "end");
    report.added(Instant.ofEpochSecond(random.nextInt(100) - 50L));
    return random.nextInt(5) == 0
        ? report
        : report.dated("%d-0%d".formatted(1965 + random.nextInt(9), 1 + random.nextInt(9)));
  }
}
