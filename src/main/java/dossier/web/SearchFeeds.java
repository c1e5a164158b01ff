package dossier.web;

import dossier.exchange.Feed;
import dossier.exchange.Site;
import dossier.search.Engine;
import dossier.search.Hit;
import dossier.search.Question;
import dossier.search.QuestionUrl;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A search to follow: `/search.atom` and `/search.feed.json`, with the parameters of `/search`.
/// Newest added first, whatever order the search is in, versions of reports included. Reports that
/// could not be read have nothing to be followed for and are left out.
final class SearchFeeds {

  private final Engine engine;
  private final Questions questions;
  private final Facets facets;
  private final Links links;

  SearchFeeds(Engine engine, Questions questions, Facets facets, Links links) {
    this.engine = engine;
    this.questions = questions;
    this.facets = facets;
    this.links = links;
  }

  static String atom(Question question) {
    return "/search.atom" + parameters(question);
  }

  static String json(Question question) {
    return "/search.feed.json" + parameters(question);
  }

  /// Neither order nor page changes a feed.
  private static String parameters(Question question) {
    return QuestionUrl.write(
        question
            .with(Question.Sort.RELEVANCE)
            .with(Question.Versions.GROUPED)
            .page(1, Question.DEFAULT_SIZE));
  }

  void atom(Context ctx) throws IOException {
    Question question = questions.read(ctx).question();
    Site site = links.site(ctx);
    if (!Unchanged.since(ctx, committed(), atom(question), site)) {
      ByteArrayOutputStream feed = new ByteArrayOutputStream();
      feed(question, site).writeAtom(feed, site);
      ctx.contentType(Feed.ATOM + ";charset=utf-8").result(feed.toByteArray());
    }
  }

  void json(Context ctx) throws IOException {
    Question question = questions.read(ctx).question();
    Site site = links.site(ctx);
    if (!Unchanged.since(ctx, committed(), json(question), site)) {
      ByteArrayOutputStream feed = new ByteArrayOutputStream();
      feed(question, site).writeJson(feed, site);
      ctx.contentType(Feed.JSON).result(feed.toByteArray());
    }
  }

  private Instant committed() throws IOException {
    return Objects.requireNonNullElse(engine.holdings().committed(), Instant.EPOCH);
  }

  private Feed feed(Question question, Site site) throws IOException {
    Question newest =
        question.with(Question.Sort.ADDED).with(Question.Versions.ALL).page(1, Question.MAX_SIZE);
    List<Feed.Entry> entries = new ArrayList<>();
    for (Hit hit : engine.search(newest).hits()) {
      if (hit.report().unread() == null && entries.size() < Feed.MOST) {
        entries.add(new Feed.Entry(hit.report(), why(hit)));
      }
    }
    return new Feed(
        site.title() + ": " + Asked.words(question, facets),
        "/search" + parameters(question),
        atom(question),
        json(question),
        entries.isEmpty() ? committed() : entries.getFirst().report().added(),
        entries);
  }

  /// Its snippets as text, with their pages.
  private static String why(Hit hit) {
    List<String> pieces = new ArrayList<>();
    for (Hit.Snippet piece : hit.snippets()) {
      String page = hit.report().paged() && piece.number() > 0 ? "p. " + piece.page() + ": " : "";
      pieces.add(
          page + (piece.cutBefore() ? "… " : "") + piece.text() + (piece.cutAfter() ? " …" : ""));
    }
    return String.join(" | ", pieces);
  }
}
