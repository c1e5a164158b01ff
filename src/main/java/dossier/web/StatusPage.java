package dossier.web;

import dossier.ingest.Desk;
import dossier.ingest.Progress;
import dossier.ingest.Relabelling;
import dossier.report.Vocabulary;
import dossier.search.Answer;
import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.LedgerEntry;
import dossier.search.Question;
import dossier.search.Span;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the archive holds, the run under way, and what was refused and why: `/status`. And
/// `/health` for programs.
final class StatusPage {

  private static final int LATEST = 5;

  private final Engine engine;
  private final Pages pages;
  private final Facets facets;
  private final Hits hits;
  private final PortalSettings settings;
  private final Desk desk;
  private final Retries retries;
  private volatile @Nullable Known last;

  StatusPage(
      Engine engine,
      Pages pages,
      Facets facets,
      Hits hits,
      PortalSettings settings,
      Desk desk,
      Retries retries) {
    this.engine = engine;
    this.pages = pages;
    this.facets = facets;
    this.hits = hits;
    this.settings = settings;
    this.desk = desk;
    this.retries = retries;
  }

  /// What the ledger says as of a commit.
  private record Known(
      Engine.Holdings of, List<LedgerEntry> troubles, LedgerNotes notes, Sources sources) {}

  /// The page.
  ///
  /// @param held what is wrong: why removals are held back, or why the last run ended early; empty
  ///   when nothing is
  /// @param outcomes how many files came to what; they sum to `files`
  /// @param labelling how far labelling all reports again has come; empty when that does not run
  /// @param vocabulary what is wrong with the vocabulary files, a line each
  /// @param troubles the files that could not be read, or not in full
  /// @param open whether it may be asked here to read some again; else it takes a command
  /// @param retry where that is sent
  /// @param again that some will be read again, as was just asked; empty when it was not
  /// @param lacking what reports may lack, and how many do
  record View(
      RunView run,
      String events,
      String labelling,
      List<String> vocabulary,
      String held,
      String files,
      List<Outcome> outcomes,
      Troubles troubles,
      boolean open,
      String retry,
      String again,
      LedgerNotes notes,
      Sources sources,
      List<Rows.Row> types,
      List<Rows.Row> languages,
      Chart years,
      List<Hits.View> latest,
      List<Lack> lacking,
      List<Fact> facts,
      String corpus) {}

  /// Something reports lack.
  record Lack(String name, String count, String href) {}

  /// What became of files, and how many.
  record Outcome(String name, String meaning, String count, String href) {}

  /// Something known about the index.
  record Fact(String name, String value) {}

  void page(Context ctx) throws IOException {
    Map<LedgerEntry.Outcome, Long> counts = engine.ledger().counts();
    Known known = known();
    Map<String, List<String>> asked = Parameters.of(ctx);
    Troubles.Choice choice = Troubles.Choice.of(asked);
    Progress now = desk.progress();
    Relabelling.State labels = desk.labelling();
    Answer all =
        engine.search(
            Question.of("").with(Question.Versions.ALL).with(Question.Sort.NEWEST).page(1, LATEST));
    View view =
        new View(
            RunView.of(now),
            pages.asset("status.js"),
            labelling(labels),
            labels.problem().lines().toList(),
            now.failed().isEmpty() ? now.held() : now.failed(),
            Words.count(counts.values().stream().mapToLong(Long::longValue).sum()),
            outcomes(counts),
            Troubles.of(known.troubles(), choice),
            retries.open(ctx),
            "/status/retry" + choice.parameters(""),
            again(asked, now.running()),
            known.notes(),
            known.sources(),
            rows(all, Dimension.TYPE),
            rows(all, Dimension.LANGUAGE),
            Chart.years(all.years(), year -> false),
            hits.found(all.hits(), Question.of("")),
            lacking(all),
            facts(engine.holdings()),
            settings.corpus());
    pages.show(ctx, "status", Pages.Heading.of(Words.say("status.title"), "status"), view);
  }

