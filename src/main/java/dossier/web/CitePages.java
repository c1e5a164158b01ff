package dossier.web;

import dossier.report.Report;
import dossier.search.Engine;
import io.javalin.http.Context;
import io.javalin.http.GoneResponse;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.List;

/// How a report, a page or a passage of it is cited: `/r/{id}/cite?page=7&quote=…`.
final class CitePages {

  /// The longest passage that is quoted back, in characters.
  private static final int LONGEST = 600;

  private final Engine engine;
  private final Pages pages;
  private final Cites cites;

  CitePages(Engine engine, Pages pages, Cites cites) {
    this.engine = engine;
    this.pages = pages;
    this.cites = cites;
  }

  /// The page.
  record View(String title, String lang, String back, Cites.View cite) {}

  void page(Context ctx) throws IOException {
    switch (engine.lookup(ReadingPages.known(ctx.pathParam("id")))) {
      case Engine.Lookup.Held held -> show(ctx, held.report());
      case Engine.Lookup.Moved(String successor) ->
          ctx.redirect(
              "/r/" + successor + "/cite" + ReadingPages.query(ctx), HttpStatus.MOVED_PERMANENTLY);
      case Engine.Lookup.Gone gone -> throw new GoneResponse();
      case Engine.Lookup.Unknown unknown -> throw new NotFoundResponse();
    }
  }

  private void show(Context ctx, Report report) throws IOException {
    String typed = first(ctx, "page").strip();
    int page = typed.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(typed) : 0;
    String quote = first(ctx, "quote").replaceAll("[\\s\\p{Cc}]+", " ").strip();
    Cites.View cite =
        cites.of(
            ctx,
            report,
            page <= report.pages() ? page : 0,
            quote.length() <= LONGEST ? quote : quote.substring(0, LONGEST));
    String back = "/r/" + report.id() + cite.link().substring(cite.canonical().length());
    View view = new View(report.title(), Hits.lang(report), back, cite);
    pages.show(
        ctx,
        "cite",
        Pages.Heading.of(Words.say("cite.title", "title", report.title()), "search"),
        view);
  }

  private static String first(Context ctx, String name) {
    List<String> values = Parameters.of(ctx).getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }
}
