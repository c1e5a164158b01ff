package dossier.search;

import static dossier.search.Ask.all;
import static dossier.search.Ask.any;
import static dossier.search.Ask.ask;
import static dossier.search.Ask.not;
import static dossier.search.Ask.phrase;
import static dossier.search.Ask.prefix;
import static dossier.search.Ask.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.report.Report;
import dossier.search.Engine.Lookup;
import dossier.search.Hit.Mark;
import dossier.search.Hit.Snippet;
import dossier.text.Passage.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an engine quotes and marks. */
public interface QuotingContract extends EngineUnderTest {

  @Test
  default void marksAreTheVeryWordsOfTheText(@TempDir Path folder) throws IOException {
    Sample report =
        Sample.report("a")
            .language("ru")
            .title("Attack")
            .says("Ёлка 😀 стояла; ёлки горели.", "The ATTACKS, a cross-border attack.")
            .passage(Kind.FURNITURE, 1, "attack attack")
            .passage(Kind.PARAGRAPH, 2, "No more attack at the border cross.");
    try (Engine engine = holding(folder, report)) {
      assertEquals(List.of("Ёлка", "ёлки"), marked(engine, word("елка")));
      assertEquals(
          List.of("cross-border"), marked(engine, all(word("cross-border"), not(word("absent")))));
      assertEquals(List.of("cross-border attack"), marked(engine, phrase("CROSS BORDER ATTACK")));
      assertEquals(List.of("ATTACKS", "attack", "attack"), marked(engine, prefix("atta")));
      assertEquals(List.of(), marked(engine, all(word("attack"), word("absent"))));
      assertEquals(List.of(), marked(engine, new Clause.Everything()));
      assertEquals(
          List.of("attack", "No", "attack"),
          marked(engine, any(word("attack"), word("no"), word("absent"))));
      assertEquals(List.of(), engine.marks("none", ask(word("attack")).query()));
    }
  }

  @Test
  default void aPhraseIsOneMarkAndEndsWithItsPassage(@TempDir Path folder) throws IOException {
    Sample report = Sample.report("a").says("It ended with sleeper", "cells and sleeper cells.");
    try (Engine engine = holding(folder, report)) {
      assertEquals(
          List.of("sleeper", "sleeper cells"),
          marked(
                  engine,
                  any(phrase("sleeper cells"), all(word("sleeper"), word("ended")), word("none")))
              .stream()
              .filter(mark -> mark.startsWith("sleeper"))
              .toList());
    }
  }

  @Test
  default void snippetsQuoteTheBestPassagesInReadingOrder(@TempDir Path folder) throws IOException {
    String filler = "Nothing of interest is said in this sentence, which only fills the page. ";
    Sample report =
        Sample.report("a")
            .summary("A summary that is not quoted when the text matches.")
            .passage(Kind.HEADING, 1, "Water and borders")
            .passage(Kind.PARAGRAPH, 1, filler.repeat(6) + "Water is scarce. " + filler.repeat(6))
            .passage(Kind.FURNITURE, 2, "Water water border border")
            .passage(
                Kind.PARAGRAPH,
                2,
                filler.repeat(8) + "The border runs along water. " + filler.repeat(9))
            .passage(Kind.PARAGRAPH, 3, "A border post.")
            .passage(Kind.PARAGRAPH, 4, filler);
    try (Engine engine = holding(folder, report)) {
      Hit hit = engine.search(ask(all(word("water"), word("border")))).hits().getFirst();
      assertEquals(List.of(1, 2, 3), hit.snippets().stream().map(Snippet::page).toList());
      assertEquals(List.of(3, 4, 6), hit.snippets().stream().map(Snippet::number).toList());
      assertEquals(6, hit.matches());
      assertEquals(List.of(3, 2, 1, 0), hit.matchesByPage());
      Snippet second = hit.snippets().get(1);
      assertEquals(List.of("border", "water"), texts(second.text(), second.marks()));
      assertTrue(second.cutBefore() && second.cutAfter());
      assertFalse(hit.snippets().get(2).cutBefore() || hit.snippets().get(2).cutAfter());
      for (Snippet snippet : hit.snippets()) {
        assertTrue(snippet.text().length() <= 300, snippet.text());
        assertTrue(report.build().body().text().contains(snippet.text()), snippet.text());
      }
    }
  }

  @Test
  default void aHeadingIsQuotedWhenNothingElseMatches(@TempDir Path folder) throws IOException {
    Sample report = Sample.report("a").passage(Kind.HEADING, 1, "Outlook for water").says("Text.");
    try (Engine engine = holding(folder, report)) {
      Hit hit = engine.search(ask(word("outlook"))).hits().getFirst();
      assertEquals("Outlook for water", hit.snippets().getFirst().text());
    }
  }

