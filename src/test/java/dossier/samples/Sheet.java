package dossier.samples;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Sets lines on A4 pages from top to bottom, in points; begins a page when one is full. */
final class Sheet implements Closeable {

  static final float LEFT = 76;
  static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
  private static final float TOP = PDRectangle.A4.getHeight() - 78;
  private static final float BOTTOM = 74;

  /** Line distance as a multiple of the letters' size. */
  private static final float LEADING = 1.5f;

  /** A word with its style. */
  record Word(String text, boolean bold) {}

  private final PDDocument document;
  private final PDFont font;
  private PDPageContentStream stream;
  private float y;

  Sheet(PDDocument document, PDFont font) throws IOException {
    this.document = document;
    this.font = font;
    newPage();
  }

  private void newPage() throws IOException {
    close();
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    stream = new PDPageContentStream(document, page);
    y = TOP;
  }

  /** The page that the next line goes to. */
  PDPage page() {
    return document.getPage(document.getNumberOfPages() - 1);
  }

  float y() {
    return y;
  }

  /** Leaves a gap; begins a page unless so much room is left. */
  void gap(float height, float needed) throws IOException {
    y -= height;
    if (y - needed < BOTTOM) {
      newPage();
    }
  }

  /** Sets words as a ragged-right paragraph; no first or last line stands alone on a page. */
  void paragraph(List<Word> words, float size, float indent) throws IOException {
    List<List<Word>> lines = lines(words, size, WIDTH - indent);
    for (int i = 0; i < lines.size(); i++) {
      int left = lines.size() - i;
      int together = i == 0 && left <= 3 ? left : i == 0 || left == 2 ? 2 : 1;
      gap(0, together * size * LEADING);
      y -= size * LEADING;
      line(lines.get(i), size, LEFT + indent, y);
    }
  }

  /** Sets one line that hangs in the margin of what follows, on the same height. */
  void mark(String text, float size, float indent) throws IOException {
    gap(0, 3 * size * LEADING);
    line(List.of(new Word(text, false)), size, LEFT + indent, y - size * LEADING);
  }

  /** A row of cells of equal width, each broken into lines. */
  void row(List<String> cells, float size, boolean bold) throws IOException {
    float width = WIDTH / cells.size();
    List<List<List<Word>>> broken = new ArrayList<>();
    for (String cell : cells) {
      broken.add(lines(words(cell, bold), size, width - 8));
    }
    int height = broken.stream().mapToInt(List::size).max().orElse(0);
    gap(2, height * size * LEADING);
    for (int column = 0; column < broken.size(); column++) {
      for (int line = 0; line < broken.get(column).size(); line++) {
        float at = y - (line + 1) * size * LEADING;
        line(broken.get(column).get(line), size, LEFT + column * width, at);
      }
    }
    y -= height * size * LEADING;
    rule(y - 4);
    y -= 3;
  }

  private void rule(float at) throws IOException {
    stream.setLineWidth(0.4f);
    stream.setStrokingColor(0.6f);
    stream.moveTo(LEFT, at);
    stream.lineTo(LEFT + WIDTH, at);
    stream.stroke();
  }

  static List<Word> words(String text, boolean bold) {
    return List.of(text.strip().split("\\s+")).stream().map(word -> new Word(word, bold)).toList();
  }

  private List<List<Word>> lines(List<Word> words, float size, float width) throws IOException {
    List<List<Word>> lines = new ArrayList<>();
    float used = Float.MAX_VALUE;
    for (Word word : words) {
      float needed = width(" " + word.text(), size);
      if (used + needed > width) {
        lines.add(new ArrayList<>());
        used = 0;
      }
      lines.getLast().add(word);
      used += needed;
    }
    return lines;
  }

  float width(String text, float size) throws IOException {
    return font.getStringWidth(text) / 1000 * size;
  }

  private void line(List<Word> words, float size, float x, float at) throws IOException {
    stream.beginText();
    stream.newLineAtOffset(x, at);
    stream.setFont(font, size);
    stream.setLineWidth(size / 32);
    stream.setStrokingColor(0f);
    for (int i = 0; i < words.size(); i++) {
      // The one font has no bold face; an outline around the letters stands in for it.
      stream.setRenderingMode(words.get(i).bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
      stream.showText(i == 0 ? words.get(i).text() : " " + words.get(i).text());
    }
    stream.endText();
  }

  @Override
  public void close() throws IOException {
    if (stream != null) {
      stream.close();
    }
  }
}
