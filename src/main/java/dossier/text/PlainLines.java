package dossier.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Makes paragraphs of lines of plain text: blank lines part them, and lines that end well before
/// the others do, such as those of a masthead.
final class PlainLines {

  private static final Pattern BLANK_LINES = Pattern.compile("\\n\\s*\\n");

  private final LineJoiner joiner;
  private final int width;

  private PlainLines(String text) {
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    this.joiner = new LineJoiner(lines);
    this.width = width(lines);
  }

  /// How wide the text is set. The longest lines may be addresses that cannot be broken.
  private static int width(List<String> lines) {
    List<Integer> lengths = lines.stream().map(String::length).sorted().toList();
    return lengths.isEmpty() ? 0 : lengths.get(lengths.size() * 4 / 5);
  }

  /// One block for each paragraph.
  static List<Block> blocks(String text) {
    return joined(new Block(Passage.Kind.PARAGRAPH, 0, 1, text)).toList();
  }

  /// The paragraphs of a block that holds lines; any other block as it is.
  static Stream<Block> joined(Block block) {
    if (block.kind() != Passage.Kind.PARAGRAPH || block.text().isBlank()) {
      return Stream.of(block);
    }
    PlainLines plain = new PlainLines(block.text());
    List<Block> blocks = new ArrayList<>();
    for (String part : BLANK_LINES.split(block.text(), -1)) {
      for (String text : plain.paragraphs(part)) {
        blocks.add(new Block(block.kind(), 0, block.page(), text));
      }
    }
    return blocks.stream();
  }

  private List<String> paragraphs(String part) {
    List<String> texts = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String raw : part.split("\\n", -1)) {
      String line = raw.strip();
      if (line.isEmpty()) {
        continue;
      }
      boolean begins =
          ItemMark.beginsItem(line) || (!lines.isEmpty() && isShort(lines.getLast(), line));
      if (begins && !lines.isEmpty()) {
        texts.add(joiner.joined(lines));
        lines.clear();
      }
      lines.add(line);
    }
    if (!lines.isEmpty()) {
      texts.add(joiner.joined(lines));
    }
    return texts;
  }

  /// Whether a line ended although the next one's first word would have had room on it.
  private boolean isShort(String line, String next) {
    int space = next.indexOf(' ');
    int word = space < 0 ? next.length() : space;
    boolean small = Character.isLowerCase(next.codePointAt(0));
    return line.length() + 1 + word < (small ? width / 2 : width) && !LineJoiner.goesOn(line);
  }
}
