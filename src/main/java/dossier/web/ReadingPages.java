package dossier.web;

import dossier.archive.Location;
import dossier.report.Body;
import dossier.report.Published;
import dossier.report.Report;
import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.Hit;
import dossier.search.LedgerEntry;
import dossier.search.Query;
import dossier.text.Reason;
import io.javalin.http.Context;
import io.javalin.http.GoneResponse;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The reading view: `/r/{id}`, with the words of a query marked.
final class ReadingPages {

  private final Engine engine;
  private final Questions questions;
  private final Pages pages;
  private final Facets facets;
  private final Related related;
  private final Enclosures enclosures;
  private final Neighbours neighbours;
  private final Issues issues;
  private final PortalSettings settings;
  private final Cites cites;

  ReadingPages(
      Engine engine,
      Questions questions,
      Pages pages,
      Facets facets,
      PortalSettings settings,
      Cites cites) {
    this.settings = settings;
    this.engine = engine;
    this.questions = questions;
    this.pages = pages;
    this.facets = facets;
    this.related = new Related(engine, facets);
    this.enclosures = new Enclosures(engine);
    this.cites = cites;
    this.neighbours = new Neighbours(engine);
    this.issues = new Issues(engine);
  }

  /// A report, whole.
  ///
  /// @param lang BCP 47 tag of its words; empty when unknown
  /// @param direction it is written in, `ltr` or `rtl`
  /// @param original address of the original, at the page of the match being visited where it has
  ///   pages; `originalName` and `size` describe it
  /// @param scripts one that runs before the text is painted, and one behind it
  /// @param desk what stands around the text to read it by
  /// @param find the bar of matches
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
      String original,
      String originalName,
      String size,
      List<String> scripts,
      ReadingDesk desk,
      FindBar find,
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
      VersionPages.Shelf versions,
      Related.View related,
      Cites.View cite) {}

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
    Opening opening = Opening.of(ctx, questions.read(ctx).question());
    Body body = report.body();
    List<Hit.Mark> sought = marks(report, opening.sought());
    List<Hit.Mark> others = opening.finds() ? marks(report, opening.question().query()) : List.of();
    int visited = opening.hit() <= sought.size() ? opening.hit() : 0;
    Parts parts = Parts.of(report, body);
    int shown = shown(opening, parts, visited == 0 ? null : sought.get(visited - 1));
    Places places = new Places(parts, shown, opening.address(report));
    Manuscript text = Manuscript.of(report, body, places, Spot.of(sought, others), visited);
    LedgerEntry file = enclosures.file(report);
    Cites.View cite = cites.of(ctx, report, 0, "");
    Grounds grounds = new Grounds(facets, report, body, text);
    int page = visited == 0 ? places.firstPage() : body.pageAt(sought.get(visited - 1).from());
    ReadingDesk desk =
        ReadingDesk.of(
            report,
            opening,
            places,
            neighbours.of(report, opening),
            issues.of(report),
            file == null ? page : 0,
            portal(ctx));
    View view =
        new View(
            report.title(),
            Hits.lang(report),
            Words.direction(report.language()),
            String.join(", ", report.authors()),
            Hits.source(report),
            estimated(report),
            desk.original() + desk.at(),
            Words.type(file == null ? report.mediaType() : file.mediaType()),
            Words.size(file == null ? report.sizeBytes() : file.stamp().sizeBytes()),
            List.of(pages.asset("setting.js"), pages.asset("reading.js")),
            desk,
            FindBar.of(report, body, opening, places, sought, others, visited),
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
            VersionPages.beside(engine, report),
            related.to(report),
            cite);
    ctx.header("Link", String.join(", ", cite.head().links()));
    if (desk.both()) {
      Guard.allowFrame(ctx);
    }
    String words = opening.question().query().text();
    pages.show(ctx, "reading", new Pages.Heading(report.title(), "search", words, true), view);
  }

  /// Where readers find the portal; by the name it was asked under when no other is set.
  private String portal(Context ctx) {
    URI url = settings.publicUrl();
    String address = url == null ? ctx.scheme() + "://" + ctx.host() : url.toString();
    return address.replaceFirst("/+$", "");
  }

  private List<Hit.Mark> marks(Report report, Query query) throws IOException {
    return query.text().isBlank() ? List.of() : engine.marks(report.id(), query);
  }

  /// The part of a very long report to show: the one asked for, else that of the match or page.
  private static int shown(Opening opening, Parts parts, Hit.@Nullable Mark visited) {
    if (opening.part() > 0) {
      return Math.min(opening.part(), parts.count());
    }
    if (visited != null) {
      return parts.at(visited.from());
    }
    return opening.page() > 0 ? parts.ofPage(opening.page()) : 1;
  }

  private static List<String> unread(Report report) {
    Reason reason = report.unread();
    return reason == null ? List.of() : List.of(Notices.words(reason), Notices.advice(reason));
  }

  private static String recognised(Report report) {
    int pages = report.recognised();
    return pages == 0
        ? ""
        : pages == report.pages()
            ? Words.say("reading.recognised")
            : Words.say("reading.recognised-part", "n", pages);
  }

  private static boolean estimated(Report report) {
    Published published = report.published();
    return published != null && published.source() == Published.Source.TEXT;
  }

  private static String length(Report report, Body body) {
    long words = Words.words(body.text());
    String text =
        body.text().isBlank() || report.unread() != null
            ? Words.say("reading.no-text")
            : Words.count(words, "words");
    return report.paged() ? Words.count(report.pages(), "pages") + ", " + text : text;
  }
}
