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
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.archive.Location;
import dossier.report.Report;
import dossier.report.Vocabularies;
import dossier.search.Clause.Field;
import dossier.search.Engine.Change;
import dossier.search.Engine.Lookup;
import dossier.search.LedgerEntry.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every engine does: keeping. How it finds and counts is in the suites beside this one. */
public interface EngineContract {

  /** Opens an engine on a folder, which it may have been opened on before. */
  Engine open(Path folder, Vocabularies vocabularies) throws IOException;

  default Engine open(Path folder) throws IOException {
    return open(folder, Sample.VOCABULARIES);
  }

  /** An engine that holds these reports. */
  default Engine holding(Path folder, Sample... reports) throws IOException {
    Engine engine = open(folder);
    List<Change> changes = new ArrayList<>();
    for (Sample report : reports) {
      changes.add(new Change.Put(report.build()));
    }
    engine.write(changes);
    engine.commit();
    return engine;
  }

  @Test
  default void anEmptyEngineAnswers(@TempDir Path folder) throws IOException {
    try (Engine engine = open(folder)) {
      Answer answer = engine.search(ask(word("anything")));
      assertEquals(0, answer.total());
      assertEquals(List.of(), answer.hits());
      assertInstanceOf(Lookup.Unknown.class, engine.lookup("none"));
      assertEquals(0, engine.holdings().reports());
      assertNull(engine.holdings().committed());
      assertEquals(List.of(), engine.ledger().all());
    }
  }

  @Test
  default void aReportComesBackAsItWasPut(@TempDir Path folder) throws IOException {
    Report put =
        report("whole")
            .title("Über die Lage")
            .summary("A summary.")
            .series("Geopolitical Report", "2785-2598", "42", "13")
            .dated("2024-05")
            .author("Unit A")
            .region("kazakhstan", ABOUT)
            .threat("cyber", MENTIONS)
            .passage(dossier.text.Passage.Kind.HEADING, 1, "Heading")
            .says("One.", "Two.")
            .build();
    try (Engine engine = open(folder)) {
      engine.write(List.of(new Change.Put(put)));
      engine.commit();
      Lookup.Held held = assertInstanceOf(Lookup.Held.class, engine.lookup("whole"));
      assertEquals(put, held.report());
      assertEquals(List.of(put.location()), held.places());
      Report hit = engine.search(ask(word("lage"))).hits().getFirst().report();
      assertEquals(List.of(), hit.passages());
      assertEquals(put.regions(), hit.regions());
      assertEquals(put.published(), hit.published());
    }
  }

  @Test
  default void nothingShowsBeforeTheCommit(@TempDir Path folder) throws IOException {
    try (Engine engine = open(folder)) {
      engine.write(
          List.of(
              new Change.Put(report("new").says("Fresh words.").build()),
              new Change.Note(Sample.entry("new.txt", Outcome.INDEXED, "new"))));
      assertEquals(0, engine.search(ask(word("fresh"))).total());
      assertInstanceOf(Lookup.Unknown.class, engine.lookup("new"));
      assertEquals(List.of(), engine.ledger().all());
      engine.commit();
      assertEquals(1, engine.search(ask(word("fresh"))).total());
      assertInstanceOf(Lookup.Held.class, engine.lookup("new"));
      assertEquals(1, engine.ledger().all().size());
      assertNotNull(engine.holdings().committed());
    }
  }

  @Test
  default void whatWasNotCommittedIsGoneWhenOpenedAgain(@TempDir Path folder) throws IOException {
    try (Engine engine = holding(folder, report("kept").says("Kept words."))) {
      engine.write(
          List.of(
              new Change.Put(report("lost").says("Lost words.").build()),
              new Change.Drop("kept", null),
              new Change.Note(Sample.entry("lost.txt", Outcome.INDEXED, "lost"))));
    }
    try (Engine engine = open(folder)) {
      assertEquals(List.of("kept"), ids(engine.search(ask(word("words")))));
      assertInstanceOf(Lookup.Unknown.class, engine.lookup("lost"));
      assertEquals(List.of(), engine.ledger().all());
    }
  }

  @Test
  default void whatWasCommittedIsThereWhenOpenedAgain(@TempDir Path folder) throws IOException {
    try (Engine engine = holding(folder, report("a").says("Words."), report("b").says("Words."))) {
      engine.write(List.of(new Change.Drop("b", null)));
      engine.write(List.of(new Change.Note(Sample.entry("a.txt", Outcome.INDEXED, "a"))));
      engine.commit();
    }
    try (Engine engine = open(folder)) {
      assertEquals(List.of("a"), ids(engine.search(ask(word("words")))));
      assertInstanceOf(Lookup.Gone.class, engine.lookup("b"));
      assertEquals(1, engine.ledger().all().size());
      assertEquals(1, engine.holdings().reports());
      assertNotNull(engine.holdings().committed());
    }
  }

  @Test
  default void aLaterPutReplacesAnEarlierOne(@TempDir Path folder) throws IOException {
    try (Engine engine = holding(folder, report("one").says("Earlier."))) {
      engine.write(
          List.of(
              new Change.Put(report("one").says("Between.").build()),
              new Change.Put(report("one").says("Later.").build())));
      engine.commit();
      assertEquals(0, engine.search(ask(any(word("earlier"), word("between")))).total());
      assertEquals(List.of("one"), ids(engine.search(ask(word("later")))));
      assertEquals(1, engine.holdings().reports());
    }
  }

