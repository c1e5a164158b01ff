package dossier.search;

import dossier.report.Synonyms;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
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
/// @param plain names that stand for themselves alone: typed, they are not searched for in other
///   spellings, and they are no other spelling of what was typed; each once, clean as the text is
public record Query(
    String text, Clause clause, List<Notice> notices, Reading reading, List<String> plain) {

  /// How many UTF-16 characters of what is typed count.
  public static final int MAX_LENGTH = 2000;

  /// How many UTF-16 characters of a plain name count.
  private static final int MAX_NAME = 100;

  /// How what is typed is read.
  public enum Reading {
    /// By the grammar of `docs/query-language.md`.
    USUAL,
    /// As words, whatever characters they are made of.
    LITERAL
  }

  public Query {
    notices = List.copyOf(notices);
    plain =
        plain.stream()
            .map(name -> TypedText.cut(TypedText.clean(name), MAX_NAME))
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
  }

  /// A query in which every name may be searched for in other spellings.
  public Query(String text, Clause clause, List<Notice> notices) {
    this(text, clause, notices, Reading.USUAL, List.of());
  }

  /// A name that was searched for in other spellings, too.
  ///
  /// @param typed as it stands in the query
  /// @param names the others, the most usual first
  public record Also(String typed, List<String> names) {
    public Also {
      names = List.copyOf(names);
    }
  }

  /// A query with its names in other spellings.
  ///
  /// @param clause what is to be searched for
  /// @param also what that adds
  public record Widened(Clause clause, List<Also> also) {
    public Widened {
      also = List.copyOf(also);
    }
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
    return new Query(text, clause, remarks.notices());
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
    return new Query(text, clause, remarks.notices(), Reading.LITERAL, List.of());
  }

  private static String text(String typed, Remarks remarks) {
    String clean = TypedText.clean(typed);
    String text = TypedText.cut(clean, MAX_LENGTH);
    if (text.length() < clean.length()) {
      remarks.tooLong(clean.length() - text.length());
    }
    return text;
  }

  /// The same query with these names [#plain].
  public Query plain(List<String> names) {
    return new Query(text, clause, notices, reading, names);
  }

  /// What is to be searched for when names are searched for in all spellings: unquoted words alone,
  /// and runs of them, that `synonyms` knows, wherever they are asked for and not excluded. At most
  /// 12 others for a name, and 64 in all.
  ///
  /// @param held whether any report might hold a name: others are not worth a search
  public Widened widened(Synonyms synonyms, Predicate<Clause.Word> held) {
    return Widening.of(this, synonyms, held);
  }

  /// How it was understood, in the query language with every operator written out; typed again it
  /// is understood the same way, unless it was read as words. Empty when it asks for every report.
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
    return other instanceof Query query
        && text.equals(query.text)
        && clause.equals(query.clause)
        && reading == query.reading
        && plain.equals(query.plain);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text, clause, plain);
  }
}