  private List<Rows.Row> rows(Answer all, Dimension dimension) {
    return Rows.of(
        facets.values(all, dimension),
        value -> Addresses.search(Facets.only(Question.of(""), dimension, value.id())));
  }

  private List<Lack> lacking(Answer all) throws IOException {
    Question undated = Question.of("").with(Span.ALWAYS, Question.Undated.ONLY);
    List<Lack> lacking = new ArrayList<>();
    lacking.add(
        new Lack(
            Words.say("status.undated"), Words.count(all.undated()), Addresses.search(undated)));
    lacking.add(unlabelled(Words.say("status.no-region"), Dimension.REGION, facets.regions()));
    lacking.add(unlabelled(Words.say("status.no-threat"), Dimension.THREAT, facets.threats()));
    return List.copyOf(lacking);
  }

  private Lack unlabelled(String name, Dimension dimension, Vocabulary vocabulary)
      throws IOException {
    Question question = Unlabelled.in(dimension, vocabulary);
    long count = engine.search(question.page(1, 1)).total();
    return new Lack(name, Words.count(count), Addresses.search(question));
  }

  /// Read once for each commit: the ledger has an entry for every file.
  private Known known() throws IOException {
    Engine.Holdings now = engine.holdings();
    Known known = last;
    if (known == null || !known.of().equals(now)) {
      known =
          new Known(
              now,
              Troubles.all(engine.ledger()),
              LedgerNotes.of(engine.ledger()),
              Sources.of(engine.ledger()));
      last = known;
    }
    return known;
  }

  private static String again(Map<String, List<String>> asked, boolean running) {
    String count = asked.getOrDefault("again", List.of("")).getLast();
    if (!count.matches("\\d{1,9}")) {
      return "";
    }
    int files = Integer.parseInt(count);
    return Words.say(running ? "status.again-later" : "status.again", "n", files);
  }

  void health(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    ctx.contentType("application/json")
        .result(AnswerJson.text(Map.of("ingest", desk.progress().running() ? "running" : "idle")));
  }

  private static String labelling(Relabelling.State now) {
    return now.running()
        ? Words.say("status.labelling", "done", now.done(), "total", now.total())
        : "";
  }

  private static List<Outcome> outcomes(Map<LedgerEntry.Outcome, Long> counts) {
    List<Outcome> outcomes = new ArrayList<>();
    for (LedgerEntry.Outcome outcome : LedgerEntry.Outcome.values()) {
      String count = Words.count(counts.getOrDefault(outcome, 0L));
      String name = outcome.name().toLowerCase(Locale.ROOT);
      String href =
          switch (outcome) {
            case PARTIAL, REFUSED -> "/status?outcome=" + name + "#qu";
            case INDEXED, DUPLICATE, CONTAINER, SKIPPED -> "";
          };
      outcomes.add(
          new Outcome(
              Words.say("outcome." + name),
              Words.say("outcome." + name + ".meaning"),
              count,
              href));
    }
    return outcomes;
  }

  private static List<Fact> facts(Engine.Holdings holdings) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(Words.say("status.reports"), Words.count(holdings.reports())));
    facts.add(new Fact(Words.say("kind.series.many"), Words.count(holdings.series())));
    facts.add(new Fact(Words.say("kind.language.many"), Words.count(holdings.languages())));
    if (holdings.lastYear() > 0) {
      facts.add(
          new Fact(
              Words.say("status.years"),
              Words.say(
                  "span.both",
                  "from",
                  Integer.toString(holdings.firstYear()),
                  "to",
                  Integer.toString(holdings.lastYear()))));
    }
    facts.add(new Fact(Words.say("status.size"), Words.size(holdings.bytesOnDisk())));
    var committed = holdings.committed();
    facts.add(
        new Fact(
            Words.say("status.indexed"),
            committed == null ? Words.say("status.never") : Words.moment(committed)));
    return List.copyOf(facts);
  }
}
