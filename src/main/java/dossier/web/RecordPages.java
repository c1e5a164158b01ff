package dossier.web;

import dossier.search.Answer;
import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.Notice;
import dossier.search.Query;
import dossier.search.Question;
import dossier.search.QuestionUrl;
import dossier.search.Selection;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;

/// The record of a search: `/search/record`, `/search.record.txt` and `/search.record.json`, with
/// the parameters of `/search`. Number, hash and state come from one pass over everything the
/// search finds, and so from one commit.
final class RecordPages {

  private static final String HASHED =
      "the ids of all reports found, each on a line, sorted by their bytes (LC_ALL=C sort | sha256sum)";

  private final Engine engine;
  private final Questions questions;
  private final Facets facets;
  private final Pages pages;
  private final Links links;

  private RecordPages(Engine engine, Questions questions, Facets facets, Pages pages, Links links) {
    this.engine = engine;
    this.questions = questions;
    this.facets = facets;
    this.pages = pages;
    this.links = links;
  }

  /// The page.
  ///
  /// @param back leads to the results
  record View(String back, String text, String json, List<SearchRecord.Line> lines) {}

  /// Gives the record its addresses.
  static void open(
      BiConsumer<String, Handler> get,
      BiConsumer<String, Handler> shown,
      Engine engine,
      Questions questions,
      Facets facets,
      Pages pages,
      Links links) {
    RecordPages records = new RecordPages(engine, questions, facets, pages, links);
    shown.accept("/search/record", records::page);
    get.accept("/search.record.txt", records::text);
    get.accept("/search.record.json", ctx -> Api.send(ctx, records.record(ctx)));
  }

  private void page(Context ctx) throws IOException {
    Question question = questions.read(ctx).question();
    String parameters = QuestionUrl.write(question.page(1, Question.DEFAULT_SIZE));
    View view =
        new View(
            Addresses.search(question),
            "/search.record.txt" + parameters,
            "/search.record.json" + parameters,
            record(ctx).lines());
    String words = question.query().text();
    pages.show(
        ctx, "record", new Pages.Heading(Words.say("record.title"), "search", words, true), view);
  }

  private void text(Context ctx) throws IOException {
    String text = record(ctx).text();
    ctx.header("Cache-Control", "private, no-cache");
    ctx.contentType("text/plain; charset=utf-8").result(text);
  }

  private SearchRecord record(Context ctx) throws IOException {
    QuestionUrl.Understood read = questions.read(ctx);
    Question question = lasting(read.question().page(1, Question.DEFAULT_SIZE));
    Fingerprint ids = new Fingerprint();
    Engine.Holdings held = engine.each(question, report -> ids.add(report.id()));
    Answer answer = engine.search(question.page(1, 1));
    Instant committed = held.committed();
    Query query = read.question().query();
    List<Notice> notices = new ArrayList<>(read.notices());
    answer.notices().stream().filter(notice -> !notices.contains(notice)).forEach(notices::add);
    return new SearchRecord(
        links.site(ctx).base() + Addresses.search(question),
        new SearchRecord.Asked(
            query.text(),
            query.understood(),
            AnswerJson.lower(query.reading()),
            query.plain(),
            answer.also()),
        filters(question),
        AnswerJson.lower(question.sort()),
        AnswerJson.lower(question.versions()),
        List.copyOf(notices),
        ids.count(),
        new SearchRecord.Index(
            held.generation(), committed == null ? null : committed.toString(), held.reports()),
        version(),
        new SearchRecord.Hash("SHA-256", HASHED, ids.sha256()),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /// The question that still asks the same tomorrow: dates that count from today are written out.
  private static Question lasting(Question question) {
    Query query = question.query();
    if (query.reading() == Query.Reading.LITERAL
        || Query.of(query.text(), LocalDate.EPOCH).clause().equals(query.clause())) {
      return question;
    }
    return question.with(Query.of(query.understood()).plain(query.plain()));
  }

  private List<SearchRecord.Filter> filters(Question question) {
    List<SearchRecord.Filter> filters = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      Selection selection = question.selection(dimension);
      if (!selection.isEmpty()) {
        filters.add(
            new SearchRecord.Filter(
                dimension.parameter(),
                chosen(dimension, selection.any()),
                chosen(dimension, selection.none())));
      }
    }
    if (question.undated() != Question.Undated.DEFAULT) {
      filters.add(filter("undated", AnswerJson.lower(question.undated())));
    }
    if (question.scope() != Question.Scope.ABOUT) {
      filters.add(filter("scope", AnswerJson.lower(question.scope())));
    }
    if (question.span().from() != null) {
      filters.add(filter("from", question.span().from()));
    }
    if (question.span().to() != null) {
      filters.add(filter("to", question.span().to()));
    }
    return List.copyOf(filters);
  }

  private static SearchRecord.Filter filter(String name, String value) {
    return new SearchRecord.Filter(name, List.of(new SearchRecord.Chosen(value, value)), List.of());
  }

  private List<SearchRecord.Chosen> chosen(Dimension dimension, List<String> ids) {
    return ids.stream()
        .map(id -> new SearchRecord.Chosen(id, facets.label(dimension, id)))
        .toList();
  }

  /// The version of the program; that of one that was not built is not known.
  private static String version() {
    return Objects.requireNonNullElse(
        Portal.class.getPackage().getImplementationVersion(), "unreleased");
  }
}
