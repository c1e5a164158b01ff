package dossier.report;

/// A word of a text.
///
/// @param folded as it is compared, see [Fold]; never empty
/// @param start where it begins in the text it was cut from, UTF-16
/// @param end where it ends, exclusive
/// @param shape how it is written
/// @param clause number of its clause: rises at every mark that ends a sentence or half of one
record Word(String folded, int start, int end, Shape shape, int clause) {

  /// How a word is written.
  enum Shape {
    SMALL,
    CAPITALISED,
    ALL_CAPITALS
  }
}
