package dossier.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/// Reads Markdown: what it means as HTML is read as a web page. Front matter gives the properties.
final class MarkdownReader {

  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

  /// Lines of the form `key: value` between two lines of dashes, at the very beginning. Lists and
  /// nested values are left alone: an editor who means them writes a sidecar.
  private static final Pattern FRONT_MATTER =
      Pattern.compile("---[ \\t]*\\n((?:[^\\n]*\\n){0,100}?)---[ \\t]*(?:\\n|$)");

  private final Allowance allowance;

  MarkdownReader(Allowance allowance) {
    this.allowance = allowance;
  }

  Outcome read(Path file, String type) throws IOException {
    TextFile text = TextFile.read(file);
    if (text.looksBinary()) {
      return new Outcome.No(Reason.UNSUPPORTED, "it holds no text in a known encoding", type);
    }
    Map<String, String> front = new HashMap<>();
    Matcher matter = FRONT_MATTER.matcher(text.words());
    boolean hasFront = matter.lookingAt();
    if (hasFront) {
      matter.group(1).lines().forEach(line -> entry(front, line));
    }
    String words = hasFront ? text.words().substring(matter.end()) : text.words();
    Node root = Parser.builder().extensions(EXTENSIONS).build().parse(words);
    String html = HtmlRenderer.builder().extensions(EXTENSIONS).build().render(root);
    Properties properties = properties(front);
    return new HtmlReader(allowance).read(Jsoup.parse(html), type, properties, text.missing());
  }

  private static void entry(Map<String, String> front, String line) {
    int colon = line.indexOf(':');
    if (colon > 0) {
      String key = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      String value = Tidy.clean(line.substring(colon + 1), false);
      boolean quoted = value.length() > 1 && (value.startsWith("\"") || value.startsWith("'"));
      front.put(key, quoted ? value.substring(1, value.length() - 1) : value);
    }
  }

  private static Properties properties(Map<String, String> front) {
    String author = given(front, "author");
    return new Properties(
        given(front, "title"),
        author == null ? List.of() : List.of(author),
        null,
        given(front, "updated"),
        given(front, "date"),
        given(front, "description"));
  }

  private static @Nullable String given(Map<String, String> front, String key) {
    String value = front.getOrDefault(key, "");
    return value.isEmpty() ? null : TikaProperties.cut(value);
  }
}
