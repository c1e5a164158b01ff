package dossier.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Makes passages of blocks: parts them where lines are blank or were broken on purpose, and drops
/// every character that is no word, space or sign.
final class Tidy {

  /// Stands for a line break that is meant, as in an address; others come from a file's own lines.
  static final char BREAK = '\u2028';

  private static final Pattern BLANK_LINE =
      Pattern.compile("[\\n\\u2028][ \\t\\u00a0\\r]*[\\n\\u2028]");

  /// The signs for `ff` and the like, which nobody types.
  private static final int FIRST_LIGATURE = 0xfb00;

  private static final int LAST_LIGATURE = 0xfb06;

  /// Longer lines are sentences, whoever broke them.
  private static final int LINE = 150;

  private Tidy() {}

  /// The passages of these blocks.
  static List<Passage> passages(List<Block> blocks) {
    List<Passage> passages = new ArrayList<>();
    for (Block block : blocks) {
      if (block.kind() == Passage.Kind.ROW || block.kind() == Passage.Kind.HEADING) {
        add(passages, block, block.kind(), block.text());
        continue;
      }
      for (String part : BLANK_LINE.split(block.text(), -1)) {
        paragraph(passages, block, part);
      }
    }
    return passages;
  }

  private static void paragraph(List<Passage> passages, Block block, String part) {
    List<String> lines = List.of(part.split(String.valueOf(BREAK), -1));
    boolean broken = lines.stream().allMatch(line -> line.length() <= LINE);
    for (String line : broken ? lines : List.of(part)) {
      boolean item = block.kind() == Passage.Kind.PARAGRAPH && ItemMark.isItem(line);
      String text = block.kind() == Passage.Kind.FURNITURE ? line : ItemMark.without(line);
      add(passages, block, item ? Passage.Kind.ITEM : block.kind(), text);
    }
  }

  private static void add(List<Passage> passages, Block block, Passage.Kind kind, String words) {
    String text = clean(words, kind == Passage.Kind.ROW);
    if (!text.isBlank()) {
      passages.add(
          new Passage(kind, kind == Passage.Kind.HEADING ? block.level() : 0, block.page(), text));
    }
  }

  /// One line in Unicode's composed form, without control characters, soft hyphens and marks of
  /// direction, ligatures taken apart, runs of spaces made one.
  static String clean(String words, boolean tabs) {
    String composed =
        Normalizer.isNormalized(words, Normalizer.Form.NFC)
            ? words
            : Normalizer.normalize(words, Normalizer.Form.NFC);
    StringBuilder text = new StringBuilder(composed.length());
    boolean space = false;
    for (int i = 0; i < composed.length(); ) {
      int c = composed.codePointAt(i);
      i += Character.charCount(c);
      if (tabs && c == '\t') {
        text.append('\t');
        space = false;
      } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        space = true;
      } else if (isKept(c)) {
        if (space && !text.isEmpty() && text.charAt(text.length() - 1) != '\t') {
          text.append(' ');
        }
        space = false;
        if (c >= FIRST_LIGATURE && c <= LAST_LIGATURE) {
          text.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
        } else {
          text.appendCodePoint(c);
        }
      }
    }
    return tabs ? text.toString() : text.toString().strip();
  }

  private static boolean isKept(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE ->
          false;
      // Joiners shape Persian, Urdu and Indic words; other format characters are invisible tricks.
      case Character.FORMAT -> c == 0x200c || c == 0x200d;
      default -> c != 0xfffe && c != 0xffff;
    };
  }
}
