package dossier.index;

import dossier.search.Hit.Mark;
import org.jspecify.annotations.Nullable;

/// Characters to be found exactly, but for white space: any run of it is one space.
///
/// @param text without white space around
/// @param word where its first word begins, which a search for its words finds
record Spelled(String text, int word) {

  static Spelled of(String text) {
    return new Spelled(text, Analysis.firstWord(text));
  }

  /// Where it stands in a text, when its first word begins at `offset`; null when it does not.
  @Nullable Mark at(String stored, int offset) {
    int from = back(stored, offset);
    int to = from < 0 ? -1 : ahead(stored, offset);
    return to < 0 ? null : new Mark(from, to);
  }

  /// Where what stands before the first word begins; -1 when something else stands there.
  private int back(String stored, int offset) {
    int at = offset;
    for (int i = word - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (at == 0 || !same(c, stored.charAt(at - 1))) {
        return -1;
      }
      at--;
      while (c == ' ' && at > 0 && isSpace(stored.charAt(at - 1))) {
        at--;
      }
    }
    return at;
  }

  /// Where the rest ends; -1 when something else stands there.
  private int ahead(String stored, int offset) {
    int at = offset;
    for (int i = word; i < text.length(); i++) {
      char c = text.charAt(i);
      if (at == stored.length() || !same(c, stored.charAt(at))) {
        return -1;
      }
      at++;
      while (c == ' ' && at < stored.length() && isSpace(stored.charAt(at))) {
        at++;
      }
    }
    return at;
  }

  private static boolean same(char wanted, char stored) {
    return wanted == ' ' ? isSpace(stored) : wanted == stored;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
