package dossier.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a reader typed, as a tree. Conjunctions directly in conjunctions, disjunctions directly in
/// disjunctions and double negations do not occur.
public sealed interface Clause {

  /// Every report.
  record Everything() implements Clause {}

  /// A word, in any grammatical form. What an analyser splits (`AC/DC`, an address) is meant as one
  /// piece: its parts side by side.
  ///
  /// @param field where, null for title, summary and text
  record Word(@Nullable Field field, String text) implements Clause {
    public Word {
      checkText(text);
    }
  }

  /// Words that begin so. Where an analyser splits the text, its last part is the beginning.
  ///
  /// @param field where, null for title, summary and text
  /// @param text what stands before the star; at its end at least two letters or digits
  record Prefix(@Nullable Field field, String text) implements Clause {
    public Prefix {
      checkText(text);
    }
  }

  /// These words side by side in this order, as written but for case and accents.
  ///
  /// @param field where, null for title, summary and text
  /// @param text the words between the quotes
  record Phrase(@Nullable Field field, String text) implements Clause {
    public Phrase {
      checkText(text);
    }
  }

  /// A name, and what else it is called. No parser makes it: [Query#widened] does, right before an
  /// engine answers.
  ///
  /// @param typed a [Word], or several in an [And]
  /// @param others the same in other spellings, languages and scripts, at least one; they count a
  ///   little less than what was typed
  record Variants(Clause typed, List<Word> others) implements Clause {
    public Variants {
      others = List.copyOf(others);
      if (others.isEmpty()) {
        throw new IllegalArgumentException("variants without others: " + typed);
      }
    }
  }

  /// Exactly these characters, case, accents and punctuation included; any white space between them
  /// is a space. They begin and end where words do.
  ///
  /// @param field where, null for title, summary and text
  /// @param text the characters between the quotes
  record Verbatim(@Nullable Field field, String text) implements Clause {
    public Verbatim {
      checkText(text);
    }
  }

  /// Words of this form, as written but for case and accents: `?` is one letter or digit, `*` any
  /// number of them. Neither begins a word.
  ///
  /// @param field where, null for title, summary and text
  /// @param text at least one `*` or `?` and two letters or digits
  record Wildcard(@Nullable Field field, String text) implements Clause {
    public Wildcard {
      checkText(text);
    }
  }

  /// Words that differ from this one by few letters, as written but for case and accents; their
  /// first letter is the same.
  ///
  /// @param field where, null for title, summary and text
  /// @param edits letters added, dropped, changed or exchanged with their neighbour, at most: 1 or
  ///   2
  record Fuzzy(@Nullable Field field, String text, int edits) implements Clause {

    static final int MOST = 2;

    public Fuzzy {
      checkText(text);
      if (edits < 1 || edits > MOST) {
        throw new IllegalArgumentException("one or two letters, not " + edits);
      }
    }
  }

  /// These words in any order, with few others between, as written but for case and accents.
  ///
  /// @param field where, null for title, summary and text
  /// @param distance how many other words may stand between all of them, 0 to [Near#MOST]
  record Nearby(@Nullable Field field, String text, int distance) implements Clause {
    public Nearby {
      checkText(text);
      Near.check(distance);
    }
  }

  /// Both within a few words, in any order.
  ///
  /// @param left what [#place] allows
  /// @param right the same, in the same place
  /// @param distance how many other words may stand between the two, 0 to [#MOST]
  record Near(Clause left, Clause right, int distance) implements Clause {

    /// The greatest distance: about two pages.
    static final int MOST = 1000;

    /// How many may lie within each other. Each doubles the work, as either side may come first.
    static final int DEEPEST = 5;

    public Near {
      if (!canJoin(left, right)) {
        throw new IllegalArgumentException("not near each other: " + left + ", " + right);
      }
      check(distance);
    }

    /// Where both are looked for, null for title, summary and text.
    public @Nullable Field field() {
      String place = place(left).orElseThrow();
      return Arrays.stream(Field.values())
          .filter(field -> field.prefix().equals(place))
          .findFirst()
          .orElse(null);
    }

    /// Whether two clauses can stand near each other: words, phrases, groups of `OR` and of `NEAR`,
    /// all in title, summary and text or all in the same one field of words.
    static boolean canJoin(Clause left, Clause right) {
      Optional<String> place = place(left);
      return place.isPresent()
          && place.equals(place(right))
          && Math.max(depth(left), depth(right)) < DEEPEST;
    }

    /// Whether a clause that can stand near another holds such a pair itself.
    public static boolean isWithin(Clause clause) {
      return depth(clause) > 0;
    }

    private static int depth(Clause clause) {
      if (clause instanceof Near(Clause left, Clause right, int distance)) {
        return 1 + Math.max(depth(left), depth(right));
      }
      return clause instanceof Or(List<Clause> clauses)
          ? clauses.stream().mapToInt(Near::depth).max().orElse(0)
          : 0;
    }

