package dossier.web;

import dossier.archive.Location;
import dossier.report.Body;
import dossier.report.Published;
import dossier.report.Report;
import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.Hit;
import dossier.search.LedgerEntry;
import dossier.search.Question;
import dossier.search.QuestionUrl;
import dossier.text.Reason;
import io.javalin.http.Context;
import io.javalin.http.GoneResponse;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The reading view: `/r/{id}`, with the words of a query marked.
final class ReadingPages {

  private final Engine engine;
  private final Questions questions;
  private final Pages pages;
  private final Facets facets;
  private final Related related;
  private final Enclosures enclosures;
  private final Cites cites;

  ReadingPages(Engine engine, Questions questions, Pages pages, Facets facets, Cites cites) {
    this.engine = engine;
    this.questions = questions;
    this.pages = pages;
    this.facets = facets;
    this.related = new Related(engine, facets);
    this.enclosures = new Enclosures(engine);
    this.cites = cites;
  }

  /// A report, whole.
  ///
  /// @param lang BCP 47 tag of its words; empty when unknown
  /// @param direction it is written in, `ltr` or `rtl`
  /// @param original address of the original; `originalName` and `size` describe it
  /// @param find the bar of matches; its `total` is empty when no words were asked for
  /// @param mentioned labels it mentions without being about them
  /// @param estimated whether the date was guessed from the text
  /// @param unread why the text could not be read and what can be done; empty when it was
  /// @param recognised which pages come from text recognition; empty when none do
  record View(
      String title,
      String lang,
      String direction,
      String authors,
      Hits.Source source,
      boolean estimated,
      String back,
      String original,
      String originalName,
      String size,
      Find find,
      List<Manuscript.Entry> outline,
      String summary,
      boolean paged,
      List<Manuscript.Page> pages,
      List<Grounds.Carried> regions,
      List<Grounds.Carried> threats,
      List<Grounds.Carried> mentioned,
      String length,
      String type,
      String language,
      String added,
      List<String> places,
      List<String> unread,
      String recognised,
      Enclosures.View enclosures,
      Related.View related,
      Cites.View cite) {}

  /// The bar of matches.
  ///
  /// @param total `28 matches`
  /// @param terms what was asked for
  /// @param position `3 of 28` when one is being visited, else as `total`
  /// @param any whether there are any
  /// @param parts where they are, by page
  record Find(
      String terms,
      String total,
      String position,
      boolean any,
      String stop,
      String previous,
      String next,
      List<Part> parts) {}

  /// A page, or a few pages, with matches.
  ///
  /// @param href its first match; the page itself where it has none
  record Part(String name, String label, String href, int height) {}

  void page(Context ctx) throws IOException {
    String id = ctx.pathParam("id");
    switch (engine.lookup(known(id))) {
      case Engine.Lookup.Held held -> read(ctx, held);
      case Engine.Lookup.Moved(String successor) ->
          ctx.redirect("/r/" + successor + query(ctx), HttpStatus.MOVED_PERMANENTLY);
      case Engine.Lookup.Gone gone -> throw new GoneResponse();
      case Engine.Lookup.Unknown unknown -> throw new NotFoundResponse();
    }
  }

  /// The id itself when a report can have it.
  static String known(String id) {
    if (!Report.ID.matcher(id).matches()) {
      throw new NotFoundResponse();
    }
    return id;
  }

  static String query(Context ctx) {
    String query = ctx.queryString();
    return query == null || query.isEmpty() ? "" : "?" + query;
  }

