package dossier.web;

import dossier.search.Dimension;
import dossier.search.Question;
import dossier.search.QuestionUrl;
import dossier.search.Selection;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a page tells crawlers of itself. There are more searches than anybody could fetch, so only
/// the pages to browse by and the reports are to be listed by search engines.
///
/// @param robots what stands in `meta` and in the header `X-Robots-Tag`; empty when nothing does
/// @param canonical path of the page that stands for this one; empty when it says so itself
record Crawling(String robots, String canonical) {

  private static final String CLOSED = "noindex, nofollow";

  /// What the page of a request says.
  static Crawling of(Context ctx) {
    String path = ctx.path();
    if (ctx.statusCode() >= 400 || path.equals("/status")) {
      return new Crawling("noindex", "");
    }
    boolean plain = !Tongues.plain(ctx).contains("?");
    if (path.equals("/search")) {
      return plain ? new Crawling("", "/search") : new Crawling(CLOSED, instead(ctx));
    }
    if (path.startsWith("/search/") || path.equals("/trends")) {
      return new Crawling(CLOSED, "/browse");
    }
    if (path.startsWith("/r/")) {
      return new Crawling("", ""); // Reports and what belongs to them say so themselves.
    }
    return new Crawling(plain ? "" : CLOSED, path);
  }

  /// The page to browse by that comes nearest to a search.
  private static String instead(Context ctx) {
    Question question = QuestionUrl.parse(Parameters.of(ctx)).question();
    for (Dimension dimension : List.of(Dimension.REGION, Dimension.THREAT, Dimension.SERIES)) {
      Map<Dimension, Selection> chosen = question.selections();
      Selection selection = chosen.get(dimension);
      // Any of a series' ids is one that addresses need not escape; others are not there anyway.
      if (selection != null && only(selection) != null) {
        return "/" + dimension.parameter() + "/" + only(selection);
      }
    }
    String from = question.span().from();
    boolean year = from != null && from.length() == 4 && from.equals(question.span().to());
    return year ? "/year/" + from : "/browse";
  }

  private static @Nullable String only(Selection selection) {
    List<String> any = selection.any();
    return any.size() == 1 && any.getFirst().matches("[a-z0-9-]+") ? any.getFirst() : null;
  }
}
