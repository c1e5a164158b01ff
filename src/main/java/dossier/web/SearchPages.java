package dossier.web;

import dossier.report.Vocabulary;
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
import java.util.Locale;
import java.util.Objects;

/// Results: `/search` and `/search.json`.
final class SearchPages {

  /// How many words there are in the line above the results.
  private static final int DISTINCTIVE = 7;

  private final Engine engine;
  private final Questions questions;
  private final Pages pages;
  private final Facets facets;
  private final Hits hits;
  private final Rail rail;
  private final ValuesPage values;
  private final AnswerJson json;
  private final Links links;

  SearchPages(
      Engine engine, Questions questions, Pages pages, Facets facets, Hits hits, Links links) {
    this.engine = engine;
    this.questions = questions;
    this.pages = pages;
    this.facets = facets;
    this.hits = hits;
    this.rail = new Rail(facets, engine);
    this.values = new ValuesPage(pages, facets);
    this.json = new AnswerJson(facets);
    this.links = links;
  }

  /// A page of results.
  ///
  /// @param filters how many filters are active
  /// @param meant the same search spelled as it may have been meant, at most one
  /// @param strict the same with every word required; empty when it is so already
  /// @param fixes other searches that find something, when this one does not
  /// @param distinctive words that these reports hold more than others
  record View(
      String query,
      String total,
      String took,
      List<String> notices,
      String strict,
      AlsoSearched also,
      List<Chip> chips,
      String clearHref,
      int filters,
      List<Link> sorts,
      String sort,
      List<Link> densities,
      String trends,
      Rail.View rail,
      List<Hits.View> hits,
      Pager pager,
      List<Fix> meant,
      List<Fix> fixes,
      List<Refinement> distinctive,
      ApiCall api,
      Folded folded,
      Take take,
      Understanding understanding) {}

  /// How many reports are shown as versions of others, empty for none; and the search in which each
  /// is shown by itself.
  record Folded(String text, String href) {}

  /// What can be taken elsewhere.
  ///
  /// @param atom the feed of the search, as Atom; `json` as JSON Feed
  /// @param count how many reports an export holds; `reports` the same in words
  record Take(
      String atom, String json, String count, String reports, List<Exports.Choice> exports) {}

  /// An active filter, and the search without it.
  record Chip(String kind, String label, String href) {}

  /// A choice among several.
  record Link(String label, String href, boolean current) {}

  /// A word to add to the search.
  record Refinement(String word, String href) {}

  /// Another search, and how many reports it finds.
  record Fix(String label, String href, String count) {}

  /// Every value of a facet in the results, on a page of its own.
  void values(Context ctx, Dimension dimension) throws IOException {
    Question asked = questions.read(ctx).question();
    Question question = asked.page(1, asked.size());
    Answer answer = engine.search(question);
    values.show(ctx, answer, question, dimension);
  }

  /// Pages of results. A link without an address stands for those left out.
  record Pager(String range, String previous, String next, List<Link> links) {}

  void page(Context ctx) throws IOException {
    if (Density.chosen(ctx)) {
      return;
    }
    QuestionUrl.Understood read = questions.read(ctx);
    Answer.Described described = engine.discovery().described(read.question(), DISTINCTIVE);
    Answer answer = described.answer();
    Question question = answer.question();
    List<Chip> chips = chips(answer);
    String words = question.query().text();
    View view =
        new View(
            words,
            Words.reports(answer.total()),
            Words.say("search.took", "ms", answer.took().toMillis()),
            notices(read, answer).stream().map(Notices::said).toList(),
            strict(question),
            AlsoSearched.of(answer),
            chips,
            Addresses.search(Question.of("").with(question.query()).with(question.sort())),
            chips.size(),
            sorts(question),
            sortName(question.sort()),
            Density.links(ctx, question),
            Addresses.trends(question),
            rail.view(answer),
            hits.found(answer.hits(), question),
            pager(answer),
            meant(answer),
            answer.total() == 0
                ? engine.rescues(question).stream().map(SearchPages::fix).toList()
                : List.of(),
            distinctive(described),
            ApiCall.of(ctx, question, links),
            folded(answer),
            new Take(
                SearchFeeds.atom(question),
                SearchFeeds.json(question),
                Words.count(answer.total()),
                Words.reports(answer.total()),
                Exports.of(question)),
            Understanding.of(
                question, answer.hits(), "1".equals(ctx.queryParam("explain")), engine));
    String asked = words.isBlank() ? Words.say("search.everything") : words;
    String title = asked + ": " + Words.reports(answer.total());
    pages.show(ctx, "search", new Pages.Heading(title, "search", words, false), view);
  }

  private static Folded folded(Answer answer) {
    long grouped = answer.grouped();
    return new Folded(
        grouped == 0 ? "" : Words.say("search.folded", "n", grouped),
        Addresses.search(answer.question().with(Question.Versions.ALL)));
  }

