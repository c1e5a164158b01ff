package dossier.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A document of this project, `docs/query-language.md`, as blocks a template can show: the little
/// of Markdown that it is written in.
record Guide(List<Block> blocks) {

  private static final Pattern CODE = Pattern.compile("`([^`]+)`|\\*([^*]+)\\*");
  private static final Pattern CELLS = Pattern.compile("(?<!\\\\)\\|");

  /// A heading, paragraph, list, listing or table.
  ///
  /// @param kind `h1`, `h2`, `p`, `li`, `pre` or `table`
  /// @param id the anchor of a heading
  /// @param rows cells of text; one row of one cell but for lists, of one cell each, and tables,
  ///   whose first row is their head
  record Block(String kind, String id, List<List<List<Piece>>> rows) {}

  /// Text.
  ///
  /// @param kind `code`, `em` or empty
  /// @param href the search that a piece of code is, where it is one
  record Piece(String text, String kind, String href) {}

  static Guide of(String markdown) {
    List<Block> blocks = new ArrayList<>();
    for (String part : markdown.strip().split("\\n\\s*\\n", -1)) {
      blocks.add(block(part));
    }
    return new Guide(blocks);
  }

  private static Block block(String part) {
    List<String> lines = part.lines().toList();
    String first = lines.getFirst();
    if (first.startsWith("#")) {
      String text = first.replaceFirst("#+ ", "");
      String id = text.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
      return new Block(first.startsWith("##") ? "h2" : "h1", id, one(text));
    }
    if (first.startsWith("|")) {
      boolean searches = first.startsWith("| typed");
      return new Block(
          "table",
          "",
          lines.stream()
              .filter(line -> !line.startsWith("|--"))
              .map(line -> cells(line, searches && !line.equals(first)))
              .toList());
    }
    if (first.startsWith("    ")) {
      return new Block("pre", "", one(part.strip()));
    }
    if (first.startsWith("- ")) {
      String[] items = part.substring(2).split("\\n- ", -1);
      return new Block(
          "li", "", Arrays.stream(items).map(item -> List.of(pieces(item, false))).toList());
    }
    return new Block("p", "", one(part));
  }

  /// A line of text in pieces.
  static List<Piece> line(String markdown) {
    return pieces(markdown, false);
  }

  private static List<List<List<Piece>>> one(String text) {
    return List.of(List.of(pieces(text, false)));
  }

  private static List<List<Piece>> cells(String line, boolean searches) {
    String inner = line.strip().substring(1, line.strip().length() - 1);
    List<List<Piece>> cells = new ArrayList<>();
    for (String cell : CELLS.split(inner, -1)) {
      cells.add(pieces(cell.strip().replace("\\|", "|"), searches && cells.isEmpty()));
    }
    return cells;
  }

  private static List<Piece> pieces(String markdown, boolean searches) {
    String text = markdown.replaceAll("\\s*\\n\\s*", " ");
    List<Piece> pieces = new ArrayList<>();
    Matcher marked = CODE.matcher(text);
    int at = 0;
    while (marked.find()) {
      if (marked.start() > at) {
        pieces.add(new Piece(text.substring(at, marked.start()), "", ""));
      }
      String code = marked.group(1);
      pieces.add(
          code == null
              ? new Piece(marked.group(2), "em", "")
              : new Piece(code, "code", searches ? search(code) : ""));
      at = marked.end();
    }
    if (at < text.length()) {
      pieces.add(new Piece(text.substring(at), "", ""));
    }
    return pieces;
  }

  private static String search(String typed) {
    return Addresses.search(dossier.search.Question.of(typed));
  }
}
