package dossier.samples;

import java.util.List;
import java.util.stream.Collectors;

/** Text as HTML and XML, for the formats that are written by hand. */
final class Xml {

  private Xml() {}

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Blocks as (X)HTML elements, one on a line; neighbouring items share a list. */
  static String html(List<Block> blocks) {
    StringBuilder out = new StringBuilder();
    String open = "";
    for (Block block : blocks) {
      String list = list(block);
      if (!list.equals(open)) {
        out.append(open.isEmpty() ? "" : "</" + open + ">\n");
        out.append(list.isEmpty() ? "" : "<" + list + ">\n");
        open = list;
      }
      out.append(html(block)).append('\n');
    }
    return out.append(open.isEmpty() ? "" : "</" + open + ">\n").toString();
  }

  private static String list(Block block) {
    return block instanceof Block.Item(String mark, List<Run> runs) && mark.equals("•") ? "ul" : "";
  }

  private static String html(Block block) {
    return switch (block) {
      case Block.Heading(int level, List<Run> runs) ->
          "<h" + level + ">" + inline(runs) + "</h" + level + ">";
      case Block.Paragraph(List<Run> runs) -> "<p>" + inline(runs) + "</p>";
      case Block.Item(String mark, List<Run> runs) ->
          mark.equals("•")
              ? "<li>" + inline(runs) + "</li>"
              : "<p class=\"numbered\">" + mark + " " + inline(runs) + "</p>";
      case Block.Table(List<List<String>> rows) ->
          "<table>"
              + row(rows.getFirst(), "th")
              + rows.stream().skip(1).map(r -> row(r, "td")).collect(Collectors.joining())
              + "</table>";
    };
  }

  private static String row(List<String> cells, String cell) {
    return cells.stream()
        .map(text -> "<" + cell + ">" + escape(text) + "</" + cell + ">")
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  private static String inline(List<Run> runs) {
    return runs.stream().map(Xml::inline).collect(Collectors.joining());
  }

  private static String inline(Run run) {
    String text = escape(run.text());
    text = run.italic() ? "<em>" + text + "</em>" : text;
    return run.bold() ? "<strong>" + text + "</strong>" : text;
  }
}
