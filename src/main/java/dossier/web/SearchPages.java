package dossier.web;

import dossier.search.Answer;
import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.Notice;
import dossier.search.Query;
import dossier.search.Question;
import dossier.search.QuestionUrl;
import dossier.search.Selection;
import dossier.search.Span;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Results: `/search` and `/search.json`.
final class SearchPages {

  private final Engine engine;
  private final Questions questions;
  private final Pages pages;
  private final Facets facets;
  private final Hits hits;
  private final Rail rail;
  private final AnswerJson json;

  SearchPages(Engine engine, Questions questions, Pages pages, Facets facets, Hits hits) {
    this.engine = engine;
    this.questions = questions;
    this.pages = pages;
    this.facets = facets;
    this.hits = hits;
    this.rail = new Rail(facets);
    this.json = new AnswerJson(facets);
  }

  /// A page of results.
  ///
  /// @param filters how many filters are active
  /// @param strict the same with every word required; empty when it is so already
  /// @param fixes other searches that find something, when this one does not
  record View(
      String query,
      String total,
      String took,
      List<String> notices,
      String strict,
      List<Chip> chips,
      String clearHref,
      int filters,
      List<Link> sorts,
      String sort,
      Rail.View rail,
      List<Hits.View> hits,
      Pager pager,
      List<Fix> fixes,
      String jsonHref) {}

  /// An active filter, and the search without it.
  record Chip(String kind, String label, String href) {}

  /// A choice among several.
  record Link(String label, String href, boolean current) {}

  /// Another search, and how many reports it finds.
  record Fix(String label, String href, String count) {}

  /// Pages of results. A link without an address stands for those left out.
  record Pager(String range, String previous, String next, List<Link> links) {}

  void page(Context ctx) throws IOException {
    QuestionUrl.Understood read = questions.read(ctx);
    Answer answer = engine.search(read.question());
    Question question = answer.question();
    List<Chip> chips = chips(answer);
    String words = question.query().text();
    View view =
        new View(
            words,
            Words.reports(answer.total()),
            Words.count(answer.took().toMillis()) + " ms",
            notices(read, answer).stream().map(Notice::text).toList(),
            strict(question),
            chips,
            Addresses.search(Question.of(words).with(question.sort())),
            chips.size(),
            sorts(question),
            sortName(question.sort()),
            rail.view(answer),
            hits.found(answer.hits(), question),
            pager(answer),
            answer.total() == 0 ? Relaxations.of(question, engine) : List.of(),
            Addresses.json(question));
    String title = (words.isBlank() ? "All reports" : words) + ": " + Words.reports(answer.total());
    pages.show(ctx, "search", new Pages.Heading(title, "search", words, false), view);
  }

  void json(Context ctx) throws IOException {
    QuestionUrl.Understood read = questions.read(ctx);
    Answer answer = engine.search(read.question());
    ctx.header("Cache-Control", "private, no-cache");
    ctx.contentType("application/json").result(json.write(answer, notices(read, answer)));
  }

  private static String strict(Question question) {
    String strict = question.query().strict();
    return strict.isEmpty() ? "" : Addresses.search(question.with(Query.of(strict)));
  }

  private static List<Notice> notices(QuestionUrl.Understood read, Answer answer) {
    List<Notice> all = new ArrayList<>(read.notices());
    answer.notices().stream().filter(notice -> !all.contains(notice)).forEach(all::add);
    return List.copyOf(all);
  }

  private List<Chip> chips(Answer answer) {
    Question question = answer.question();
    List<Chip> chips = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      Selection selection = question.selection(dimension);
      for (String id : selection.any()) {
        chips.add(chip(kind(dimension), dimension, id, answer));
      }
      for (String id : selection.none()) {
        chips.add(
            chip(
                "Not " + kind(dimension).toLowerCase(java.util.Locale.ROOT),
                dimension,
                id,
                answer));
      }
    }
    if (question.scope() != Question.Scope.ABOUT) {
      Question about = question.with(Question.Scope.ABOUT);
      chips.add(new Chip("Labels", Rail.scopeName(question.scope()), Addresses.search(about)));
    }
    if (!question.span().isAlways()) {
      Question anyDate = question.with(Span.ALWAYS, question.undated());
      chips.add(new Chip("Date", span(question.span()), Addresses.search(anyDate)));
    }
    if (question.undated() != Question.Undated.DEFAULT) {
      Question plain = question.with(question.span(), Question.Undated.DEFAULT);
      chips.add(new Chip("Undated", undated(question.undated()), Addresses.search(plain)));
    }
    return List.copyOf(chips);
  }

  private Chip chip(String kind, Dimension dimension, String id, Answer answer) {
    Question question = answer.question();
    Question without = question.with(dimension, question.selection(dimension).without(id));
    return new Chip(kind, facets.label(dimension, id, answer), Addresses.search(without));
  }

  static String kind(Dimension dimension) {
    return switch (dimension) {
      case REGION -> "Region";
      case THREAT -> "Threat";
      case SERIES -> "Series";
      case LANGUAGE -> "Language";
      case TYPE -> "Type";
    };
  }

  private static String span(Span span) {
    String from = span.from();
    String to = span.to();
    if (from == null) {
      return "until " + to;
    }
    return to == null ? "since " + from : from.equals(to) ? from : from + " to " + to;
  }

  private static String undated(Question.Undated undated) {
    return switch (undated) {
      case DEFAULT -> "";
      case ONLY -> "only";
      case INCLUDE -> "included";
      case EXCLUDE -> "left out";
    };
  }

  private static String sortName(Question.Sort sort) {
    return switch (sort) {
      case RELEVANCE -> "Relevance";
      case NEWEST -> "Newest first";
      case OLDEST -> "Oldest first";
    };
  }

  private static List<Link> sorts(Question question) {
    List<Link> links = new ArrayList<>();
    for (Question.Sort sort : Question.Sort.values()) {
      String href = Addresses.search(question.with(sort));
      links.add(new Link(sortName(sort), href, sort == question.sort()));
    }
    return links;
  }

  private static Pager pager(Answer answer) {
    Question question = answer.question();
    long last = Math.max(1, (answer.total() + question.size() - 1) / question.size());
    long first = (question.page() - 1L) * question.size() + 1;
    String range =
        answer.hits().isEmpty()
            ? ""
            : "%s to %s of %s"
                .formatted(
                    Words.count(first),
                    Words.count(first + answer.hits().size() - 1),
                    Words.count(answer.total()));
    List<Link> links = new ArrayList<>();
    long before = 0;
    for (long page = 1; page <= last; page = next(page, question.page(), last)) {
      if (page > before + 1) {
        links.add(new Link("…", "", false));
      }
      links.add(new Link(Words.count(page), page(question, page), page == question.page()));
      before = page;
    }
    return new Pager(
        range,
        question.page() > 1 ? page(question, Math.min(last, question.page() - 1L)) : "",
        question.page() < last ? page(question, question.page() + 1L) : "",
        last == 1 ? List.of() : links);
  }

  /// The page to show after `page`: neighbours of the current one, the first and the last.
  private static long next(long page, int current, long last) {
    if (page == last) {
      return last + 1;
    }
    long near = Math.max(page + 1, Math.min(current - 2L, last - 4));
    return page + 1 > Math.max(current + 2L, 5) ? last : near;
  }

  private static String page(Question question, long page) {
    int number = (int) Math.min(Integer.MAX_VALUE, page);
    return Addresses.search(question.page(number, question.size()));
  }
}
