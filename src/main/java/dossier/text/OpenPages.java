package dossier.text;

import java.nio.CharBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.apache.tika.exception.WriteLimitReachedException;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Hands the content of OpenDocument slides and sheets to a [Shaper]: a slide is a page, and so is
/// a sheet, under its name.
final class OpenPages extends DefaultHandler {

  private static final Set<String> HIDDEN =
      Set.of("annotation", "tracked-changes", "forms", "binary-data", "desc", "title");

  private final Shaper shaper;
  private final Deque<String> tags = new ArrayDeque<>();
  private int hidden;
  private int bodies;
  private int sheets;
  private int words;

  OpenPages(Shaper shaper) {
    this.shaper = shaper;
  }

  @Override
  public void startElement(String uri, String local, String qualified, Attributes attributes)
      throws SAXException {
    if (hidden > 0 || HIDDEN.contains(local)) {
      hidden++;
      return;
    }
    bodies += local.equals("body") || bodies > 0 ? 1 : 0;
    sheets += local.equals("spreadsheet") || sheets > 0 ? 1 : 0;
    String tag = bodies > 0 ? tag(local, attributes) : "";
    tags.push(tag);
    words += words > 0 || tag.equals("p") || isHeading(tag) ? 1 : 0;
    if (tag.equals("div")) {
      shaper.start(tag, "page");
    } else if (!tag.isEmpty()) {
      shaper.start(tag, "");
    }
    if (local.equals("table") && tag.equals("div")) {
      heading(attribute(attributes, "name"));
    } else if (words > 0 && (local.equals("s") || local.equals("tab"))) {
      text(" ");
    }
  }

  private String tag(String local, Attributes attributes) {
    return switch (local) {
      case "page" -> "div";
      // A sheet lies in the body's only element; what lies deeper is a table within a cell.
      case "table" -> sheets == 2 ? "div" : "table";
      case "table-row" -> "tr";
      case "table-cell", "covered-table-cell" -> "td";
      case "h" -> "h" + level(attribute(attributes, "outline-level"));
      case "p" -> "p";
      case "list-item" -> "li";
      case "line-break" -> "br";
      default -> "";
    };
  }

  private static int level(String level) {
    return level.length() == 1 && level.charAt(0) >= '1' && level.charAt(0) <= '6'
        ? level.charAt(0) - '0'
        : 6;
  }

  private static boolean isHeading(String tag) {
    return tag.length() == 2 && tag.charAt(0) == 'h';
  }

  private static String attribute(Attributes attributes, String local) {
    for (int i = 0; i < attributes.getLength(); i++) {
      if (attributes.getLocalName(i).equals(local)) {
        return attributes.getValue(i);
      }
    }
    return "";
  }

  private void heading(String name) throws SAXException {
    shaper.start("h1", "");
    text(name);
    shaper.end("h1");
  }

  @Override
  public void endElement(String uri, String local, String qualified) {
    if (hidden > 0) {
      hidden--;
      return;
    }
    bodies -= bodies > 0 ? 1 : 0;
    sheets -= sheets > 0 ? 1 : 0;
    words -= words > 0 ? 1 : 0;
    String tag = tags.pop();
    if (!tag.isEmpty()) {
      shaper.end(tag);
    }
  }

  @Override
  public void characters(char[] chars, int start, int length) throws SAXException {
    if (hidden == 0 && words > 0) {
      text(CharBuffer.wrap(chars, start, length));
    }
  }

  private void text(CharSequence text) throws SAXException {
    if (!shaper.text(text)) {
      throw new WriteLimitReachedException(Allowance.DOCUMENT);
    }
  }
}
