package dossier.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/// Reads saved web pages: what is in `main` or `article` is the text, all around it furniture.
final class HtmlReader {

  private static final Pattern CHARSET =
      Pattern.compile(
          "(?:<meta[^>]{0,200}charset|<\\?xml[^>]{0,200}encoding)\\s*=\\s*[\"']?\\s*([\\w.:-]{1,40})",
          Pattern.CASE_INSENSITIVE);
  private static final int HEAD = 4096;

  private final Allowance allowance;

  HtmlReader(Allowance allowance) {
    this.allowance = allowance;
  }

  Outcome read(Path file, String type) throws IOException {
    TextFile text = TextFile.read(file, HtmlReader::declared);
    if (text.looksBinary()) {
      return new Outcome.No(Reason.UNSUPPORTED, "it holds no text in a known encoding", type);
    }
    Document page = Jsoup.parse(text.words());
    return read(page, type, HtmlProperties.of(page), text.missing());
  }

  /// Reads a page that has been parsed.
  Outcome read(Document page, String type, Properties properties, List<String> lost) {
    Shaper shaper = new Shaper(allowance);
    NodeTraversor.traverse(new ToShaper(shaper, content(page), title(page)), page);
    List<Passage> passages = Tidy.passages(shaper.blocks());
    if (passages.isEmpty()) {
      return new Outcome.No(Reason.EMPTY, "there are no words in it", type);
    }
    List<String> missing = new ArrayList<>(lost);
    if (allowance.isCut()) {
      missing.add(Allowance.CUT);
    }
    return new Outcome.Words(type, false, 1, passages, properties, missing, "jsoup", 0);
  }

  /// The element that holds the text, null when the page does not tell it apart.
  private static @Nullable Element content(Document page) {
    Element best = null;
    int most = 0;
    int all = page.text().length();
    for (String where : List.of("main, [role=main]", "article")) {
      for (Element element : page.select(where)) {
        int length = element.text().length();
        if (length > most) {
          best = element;
          most = length;
        }
      }
      if (most * 4 > all) {
        return best;
      }
    }
    return null;
  }

  /// The heading of the page when it is the only one of its rank: it may stand in the page's
  /// header.
  private static @Nullable Element title(Document page) {
    List<Element> headings = page.select("h1");
    return headings.size() == 1 ? headings.getFirst() : null;
  }

  private static final class ToShaper implements NodeVisitor {

    private final Shaper shaper;
    private final @Nullable Element content;
    private final @Nullable Element title;

    ToShaper(Shaper shaper, @Nullable Element content, @Nullable Element title) {
      this.shaper = shaper;
      this.content = content;
      this.title = title;
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof Element element) {
        shaper.start(element.normalName(), element.className(), part(element));
      } else if (node instanceof TextNode text) {
        // Line breaks in the source are spaces; only `br` breaks a line.
        shaper.text(text.getWholeText().replace('\n', ' '));
      }
    }

    private Shaper.Part part(Element element) {
      if (element.equals(content) || element.equals(title)) {
        return Shaper.Part.TEXT;
      }
      if (element.hasAttr("hidden") || element.attr("aria-hidden").equals("true")) {
        return Shaper.Part.HIDDEN;
      }
      boolean body = element.normalName().equals("body");
      Element parent = element.parent();
      boolean banner =
          element.normalName().equals("header")
              && parent != null
              && parent.normalName().equals("body");
      return (body && content != null) || banner ? Shaper.Part.FURNITURE : Shaper.Part.AS_AROUND;
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        shaper.end(element.normalName());
      }
    }
  }

  /// The charset a page declares, empty when it does not.
  static String declared(byte[] bytes) {
    int length = Math.min(bytes.length, HEAD);
    Matcher matcher = CHARSET.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    return matcher.find() ? matcher.group(1) : "";
  }
}
