package dossier.samples;

import java.util.List;
import java.util.stream.Collectors;

/** Plain text: one paragraph a line, as copied from a web page. */
final class TextWriter {

  private TextWriter() {}

  static byte[] write(Source source) {
    return Zip.utf8(text(source));
  }

  static String text(Source source) {
    String masthead =
        source.masthead().isEmpty() ? "" : "\n" + String.join("\n", source.masthead()) + "\n";
    return source.title() + "\n" + masthead + body(source.body());
  }

  private static String body(List<Block> blocks) {
    StringBuilder out = new StringBuilder();
    boolean listed = false;
    for (Block block : blocks) {
      boolean bullet = block instanceof Block.Item(String mark, List<Run> runs) && mark.equals("•");
      out.append(bullet && listed ? "" : "\n").append(line(block)).append('\n');
      listed = bullet;
    }
    return out.toString();
  }

  private static String line(Block block) {
    return switch (block) {
      case Block.Heading(int level, List<Run> runs) -> Block.plain(runs);
      case Block.Paragraph(List<Run> runs) -> Block.plain(runs);
      case Block.Item(String mark, List<Run> runs) ->
          (mark.equals("•") ? "  • " : mark + " ") + Block.plain(runs);
      case Block.Table(List<List<String>> rows) ->
          rows.stream().map(row -> String.join("\t", row)).collect(Collectors.joining("\n"));
    };
  }
}
