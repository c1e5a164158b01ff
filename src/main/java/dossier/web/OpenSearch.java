package dossier.web;

import dossier.exchange.SearchPlugin;
import dossier.search.Engine;
import dossier.search.Engine.Suggestion;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;

/// The portal as a search engine of browsers: `/opensearch.xml`, and suggestions in the form they
/// ask for, `/suggest.opensearch.json`.
final class OpenSearch {

  private static final int MOST = 9;

  private final Engine engine;
  private final Links links;
  private final Pages pages;
  private final String contact;

  OpenSearch(Engine engine, Links links, Pages pages, String contact) {
    this.engine = engine;
    this.links = links;
    this.pages = pages;
    this.contact = contact;
  }

  void description(Context ctx) {
    SearchPlugin plugin = new SearchPlugin(links.site(ctx), pages.asset("favicon.svg"), contact);
    ctx.header("Cache-Control", "private, max-age=3600");
    ctx.contentType(SearchPlugin.MEDIA_TYPE).result(plugin.write());
  }

  /// What was typed, the suggestions, and what each of them is.
  void suggestions(Context ctx) throws IOException {
    String typed = Parameters.of(ctx).getOrDefault("q", List.of("")).getFirst();
    List<Suggestion> found = engine.discovery().suggestions(typed, MOST);
    List<Object> answer =
        List.of(
            typed,
            found.stream().map(Suggestion::text).toList(),
            found.stream().map(OpenSearch::note).toList());
    ctx.header("Cache-Control", "private, max-age=60");
    ctx.contentType(SearchPlugin.SUGGESTIONS).result(AnswerJson.text(answer));
  }

  private static String note(Suggestion suggestion) {
    return switch (suggestion.kind()) {
      case REGION -> "Region";
      case THREAT -> "Threat type";
      case SERIES -> "Series";
      case PHRASE -> "Phrase";
      case REPORT -> "Report";
    };
  }
}
