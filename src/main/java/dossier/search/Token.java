package dossier.search;

/// A piece of what was typed.
sealed interface Token {

  /// What an operator can work on begins with one of these.
  sealed interface Operand extends Token {}

  /// What can be looked for.
  sealed interface Term extends Operand {
    String text();
  }

  /// A word.
  record Word(String text) implements Term {}

  /// The beginning of a word, without its star.
  record Prefix(String text) implements Term {}

  /// Words that stood between quotation marks.
  record Phrase(String text) implements Term {}

  /// Characters that stood between quotation marks with `=` before them.
  record Verbatim(String text) implements Term {}

  /// A word with `*` or `?` in it.
  record Wildcard(String text) implements Term {}

  /// A word before `~`.
  record Fuzzy(String text, int edits) implements Term {}

  /// Words that stood between quotation marks before `~`.
  record Nearby(String text, int distance) implements Term {}

  /// A known name and its colon; what it is applied to follows.
  record Name(Target target) implements Operand {}

  /// A word and a colon that is no known name; the next token follows without a space.
  record UnknownName(String text) implements Operand {}

  /// `AND` or `&&`.
  record And(String typed) implements Token {}

  /// `OR` or `||`.
  record Or(String typed) implements Token {}

  /// `NEAR` or `NEAR/5`.
  record Near(String typed, int distance) implements Token {

    /// When no number is typed.
    static final int USUAL = 10;
  }

  /// `NOT`, `-` or `!`.
  record Not(String typed) implements Token {}

  /// `SOME`: of what follows in parentheses not all are required.
  record Some(String typed) implements Operand {}

  record Open() implements Operand {}

  record Close() implements Token {}
}
