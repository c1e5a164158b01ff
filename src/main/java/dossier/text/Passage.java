package dossier.text;

/// A paragraph, heading, list item or table row, in reading order.
///
/// @param kind what it is
/// @param level of a heading 1 to 6, of anything else 0
/// @param page the page it begins on, from 1; 1 throughout where the format has no pages
/// @param text its words, without line breaks, form feeds or control characters; never blank. The
///   cells of a table row are separated by a tab
public record Passage(Kind kind, int level, int page, String text) {

  /// The kinds of passages.
  public enum Kind {
    HEADING,
    PARAGRAPH,
    ITEM,
    ROW,
    /// Shown, but neither searched, quoted nor classified: running headers and footers, page
    /// numbers, navigation, contact lines, related posts.
    FURNITURE
  }

  public Passage {
    if (text.isBlank() || text.indexOf('\n') >= 0 || text.indexOf('\f') >= 0) {
      throw new IllegalArgumentException("a passage is one line of text");
    }
    if (page < 1 || level < 0 || level > 6 || (level > 0) != (kind == Kind.HEADING)) {
      throw new IllegalArgumentException("page " + page + ", level " + level + " of a " + kind);
    }
  }

  /// The same words as another kind.
  public Passage as(Kind other) {
    return new Passage(other, other == Kind.HEADING ? Math.max(level, 1) : 0, page, text);
  }
}
