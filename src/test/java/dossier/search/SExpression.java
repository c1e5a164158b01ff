package dossier.search;

import java.util.List;
import java.util.stream.Collectors;

/// Prints a query's tree as nested lists, for tables of expectations.
public final class SExpression {

  private SExpression() {}

  public static String of(Clause clause) {
    return switch (clause) {
      case Clause.Everything everything -> "(everything)";
      case Clause.Word(Clause.Field field, String text) -> name(field) + text;
      case Clause.Prefix(Clause.Field field, String text) -> "(prefix " + name(field) + text + ")";
      case Clause.Phrase(Clause.Field field, String text) -> name(field) + "[" + text + "]";
      case Clause.Facet(Dimension dimension, String value) ->
          "(" + dimension.parameter() + " " + value + ")";
      case Clause.Mentions(String value) -> "(mentions " + value + ")";
      case Clause.And(List<Clause> clauses) -> list("and", clauses);
      case Clause.Or(List<Clause> clauses) -> list("or", clauses);
      case Clause.Some(List<Clause> clauses, int least) -> list("some " + least, clauses);
      case Clause.Not(Clause negated) -> list("not", List.of(negated));
    };
  }

  private static String list(String head, List<Clause> clauses) {
    return clauses.stream()
        .map(SExpression::of)
        .collect(Collectors.joining(" ", "(" + head + " ", ")"));
  }

  private static String name(Clause.Field field) {
    return field == null ? "" : field.prefix() + ":";
  }
}
