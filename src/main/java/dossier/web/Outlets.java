package dossier.web;

import dossier.exchange.Format;
import dossier.search.Engine;
import io.javalin.http.Handler;
import java.util.function.BiConsumer;

/// The addresses other tools read: feeds, exports, citations.
final class Outlets {

  private Outlets() {}

  /// Gives them their addresses. Those of a report must come before `/r/{id}`, which would take
  /// them too.
  static void open(
      BiConsumer<String, Handler> get,
      BiConsumer<String, Handler> page,
      Engine engine,
      Questions questions,
      Facets facets,
      Pages pages,
      Links links,
      Cites cites) {
    SearchFeeds feeds = new SearchFeeds(engine, questions, facets, links);
    get.accept("/search.atom", feeds::atom);
    get.accept("/search.feed.json", feeds::json);
    Exports exports = new Exports(engine, questions, facets, links);
    for (Format format : Format.values()) {
      get.accept("/search." + format.extension(), ctx -> exports.search(ctx, format));
    }
    for (Format format : Exports.SINGLE) {
      get.accept("/r/{id}." + format.extension(), ctx -> exports.report(ctx, format));
    }
    page.accept("/r/{id}/cite", new CitePages(engine, pages, cites)::page);
  }
}
