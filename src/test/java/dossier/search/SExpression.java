package dossier.search;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Prints a query's tree as nested lists, for tables of expectations.
public final class SExpression {

  private SExpression() {}

  public static String of(Clause clause) {
    return switch (clause) {
      case Clause.Everything everything -> "(everything)";
      case Clause.Word(Clause.Field field, String text) -> name(field) + text;
      case Clause.Prefix(Clause.Field field, String text) -> "(prefix " + name(field) + text + ")";
      case Clause.Phrase(Clause.Field field, String text) -> name(field) + "[" + text + "]";
      case Clause.Variants(Clause typed, List<Clause.Word> others) ->
          list("variants", Stream.concat(Stream.of(typed), others.stream()).toList());
      case Clause.Verbatim(Clause.Field field, String text) ->
          "(verbatim " + name(field) + "[" + text + "])";
      case Clause.Wildcard(Clause.Field field, String text) ->
          "(wildcard " + name(field) + text + ")";
      case Clause.Fuzzy(Clause.Field field, String text, int edits) ->
          "(fuzzy " + name(field) + text + " " + edits + ")";
      case Clause.Nearby(Clause.Field field, String text, int distance) ->
          "(nearby " + name(field) + "[" + text + "] " + distance + ")";
      case Clause.Near(Clause left, Clause right, int distance) ->
          "(near " + of(left) + " " + of(right) + " " + distance + ")";
      case Clause.Dated(Clause.Time time, Span span) ->
          "(" + time.prefix() + " " + end(span.from()) + " " + end(span.to()) + ")";
      case Clause.Pages(int first, int last) -> "(page " + first + " " + last + ")";
      case Clause.Facet(Dimension dimension, String value) ->
          "(" + dimension.parameter() + " " + value + ")";
      case Clause.Mentions(String value) -> "(mentions " + value + ")";
      case Clause.And(List<Clause> clauses) -> list("and", clauses);
      case Clause.Or(List<Clause> clauses) -> list("or", clauses);
      case Clause.Some(List<Clause> clauses, int least) -> list("some " + least, clauses);
      case Clause.Not(Clause negated) -> list("not", List.of(negated));
    };
  }

  private static String list(String head, List<? extends Clause> clauses) {
    return clauses.stream()
        .map(SExpression::of)
        .collect(Collectors.joining(" ", "(" + head + " ", ")"));
  }

  private static String end(@Nullable String date) {
    return date == null ? "-" : date;
  }

  private static String name(Clause.Field field) {
    return field == null ? "" : field.prefix() + ":";
  }
}
