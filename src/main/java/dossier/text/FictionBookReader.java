package dossier.text;

import java.io.IOException;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Reads FictionBook, whose elements are nearly those of web pages. Tika's reader of it runs the
/// words of neighbouring paragraphs together.
final class FictionBookReader {

  private FictionBookReader() {}

  static Outcome read(Task task, String type) throws IOException {
    TextFile text = TextFile.read(task.file(), HtmlReader::declared);
    Document book = Jsoup.parse(text.words(), Parser.xmlParser());
    Properties properties = properties(book);
    book.select("description, binary").remove();
    for (Element title : book.select("title")) {
      title.tagName("h" + Math.clamp(title.parents().select("section").size(), 1, 6));
    }
    return new HtmlReader(task.allowance()).read(book, type, properties, text.missing());
  }

  private static Properties properties(Document book) {
    List<String> authors =
        book.select("title-info > author").stream()
            .map(author -> Tidy.clean(author.text(), false))
            .filter(author -> !author.isEmpty())
            .map(TikaProperties::cut)
            .toList();
    return new Properties(
        text(book, "title-info > book-title"),
        authors,
        null,
        null,
        text(book, "title-info > date"),
        text(book, "title-info > annotation"));
  }

  private static @Nullable String text(Document book, String where) {
    Element element = book.selectFirst(where);
    String text = element == null ? "" : TikaProperties.cut(Tidy.clean(element.text(), false));
    return text.isEmpty() ? null : text;
  }
}
