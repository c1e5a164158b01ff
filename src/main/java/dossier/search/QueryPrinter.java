package dossier.search;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
      case Clause.Variants(Clause typed, List<Clause.Word> others) -> print(typed);
      case Clause.Verbatim(Clause.Field field, String text) -> name(field) + "=" + verbatim(text);
      case Clause.Wildcard(Clause.Field field, String text) -> name(field) + text;
      case Clause.Fuzzy(Clause.Field field, String text, int edits) ->
          name(field) + text + "~" + edits;
      case Clause.Nearby(Clause.Field field, String text, int distance) ->
          name(field) + quote(text) + "~" + distance;
      case Clause.Near(Clause left, Clause right, int distance) ->
          // Several stand from left to right, as they are read.
          (left instanceof Clause.Near ? print(left) : part(left))
              + " NEAR/"
              + distance
              + " "
              + part(right);
      case Clause.Dated(Clause.Time time, Span span) -> time.prefix() + ":" + span(span);
      case Clause.Pages(int first, int last) ->
          Target.PAGE + ":" + first + (last == first ? "" : ".." + last);
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
    return clause instanceof Clause.And
            || clause instanceof Clause.Or
            || clause instanceof Clause.Near
        ? "(" + print(clause) + ")"
        : print(clause);
  }

  private static String name(Clause.@Nullable Field field) {
    return field == null ? "" : field.prefix() + ":";
  }

  private static String value(String value) {
    return PLAIN.matcher(value).matches() ? value : quote(value);
  }

  private static String span(Span span) {
    String from = Objects.requireNonNullElse(span.from(), "");
    String to = Objects.requireNonNullElse(span.to(), "");
    return from.equals(to) ? from : from + ".." + to;
  }

  /// Between marks that do not occur in the text: it was typed between such.
  private static String verbatim(String text) {
    String marks =
        Stream.of("\"\"", "«»", "‹›")
            .filter(pair -> !QueryTokenizer.hasQuoteLike(text, pair.charAt(0)))
            .findFirst()
            .orElse("\"\"");
    return marks.charAt(0) + text + marks.charAt(1);
  }

  private static String quote(String text) {
    return '"' + text + '"';
  }
}
