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
import java.util.Locale;
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
            explained ? "Hide the explanation" : "Explain",
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
      return new SearchPages.Link(
          "Searched for the words as they stand. Read operators again",
          Addresses.search(usual),
          false);
    }
    if (query.notices().isEmpty()) {
      return new SearchPages.Link("", "", false);
    }
    Question literal = question.with(Query.literal(query.text()));
    return new SearchPages.Link(
        "Search for exactly these words instead", Addresses.search(literal), false);
  }

  private static List<String> why(Hit.Why why) {
    List<String> lines = new ArrayList<>();
    for (Hit.Why.Part part : why.parts()) {
      List<String> places = new ArrayList<>();
      place(places, part.title(), "title");
      place(places, part.summary(), "summary");
      place(places, part.text(), "text");
      lines.add(
          points(part.points())
              + ": "
              + new Query("", part.clause(), List.of()).understood()
              + (places.isEmpty() ? "" : " (" + String.join(", ", places) + ")"));
    }
    if (why.recency() > 0.005) {
      lines.add(points(why.recency()) + ": how recent it is");
    }
    if (Math.abs(why.rest()) > 0.05) {
      lines.add(points(why.rest()) + ": all else, such as words standing close together");
    }
    lines.add(points(why.points()) + " in all");
    return lines;
  }

  private static void place(List<String> places, double points, String name) {
    if (points > 0) {
      places.add(name + " " + points(points));
    }
  }

  private static String points(double points) {
    return String.format(Locale.UK, "%.2f", points);
  }

  private static Branch branch(Clause clause) {
    return switch (clause) {
      case Clause.And(List<Clause> clauses) -> branch("all of", clauses);
      case Clause.Or(List<Clause> clauses) -> branch("any of", clauses);
      case Clause.Some(List<Clause> clauses, int least) ->
          branch(least == 1 ? "one or more of" : "at least %d of".formatted(least), clauses);
      case Clause.Not(Clause inner) -> branch("without", List.of(inner));
      case Clause.Near(Clause left, Clause right, int distance) ->
          branch(
              "in any order, at most %s between them".formatted(words(distance)),
              List.of(left, right));
      case Clause.Everything everything -> leaf("every report");
      case Clause.Word(Clause.Field field, String text) ->
          leaf("the word %s in any form%s".formatted(quote(text), in(field)));
      case Clause.Variants(Clause typed, List<Clause.Word> others) ->
          branch("any spelling of", Stream.concat(Stream.of(typed), others.stream()).toList());
      case Clause.Prefix(Clause.Field field, String text) ->
          leaf("words that begin with %s%s".formatted(quote(text), in(field)));
      case Clause.Phrase(Clause.Field field, String text) ->
          leaf("the words %s side by side, as written%s".formatted(quote(text), in(field)));
      case Clause.Verbatim(Clause.Field field, String text) ->
          leaf("exactly the characters %s%s".formatted(quote(text), in(field)));
      case Clause.Wildcard(Clause.Field field, String text) ->
          leaf("words of the form %s%s".formatted(quote(text), in(field)));
      case Clause.Fuzzy(Clause.Field field, String text, int edits) ->
          leaf(
              "words that differ from %s by at most %s%s"
                  .formatted(quote(text), edits == 1 ? "one letter" : "two letters", in(field)));
      case Clause.Nearby(Clause.Field field, String text, int distance) ->
          leaf(
              "the words %s in any order, at most %s between them%s"
                  .formatted(quote(text), words(distance), in(field)));
      case Clause.Dated(Clause.Time time, Span span) ->
          leaf((time == Clause.Time.ADDED ? "added " : "published ") + days(span));
      case Clause.Pages(int first, int last) ->
          leaf(first == last ? "on page " + first : "on pages %s to %s".formatted(first, last));
      case Clause.Facet(Dimension dimension, String value) ->
          leaf("%s: %s".formatted(SearchPages.kind(dimension).toLowerCase(Locale.ROOT), value));
      case Clause.Mentions(String value) -> leaf("about or mentioning " + value);
    };
  }

  private static Branch branch(String text, List<Clause> clauses) {
    return new Branch(text, clauses.stream().map(Understanding::branch).toList());
  }

  private static Branch leaf(String text) {
    return new Branch(text, List.of());
  }

  private static String words(int distance) {
    return distance == 1 ? "one word" : distance == 0 ? "no word" : distance + " words";
  }

  private static String in(Clause.@Nullable Field field) {
    return field == null ? "" : ", in " + field.prefix();
  }

  private static String days(Span span) {
    if (span.from() == null) {
      return "until " + span.to();
    }
    return span.to() == null
        ? "since " + span.from()
        : span.from().equals(span.to())
            ? "in " + span.from()
            : "from " + span.from() + " to " + span.to();
  }

  private static String quote(String text) {
    return "“" + text + "”";
  }
}