  @Test
  default void withoutWordsTheSummaryIsQuotedOrTheText(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(
            folder,
            Sample.report("a").summary("In short.").says("At length."),
            Sample.report("b").passage(Kind.FURNITURE, 1, "Page 1").says("At length."),
            Sample.report("c"))) {
      List<Hit> hits = engine.search(ask(new Clause.Everything())).hits();
      assertEquals(
          List.of(new Snippet(1, 0, "In short.", List.of(), false, false)), hits.get(0).snippets());
      assertEquals("At length.", hits.get(1).snippets().getFirst().text());
      assertEquals(List.of(), hits.get(2).snippets());
      assertEquals(List.of(), hits.get(0).matchesByPage());
    }
  }

  @Test
  default void wordsOfTheSummaryAloneAreMarkedThere(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(folder, Sample.report("a").summary("Water in short.").says("At length."))) {
      Hit hit = engine.search(ask(word("water"))).hits().getFirst();
      assertEquals(
          List.of(new Snippet(1, 0, "Water in short.", List.of(new Mark(0, 5)), false, false)),
          hit.snippets());
      assertEquals(0, hit.matches());
    }
  }

  @Test
  default void noReportIsTooLongToQuoteAndMark(@TempDir Path folder) throws IOException {
    Sample report = Sample.report("a").says("water and land ".repeat(20_000));
    for (int page = 2; page <= 1_000; page++) {
      report.passage(Kind.PARAGRAPH, page, "On this page water is scarce.");
    }
    report.passage(Kind.PARAGRAPH, 1_001, "At the very end stands the border, far from water.");
    try (Engine engine = holding(folder, report)) {
      Hit hit = engine.search(ask(all(word("water"), word("border")))).hits().getFirst();
      assertEquals(21_001, hit.matches());
      assertEquals(60, hit.matchesByPage().size());
      assertEquals(21_001, hit.matchesByPage().stream().mapToInt(Integer::intValue).sum());
      assertEquals(1_001, hit.snippets().getLast().page());
      assertEquals(21_000, hit.snippets().getLast().number());
    }
  }

  @Test
  default void everySnippetAndMarkFitsTheText(@TempDir Path folder) throws IOException {
    long seed = 5;
    RandomReports chance = new RandomReports(seed);
    List<String> bits =
        List.of(
            "alpha",
            " ",
            " ",
            ". ",
            "😀",
            "é",
            "警察",
            "слово",
            "e\u0301",
            "bravo charlie",
            "\t",
            "x".repeat(90));
    for (int round = 0; round < 30; round++) {
      Sample sample =
          Sample.report("a").title("alpha").language(chance.pick(List.of("en", "zh", "ru")));
      for (int page = 1; page <= 3; page++) {
        StringBuilder text = new StringBuilder("alpha");
        for (int i = chance.random.nextInt(300); i > 0; i--) {
          text.append(chance.pick(bits));
        }
        sample.passage(chance.pick(List.of(Kind.values())), page, text.toString());
      }
      Report report = sample.build();
      Clause clause = any(word("alpha"), phrase("bravo charlie"), prefix("сло"));
      try (Engine engine = holding(folder.resolve("" + round), sample)) {
        Hit hit = engine.search(ask(clause)).hits().getFirst();
        assertFits(
            report,
            hit,
            engine.marks("a", ask(clause).query()),
            "seed " + seed + ", round " + round);
      }
    }
  }

  private static void assertFits(Report report, Hit hit, List<Mark> marks, String message) {
    String text = report.body().text();
    int last = 0;
    for (Mark mark : marks) {
      assertTrue(mark.from() >= last && mark.to() <= text.length(), message);
      last = mark.to();
    }
    assertEquals(marks.size(), hit.matches(), message);
    assertEquals(marks.size(), hit.matchesByPage().stream().mapToInt(Integer::intValue).sum());
    for (Snippet snippet : hit.snippets()) {
      String quoted = snippet.text();
      assertFalse(Character.isLowSurrogate(quoted.charAt(0)), message);
      assertFalse(Character.isHighSurrogate(quoted.charAt(quoted.length() - 1)), message);
      assertTrue(quoted.length() <= 400, message + ": " + quoted.length());
      if (snippet.number() > 0) {
        Mark first = marks.get(snippet.number() - 1);
        assertEquals(report.body().pageAt(first.from()), snippet.page(), message);
        Mark shown = snippet.marks().getFirst();
        int begin = first.from() - shown.from();
        assertEquals(quoted, text.substring(begin, begin + quoted.length()), message);
      }
    }
  }

  private static List<String> marked(Engine engine, Clause clause) throws IOException {
    Report report = ((Lookup.Held) engine.lookup("a")).report();
    return texts(report.body().text(), engine.marks("a", ask(clause).query()));
  }

  private static List<String> texts(String text, List<Mark> marks) {
    return marks.stream().map(mark -> text.substring(mark.from(), mark.to())).toList();
  }
}
