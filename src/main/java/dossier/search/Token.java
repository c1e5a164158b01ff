package dossier.search;

/// A piece of what was typed.
sealed interface Token {

  /// What an operator can work on begins with one of these.
  sealed interface Operand extends Token {}

  /// What can be looked for.
  sealed interface Term extends Operand {}

  /// A word.
  record Word(String text) implements Term {}

  /// The beginning of a word, without its star.
  record Prefix(String text) implements Term {}

  /// Words that stood between quotation marks.
  record Phrase(String text) implements Term {}

  /// A known name and its colon; what it is applied to follows.
  record Name(Target target) implements Operand {}

  /// A word and a colon that is no known name; the next token follows without a space.
  record UnknownName(String text) implements Operand {}

  /// `AND` or `&&`.
  record And(String typed) implements Token {}

  /// `OR` or `||`.
  record Or(String typed) implements Token {}

  /// `NOT`, `-` or `!`.
  record Not(String typed) implements Token {}

  /// `SOME`: of what follows in parentheses not all are required.
  record Some(String typed) implements Operand {}

  record Open() implements Operand {}

  record Close() implements Token {}
}
