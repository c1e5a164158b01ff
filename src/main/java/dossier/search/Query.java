package dossier.search;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a reader typed, and how it was understood.
///
/// Two queries are equal when they ask the same; what had to be remarked on the way there does not
/// count.
///
/// @param text as typed, at most [#MAX_LENGTH] characters, white space runs made one space, without
///   control characters and halves of surrogate pairs
/// @param clause how it was understood
/// @param notices what had to be repaired or left out to understand it, of the kind `query`
public record Query(String text, Clause clause, List<Notice> notices) {

  /// How many UTF-16 characters of what is typed count.
  public static final int MAX_LENGTH = 2000;

  public Query {
    notices = List.copyOf(notices);
  }

  /// Understands what was typed, by the grammar of `docs/query-language.md`. Never fails; an empty
  /// query asks for every report.
  public static Query of(String typed) {
    Remarks remarks = new Remarks();
    String clean = TypedText.clean(typed);
    String text = TypedText.cut(clean, MAX_LENGTH);
    if (text.length() < clean.length()) {
      remarks.tooLong(clean.length() - text.length());
    }
    return new Query(text, QueryParser.parse(text, remarks), remarks.notices());
  }

  /// How it was understood, in the query language with every operator written out; typed again it
  /// is understood the same way. Empty when it asks for every report.
  public String understood() {
    return QueryPrinter.print(clause);
  }

  /// The same with every word required, to be typed; empty when it is so already.
  public String strict() {
    Clause strict = LongQuery.strict(clause);
    return strict.equals(clause) ? "" : QueryPrinter.print(strict);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Query query && text.equals(query.text) && clause.equals(query.clause);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text, clause);
  }
}
