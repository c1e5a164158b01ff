package dossier.text;

import java.util.List;

/// A line of a PDF page. Lengths are points of a seventy-second of an inch, from the left and the
/// top.
///
/// @param page from 1
/// @param y of the line the letters stand on
/// @param size of most of its letters
/// @param bold share of bold letters, 0 to 1
/// @param cells its parts, which wide gaps keep apart; at least one
/// @param start where it begins, as its script runs: greater is further in
/// @param end where it ends, as its script runs: greater is further on
record PdfLine(
    int page, float y, float size, float bold, List<Cell> cells, float start, float end) {

  /// A part of a line.
  ///
  /// @param left where it begins on paper
  /// @param right where it ends on paper
  record Cell(float left, float right, String text) {}

  static PdfLine of(int page, float y, float size, float bold, List<Cell> cells) {
    float left = Float.MAX_VALUE;
    float right = -Float.MAX_VALUE;
    for (Cell cell : cells) {
      left = Math.min(left, cell.left);
      right = Math.max(right, cell.right);
    }
    boolean leftward = isLeftward(cells.getFirst().text);
    return new PdfLine(
        page,
        y,
        size,
        bold,
        List.copyOf(cells),
        leftward ? -right : left,
        leftward ? -left : right);
  }

  /// A line of the same style with one part of this.
  PdfLine only(Cell cell) {
    return of(page, y, size, bold, List.of(cell));
  }

  String text() {
    return cells.size() == 1 ? cells.getFirst().text() : joined(" ");
  }

  String joined(String separator) {
    return String.join(separator, cells.stream().map(Cell::text).toList());
  }

  float left() {
    return Math.min(Math.abs(start), Math.abs(end));
  }

  float right() {
    return Math.max(Math.abs(start), Math.abs(end));
  }

  private static boolean isLeftward(String text) {
    for (int i = 0; i < text.length(); i++) {
      switch (Character.getDirectionality(text.charAt(i))) {
        case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
          return false;
        }
        case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
          return true;
        }
        default -> {
          continue;
        }
      }
    }
    return false;
  }

  boolean isAllBold() {
    return bold > 0.95f;
  }

  boolean isPlain() {
    return bold < 0.05f;
  }
}
