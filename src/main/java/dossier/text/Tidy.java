package dossier.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes passages of blocks: lines that were broken to fit a page are joined, words that were
/// parted at their ends too, and every character that is no word, space or sign is dropped.
final class Tidy {

  private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t\\u00a0\\r]*\\n");
  private static final Pattern BULLET =
      Pattern.compile("^[\\s\\u00a0]*[•◦▪▫■□●○‣⁃∙·\\uf0b7\\uf0a7–*-][\\s\\u00a0]+(?=\\S)");
  private static final Pattern NUMBER = Pattern.compile("^\\s*\\(?(\\d{1,2}|[a-z])\\)\\s+\\S.*");
  private static final Pattern PARTED = Pattern.compile(".*\\p{L}[-\\u00ad\\u2010]$");

  private Tidy() {}

  /// The passages of these blocks.
  ///
  /// @param lines whether line breaks come from a page: then bullets begin items, and words parted
  ///   by a hyphen are joined
  static List<Passage> passages(List<Block> blocks, boolean lines) {
    List<Passage> passages = new ArrayList<>();
    for (Block block : blocks) {
      if (block.kind() == Passage.Kind.ROW || block.kind() == Passage.Kind.HEADING) {
        add(passages, block, block.kind(), block.text());
        continue;
      }
      for (String part : BLANK_LINE.split(block.text(), -1)) {
        paragraph(passages, block, part, lines);
      }
    }
    return passages;
  }

  private static void paragraph(List<Passage> passages, Block block, String part, boolean lines) {
    StringBuilder words = new StringBuilder();
    Passage.Kind kind = block.kind();
    for (String line : part.split("\\n", -1)) {
      Matcher bullet = BULLET.matcher(line);
      boolean bulleted = bullet.find() && block.kind() != Passage.Kind.FURNITURE;
      boolean numbered = lines && NUMBER.matcher(line).matches();
      if ((bulleted && (lines || words.isEmpty())) || numbered) {
        add(passages, block, kind, words.toString());
        words.setLength(0);
        kind = block.kind() == Passage.Kind.FURNITURE ? block.kind() : Passage.Kind.ITEM;
        words.append(bulleted ? line.substring(bullet.end()) : line);
      } else {
        join(words, line, lines);
      }
    }
    add(passages, block, kind, words.toString());
  }

  /// A hyphen between letters at the end of a line, with a small letter behind it, parts a word.
  private static void join(StringBuilder words, String line, boolean lines) {
    String next = line.strip();
    int end = words.length();
    while (end > 0 && Character.isWhitespace(words.charAt(end - 1))) {
      end--;
    }
    words.setLength(end);
    if (words.isEmpty() || next.isEmpty()) {
      words.append(next);
      return;
    }
    CharSequence tail = words.subSequence(Math.max(0, words.length() - 2), words.length());
    if (lines && PARTED.matcher(tail).matches() && Character.isLowerCase(next.codePointAt(0))) {
      words.setLength(words.length() - 1);
    } else {
      words.append(' ');
    }
    words.append(next);
  }

  private static void add(List<Passage> passages, Block block, Passage.Kind kind, String words) {
    String text = clean(words, kind == Passage.Kind.ROW);
    if (!text.isBlank()) {
      passages.add(
          new Passage(kind, kind == Passage.Kind.HEADING ? block.level() : 0, block.page(), text));
    }
  }

  /// One line in Unicode's composed form, without control characters, soft hyphens and marks of
  /// direction, runs of spaces made one.
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
        text.appendCodePoint(c);
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
