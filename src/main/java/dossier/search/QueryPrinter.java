package dossier.search;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes a tree in the query language, operators written out and mixed ones in parentheses.
///
/// What the parser made is understood the same way when it is read again, unless parentheses are
/// nested too deep for it: the printed form may need twice as many as were typed.
final class QueryPrinter {

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_-]*");

  private QueryPrinter() {}

  static String print(Clause clause) {
    return switch (clause) {
      case Clause.Everything everything -> "";
      case Clause.Word(Clause.Field field, String text) -> name(field) + text;
      case Clause.Prefix(Clause.Field field, String text) -> name(field) + text + "*";
      case Clause.Phrase(Clause.Field field, String text) -> name(field) + quote(text);
      case Clause.Facet(Dimension dimension, String value) ->
          dimension.parameter() + ":" + value(value);
      case Clause.Mentions(String value) -> Target.MENTIONS + ":" + value(value);
      case Clause.And(List<Clause> clauses) -> join(clauses, " AND ");
      case Clause.Some(List<Clause> clauses, int least) -> "SOME (" + join(clauses, " ") + ")";
      case Clause.Or(List<Clause> clauses) -> join(clauses, " OR ");
      case Clause.Not(Clause negated) -> "NOT " + part(negated);
    };
  }

  private static String join(List<Clause> clauses, String operator) {
    return clauses.stream().map(QueryPrinter::part).collect(Collectors.joining(operator));
  }

  private static String part(Clause clause) {
    return clause instanceof Clause.And || clause instanceof Clause.Or
        ? "(" + print(clause) + ")"
        : print(clause);
  }

  private static String name(Clause.@Nullable Field field) {
    return field == null ? "" : field.prefix() + ":";
  }

  private static String value(String value) {
    return PLAIN.matcher(value).matches() ? value : quote(value);
  }

  private static String quote(String text) {
    return '"' + text + '"';
  }
}
