package dossier.text;

import dossier.text.Passage.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes blocks of the lines of PDF pages: paragraphs, headings, list items, rows of tables, and
/// the furniture around them. Every block is one line of text.
final class PdfLayout {

  /// How many lines before and behind tell how wide a column is.
  private static final int AROUND = 8;

  private final List<List<PdfLine>> pages;
  private final Set<PdfLine> running;
  private final PdfOutline outline;
  private final PdfType type;
  private final LineJoiner joiner;
  private final List<Piece> pieces = new ArrayList<>();

  /// A block that has no level yet, but where a bookmark gives one.
  private record Piece(Kind kind, float size, int page, String text, int level) {

    Piece(Kind kind, float size, int page, String text) {
      this(kind, size, page, text, 0);
    }
  }

  PdfLayout(List<List<PdfLine>> pages, PdfOutline outline) {
    this.outline = outline;
    this.running = RunningLines.of(pages);
    this.pages = pages.stream().map(PdfColumns::inOrder).toList();
    List<PdfLine> all = this.pages.stream().flatMap(List::stream).toList();
    this.type = PdfType.of(all);
    this.joiner = new LineJoiner(all.stream().map(PdfLine::text).toList());
  }

  List<Block> blocks() {
    for (List<PdfLine> page : pages) {
      List<PdfLine> body = page.stream().filter(line -> !running.contains(line)).toList();
      List<PdfLine> around = page.stream().filter(running::contains).toList();
      float first = (float) body.stream().mapToDouble(PdfLine::y).min().orElse(0);
      around.stream().filter(line -> line.y() < first).forEach(this::furniture);
      body(body);
      around.stream().filter(line -> line.y() >= first).forEach(this::furniture);
    }
    return levelled();
  }

  private void furniture(PdfLine line) {
    pieces.add(new Piece(Kind.FURNITURE, line.size(), line.page(), line.text()));
  }

  private void body(List<PdfLine> lines) {
    PdfParagraph paragraph = new PdfParagraph(type);
    for (int i = 0; i < lines.size(); i++) {
      PdfLine line = lines.get(i);
      int level = type.isLarge(line.size()) ? 0 : outline.level(line);
      boolean row = level == 0 && isRow(lines, i);
      boolean goesOn =
          !row
              && level == 0
              && !paragraph.isEmpty()
              && !PdfParagraph.beginsItem(line)
              && paragraph.goesOn(line, columnEnd(lines, i));
      if (!goesOn) {
        close(paragraph);
        paragraph = new PdfParagraph(type);
      }
      if (level > 0) {
        pieces.add(new Piece(Kind.HEADING, line.size(), line.page(), line.text(), level));
      } else if (row) {
        pieces.add(new Piece(Kind.ROW, line.size(), line.page(), line.joined("\t")));
      } else {
        paragraph.add(line);
      }
    }
    close(paragraph);
  }

  private void close(PdfParagraph paragraph) {
    if (!paragraph.isEmpty()) {
      PdfLine first = paragraph.first();
      String text = joiner.joined(paragraph.texts());
      pieces.add(new Piece(paragraph.kind(), first.size(), first.page(), text));
    }
  }

  /// A line in parts is a row of a table when a line beside it has a part at the same place.
  private static boolean isRow(List<PdfLine> lines, int i) {
    PdfLine line = lines.get(i);
    return line.cells().size() > 1
        && !PdfParagraph.beginsItem(line)
        && ((i > 0 && isAligned(line, lines.get(i - 1)))
            || (i + 1 < lines.size() && isAligned(line, lines.get(i + 1))));
  }

  private static boolean isAligned(PdfLine line, PdfLine other) {
    return Math.abs(line.y() - other.y()) < 5 * line.size()
        && other.cells().size() > 1
        && !PdfParagraph.beginsItem(other)
        && line.cells().stream()
            .skip(1)
            .anyMatch(cell ->
                other.cells().stream()
                    .skip(1)
                    .anyMatch(there ->
                        Math.abs(there.left() - cell.left()) < 3
                            || Math.abs(there.right() - cell.right()) < 3));
  }

  /// How far the lines of the text around it reach.
  private float columnEnd(List<PdfLine> lines, int i) {
    PdfLine line = lines.get(i);
    float end = line.end();
    for (int step = -1; step <= 1; step += 2) {
      for (int j = i + step; j >= 0 && j < lines.size() && Math.abs(j - i) <= AROUND; j += step) {
        boolean nextColumn = (lines.get(j).y() - lines.get(j - step).y()) * step < 0;
        if (nextColumn) {
          break;
        }
        // Titles go across columns, and rows of tables as they like.
        boolean text = !type.isLarge(lines.get(j).size()) && lines.get(j).cells().size() == 1;
        end = text ? Math.max(end, lines.get(j).end()) : end;
      }
    }
    return end;
  }

  private List<Block> levelled() {
    List<Piece> headings =
        pieces.stream().filter(piece -> piece.kind == Kind.HEADING && piece.level == 0).toList();
    float title =
        headings.stream()
            .filter(piece -> piece.page == 1)
            .map(Piece::size)
            .max(Float::compare)
            .orElse(Float.MAX_VALUE);
    Map<Float, Integer> levels = type.levels(headings.stream().map(Piece::size).toList(), title);
    return pieces.stream()
        .map(piece -> new Block(piece.kind, level(piece, levels), piece.page, piece.text))
        .toList();
  }

  private static int level(Piece piece, Map<Float, Integer> levels) {
    if (piece.kind != Kind.HEADING) {
      return 0;
    }
    return piece.level > 0 ? piece.level : levels.getOrDefault(piece.size, 1);
  }
}
