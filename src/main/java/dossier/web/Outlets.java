package dossier.web;

import dossier.exchange.Format;
import dossier.exchange.Repository;
import dossier.search.Engine;
import io.javalin.http.Handler;
import java.util.function.BiConsumer;

/// The addresses other tools read: feeds, exports, citations, and those of harvesters, crawlers and
/// browsers.
final class Outlets {

  private Outlets() {}

  /// Gives them their addresses. Those of a report must come before `/r/{id}`, which would take
  /// them too.
  static void open(
      BiConsumer<String, Handler> get,
      BiConsumer<String, Handler> page,
      BiConsumer<String, Handler> post,
      Engine engine,
      Questions questions,
      Facets facets,
      Pages pages,
      Links links,
      Cites cites,
      Recall recall,
      String contact) {
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
    OaiPages oai = new OaiPages(engine, links, contact);
    get.accept(Repository.PATH, oai::get);
    post.accept(Repository.PATH, oai::post);
    OpenSearch plugin = new OpenSearch(engine, links, pages, contact);
    get.accept("/opensearch.xml", plugin::description);
    get.accept("/suggest.opensearch.json", plugin::suggestions);
    CrawlerFiles crawlers = new CrawlerFiles(engine, recall, facets, links);
    get.accept("/robots.txt", crawlers::robots);
    get.accept("/sitemap.xml", crawlers::index);
    get.accept("/sitemap-{part}.xml", crawlers::part);
    page.accept("/r/{id}/cite", new CitePages(engine, pages, cites)::page);
  }
}