  private List<Fix> meant(Answer answer) throws IOException {
    return engine.corrected(answer.question(), answer.total()).stream()
        .map(SearchPages::fix)
        .toList();
  }

  private static Fix fix(Answer.Rescue rescue) {
    return new Fix(
        Notices.said(rescue), Addresses.search(rescue.question()), Words.reports(rescue.total()));
  }

  private static List<Refinement> distinctive(Answer.Described described) {
    Question question = described.answer().question();
    return described.distinctive().stream()
        .map(word -> new Refinement(word, Addresses.search(question.and(word))))
        .toList();
  }

  void json(Context ctx) throws IOException {
    json(ctx, Addresses.JSON);
  }

  /// The answer as JSON, whose links stay at `path`.
  void json(Context ctx, String path) throws IOException {
    QuestionUrl.Understood read = questions.read(ctx);
    String after = Parameters.of(ctx).getOrDefault("after", List.of("")).getFirst();
    Answer answer =
        after.isEmpty() ? engine.search(read.question()) : behind(after, read.question());
    boolean walk = !after.isEmpty();
    AnswerJson.Help help = walk ? AnswerJson.Help.NONE : AnswerJson.Help.of(answer, engine, path);
    ctx.header("Cache-Control", "private, no-cache");
    ctx.contentType("application/json")
        .result(json.write(answer, notices(read, answer), path, walk, help));
  }

  private Answer behind(String after, Question question) throws IOException {
    Question first = question.page(1, question.size());
    return engine.search(first, Cursor.read(after, question));
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
      Vocabulary tree = facets.vocabulary(dimension);
      if (tree != null && Unlabelled.is(selection, tree)) {
        Question any = question.with(dimension, Selection.NOTHING);
        chips.add(new Chip(kind(dimension), Words.say("search.unlabelled"), Addresses.search(any)));
        continue;
      }
      for (String id : selection.any()) {
        chips.add(chip(kind(dimension), dimension, id, answer));
      }
      for (String id : selection.none()) {
        chips.add(chip(Words.say(key(dimension) + ".not"), dimension, id, answer));
      }
    }
    if (question.versions() == Question.Versions.ALL) {
      Question grouped = question.with(Question.Versions.GROUPED);
      chips.add(
          new Chip(
              Words.say("search.versions"), Words.say("search.apart"), Addresses.search(grouped)));
    }
    if (question.scope() != Question.Scope.ABOUT) {
      Question about = question.with(Question.Scope.ABOUT);
      chips.add(
          new Chip(
              Words.say("search.labels"),
              Rail.scopeName(question.scope()),
              Addresses.search(about)));
    }
    if (!question.span().isAlways()) {
      Question anyDate = question.with(Span.ALWAYS, question.undated());
      chips.add(
          new Chip(Words.say("search.date"), span(question.span()), Addresses.search(anyDate)));
    }
    if (question.undated() != Question.Undated.DEFAULT) {
      Question plain = question.with(question.span(), Question.Undated.DEFAULT);
      chips.add(
          new Chip(
              Words.say("search.undated"), undated(question.undated()), Addresses.search(plain)));
    }
    return List.copyOf(chips);
  }

  private Chip chip(String kind, Dimension dimension, String id, Answer answer) {
    Question question = answer.question();
    Question without = question.with(dimension, question.selection(dimension).without(id));
    return new Chip(kind, facets.label(dimension, id, answer), Addresses.search(without));
  }

  static String kind(Dimension dimension) {
    return Words.say(key(dimension));
  }

  /// Where the words for a facet are: `kind.region`, and `.small`, `.not` and `.many` behind it.
  static String key(Dimension dimension) {
    return "kind." + dimension.name().toLowerCase(Locale.ROOT);
  }

  /// A span of dates in words.
  static String span(Span span) {
    String from = span.from();
    String to = span.to();
    if (from == null) {
      return Words.say("span.until", "to", Objects.requireNonNull(to));
    }
    return to == null
        ? Words.say("span.since", "from", from)
        : from.equals(to) ? from : Words.say("span.both", "from", from, "to", to);
  }

  private static String undated(Question.Undated undated) {
    return undated == Question.Undated.DEFAULT
        ? ""
        : Words.say("undated." + undated.name().toLowerCase(Locale.ROOT));
  }

  private static String sortName(Question.Sort sort) {
    return Words.say("sort." + sort.name().toLowerCase(Locale.ROOT));
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
    long last = Math.max(1, (answer.listed() + question.size() - 1) / question.size());
    long first = (question.page() - 1L) * question.size() + 1;
    String range =
        answer.hits().isEmpty()
            ? ""
            : Words.say(
                "search.range",
                "first",
                first,
                "last",
                first + answer.hits().size() - 1,
                "all",
                answer.listed());
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