  private void read(Context ctx, Engine.Lookup.Held held) throws IOException {
    Report report = held.report();
    Question question = questions.read(ctx).question();
    boolean asked = !question.query().text().isBlank();
    List<Hit.Mark> marks = asked ? engine.marks(report.id(), question.query()) : List.of();
    int visited = visited(ctx, marks.size());
    Body body = report.body();
    Manuscript text = Manuscript.of(report, body, marks, visited);
    LedgerEntry file = enclosures.file(report);
    Cites.View cite = cites.of(ctx, report, 0, "");
    Grounds grounds = new Grounds(facets, report, body, text);
    View view =
        new View(
            report.title(),
            Hits.lang(report),
            Words.direction(report.language()),
            String.join(", ", report.authors()),
            Hits.source(report),
            estimated(report),
            QuestionUrl.write(question).isEmpty() ? "" : Addresses.search(question),
            "/r/" + report.id() + "/original",
            Words.type(file == null ? report.mediaType() : file.mediaType()),
            Words.size(file == null ? report.sizeBytes() : file.stamp().sizeBytes()),
            find(report, body, question, marks, visited),
            text.outline(),
            report.summary(),
            report.paged(),
            text.pages(),
            grounds.about(Dimension.REGION),
            grounds.about(Dimension.THREAT),
            grounds.mentioned(),
            length(report, body),
            Words.type(report.mediaType()),
            Words.language(report.language()),
            Words.day(report.added()),
            held.places().stream().map(Location::path).toList(),
            unread(report),
            recognised(report),
            enclosures.of(report, held.places()),
            related.to(report),
            cite);
    ctx.header("Link", String.join(", ", cite.head().links()));
    String words = question.query().text();
    pages.show(ctx, "reading", new Pages.Heading(report.title(), "search", words, true), view);
  }

  private static List<String> unread(Report report) {
    Reason reason = report.unread();
    return reason == null ? List.of() : List.of(reason.words(), reason.advice());
  }

  private static String recognised(Report report) {
    int pages = report.recognised();
    return pages == 0
        ? ""
        : pages == report.pages()
            ? "The text was read from images of the pages"
            : "The text of " + Words.count(pages, "page", "pages") + " was read from images";
  }

  private static boolean estimated(Report report) {
    Published published = report.published();
    return published != null && published.source() == Published.Source.TEXT;
  }

  private static int visited(Context ctx, int matches) {
    List<String> typed = Parameters.of(ctx).getOrDefault("hit", List.of());
    boolean number = !typed.isEmpty() && typed.getFirst().matches("[1-9][0-9]{0,8}");
    int hit = number ? Integer.parseInt(typed.getFirst()) : 0;
    return hit <= matches ? hit : 0;
  }

  private static Find find(
      Report report, Body body, Question question, List<Hit.Mark> marks, int visited) {
    String here = Addresses.report(report.id(), question);
    int count = marks.size();
    String total = Words.count(count, "match", "matches");
    return new Find(
        question.query().text(),
        total,
        visited == 0 ? total : Words.count(visited) + " of " + Words.count(count),
        count > 0,
        "/r/" + report.id(),
        Addresses.hit(here, visited <= 1 ? Math.max(1, count) : visited - 1),
        Addresses.hit(here, visited >= count ? 1 : visited + 1),
        report.paged() && count > 0 ? parts(report, body, marks, here) : List.of());
  }

  /// At most 24 parts: beyond that pages are taken together evenly.
  private static List<Part> parts(Report report, Body body, List<Hit.Mark> marks, String here) {
    int together = (report.pages() + 23) / 24;
    int count = (report.pages() + together - 1) / together;
    int[] matches = new int[count];
    int[] first = new int[count];
    for (int i = 0; i < marks.size(); i++) {
      int part = (body.pageAt(marks.get(i).from()) - 1) / together;
      if (matches[part]++ == 0) {
        first[part] = i + 1;
      }
    }
    int most = java.util.Arrays.stream(matches).max().orElse(1);
    List<Part> parts = new ArrayList<>();
    for (int part = 0; part < count; part++) {
      int from = part * together + 1;
      int to = Math.min(report.pages(), from + together - 1);
      String name = from == to ? "Page " + from : "Pages " + from + " to " + to;
      parts.add(
          new Part(
              Integer.toString(from),
              name + ", " + Words.count(matches[part], "match", "matches"),
              first[part] == 0 ? "#p" + from : Addresses.hit(here, first[part]),
              Chart.height(matches[part], most, 17)));
    }
    return parts;
  }

  private static String length(Report report, Body body) {
    long words = body.text().split("\\s+").length;
    String text =
        body.text().isBlank() || report.unread() != null
            ? "no text"
            : Words.count(words, "word", "words");
    return report.paged() ? Words.count(report.pages(), "page", "pages") + ", " + text : text;
  }
}