  @Test
  default void aDroppedReportIsGoneOrMovedUntilItIsPutAgain(@TempDir Path folder)
      throws IOException {
    try (Engine engine =
        holding(folder, report("old").says("Text."), report("new").says("Text."))) {
      engine.write(List.of(new Change.Drop("old", "new")));
      engine.commit();
      assertEquals(new Lookup.Moved("new"), engine.lookup("old"));
      assertEquals(List.of("new"), ids(engine.search(ask(word("text")))));
      engine.write(List.of(new Change.Drop("new", null)));
      engine.commit();
      assertInstanceOf(Lookup.Gone.class, engine.lookup("new"));
      assertEquals(0, engine.search(ask(new Clause.Everything())).total());
      engine.write(List.of(new Change.Put(report("old").says("Text.").build())));
      engine.commit();
      assertInstanceOf(Lookup.Held.class, engine.lookup("old"));
    }
  }

  @Test
  default void theLedgerKeepsTheLastEntryOfALocation(@TempDir Path folder) throws IOException {
    try (Engine engine = open(folder)) {
      engine.write(
          List.of(
              new Change.Note(Sample.entry("b.pdf", Outcome.REFUSED, null)),
              new Change.Note(Sample.entry("c.zip!/x.txt", Outcome.INDEXED, "x")),
              new Change.Note(Sample.entry("a.pdf", Outcome.REFUSED, null)),
              new Change.Note(Sample.entry("Отчёт 7.pdf", Outcome.SKIPPED, null)),
              new Change.Note(Sample.entry("gone.pdf", Outcome.SKIPPED, null))));
      engine.write(
          List.of(
              new Change.Note(Sample.entry("b.pdf", Outcome.INDEXED, "b")),
              new Change.Forget(new Location("gone.pdf"))));
      engine.commit();
      List<LedgerEntry> all = engine.ledger().all();
      assertEquals(
          List.of("a.pdf", "b.pdf", "c.zip!/x.txt", "Отчёт 7.pdf"),
          all.stream().map(entry -> entry.location().path()).toList());
      assertEquals(Sample.entry("b.pdf", Outcome.INDEXED, "b"), all.get(1));
      assertEquals(
          List.of(Sample.entry("a.pdf", Outcome.REFUSED, null)),
          engine.ledger().of(Outcome.REFUSED, Outcome.CONTAINER));
      Map<Outcome, Long> counts = engine.ledger().counts();
      assertEquals(2, counts.get(Outcome.INDEXED));
      assertEquals(1, counts.get(Outcome.REFUSED));
      assertEquals(4, counts.values().stream().mapToLong(Long::longValue).sum());
    }
  }

  @Test
  default void aReportKnowsEveryPlaceOfItsContent(@TempDir Path folder) throws IOException {
    Report report = report("one").says("Text.").build();
    try (Engine engine = open(folder)) {
      engine.write(
          List.of(
              new Change.Put(report),
              new Change.Note(Sample.entry("z/copy.txt", Outcome.DUPLICATE, "one")),
              new Change.Note(Sample.entry(report.location().path(), Outcome.INDEXED, "one")),
              new Change.Note(Sample.entry("b.zip!/copy.txt", Outcome.DUPLICATE, "one")),
              new Change.Note(Sample.entry("other.txt", Outcome.INDEXED, "two"))));
      engine.commit();
      Lookup.Held held = assertInstanceOf(Lookup.Held.class, engine.lookup("one"));
      assertEquals(
          List.of(report.location(), new Location("b.zip!/copy.txt"), new Location("z/copy.txt")),
          held.places());
    }
  }

  @Test
  default void holdingsSayWhatIsHeld(@TempDir Path folder) throws IOException {
    try (Engine engine =
        holding(
            folder,
            report("a").series("First", null, "1", "1").dated("2019"),
            report("b").series("Second", null, "1", "1").language("ru").dated("2023-04-05"),
            report("c").series("Second", null, "1", "2"))) {
      Engine.Holdings holdings = engine.holdings();
      assertEquals(3, holdings.reports());
      assertEquals(2, holdings.series());
      assertEquals(2, holdings.languages());
      assertEquals(2019, holdings.firstYear());
      assertEquals(2023, holdings.lastYear());
      assertTrue(holdings.bytesOnDisk() > 0);
    }
  }

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
      assertFound(engine, not(not(word("alpha"))), "a", "b", "c");
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
            report("fr").language("fr").says("Les frontières nationales sont surveillées."))) {
      assertFound(engine, word("attack"), "en", "one");
      assertFound(engine, word("attacking"), "en", "one");
      assertFound(engine, word("организации"), "ru");
      assertFound(engine, word("террористических"), "ru");
      assertFound(engine, word("frontière"), "fr");
      assertFound(engine, word("national"), "fr");
      assertFound(engine, phrase("sleeper cell"));
      assertFound(engine, phrase("Sleeper Cells"), "en");
      assertFound(engine, word("sleeper-cell"), "en");
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
