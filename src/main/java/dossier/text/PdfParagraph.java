package dossier.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The lines of a paragraph, a heading or a list item of a PDF, as they are gathered.
final class PdfParagraph {

  private static final Pattern LETTERS = Pattern.compile("\\p{L}\\p{M}*\\p{L}|\\p{Lo}");

  private static final int LONGEST_LARGE = 300;
  private static final int LONGEST_BOLD = 160;

  private final PdfType type;
  private final List<PdfLine> lines = new ArrayList<>();

  PdfParagraph(PdfType type) {
    this.type = type;
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  void add(PdfLine line) {
    lines.add(line);
  }

  PdfLine first() {
    return lines.getFirst();
  }

  /// Its lines, without the bullet.
  List<String> texts() {
    List<String> texts = new ArrayList<>(lines.stream().map(PdfLine::text).toList());
    texts.set(0, ItemMark.without(texts.getFirst()));
    return texts;
  }

  /// Whether a list item begins with this line, whatever stands above.
  static boolean beginsItem(PdfLine line) {
    return ItemMark.beginsItem(line.text());
  }

  /// Whether a line goes on with it.
  ///
  /// @param columnEnd how far the lines around reach
  boolean goesOn(PdfLine line, float columnEnd) {
    PdfLine last = lines.getLast();
    boolean style =
        type.isSame(last.size(), line.size())
            && !(last.isAllBold() && line.isPlain())
            && !(last.isPlain() && line.isAllBold());
    if (!style) {
      return false;
    }
    boolean small = Character.isLowerCase(line.text().codePointAt(0));
    float distance = line.y() - last.y();
    if (distance < -0.5f * line.size()) { // the next column begins
      return small && !type.isLarge(line.size());
    }
    if (distance > type.reach(line.size())) {
      return false;
    }
    // Large lines are often centred: their ends say nothing.
    return type.isLarge(line.size())
        || (!isSetApart(last, line) && !isShort(last, line, columnEnd));
  }

  /// Whether the line is indented as first lines are, or no longer indented as the last one.
  private boolean isSetApart(PdfLine last, PdfLine line) {
    float in = line.start() - last.start();
    boolean hanging = lines.size() == 1 && isItem();
    return in > 0.8f * line.size() ? !hanging : in < -0.8f * line.size() && lines.size() > 1;
  }

  /// Whether the last line ended although the next one's first word would have had room on it.
  private static boolean isShort(PdfLine last, PdfLine line, float columnEnd) {
    String text = line.text();
    int space = text.indexOf(' ');
    float share = space < 0 ? 1 : (space + 1f) / text.length();
    float word = (line.end() - line.start()) * share;
    boolean small = Character.isLowerCase(text.codePointAt(0));
    float room = small ? (columnEnd - last.start()) / 2 : word + line.size();
    return last.end() + room < columnEnd && !LineJoiner.goesOn(last.text());
  }

  private boolean isItem() {
    return ItemMark.isItem(first().text());
  }

  Passage.Kind kind() {
    if (isHeading()) {
      return Passage.Kind.HEADING;
    }
    return isItem() ? Passage.Kind.ITEM : Passage.Kind.PARAGRAPH;
  }

  private boolean isHeading() {
    int length = lines.stream().mapToInt(line -> line.text().length()).sum();
    boolean words = lines.stream().anyMatch(line -> LETTERS.matcher(line.text()).find());
    if (!words || ItemMark.isBullet(first().text())) {
      return false;
    }
    if (type.isLarge(first().size())) {
      return length <= LONGEST_LARGE;
    }
    String last = lines.getLast().text();
    return !type.boldBody()
        && lines.stream().allMatch(PdfLine::isAllBold)
        && length <= LONGEST_BOLD
        && first().size() > type.body() * 0.94f
        && !last.endsWith(".")
        && !LineJoiner.goesOn(last);
  }
}
