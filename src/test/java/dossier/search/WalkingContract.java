package dossier.search;

import static dossier.search.Ask.ask;
import static dossier.search.Ask.ids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.report.Report;
import dossier.search.Engine.Change;
import dossier.search.Hit.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any number of hits: pages however far down, and walks from place to place. */
public interface WalkingContract extends EngineUnderTest {

  List<Question.Sort> BY_DATE =
      List.of(Question.Sort.NEWEST, Question.Sort.OLDEST, Question.Sort.ADDED);

  @Test
  default void pagesFarDownNeitherRepeatNorLose(@TempDir Path folder) throws IOException {
    long seed = 31;
    RandomReports chance = new RandomReports(seed);
    int most = 10_600;
    try (Engine engine = open(folder)) {
      List<Report> reports = chance.reports(most);
      for (int from = 0; from < most; from += 2_650) {
        engine.write(
            reports.subList(from, from + 2_650).stream().<Change>map(Change.Put::new).toList());
        engine.commit();
      }
      // Replaced and dropped ones leave documents behind, which must not count.
      engine.write(reports.subList(0, 300).stream().<Change>map(Change.Put::new).toList());
      engine.write(List.of(new Change.Drop("r301", null), new Change.Drop("r7", "r8")));
      engine.commit();
      for (Question.Sort sort : Question.Sort.values()) {
        Question question = ask(new Clause.Everything()).with(sort);
        List<String> order = new ArrayList<>();
        engine.each(question, report -> order.add(report.id()));
        assertEquals(most - 2, new HashSet<>(order).size(), "seed " + seed);
        for (int page : List.of(9, 10, 11, 12, 50, 99, 100, 101, 105, 106)) {
          int from = (page - 1) * 100;
          assertEquals(
              order.subList(from, Math.min(from + 100, order.size())),
              ids(engine.search(question.page(page, 100))),
              "seed " + seed + ", " + sort + ", page " + page);
        }
        assertEquals(List.of(), ids(engine.search(question.page(107, 100))));
      }
    }
  }

  @Test
  default void aWalkSeesEveryReportOnceInTheOrderOfThePages(@TempDir Path folder)
      throws IOException {
    long seed = 37;
    RandomReports chance = new RandomReports(seed);
    try (Engine engine = open(folder)) {
      engine.write(chance.reports(120).stream().<Change>map(Change.Put::new).toList());
      engine.commit();
      for (int i = 0; i < 60; i++) {
        for (Question.Sort sort : BY_DATE) {
          Question question = ask(chance.clause(2)).with(sort);
          List<String> swept = new ArrayList<>();
          engine.each(question, report -> swept.add(report.id()));
          assertEquals(
              swept, walked(engine, question.page(9, 7), () -> {}), "seed " + seed + ", " + sort);
        }
      }
    }
  }

  @Test
  default void whatIsAddedOrTakenAwayDuringAWalkDisturbsNothing(@TempDir Path folder)
      throws IOException {
    long seed = 41;
    for (Question.Sort sort : BY_DATE) {
      RandomReports chance = new RandomReports(seed);
      try (Engine engine = open(folder.resolve(sort.name()))) {
        engine.write(chance.reports(60).stream().<Change>map(Change.Put::new).toList());
        engine.commit();
        Set<String> staying = new HashSet<>();
        for (int i = 30; i < 60; i++) {
          staying.add("r" + i);
        }
        int[] step = {0};
        List<String> seen =
            walked(
                engine,
                ask(new Clause.Everything()).with(sort).page(1, 4),
                () -> {
                  int number = step[0]++;
                  engine.write(
                      List.of(
                          new Change.Put(chance.report("new" + number)),
                          new Change.Drop("r" + number, null)));
                  engine.commit();
                });
        assertTrue(step[0] > 9, "changes: " + step[0]);
        assertEquals(seen.size(), new HashSet<>(seen).size(), "seed " + seed + ": " + seen);
        assertTrue(seen.containsAll(staying), "seed " + seed + ": " + seen);
      }
    }
  }

  @Test
  default void thePlaceOfAReportThatIsGoneStillHolds(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(
            folder,
            Sample.report("a").dated("2021"),
            Sample.report("b").dated("2022").added(Instant.parse("1969-03-01T00:00:00Z")),
            Sample.report("c"),
            Sample.report("d"))) {
      Question oldest = ask(new Clause.Everything()).with(Question.Sort.OLDEST);
      List<Place> places = places(engine, oldest);
      engine.write(List.of(new Change.Drop("b", null), new Change.Drop("c", null)));
      engine.commit();
      assertEquals(List.of("d"), ids(engine.search(oldest, places.get(1))));
      assertEquals(List.of("d"), ids(engine.search(oldest, places.get(2))));
      assertEquals(List.of(), ids(engine.search(oldest, places.get(3))));
      Answer first = engine.search(oldest, new Place(Long.MIN_VALUE, "a"));
      assertEquals(List.of("a", "d"), ids(first));
      assertEquals(2, first.total());
    }
  }

  @Test
  default void byRelevanceThereAreNoPlaces(@TempDir Path folder) throws IOException {
    try (Engine engine = holding(folder, Sample.report("a"))) {
      assertThrows(
          IllegalArgumentException.class, () -> engine.search(Question.of(""), new Place(0, "a")));
    }
  }

  private static List<Place> places(Engine engine, Question question) throws IOException {
    return engine.search(question).hits().stream()
        .map(hit -> Place.behind(hit.report(), question.sort()))
        .toList();
  }

  /** Something that happens between two steps. */
  interface Meanwhile {
    void happens() throws IOException;
  }

  private static List<String> walked(Engine engine, Question question, Meanwhile meanwhile)
      throws IOException {
    List<String> seen = new ArrayList<>();
    List<Hit> hits = engine.search(question.page(1, question.size())).hits();
    while (!hits.isEmpty()) {
      hits.forEach(hit -> seen.add(hit.report().id()));
      meanwhile.happens();
      Place last = Place.behind(hits.getLast().report(), question.sort());
      hits = engine.search(question, last).hits();
    }
    return seen;
  }
}
