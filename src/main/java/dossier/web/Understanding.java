package dossier.web;

import dossier.search.Clause;
import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.Hit;
import dossier.search.Query;
import dossier.search.Question;
import dossier.search.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How what was typed was understood, in words, and why hits stand where they do.
///
/// @param text the query with all operators; empty when it says no more than what was typed
/// @param other the other way to read what was typed; both parts empty when there is no need
/// @param explain leads to this page explained, or back; without address when there is no query
/// @param tree the query as a tree; none unless it is to be explained
/// @param whys why each hit stands where it does, in their order; none unless asked for
record Understanding(
    String text,
    SearchPages.Link other,
    SearchPages.Link explain,
    List<Branch> tree,
    List<List<String>> whys) {

  /// A part of the query, and what it holds.
  record Branch(String text, List<Branch> parts) {}

  static Understanding of(Question question, List<Hit> hits, boolean explained, Engine engine)
      throws IOException {
    Query query = question.query();
    String here = Addresses.search(question);
    SearchPages.Link explain =
        new SearchPages.Link(
            Words.say(explained ? "understood.hide" : "understood.explain"),
            query.text().isEmpty()
                ? ""
                : explained ? here : here + (here.contains("?") ? "&" : "?") + "explain=1",
            explained);
    List<List<String>> whys = new ArrayList<>();
    if (explained) {
      for (Hit hit : hits) {
        whys.add(why(engine.why(hit.report().id(), question)));
      }
    }
    return new Understanding(
        isPlain(query) ? "" : query.understood(),
        other(question),
        explain,
        explained ? List.of(branch(query.clause())) : List.of(),
        whys);
  }

  /// Whether words were read as words: then there is nothing to tell.
  private static boolean isPlain(Query query) {
    return query.reading() == Query.Reading.LITERAL
        || query.text().isEmpty()
        || (query.notices().isEmpty() && isPlain(query.clause()));
  }

  private static boolean isPlain(Clause clause) {
    return clause instanceof Clause.Word
        || clause instanceof Clause.Phrase
        || (clause instanceof Clause.And(List<Clause> clauses)
            && clauses.stream().allMatch(each -> each instanceof Clause.Word));
  }

  private static SearchPages.Link other(Question question) {
    Query query = question.query();
    if (query.reading() == Query.Reading.LITERAL) {
      Question usual = question.with(Query.of(query.text()));
      return new SearchPages.Link(Words.say("understood.usual"), Addresses.search(usual), false);
    }
    if (query.notices().isEmpty()) {
      return new SearchPages.Link("", "", false);
    }
    Question literal = question.with(Query.literal(query.text()));
    return new SearchPages.Link(Words.say("understood.literal"), Addresses.search(literal), false);
  }

  private static List<String> why(Hit.Why why) {
    List<String> lines = new ArrayList<>();
    for (Hit.Why.Part part : why.parts()) {
      List<String> places = new ArrayList<>();
      place(places, part.title(), "why.title");
      place(places, part.summary(), "why.summary");
      place(places, part.text(), "why.text");
      lines.add(
          points(part.points())
              + ": "
              + new Query("", part.clause(), List.of()).understood()
              + (places.isEmpty() ? "" : " (" + String.join(", ", places) + ")"));
    }
    if (why.recency() > 0.005) {
      lines.add(points(why.recency()) + ": " + Words.say("why.recency"));
    }
    if (Math.abs(why.rest()) > 0.05) {
      lines.add(points(why.rest()) + ": " + Words.say("why.rest"));
    }
    lines.add(Words.say("why.total", "points", points(why.points())));
    return lines;
  }

  private static void place(List<String> places, double points, String name) {
    if (points > 0) {
      places.add(Words.say(name) + " " + points(points));
    }
  }

  private static String points(double points) {
    return Tongue.here().number(points, 2);
  }

  private static Branch branch(Clause clause) {
    return switch (clause) {
      case Clause.And(List<Clause> clauses) -> branch(Words.say("clause.all"), clauses);
      case Clause.Or(List<Clause> clauses) -> branch(Words.say("clause.any"), clauses);
      case Clause.Some(List<Clause> clauses, int least) ->
          branch(Words.say("clause.some", "n", least), clauses);
      case Clause.Not(Clause inner) -> branch(Words.say("clause.without"), List.of(inner));
      case Clause.Near(Clause left, Clause right, int distance) ->
          branch(Words.say("clause.near", "n", distance), List.of(left, right));
      case Clause.Everything everything -> leaf(Words.say("clause.everything"));
      case Clause.Word(Clause.Field field, String text) -> leaf("clause.word", text, field);
      case Clause.Variants(Clause typed, List<Clause.Word> others) ->
          branch(
              Words.say("clause.spelling"),
              Stream.concat(Stream.of(typed), others.stream()).toList());
      case Clause.Prefix(Clause.Field field, String text) -> leaf("clause.prefix", text, field);
      case Clause.Phrase(Clause.Field field, String text) -> leaf("clause.phrase", text, field);
      case Clause.Verbatim(Clause.Field field, String text) -> leaf("clause.verbatim", text, field);
      case Clause.Wildcard(Clause.Field field, String text) -> leaf("clause.wildcard", text, field);
      case Clause.Fuzzy(Clause.Field field, String text, int edits) ->
          leaf("clause.fuzzy", text, field, edits);
      case Clause.Nearby(Clause.Field field, String text, int distance) ->
          leaf("clause.nearby", text, field, distance);
      case Clause.Dated(Clause.Time time, Span span) ->
          leaf(
              Words.say(
                  time == Clause.Time.ADDED ? "clause.added" : "clause.published",
                  "when",
                  days(span)));
      case Clause.Pages(int first, int last) ->
          leaf(Words.say("clause.pages", "first", first, "last", last, "n", last - first + 1));
      case Clause.Facet(Dimension dimension, String value) ->
          leaf(Words.say(SearchPages.key(dimension) + ".small") + ": " + value);
      case Clause.Mentions(String value) -> leaf(Words.say("clause.mentions", "value", value));
    };
  }

  private static Branch branch(String text, List<Clause> clauses) {
    return new Branch(text, clauses.stream().map(Understanding::branch).toList());
  }

  private static Branch leaf(String text) {
    return new Branch(text, List.of());
  }

  /// @param n what a clause counts: words between, or letters
  private static Branch leaf(String key, String text, Clause.@Nullable Field field, int n) {
    String said = Words.say(key, "text", text, "n", n);
    return leaf(
        field == null ? said : Words.say("clause.in", "what", said, "field", field.prefix()));
  }

  private static Branch leaf(String key, String text, Clause.@Nullable Field field) {
    return leaf(key, text, field, 0);
  }

  private static String days(Span span) {
    String from = span.from();
    return from != null && from.equals(span.to())
        ? Words.say("span.in", "time", from)
        : SearchPages.span(span);
  }
}
