package dossier.search;

/// What comes from a keyboard or an address, made harmless before anyone reads it.
final class TypedText {

  private static final int ZERO_WIDTH_SPACE = 0x200B;

  /// Stands where bytes were no character.
  private static final int REPLACEMENT = 0xFFFD;

  private TypedText() {}

  /// The same text with each run of white space as one space, none at the ends, and without control
  /// characters, marks of writing direction, halves of surrogate pairs and what stands for broken
  /// characters, which no one meant and which would part a word or an operator. The joiners that
  /// Persian is written with stay.
  static String clean(String typed) {
    StringBuilder clean = new StringBuilder(Math.min(typed.length(), 4 * Query.MAX_LENGTH));
    typed
        .codePoints()
        .forEach(c -> {
          if (isSpace(c)) {
            if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
              clean.append(' ');
            }
          } else if (!isUnseen(c)) {
            clean.appendCodePoint(c);
          }
        });
    return clean.toString().stripTrailing();
  }

  /// The beginning of a clean text, of at most so many UTF-16 characters and clean again.
  static String cut(String clean, int length) {
    if (clean.length() <= length) {
      return clean;
    }
    int end = Character.isHighSurrogate(clean.charAt(length - 1)) ? length - 1 : length;
    return clean.substring(0, end).stripTrailing();
  }

  /// Whether a word can consist of it: all but punctuation, and but what only changes other
  /// characters. Symbols that words are made of in practice (`€`, `☢`) can be searched for.
  static boolean isSearchable(int c) {
    return switch (Character.getType(c)) {
      case Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.FORMAT,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /// Whether any of it can be searched for.
  static boolean hasSearchable(String text) {
    return text.codePoints().anyMatch(TypedText::isSearchable);
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == ZERO_WIDTH_SPACE;
  }

  private static boolean isUnseen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.SURROGATE -> true;
      // Zero-width (non-)joiners belong to the spelling of words.
      case Character.FORMAT -> c != 0x200C && c != 0x200D;
      default -> c == REPLACEMENT;
    };
  }

  /// Whether some of it was broken on its way here.
  static boolean isBroken(String typed) {
    return typed.indexOf(REPLACEMENT) >= 0;
  }
}
