package dossier.exchange;

/// Text that every format can carry.
final class Clean {

  private Clean() {}

  /// The same text on one line: white space as single spaces, and without what XML, UTF-8 or a line
  /// of a text file cannot hold: control characters, halves of surrogate pairs, noncharacters.
  static String line(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (isSpace(c)) {
            if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
              clean.append(' ');
            }
          } else if (isCharacter(c)) {
            clean.appendCodePoint(c);
          }
        });
    return clean.toString().stripTrailing();
  }

  /// White space, line separators included, but not what holds words together on a line.
  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || c == 0x85;
  }

  private static boolean isCharacter(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.SURROGATE -> false;
      default -> (c & 0xFFFE) != 0xFFFE && (c < 0xFDD0 || c > 0xFDEF);
    };
  }
}
