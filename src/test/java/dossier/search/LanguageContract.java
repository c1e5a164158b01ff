package dossier.search;

import static dossier.search.Sample.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.report.Report;
import dossier.text.Passage.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the query language finds and marks, beyond words and phrases. */
public interface LanguageContract extends EngineUnderTest {

  /** The day after everything in the tests was added. */
  LocalDate TODAY = LocalDate.of(2026, 1, 3);

  @Test
  default void verbatimMeansTheseVeryCharacters(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(
            folder,
            report("a")
                .title("AL-QAÏDA (the Base)")
                .says("It said: “U.S.-backed\u00A0 raids”, no."),
            report("b").says("It said: us backed raids. Al-Qaida, the base"),
            report("c").says("Operation Iron", "Storm ended. Partial art."),
            report("d").author("Éva Szabó").says("operation iron storm; §5 applies"))) {
      assertFound(engine, "=\"AL-QAÏDA\"", "a");
      assertFound(engine, "=\"Al-Qaida\"", "b");
      assertFound(engine, "=\"Al-Qaida,\"", "b");
      assertFound(engine, "=\"(the Base)\"", "a");
      assertFound(engine, "title:=\"(the Base)\"", "a");
      assertFound(engine, "=\"the Base\"", "a");
      assertFound(engine, "=\"U.S.-backed raids\"", "a");
      assertFound(engine, "=“us backed”", "b");
      assertFound(engine, "=\"us-backed\"");
      assertFound(engine, "=\"Operation Iron Storm\"", "c");
      assertFound(engine, "=\"operation iron\"", "d");
      assertFound(engine, "=\"art\"", "c");
      assertFound(engine, "=\"Art\"");
      assertFound(engine, "=\"§5 applies\"", "d");
      assertFound(engine, "author:=\"Éva\"", "d");
      assertFound(engine, "author:=\"Eva\"");
      assertFound(engine, "-=\"art\" =\"the base\"", "b");
      assertMarked(engine, "a", "=«: “U.S.-backed raids”,»", ": “U.S.-backed\u00A0 raids”,");
      assertMarked(engine, "c", "=\"Iron Storm ended.\"", "Iron");
    }
  }

  @Test
  default void nearMeansFewWordsBetweenInAnyOrder(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(
            folder,
            report("a").says("Terrorists cross the long and open border."),
            report("b").says("The border: a terrorism hotspot. Water sharing fails."),
            report("c").says("Border one two three four five six seven eight nine ten terror."),
            report("d").title("Sharing scarce water").says("Water alone. A border."))) {
      assertFound(engine, "terror* NEAR/5 border", "a", "b");
      assertFound(engine, "terror* NEAR/4 border", "b");
      assertFound(engine, "terror* NEAR border", "a", "b", "c");
      assertFound(engine, "border NEAR/9 terror* -hotspot", "a");
      assertFound(engine, "\"water sharing\"~0", "b");
      assertFound(engine, "\"water sharing\"~1", "b", "d");
      assertFound(engine, "title:\"water sharing\"~1", "d");
      assertFound(engine, "title:(water NEAR/1 share)", "d");
      assertFound(engine, "\"long open\"~0");
      assertFound(engine, "(terror* NEAR/1 border) NEAR/1 hotspot", "b");
      assertFound(engine, "(crossing OR hotspot) NEAR/3 \"open border\"", "a");
      assertFound(engine, "water NEAR/9 water");
      assertFound(engine, "borde~ NEAR/1 terorism~", "b");
      assertFound(engine, "bord?r NEAR/1 terror*m", "b");
      assertFound(engine, "nosuch* NEAR border");
      assertMarked(engine, "a", "terror* NEAR/5 border", "Terrorists", "border");
      assertMarked(
          engine, "b", "\"hotspot terrorism\"~3 OR water", "terrorism", "hotspot", "Water");
      assertMarked(engine, "c", "terror* NEAR/5 border");
      Hit hit = engine.search(Question.of("border NEAR/2 terrorism")).hits().getFirst();
      assertEquals(2, hit.snippets().getFirst().marks().size());
    }
  }

  @Test
  default void starsAndQuestionMarksStandForLetters(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(
            folder,
            report("a").says("Radicalization in Tashkent, 2021."),
            report("b").says("RADICALISATION of radicals; CVE-2024-3094."),
            report("c").says("Deradicalisation. Taschkent. cve 2023-3094."))) {
      assertFound(engine, "radicali?ation", "a", "b");
      assertFound(engine, "radica*ation", "a", "b");
      assertFound(engine, "rád*a?s", "b");
      assertFound(engine, "rad*", "a", "b");
      assertFound(engine, "t?shkent", "a");
      assertFound(engine, "CVE-20?4-3094", "b");
      assertFound(engine, "cve-202?-30*94", "b", "c");
      assertFound(engine, "CVE-20*", "b", "c");
      assertFound(engine, "CVE-3094*");
      assertFound(engine, "te?t");
      assertFound(engine, "a*b????????????????????????c*d*e*f");
      assertMarked(engine, "b", "radica*", "RADICALISATION", "radicals");
      assertMarked(engine, "b", "cve-20?4-3094", "CVE-2024-3094");
    }
  }

  @Test
  default void aTildeAllowsOtherLetters(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(
            folder,
            report("a").says("Tashkent."),
            report("b").says("Toshkent and Kabul."),
            report("c").says("Taschkent, Tajikistan and Kubal."),
            report("d").says("ТАШКЕНТ и ташкенд; al-Qaeda."))) {
      assertFound(engine, "tashkent~", "a", "b", "c");
      assertFound(engine, "tashkent~1", "a", "b", "c");
      assertFound(engine, "tashkemd~1");
      assertFound(engine, "tashkemd~2", "a");
      assertFound(engine, "kabul~", "b");
      assertFound(engine, "kabul~2", "b", "c");
      assertFound(engine, "Ташкент~", "d");
      assertFound(engine, "al-qaida~", "d");
      assertEquals("a", Ask.ids(engine.search(Question.of("tashkent~"))).getFirst());
      assertMarked(engine, "d", "ташкент~", "ТАШКЕНТ", "ташкенд");
      assertMarked(engine, "d", "al-qaida~", "al-Qaeda");
    }
  }

  @Test
  default void datesAreAskedInWords(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(
            folder,
            report("year").dated("2024"),
            report("month").dated("2024-05"),
            report("day").dated("2025-12-30"),
            report("none"))) {
      assertFound(engine, "date:2024", "year", "month");
      assertFound(engine, "date:2024-05", "year", "month");
      assertFound(engine, "date:2024-06", "year");
      assertFound(engine, "date:2024-06..2025-12", "year", "day");
      assertFound(engine, "date:..2024-02", "year");
      assertFound(engine, "date:2025..", "day");
      assertFound(engine, "date:yesterday");
      assertFound(engine, "date:\"last 6 days\"", "day");
      assertFound(engine, "date:\"last year\"", "day");
      assertFound(engine, "-date:2024", "day", "none");
      assertFound(engine, "added:yesterday", "year", "month", "day", "none");
      assertFound(engine, "added:today");
      assertFound(engine, "added:2026-01-02..", "year", "month", "day", "none");
      assertFound(engine, "added:..2026-01-01");
    }
  }

  @Test
  default void aPageIsWhereTheWordsBesideItStand(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(
            folder,
            report("a")
                .passage(Kind.PARAGRAPH, 1, "Water here.")
                .passage(Kind.PARAGRAPH, 2, "A border.")
                .passage(Kind.PARAGRAPH, 3, "Water and a border, water."),
            report("b").title("Water").passage(Kind.PARAGRAPH, 2, "Water.").dated("2024"),
            report("c").says("Water."))) {
      assertFound(engine, "page:1 water", "a", "c");
      assertFound(engine, "page:2 water", "b");
      assertFound(engine, "page:2..3 water", "a", "b");
      assertFound(engine, "page:1 water border");
      assertFound(engine, "page:3 water border", "a");
      assertFound(engine, "page:3 (water OR harvest) -harvest", "a");
      assertFound(engine, "page:2 date:2024", "b");
      assertFound(engine, "page:2", "a", "b");
      assertFound(engine, "page:2 title:water", "b");
      assertFound(engine, "page:1 page:3 water", "a");
      assertFound(engine, "page:3 (water NEAR/3 border)", "a");
      assertFound(engine, "page:3 =\"border, water\"", "a");
      assertMarked(engine, "a", "page:3 water", "Water", "water");
      Hit hit = engine.search(Question.of("page:3 water")).hits().getFirst();
      assertEquals(List.of(0, 0, 2), hit.matchesByPage());
      assertEquals(3, hit.snippets().getFirst().page());
    }
  }

  @Test
  default void identifiersAreFoundWholeAndInParts(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(
            folder,
            report("a").says("The flaw CVE-2024-3094, see doi:10.1000/xyz.5 and v2.1."),
            report("b")
                .says("Resolution S/RES/1373 (2001) and UNSCR 2231.")
                .series("W", "2785-2598", "1", "2"),
            report("c").says("ISSN 2785-2598. 3094 of 2024."))) {
      assertFound(engine, "CVE-2024-3094", "a");
      assertFound(engine, "cve", "a");
      assertFound(engine, "CVE-2024", "a");
      assertFound(engine, "2024-3094", "a");
      assertFound(engine, "3094", "a", "c");
      assertFound(engine, "10.1000/xyz.5", "a");
      assertFound(engine, "10.1000", "a");
      assertFound(engine, "xyz.5", "a");
      assertFound(engine, "xyz", "a");
      assertFound(engine, "v2.1", "a");
      assertFound(engine, "v2*", "a");
      assertFound(engine, "S/RES/1373", "b");
      assertFound(engine, "RES/1373", "b");
      assertFound(engine, "1373", "b");
      assertFound(engine, "S/RES/1373(2001)", "b");
      assertFound(engine, "UNSCR 2231", "b");
      assertFound(engine, "\"UNSCR 2231\"", "b");
      assertFound(engine, "2785-2598", "c");
      assertFound(engine, "2598", "c");
      assertFound(engine, "issn:2785-2598", "b");
      assertFound(engine, "issn:27852598", "b");
      assertFound(engine, "=\"S/RES/1373 (2001)\"", "b");
      assertMarked(engine, "a", "CVE-2024-3094 10.1000/xyz.5", "CVE-2024-3094", "10.1000/xyz.5");
    }
  }

  @Test
  default void whyAReportIsWhereItIsAddsUp(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(
            folder,
            report("a").title("Water").says("Water and a border.").dated("2024"),
            report("b").says("A border."))) {
      Question question = Question.of("water bord* NOT absent date:2024");
      Hit.Why why = engine.why("a", question);
      assertEquals(
          List.of(Ask.word("water"), Ask.prefix("bord")),
          why.parts().stream().map(Hit.Why.Part::clause).toList());
      Hit.Why.Part water = why.parts().getFirst();
      assertTrue(water.title() > water.text() && water.text() > 0, why.toString());
      assertEquals(0, water.summary());
      assertTrue(water.points() >= water.title(), why.toString());
      assertTrue(why.recency() > 0, why.toString());
      double sum = why.parts().stream().mapToDouble(Hit.Why.Part::points).sum();
      assertEquals(why.points(), sum + why.recency() + why.rest(), 1e-4);
      assertEquals(0, engine.why("a", question.with(Question.Sort.OLDEST)).recency());
      assertEquals(new Hit.Why(0, List.of(), 0, 0), engine.why("b", question));
      assertEquals(new Hit.Why(0, List.of(), 0, 0), engine.why("none", question));
    }
  }

  @Test
  default void everyTreeFindsWhatLookingAtEveryReportFinds(@TempDir Path folder)
      throws IOException {
    long seed = 20_261_123;
    RandomReports chance = new RandomReports(seed);
    List<Report> reports = chance.reports(60);
    try (Engine engine = open(folder)) {
      List<Engine.Change> changes = new ArrayList<>();
      reports.forEach(report -> changes.add(new Engine.Change.Put(report)));
      engine.write(changes);
      engine.commit();
      int found = 0;
      for (int i = 0; i < 600; i++) {
        Clause clause = chance.plain(1 + i % 3);
        Set<String> expected = new TreeSet<>();
        reports.stream()
            .filter(report -> LookingClosely.matches(report, clause))
            .forEach(report -> expected.add(report.id()));
        Answer answer = engine.search(Ask.ask(clause));
        String about = "seed " + seed + ", tree " + i + ": " + SExpression.of(clause);
        assertEquals(expected, new TreeSet<>(Ask.ids(answer)), about);
        assertEquals(expected.size(), answer.total(), about);
        found += expected.isEmpty() || expected.size() == reports.size() ? 0 : 1;
      }
      assertTrue(found > 250, "trees that find some reports: " + found);
    }
  }

  /** That a query, typed the day after everything was added, finds these reports and no others. */
  private static void assertFound(Engine engine, String typed, String... expected)
      throws IOException {
    Query query = Query.of(typed, TODAY);
    Answer answer = engine.search(Question.of("").with(query));
    assertEquals(Set.of(expected), Set.copyOf(Ask.ids(answer)), typed);
    assertEquals(expected.length, answer.total(), typed);
  }

  private static void assertMarked(Engine engine, String id, String typed, String... expected)
      throws IOException {
    Engine.Lookup.Held held = (Engine.Lookup.Held) engine.lookup(id);
    String text = held.report().body().text();
    List<String> marked =
        engine.marks(id, Query.of(typed, TODAY)).stream()
            .map(mark -> text.substring(mark.from(), mark.to()))
            .toList();
    assertEquals(Arrays.asList(expected), marked, typed);
  }
}
