package dossier.search;

import static dossier.report.Label.Strength.ABOUT;
import static dossier.report.Label.Strength.MENTIONS;
import static dossier.search.Ask.all;
import static dossier.search.Ask.any;
import static dossier.search.Ask.ask;
import static dossier.search.Ask.ids;
import static dossier.search.Ask.not;
import static dossier.search.Ask.phrase;
import static dossier.search.Ask.prefix;
import static dossier.search.Ask.word;
import static dossier.search.Sample.report;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dossier.search.Clause.Field;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which reports answer which clause, and in which order. */
public interface FindingContract extends EngineUnderTest {

  @Test
  default void wordsCombineAsAsked(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(
            folder,
            report("a").says("Alpha stands beside bravo."),
            report("b").says("Bravo, then alpha."),
            report("c").title("Alpha alone"),
            report("d").says("Charlie and alphabet."))) {
      assertFound(engine, all(word("alpha"), word("bravo")), "a", "b");
      assertFound(engine, any(word("bravo"), word("charlie")), "a", "b", "d");
      assertFound(engine, all(word("alpha"), not(word("bravo"))), "c");
      assertFound(engine, not(word("alpha")), "d");
      assertFound(engine, not(all(word("alpha"), not(word("bravo")))), "a", "b", "d");
      assertFound(engine, all(not(word("bravo")), not(word("charlie"))), "c");
      assertFound(engine, phrase("stands beside bravo"), "a");
      assertFound(engine, phrase("bravo alpha"));
      assertFound(engine, prefix("alph"), "a", "b", "c", "d");
      assertFound(engine, new Clause.Everything(), "a", "b", "c", "d");
      assertFound(engine, all(word("alpha"), word("..."), any(word("!"), word("bravo"))), "a", "b");
      assertFound(engine, word("?!"));
    }
  }

  @Test
  default void aWordMayStandInAnotherFieldThanTheNext(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(folder, report("a").title("Alpha").summary("Bravo").says("Charlie."))) {
      assertFound(engine, all(word("alpha"), word("bravo"), word("charlie")), "a");
    }
  }

  @Test
  default void fieldsAreAskedByName(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(
            folder,
            report("a")
                .title("Alpha")
                .summary("Bravo")
                .author("Éva Szabó")
                .series("Weekly", "2785-259X", "XII", "3-4"),
            report("b").says("Alpha bravo Szabo 2785-259X"))) {
      assertFound(engine, new Clause.Word(Field.TITLE, "alpha"), "a");
      assertFound(engine, new Clause.Word(Field.SUMMARY, "bravo"), "a");
      assertFound(engine, new Clause.Phrase(Field.AUTHOR, "eva szabo"), "a");
      assertFound(engine, new Clause.Word(Field.ISSN, "2785-259x"), "a");
      assertFound(engine, new Clause.Word(Field.VOLUME, "xii"), "a");
      assertFound(engine, new Clause.Word(Field.ISSUE, "3-4"), "a");
      assertFound(engine, new Clause.Prefix(Field.ISSN, "2785"), "a");
      assertFound(engine, new Clause.Word(Field.TITLE, "bravo"));
    }
  }

  @Test
  default void caseAndAccentsDoNotMatter(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(
            folder,
            report("fr").language("fr").says("L’ARMÉE de l'État avance."),
            report("ru").language("ru").says("Ёлка и Йод в Казахстане."),
            report("tr").language("tr").says("IŞIK İstanbul'da."),
            report("uz").language("uz").says("Oʻzbekiston, o‘zbek va g'arb; ta’lim."),
            report("en").says("The U.S.-backed state’s cross-border raids."))) {
      assertFound(engine, word("armee"), "fr");
      assertFound(engine, word("l'armée"), "fr");
      assertFound(engine, phrase("armee de l’etat"), "fr");
      assertFound(engine, word("елка"), "ru");
      assertFound(engine, word("ISIK"), "tr");
      assertFound(engine, word("ıstanbul"), "tr");
      assertFound(engine, word("o'zbekiston"), "uz");
      assertFound(engine, word("O’ZBEK"), "uz");
      assertFound(engine, word("gʻarb"), "uz");
      assertFound(engine, word("us"), "en");
      assertFound(engine, word("state"), "en");
      assertFound(engine, word("cross-border"), "en");
      assertFound(engine, word("border"), "en");
      assertFound(engine, word("border-cross"));
    }
  }

  @Test
  default void anyFormOfAWordIsFoundButInAPhrase(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(
            folder,
            report("en").says("Several attacks were prepared by sleeper cells."),
            report("one").says("They attack at night."),
            report("ru").language("ru").says("Террористическая организация готовила нападения."),
            report("fr").language("fr").says("Les frontières nationales sont surveillées."),
            report("kk").language("kk").says("Қазақстандағы шекаралардың қауіпсіздігі."),
            report("uz").language("uz").says("Oʻzbekistonning chegaralarida tinchlik."),
            report("ar").language("ar").says("الإرهاب والمنظمات الإرهابية في المنطقة"),
            report("fa").language("fa").says("گروه‌های تروریستی در کشورها"),
            report("de").language("de").says("Die Grenzen der Staaten."))) {
      assertFound(engine, word("attack"), "en", "one");
      assertFound(engine, word("attacking"), "en", "one");
      assertFound(engine, word("организации"), "ru");
      assertFound(engine, word("террористических"), "ru");
      assertFound(engine, word("frontière"), "fr");
      assertFound(engine, word("national"), "fr");
      assertFound(engine, word("шекара"), "kk");
      assertFound(engine, word("қазақстан"), "kk");
      assertFound(engine, word("o'zbekiston"), "uz");
      assertFound(engine, word("chegara"), "uz");
      assertFound(engine, word("منظمات"), "ar");
      assertFound(engine, word("کشور"), "fa");
      assertFound(engine, word("Grenze"), "de");
      assertFound(engine, phrase("sleeper cell"));
      assertFound(engine, phrase("Sleeper Cells"), "en");
      assertFound(engine, word("sleeper-cell"), "en");
    }
  }

  @Test
  default void aStemFindsFormsInItsOwnLanguageAlone(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(
            folder,
            report("ar-article").language("ar").says("تقرير عن أمن الحدود الشمالية"),
            report("ar-bare").language("ar").says("حدود السودان وليبيا"),
            report("ar-sea").language("ar").says("الوزير في البحر مع المدنيين الفلسطينيين"),
            report("fa-profit").language("fa").says("سود شرکت امسال بیشتر شد"),
            report("fa-sudan").language("fa").says("جنگ در سودان و السودان"),
            report("fa-ship").language("fa").says("کشتی در بندر ماند"),
            report("fa-ships").language("fa").says("کشتی‌های جنگی در خلیج"),
            report("fa-field").language("fa").says("کشت گندم در شمال"),
            report("fa-borders").language("fa").says("مرزهای ایران و شبه‌نظامیان افغانستانی"),
            report("en").says("Universities test a Kremlin drone"),
            report("fr").language("fr").says("L'univers des drones du Kremlin"),
            report("ru").language("ru").says("Дроны и Kremlin"))) {
      assertFound(engine, word("حدود"), "ar-article", "ar-bare");
      assertFound(engine, word("الحدود"), "ar-article", "ar-bare");
      assertFound(engine, word("السودان"), "ar-bare", "fa-sudan");
      assertFound(engine, word("سودان"), "ar-bare", "fa-sudan");
      assertFound(engine, word("سود"), "fa-profit");
      assertFound(engine, word("ليبيا"), "ar-bare");
      assertFound(engine, word("السودانية"), "ar-bare");
      assertFound(engine, word("البحرين"));
      assertFound(engine, word("بحر"), "ar-sea");
      assertFound(engine, word("وزير"), "ar-sea");
      assertFound(engine, word("مدني"), "ar-sea");
      assertFound(engine, word("فلسطين"), "ar-sea");
      assertFound(engine, word("کشتی"), "fa-ship", "fa-ships");
      assertFound(engine, word("كشتي"), "fa-ship", "fa-ships");
      assertFound(engine, word("کشت"), "fa-field");
      assertFound(engine, word("مرز"), "fa-borders");
      assertFound(engine, word("شبه‌نظامی"), "fa-borders");
      assertFound(engine, word("افغانستان"), "fa-borders");
      assertFound(engine, word("universal"), "en");
      assertFound(engine, word("drone"), "en", "fr");
      assertFound(engine, word("дрона"), "ru");
      assertFound(engine, word("kremlin"), "en", "fr", "ru");
    }
  }

  @Test
  default void furnitureIsNotSearched(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(
            folder,
            report("a")
                .passage(dossier.text.Passage.Kind.FURNITURE, 1, "Subscribe to our podcast")
                .says("Nothing of the kind."))) {
      assertFound(engine, word("podcast"));
    }
  }

  @Test
  default void aFacetIsAskedByIdOrByNameInAnyLanguage(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(
            folder,
            report("a").region("kazakhstan", ABOUT).threat("sleeper-cells", ABOUT),
            report("b").region("mali", MENTIONS).series("Revue de l’Été", null, "1", "2"),
            report("c").language("fr").type("application/pdf"))) {
      assertFound(engine, new Clause.Facet(Dimension.REGION, "kazakhstan"), "a");
      assertFound(engine, new Clause.Facet(Dimension.REGION, "КАЗАХСТАН"), "a");
      assertFound(engine, new Clause.Facet(Dimension.REGION, "central asia"), "a");
      assertFound(engine, new Clause.Facet(Dimension.REGION, "Азия"), "a");
      assertFound(engine, new Clause.Facet(Dimension.REGION, "mali"));
      assertFound(engine, new Clause.Facet(Dimension.REGION, "Atlantis"));
      assertFound(engine, new Clause.Facet(Dimension.THREAT, "Terrorism"), "a");
      assertFound(engine, new Clause.Facet(Dimension.SERIES, "revue de l'ete"), "b");
      assertFound(engine, new Clause.Facet(Dimension.LANGUAGE, "French"), "c");
      assertFound(engine, new Clause.Facet(Dimension.LANGUAGE, "fr"), "c");
      assertFound(engine, new Clause.Facet(Dimension.TYPE, "PDF"), "c");
      assertFound(engine, not(new Clause.Facet(Dimension.REGION, "asia")), "b", "c");
    }
  }

  @Test
  default void aNameBeforeAColonAsksWhatAReportIsAboutAndMentionsAsksForMore(@TempDir Path folder)
      throws IOException {
    try (Engine engine =
        holding(
            folder,
            report("about").region("kazakhstan", ABOUT).threat("sleeper-cells", MENTIONS),
            report("mentions").region("kazakhstan", MENTIONS).threat("cyber", ABOUT),
            report("neither").region("mali", ABOUT))) {
      assertFound(engine, new Clause.Facet(Dimension.REGION, "kazakhstan"), "about");
      assertFound(engine, new Clause.Mentions("kazakhstan"), "about", "mentions");
      assertFound(engine, new Clause.Mentions("Казахстан"), "about", "mentions");
      assertFound(engine, new Clause.Mentions("asia"), "about", "mentions");
      assertFound(engine, new Clause.Mentions("terrorism"), "about");
      assertFound(engine, new Clause.Mentions("atlantis"));
      assertFound(engine, not(new Clause.Mentions("kazakhstan")), "neither");
      Question typed = ask(new Clause.Facet(Dimension.REGION, "kazakhstan"));
      assertEquals(
          List.of("about"),
          ids(engine.search(typed.with(Question.Scope.MENTIONS))),
          "what is typed does not depend on the switch of the facets");
    }
  }

  @Test
  default void aTitleCountsMoreThanTheText(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(
            folder,
            report("text").says("One word about water among others in the text."),
            report("title").title("Water and power").says("Other words in the text."))) {
      assertEquals(List.of("title", "text"), ids(engine.search(ask(word("water")))));
    }
  }

  @Test
  default void whatATitleSaysComesBeforeWhatATextMentionsOnce(@TempDir Path folder)
      throws IOException {
    try (Engine engine =
        holding(
            folder,
            report("title")
                .title("Sleeper cells and the border: an assessment of the northern provinces")
                .summary("What was seen.")
                .says("Six months of patrols are looked at here.", "Nothing was decided.")
                .dated("2016"),
            report("summary")
                .title("What six months have shown")
                .summary("On sleeper cells near a border.")
                .says("Six months of patrols are looked at here.", "Nothing was decided.")
                .dated("2016"),
            report("body")
                .title("What six months have shown")
                .summary("What was seen.")
                .says("Six months of patrols are looked at here.", "Sleeper cells at a border.")
                .dated("2026"),
            report("apart")
                .title("Border trade")
                .says("A sleeper train. Prison cells.")
                .dated("2026"),
            report("other")
                .title("Harvests")
                .says("Wheat prices rose at the border.")
                .dated("2026"))) {
      List<String> byPlace = List.of("title", "summary", "body");
      assertEquals(byPlace, ids(engine.search(ask(phrase("sleeper cells")))));
      assertEquals(byPlace, ids(engine.search(ask(all(phrase("sleeper cells"), word("border"))))));
      List<String> words =
          ids(engine.search(ask(all(word("sleeper"), word("cells"), word("border")))));
      assertEquals("title", words.getFirst());
      assertEquals(Set.of("title", "summary", "body", "apart"), Set.copyOf(words));
      assertEquals(
          List.of("apart"), ids(engine.search(ask(all(word("cell"), phrase("border trade"))))));
    }
  }

  @Test
  default void ofEqualReportsTheNewerComesFirst(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(
            folder,
            report("a").dated("2016-01-01").says("Same words."),
            report("b").dated("2025-01-01").says("Same words."),
            report("c").says("Same words."))) {
      assertEquals(List.of("b", "a", "c"), ids(engine.search(ask(word("same")))));
    }
  }

  /** That a clause finds these reports and no others. */
  private static void assertFound(Engine engine, Clause clause, String... expected)
      throws IOException {
    Answer answer = engine.search(ask(clause));
    assertEquals(Set.of(expected), Set.copyOf(ids(answer)), clause.toString());
    assertEquals(expected.length, answer.total(), clause.toString());
  }
}