    private static Optional<String> place(Clause clause) {
      return switch (clause) {
        case Word(Field field, String text) -> place(field);
        case Prefix(Field field, String text) -> place(field);
        case Phrase(Field field, String text) -> place(field);
        case Wildcard(Field field, String text) -> place(field);
        case Fuzzy(Field field, String text, int edits) -> place(field);
        case Nearby(Field field, String text, int distance) -> place(field);
        case Near(Clause left, Clause right, int distance) -> place(left);
        case Or(List<Clause> clauses) -> {
          Set<Optional<String>> places =
              clauses.stream().map(Near::place).collect(Collectors.toSet());
          yield places.size() == 1 ? places.iterator().next() : Optional.empty();
        }
        case Variants variants -> Optional.empty();
        case Some some -> Optional.empty();
        case Verbatim verbatim -> Optional.empty();
        case Facet facet -> Optional.empty();
        case Mentions mentions -> Optional.empty();
        case Dated dated -> Optional.empty();
        case Pages pages -> Optional.empty();
        case And and -> Optional.empty();
        case Not not -> Optional.empty();
        case Everything everything -> Optional.empty();
      };
    }

    private static Optional<String> place(@Nullable Field field) {
      if (field == null) {
        return Optional.of("");
      }
      return field.isNumber() ? Optional.empty() : Optional.of(field.prefix());
    }

    private static void check(int distance) {
      if (distance < 0 || distance > MOST) {
        throw new IllegalArgumentException("no distance: " + distance);
      }
    }
  }

  /// Published, or added to the archive, within a span; undated reports were published in none.
  ///
  /// @param span not all time
  record Dated(Time time, Span span) implements Clause {
    public Dated {
      if (span.isAlways()) {
        throw new IllegalArgumentException("dated to all time");
      }
    }
  }

  /// Words of the clauses beside it, in an [And], stand on one of these pages of the text. Alone,
  /// or beside none that looks for words in the text: has at least that many pages.
  ///
  /// @param first from 1
  /// @param last at least `first`
  record Pages(int first, int last) implements Clause {
    public Pages {
      if (first < 1 || last < first) {
        throw new IllegalArgumentException("pages " + first + " to " + last);
      }
    }
  }

  /// Carrying a value of a facet: `region:kazakhstan`. Of a region or threat type: being about it.
  ///
  /// @param value what was typed, in lower case with hyphens for spaces: so it is the id, or a name
  ///   the vocabulary may know
  record Facet(Dimension dimension, String value) implements Clause {
    public Facet {
      checkText(value);
    }
  }

  /// Naming a region or threat type, be it in passing: `mentions:kazakhstan`.
  ///
  /// @param value what was typed, as in [Facet]
  record Mentions(String value) implements Clause {
    public Mentions {
      checkText(value);
    }
  }

  /// All of them.
  ///
  /// @param clauses at least two, none of them an `And`: what is within one is taken out
  record And(List<Clause> clauses) implements Clause {
    public And {
      List<Clause> flat = new ArrayList<>();
      for (Clause clause : clauses) {
        flat.addAll(clause instanceof And and ? and.clauses() : List.of(clause));
      }
      clauses = atLeastTwo(flat);
    }
  }

  /// Any of them.
  ///
  /// @param clauses at least two, none of them an `Or`: what is within one is taken out
  record Or(List<Clause> clauses) implements Clause {
    public Or {
      List<Clause> flat = new ArrayList<>();
      for (Clause clause : clauses) {
        flat.addAll(clause instanceof Or or ? or.clauses() : List.of(clause));
      }
      clauses = atLeastTwo(flat);
    }
  }

  /// Several of them: the more, the better, and all of them best.
  ///
  /// @param clauses at least two
  /// @param least how many at least, from 1 to their number
  record Some(List<Clause> clauses, int least) implements Clause {
    public Some {
      clauses = atLeastTwo(clauses);
      if (least < 1 || least > clauses.size()) {
        throw new IllegalArgumentException(least + " of " + clauses.size());
      }
    }
  }

  /// Everything but this, wherever it stands: alone, beside others, or within an [Or].
  record Not(Clause clause) implements Clause {
    public Not {
      if (clause instanceof Not) {
        throw new IllegalArgumentException("a negation of a negation: " + clause);
      }
    }
  }

  /// The fields of a report that can be asked for by name.
  enum Field {
    TITLE,
    SUMMARY,
    AUTHOR,
    ISSN,
    VOLUME,
    ISSUE;

    /// As typed before the colon.
    public String prefix() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it holds a number or code, compared as a whole, and no words.
    public boolean isNumber() {
      return this == ISSN || this == VOLUME || this == ISSUE;
    }
  }

  /// The two dates of a report.
  enum Time {
    PUBLISHED("date"),
    ADDED("added");

    private final String prefix;

    Time(String prefix) {
      this.prefix = prefix;
    }

    /// As typed before the colon.
    public String prefix() {
      return prefix;
    }
  }

  private static void checkText(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a clause without text");
    }
  }

  private static List<Clause> atLeastTwo(List<Clause> clauses) {
    if (clauses.size() < 2) {
      throw new IllegalArgumentException("fewer than two to combine: " + clauses);
    }
    return List.copyOf(clauses);
  }
}
