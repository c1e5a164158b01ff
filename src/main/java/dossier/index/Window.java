package dossier.index;

import java.text.BreakIterator;
import java.util.Locale;

/// Cuts quotable pieces out of a passage: whole sentences where they fit, whole words always.
final class Window {

  /// A shorter piece says too little on its own.
  private static final int SHORTEST = 160;

  /// About three lines of a results page.
  static final int LONGEST = 260;

  /// How far a match may stand behind the beginning of its piece.
  private static final int LEAD = 140;

  private final String text;
  private final BreakIterator sentences;
  private final BreakIterator words;
  private final BreakIterator characters;

  Window(String passage, Locale locale) {
    text = passage;
    sentences = BreakIterator.getSentenceInstance(locale);
    words = BreakIterator.getWordInstance(locale);
    characters = BreakIterator.getCharacterInstance(locale);
    sentences.setText(passage);
    words.setText(passage);
    characters.setText(passage);
  }

  /// A piece of the passage, without white space around.
  record Piece(int from, int to) {}

  /// The piece that shows what stands from `from` to `to`.
  Piece around(int from, int to) {
    if (text.length() <= LONGEST) {
      return trimmed(0, text.length());
    }
    int begin = before(sentences, from);
    if (begin < from - LEAD) {
      begin = wordBefore(from - LEAD / 2, from);
    }
    int end = endFrom(begin, Math.max(to, begin + 1));
    while (end - begin < SHORTEST && begin > 0) {
      int earlier = before(sentences, begin - 1);
      begin = earlier >= end - LONGEST ? earlier : wordBefore(end - LONGEST + 20, begin);
      if (earlier < end - LONGEST) {
        break;
      }
    }
    return trimmed(begin, end);
  }

  /// The beginning of the passage.
  Piece beginning() {
    return around(0, 1);
  }

  /// Where a piece that begins at `begin` and shows all before `to` ends.
  private int endFrom(int begin, int to) {
    int end = after(sentences, to);
    while (end - begin < SHORTEST && end < text.length()) {
      end = after(sentences, end + 1);
    }
    if (end - begin <= LONGEST) {
      return end;
    }
    int limit = Math.min(text.length(), begin + LONGEST);
    int cut = before(words, limit);
    return cut >= Math.min(to, limit) && cut > begin ? cut : before(characters, limit);
  }

  /// The beginning of a word at or before `offset`; when that word is endless, of a character.
  private int wordBefore(int offset, int latest) {
    int word = after(words, Math.max(0, offset));
    return word <= latest ? word : before(characters, Math.max(0, offset));
  }

  private static int before(BreakIterator breaks, int offset) {
    return breaks.isBoundary(offset) ? offset : Math.max(0, breaks.preceding(offset));
  }

  private int after(BreakIterator breaks, int offset) {
    if (offset >= text.length()) {
      return text.length();
    }
    return breaks.isBoundary(offset) ? offset : breaks.following(offset);
  }

  private Piece trimmed(int begin, int end) {
    int from = begin;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    return new Piece(from, to);
  }
}
