package dossier.search;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
/// @param reading how it was read
public record Query(String text, Clause clause, List<Notice> notices, Reading reading) {

  /// How many UTF-16 characters of what is typed count.
  public static final int MAX_LENGTH = 2000;

  /// A query that was read as usual.
  public Query(String text, Clause clause, List<Notice> notices) {
    this(text, clause, notices, Reading.USUAL);
  }

  /// How what is typed is read.
  public enum Reading {
    /// By the grammar of `docs/query-language.md`.
    USUAL,
    /// As words, whatever characters they are made of.
    LITERAL
  }

  public Query {
    notices = List.copyOf(notices);
  }

  /// Understands what was typed, by the grammar of `docs/query-language.md`. Never fails; an empty
  /// query asks for every report. Relative dates count from today, by UTC.
  public static Query of(String typed) {
    return of(typed, LocalDate.now(ZoneOffset.UTC));
  }

  /// The same on another day.
  public static Query of(String typed, LocalDate today) {
    Remarks remarks = new Remarks();
    String text = text(typed, remarks);
    Clause clause = QueryParser.parse(text, today, remarks);
    return new Query(text, clause, remarks.notices(), Reading.USUAL);
  }

  /// What was typed as words that all must occur, no character having a meaning. Never fails.
  public static Query literal(String typed) {
    Remarks remarks = new Remarks();
    String text = text(typed, remarks);
    List<Clause> words = new ArrayList<>();
    int left = 0;
    for (String word : text.split(" ", -1)) {
      if (TypedText.hasSearchable(word) && words.size() < QueryParser.MAX_TERMS) {
        words.add(new Clause.Word(null, word));
      } else if (TypedText.hasSearchable(word)) {
        left++;
      }
    }
    if (left > 0) {
      remarks.tooMany(left);
    }
    Clause clause =
        switch (words.size()) {
          case 0 -> new Clause.Everything();
          case 1 -> words.getFirst();
          default -> new Clause.And(words);
        };
    return new Query(text, clause, remarks.notices(), Reading.LITERAL);
  }

  private static String text(String typed, Remarks remarks) {
    String clean = TypedText.clean(typed);
    String text = TypedText.cut(clean, MAX_LENGTH);
    if (text.length() < clean.length()) {
      remarks.tooLong(clean.length() - text.length());
    }
    return text;
  }

  /// How it was understood, in the query language with every operator written out; typed again it
  /// is understood the same way, unless it was read as words. Empty when it asks for every report.
  public String understood() {
    return QueryPrinter.print(clause);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Query query
        && text.equals(query.text)
        && clause.equals(query.clause)
        && reading == query.reading;
  }

  @Override
  public int hashCode() {
    return Objects.hash(text, clause);
  }
}
