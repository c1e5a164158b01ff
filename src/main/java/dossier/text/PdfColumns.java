package dossier.text;

import java.util.ArrayList;
import java.util.List;

/// Puts the lines of a page in reading order where a program set two columns line by line, left and
/// right in turn.
final class PdfColumns {

  private static final int FEWEST = 6;
  private static final float NEAR = 4;

  private PdfColumns() {}

  static List<PdfLine> inOrder(List<PdfLine> lines) {
    List<PdfLine> pairs = lines.stream().filter(line -> line.cells().size() == 2).toList();
    if (pairs.size() < FEWEST || pairs.size() * 2 < lines.size()) {
      return lines;
    }
    float gutter = middle(pairs.stream().map(line -> line.cells().get(1).left()).toList());
    float margin = middle(pairs.stream().map(PdfLine::left).toList());
    long full = pairs.stream().filter(line -> isFull(line, margin, gutter)).count();
    return full * 10 < pairs.size() * 7L ? lines : parted(lines, gutter);
  }

  private static float middle(List<Float> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  /// Whether the line's left part fills its column: the cells of a table seldom do.
  private static boolean isFull(PdfLine line, float margin, float gutter) {
    return Math.abs(line.cells().get(1).left() - gutter) < NEAR
        && line.cells().getFirst().right() > margin + (gutter - margin) * 0.75f;
  }

  private static List<PdfLine> parted(List<PdfLine> lines, float gutter) {
    List<PdfLine> result = new ArrayList<>();
    List<PdfLine> right = new ArrayList<>();
    for (PdfLine line : lines) {
      boolean pair =
          line.cells().size() == 2 && Math.abs(line.cells().get(1).left() - gutter) < NEAR;
      if (pair) {
        result.add(line.only(line.cells().get(0)));
        right.add(line.only(line.cells().get(1)));
      } else if (line.left() > gutter - NEAR) {
        right.add(line);
      } else {
        if (line.right() > gutter) { // across both: what stands above is to be read first
          result.addAll(right);
          right.clear();
        }
        result.add(line);
      }
    }
    result.addAll(right);
    return result;
  }
}
