package dossier.search;

import static dossier.search.Ask.ask;
import static dossier.search.Ask.ids;
import static dossier.search.Ask.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.report.Label;
import dossier.report.Report;
import dossier.search.Engine.Change;
import dossier.search.Engine.Version;
import dossier.search.Question.Versions;
import dossier.text.Passage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which reports are versions of one, and how they are answered with. */
public interface VersionsContract extends EngineUnderTest {

  /** A text of made-up words, the same for the same seed. */
  private static String text(long seed, int words) {
    RandomGenerator random = new Random(seed);
    return Stream.generate(() -> made(random)).limit(words).collect(Collectors.joining(" "));
  }

  private static String made(RandomGenerator random) {
    return "w" + Integer.toString(random.nextInt(20_000), 36);
  }

  /** The same text with every tenth word another one. */
  private static String revised(String text, long seed) {
    RandomGenerator random = new Random(seed);
    String[] words = text.split(" ", -1);
    for (int i = 0; i < words.length; i += 10) {
      words[i] = made(random);
    }
    return String.join(" ", words);
  }

  private static Sample old(String id) {
    return Sample.report(id).dated("2023-02").says("Border " + text(1, 400));
  }

  @Test
  default void aRevisedReportStandsForTheOneBefore(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(
            folder,
            old("old").region("mali", Label.Strength.ABOUT),
            Sample.report("new").dated("2023-05").says(revised("Border " + text(1, 400), 2)),
            Sample.report("other").says("Border wheat."))) {
      Question question = ask(word(text(1, 3).substring(text(1, 3).lastIndexOf(' ') + 1)));
      for (Question.Sort sort : Question.Sort.values()) {
        Answer answer = engine.search(question.with(sort));
        assertEquals(2, answer.total());
        assertEquals(1, answer.grouped());
        assertEquals(1, answer.listed());
        assertEquals(List.of("new"), ids(answer));
        assertEquals(1, answer.hits().getFirst().versions());
        assertEquals(List.of(2L), reports(answer, Dimension.LANGUAGE));
      }
      Answer all = engine.search(question.with(Versions.ALL).with(Question.Sort.OLDEST));
      assertEquals(List.of("old", "new"), ids(all));
      assertEquals(0, all.grouped());
      assertEquals(List.of(0, 0), all.hits().stream().map(Hit::versions).toList());
    }
  }

  private static List<Long> reports(Answer answer, Dimension dimension) {
    return answer.values(dimension).stream().map(Answer.Value::count).toList();
  }

  @Test
  default void aReportKnowsItsVersions(@TempDir Path folder) throws IOException {
    String text = text(1, 400);
    try (Engine engine =
        holding(
            folder,
            Sample.report("old").dated("2022").says(text),
            Sample.report("middle").dated("2023").says(revised(text, 2)),
            Sample.report("new").dated("2024").says(text + " " + text(5, 30)),
            Sample.report("other").says(text(9, 400)))) {
      List<Version> versions = engine.versions("old");
      assertEquals(List.of("new", "middle"), versions.stream().map(v -> v.report().id()).toList());
      assertEquals(List.of(true, false), versions.stream().map(Version::best).toList());
      assertEquals(List.of(430, 400), versions.stream().map(Version::words).toList());
      assertEquals(400 / 430.0, versions.getFirst().common(), 0.1);
      assertTrue(versions.getLast().common() < 0.75, versions.toString());
      assertEquals(List.of(), versions.getFirst().report().passages());
      assertEquals(
          List.of(false, false), engine.versions("new").stream().map(Version::best).toList());
      assertEquals(List.of(), engine.versions("other"));
      assertEquals(List.of(), engine.versions("nobody"));
    }
  }

  @Test
  default void theSameWithoutItsHeadersIsAVersion(@TempDir Path folder) throws IOException {
    Sample pdf = Sample.report("pdf").type("application/pdf").dated("2024-01-01");
    Sample web = Sample.report("web").type("text/html").dated("2024-01-01").says("Share this page");
    for (int page = 1; page <= 6; page++) {
      pdf.passage(Passage.Kind.FURNITURE, page, "Monitor of the Steppe, Volume 4, page " + page);
      pdf.passage(Passage.Kind.PARAGRAPH, page, text(page, 60));
      web.says(text(page, 60));
    }
    try (Engine engine = holding(folder, pdf, web)) {
      assertEquals("web", engine.versions("pdf").getFirst().report().id());
    }
  }

  @Test
  default void whatIsAlikeOtherwiseIsNoVersion(@TempDir Path folder) throws IOException {
    String text = text(1, 300);
    String template = text(2, 120);
    try (Engine engine =
        holding(
            folder,
            Sample.report("issue-1").series("Monitor", null, "1", "1").says(text),
            Sample.report("issue-2").series("Monitor", null, "1", "2").says(text),
            Sample.report("translated").language("ru").says(text),
            Sample.report("march").says(template + " " + text(3, 120)),
            Sample.report("april").says(template + " " + text(4, 120)),
            Sample.report("short").says("No text was found on this page."),
            Sample.report("short-too").says("No text was found on this page."),
            Sample.report("worn").says("one two three ".repeat(90)),
            Sample.report("worn-too").says("one two three ".repeat(50)))) {
      Answer answer = engine.search(ask(new Clause.Everything()));
      assertEquals(9, answer.hits().size());
      assertEquals(0, answer.grouped());
    }
  }

  @Test
  default void theBestThatPassesTheFiltersIsShown(@TempDir Path folder) throws IOException {
    String text = text(1, 400);
    try (Engine engine =
        holding(
            folder,
            Sample.report("a").dated("2021").says(text).region("mali", Label.Strength.ABOUT),
            Sample.report("b").dated("2022").says(text).region("mali", Label.Strength.ABOUT),
            Sample.report("c").dated("2023").says(text).region("niger", Label.Strength.ABOUT),
            Sample.report("d").says(text + " more").region("niger", Label.Strength.ABOUT))) {
      Question all = ask(new Clause.Everything());
      assertEquals(List.of("c"), ids(engine.search(all)));
      Answer mali =
          engine.search(all.with(Dimension.REGION, new Selection(List.of("mali"), List.of())));
      assertEquals(List.of("b"), ids(mali));
      assertEquals(1, mali.hits().getFirst().versions());
      assertEquals(2, mali.total());
      Span early = new Span("2021", "2021");
      Answer one = engine.search(all.with(early, Question.Undated.DEFAULT));
      assertEquals(List.of("a"), ids(one));
      assertEquals(0, one.hits().getFirst().versions());
      assertEquals(0, one.grouped());
    }
  }

  @Test
  default void pagesHoldEveryGroupOnce(@TempDir Path folder) throws IOException {
    long seed = 41;
    RandomGenerator random = new Random(seed);
    List<Report> reports = new ArrayList<>();
    List<Integer> kinds = new ArrayList<>();
    for (int i = 0; i < 160; i++) {
      int kind = random.nextInt(60);
      kinds.add(kind);
      Sample report = Sample.report("r" + i).dated(String.valueOf(2000 + random.nextInt(20)));
      reports.add(report.says("alpha ".repeat(1 + i % 7), text(kind, 200)).build());
    }
    try (Engine engine = open(folder)) {
      for (List<Report> part : List.of(reports.subList(0, 90), reports.subList(90, 160))) {
        engine.write(part.stream().<Change>map(Change.Put::new).toList());
        engine.commit();
      }
      for (Question.Sort sort : Question.Sort.values()) {
        for (Clause clause : List.of(new Clause.Everything(), word("alpha"))) {
          Question question = ask(clause).with(sort);
          List<String> seen = new ArrayList<>();
          Answer answer;
          int page = 1;
          do {
            answer = engine.search(question.page(page++, 7));
            seen.addAll(ids(answer));
          } while (!answer.hits().isEmpty());
          String about = "seed " + seed + ", " + question;
          assertEquals(160, answer.total(), about);
          assertEquals(seen.size(), answer.listed(), about);
          assertEquals(
              kinds.stream().distinct().sorted().toList(),
              seen.stream().map(id -> kinds.get(number(id))).sorted().toList(),
              about);
          assertEquals(seen, ids(engine.search(question.page(1, 100))), about);
          List<String> each = new ArrayList<>();
          engine.each(question, report -> each.add(report.id()));
          assertEquals(160, each.stream().distinct().count(), about);
        }
      }
    }
  }

  private static int number(String id) {
    return Integer.parseInt(id.substring(1));
  }

  @Test
  default void whenTheBestIsRemovedTheNextStandsInItsPlace(@TempDir Path folder)
      throws IOException {
    String text = text(1, 400);
    try (Engine engine =
        holding(
            folder,
            Sample.report("a").dated("2021").says(text),
            Sample.report("b").dated("2022").says(text),
            Sample.report("c").dated("2023").says(text))) {
      engine.write(List.of(new Change.Drop("c", null)));
      engine.commit();
      Answer answer = engine.search(ask(new Clause.Everything()));
      assertEquals(List.of("b"), ids(answer));
      assertEquals(1, answer.hits().getFirst().versions());
    }
    try (Engine again = open(folder)) {
      assertEquals("b", again.versions("a").getFirst().report().id());
      again.write(List.of(new Change.Put(Sample.report("a").says(text(7, 400)).build())));
      again.commit();
      assertEquals(List.of(), again.versions("b"));
      assertEquals(2, again.search(ask(new Clause.Everything())).listed());
    }
  }
}
