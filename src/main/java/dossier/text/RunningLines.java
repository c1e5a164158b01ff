package dossier.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds the running headers, footers and page numbers of a paged document: lines at the top or the
/// bottom that most pages share, numbers aside.
final class RunningLines {

  /// How many lines at either end of a page may be running.
  private static final int DEEP = 3;

  private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "[\\s\\p{Pd}|·.]*(page|seite|página|pagina|стр\\.?|с\\.|p\\.|бет|صفحة|صفحه|第)?\\s*#\\s*页?"
              + "(\\s*(of|/|из|de|sur|von|من|از|\\|)\\s*#)?[\\s\\p{Pd}|·.]*");

  private RunningLines() {}

  /// A line: its block, and which line of it.
  private record Line(int block, int line) {}

  /// The same blocks with the running lines taken out of their paragraphs and made furniture.
  static List<Block> apart(List<Block> blocks, int pages) {
    Set<Line> running = running(blocks, pages);
    List<Block> result = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      StringBuilder rest = new StringBuilder();
      String[] lines = block.text().split("\n", -1);
      for (int j = 0; j < lines.length; j++) {
        if (running.contains(new Line(i, j))) {
          flush(result, block, rest);
          result.add(new Block(Passage.Kind.FURNITURE, 0, block.page(), lines[j]));
        } else {
          rest.append(rest.isEmpty() ? "" : "\n").append(lines[j]);
        }
      }
      flush(result, block, rest);
    }
    return result;
  }

  private static void flush(List<Block> result, Block block, StringBuilder rest) {
    if (!rest.isEmpty()) {
      result.add(new Block(block.kind(), block.level(), block.page(), rest.toString()));
      rest.setLength(0);
    }
  }

  private static Set<Line> running(List<Block> blocks, int pages) {
    Map<Integer, List<Line>> byPage = new HashMap<>();
    for (int i = 0; i < blocks.size(); i++) {
      String[] lines = blocks.get(i).text().split("\n", -1);
      for (int j = 0; j < lines.length; j++) {
        if (!lines[j].isBlank()) {
          byPage.computeIfAbsent(blocks.get(i).page(), p -> new ArrayList<>()).add(new Line(i, j));
        }
      }
    }
    Map<String, Set<Line>> tops = new HashMap<>();
    Map<String, Set<Line>> bottoms = new HashMap<>();
    for (List<Line> lines : byPage.values()) {
      for (int i = 0; i < Math.min(DEEP, lines.size()); i++) {
        Line top = lines.get(i);
        Line bottom = lines.get(lines.size() - 1 - i);
        tops.computeIfAbsent(key(blocks, top), k -> new HashSet<>()).add(top);
        bottoms.computeIfAbsent(key(blocks, bottom), k -> new HashSet<>()).add(bottom);
      }
    }
    // Headers of left and right pages differ: two pages in five are enough.
    int enough = Math.max(2, (pages * 2 + 4) / 5);
    Set<Line> running = new HashSet<>();
    collect(tops, enough, running);
    collect(bottoms, enough, running);
    return running;
  }

  private static void collect(Map<String, Set<Line>> ends, int enough, Set<Line> running) {
    ends.forEach((key, lines) -> {
      if (lines.size() >= enough || PAGE_NUMBER.matcher(key).matches()) {
        running.addAll(lines);
      }
    });
  }

  private static String key(List<Block> blocks, Line line) {
    String text = blocks.get(line.block).text().split("\n", -1)[line.line];
    return DIGITS.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceAll("#");
  }
}
