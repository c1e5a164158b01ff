package dossier.text;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// What the head of a web page says about it, in the names that publishers use.
final class HtmlProperties {

  private static final int AUTHORS = 50;

  private HtmlProperties() {}

  static Properties of(Document page) {
    String title = meta(page, "citation_title", "og:title", "dc.title", "dcterms.title");
    String plain = Tidy.clean(page.title(), false);
    return new Properties(
        title != null ? title : plain.isEmpty() ? null : TikaProperties.cut(plain),
        authors(page),
        meta(page, "dcterms.created", "date"),
        meta(page, "article:modified_time", "og:updated_time", "dcterms.modified"),
        meta(
            page,
            "article:published_time",
            "citation_publication_date",
            "citation_date",
            "dc.date",
            "dc.date.issued",
            "dcterms.issued",
            "dcterms.date",
            "datepublished"),
        meta(page, "og:description", "description", "dc.description"));
  }

  private static List<String> authors(Document page) {
    return page.select("meta[name~=(?i)^(author|citation_author|dc\\.creator)$]").stream()
        .map(element -> TikaProperties.cut(Tidy.clean(element.attr("content"), false)))
        .filter(author -> !author.isEmpty())
        .distinct()
        .limit(AUTHORS)
        .toList();
  }

  /// The first of these that is given.
  private static @Nullable String meta(Document page, String... names) {
    for (String name : names) {
      for (Element element : page.select("meta[content]")) {
        boolean called =
            element.attr("name").equalsIgnoreCase(name)
                || element.attr("property").equalsIgnoreCase(name)
                || element.attr("itemprop").equalsIgnoreCase(name);
        String value = called ? Tidy.clean(element.attr("content"), false) : "";
        if (!value.isEmpty()) {
          return TikaProperties.cut(value);
        }
      }
    }
    return null;
  }
}
