package dossier.web;

import dossier.ingest.Progress;
import dossier.search.Answer;
import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.LedgerEntry;
import dossier.search.Question;
import dossier.search.QuestionUrl;
import dossier.text.Reason;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the archive holds, the run under way, and what was refused and why: `/status`. And
/// `/health` for programs.
final class StatusPage {

  private static final int PAGE = 100;

  private final Engine engine;
  private final Pages pages;
  private final Facets facets;
  private final PortalSettings settings;
  private final Supplier<Progress> state;
  private volatile @Nullable Known last;

  StatusPage(
      Engine engine,
      Pages pages,
      Facets facets,
      PortalSettings settings,
      Supplier<Progress> state) {
    this.engine = engine;
    this.pages = pages;
    this.facets = facets;
    this.settings = settings;
    this.state = state;
  }

  /// The notes as of a commit.
  private record Known(Engine.Holdings of, LedgerNotes notes) {}

  /// The page.
  ///
  /// @param outcomes how many files came to what; they sum to `files`
  record View(
      Run run,
      String held,
      String files,
      List<Outcome> outcomes,
      String refusedTotal,
      List<Refused> refused,
      String previous,
      String next,
      List<Refused> partial,
      LedgerNotes notes,
      List<Rows.Row> types,
      List<Fact> facts,
      String corpus) {}

  /// The run under way.
  ///
  /// @param known whether the number of files is known yet
  record Run(
      boolean running,
      boolean known,
      long done,
      long total,
      String doneWords,
      String totalWords,
      String percent,
      String refused,
      String current,
      String started) {}

  /// What became of files, and how many.
  record Outcome(String name, String meaning, String count) {}

  /// A file that could not be read, or not in full.
  record Refused(String location, String size, String reason, String detail, String advice) {}

  /// Something known about the index.
  record Fact(String name, String value) {}

  void page(Context ctx) throws IOException {
    Map<LedgerEntry.Outcome, Long> counts = engine.ledger().counts();
    List<LedgerEntry> refused = engine.ledger().of(LedgerEntry.Outcome.REFUSED);
    List<LedgerEntry> partial = engine.ledger().of(LedgerEntry.Outcome.PARTIAL);
    int last = Math.max(1, (refused.size() + PAGE - 1) / PAGE);
    int page = Math.min(last, QuestionUrl.parse(Parameters.of(ctx)).question().page());
    Progress now = state.get();
    Answer all = engine.search(Question.of("").page(1, 1));
    View view =
        new View(
            run(now),
            now.held(),
            Words.count(counts.values().stream().mapToLong(Long::longValue).sum()),
            outcomes(counts),
            Words.count(refused.size(), "file", "files"),
            refused.stream().skip((page - 1L) * PAGE).limit(PAGE).map(StatusPage::refused).toList(),
            page > 1 ? "/status?page=" + (page - 1) : "",
            page < last ? "/status?page=" + (page + 1) : "",
            partial.stream().limit(PAGE).map(StatusPage::partial).toList(),
            notes(),
            Rows.of(
                facets.values(all, Dimension.TYPE),
                value ->
                    Addresses.search(Facets.only(Question.of(""), Dimension.TYPE, value.id()))),
            facts(engine.holdings()),
            settings.corpus());
    pages.show(ctx, "status", Pages.Heading.of("Status", "status"), view);
  }

  /// Read once for each commit: the ledger has an entry for every file.
  private LedgerNotes notes() throws IOException {
    Engine.Holdings now = engine.holdings();
    Known known = last;
    if (known == null || !known.of().equals(now)) {
      known = new Known(now, LedgerNotes.of(engine.ledger()));
      last = known;
    }
    return known.notes();
  }

  void health(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    ctx.contentType("application/json")
        .result(AnswerJson.text(Map.of("ingest", state.get().running() ? "running" : "idle")));
  }

  private static Run run(Progress now) {
    long percent = now.total() == 0 ? 0 : 100 * now.done() / now.total();
    var started = now.started();
    return new Run(
        now.running(),
        now.total() > 0,
        now.done(),
        now.total(),
        Words.count(now.done()),
        Words.count(now.total()),
        percent + "%",
        Words.count(now.refused()),
        now.current(),
        started == null ? "" : Words.moment(started));
  }

  private static List<Outcome> outcomes(Map<LedgerEntry.Outcome, Long> counts) {
    List<Outcome> outcomes = new ArrayList<>();
    for (LedgerEntry.Outcome outcome : LedgerEntry.Outcome.values()) {
      String count = Words.count(counts.getOrDefault(outcome, 0L));
      outcomes.add(
          switch (outcome) {
            case INDEXED -> new Outcome("Indexed", "read and searchable", count);
            case PARTIAL -> new Outcome("In part", "searchable, but some of it unread", count);
            case DUPLICATE -> new Outcome("Duplicates", "same bytes as another file", count);
            case CONTAINER -> new Outcome("Archives", "unpacked, counted with contents", count);
            case REFUSED -> new Outcome("Refused", "could not be read", count);
            case SKIPPED -> new Outcome("Skipped", "no document: sidecars, noise", count);
          });
    }
    return outcomes;
  }

  private static Refused refused(LedgerEntry entry) {
    Reason reason = Objects.requireNonNull(entry.reason());
    return new Refused(
        entry.location().path(),
        Words.size(entry.stamp().sizeBytes()),
        reason.words(),
        entry.detail(),
        reason.advice());
  }

  private static Refused partial(LedgerEntry entry) {
    return new Refused(
        entry.location().path(),
        Words.size(entry.stamp().sizeBytes()),
        "Read in part",
        entry.detail(),
        "");
  }

  private static List<Fact> facts(Engine.Holdings holdings) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Reports", Words.count(holdings.reports())));
    facts.add(new Fact("Series", Words.count(holdings.series())));
    facts.add(new Fact("Languages", Words.count(holdings.languages())));
    if (holdings.lastYear() > 0) {
      facts.add(new Fact("Years", holdings.firstYear() + " to " + holdings.lastYear()));
    }
    facts.add(new Fact("Size on disk", Words.size(holdings.bytesOnDisk())));
    var committed = holdings.committed();
    facts.add(new Fact("Last indexed", committed == null ? "never" : Words.moment(committed)));
    return List.copyOf(facts);
  }
}
