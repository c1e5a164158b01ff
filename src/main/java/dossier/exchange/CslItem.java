package dossier.exchange;

import dossier.report.Published;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A reference in the words of the Citation Style Language.
final class CslItem {

  private CslItem() {}

  /// As reference managers keep it: a report.
  static Map<String, Object> of(Reference one) {
    Map<String, Object> item = common(one);
    item.put("type", "report");
    put(item, "collection-title", one.series());
    put(item, "number", one.issue().isEmpty() ? one.volume() : one.issue());
    put(item, "publisher", one.institution());
    put(item, "abstract", one.summary());
    put(item, "keyword", String.join(", ", one.keywords()));
    if (one.pages() > 0) {
      item.put("number-of-pages", Integer.toString(one.pages()));
    }
    return item;
  }

  /// As it is printed. A report in a numbered series is printed as part of a periodical: as reports
  /// the styles leave out volume or issue, or scatter them.
  static Map<String, Object> printed(Reference one, LocalDate accessed) {
    Map<String, Object> item = common(one);
    item.put("type", one.inPeriodical() ? "article-journal" : "report");
    put(item, one.inPeriodical() ? "container-title" : "collection-title", one.series());
    item.put(
        "accessed",
        date(List.of(accessed.getYear(), accessed.getMonthValue(), accessed.getDayOfMonth())));
    return item;
  }

  private static Map<String, Object> common(Reference one) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", one.id());
    put(item, "title", one.title());
    if (!one.authors().isEmpty()) {
      item.put("author", one.authors().stream().map(CslItem::name).toList());
    }
    put(item, "volume", one.volume());
    put(item, "issue", one.issue());
    put(item, "ISSN", one.issn());
    Map<String, Object> issued = issued(one.published());
    if (issued != null) {
      item.put("issued", issued);
    }
    put(item, "language", one.language());
    item.put("URL", one.url());
    return item;
  }

  private static Map<String, Object> name(Author author) {
    return author.isPerson()
        ? Map.of("family", author.family(), "given", author.given())
        : Map.of("literal", author.name());
  }

  private static @Nullable Map<String, Object> issued(@Nullable Published published) {
    if (published == null) {
      return null;
    }
    List<Integer> parts = new ArrayList<>(List.of(published.first().getYear()));
    if (published.precision() != Published.Precision.YEAR) {
      parts.add(published.first().getMonthValue());
    }
    if (published.precision() == Published.Precision.DAY) {
      parts.add(published.first().getDayOfMonth());
    }
    return date(parts);
  }

  private static Map<String, Object> date(List<Integer> parts) {
    return Map.of("date-parts", List.of(parts));
  }

  private static void put(Map<String, Object> item, String name, String value) {
    if (!value.isEmpty()) {
      item.put(name, value);
    }
  }
}
