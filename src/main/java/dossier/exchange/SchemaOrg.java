package dossier.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A reference as a `Report` of schema.org, in JSON-LD.
final class SchemaOrg {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SchemaOrg() {}

  /// The JSON, with nothing in it that could end a `script` element or begin a comment there.
  static String of(Reference one) {
    try {
      return JSON.writeValueAsString(report(one))
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of text are always JSON", e);
    }
  }

  private static Map<String, Object> report(Reference one) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("@context", "https://schema.org");
    report.put("@type", "Report");
    report.put("@id", one.url());
    report.put("url", one.url());
    report.put("identifier", one.id());
    report.put("name", one.title());
    put(report, "author", one.authors().stream().map(SchemaOrg::author).toList());
    put(report, "datePublished", one.date("-"));
    put(report, "inLanguage", one.language());
    put(report, "abstract", one.summary());
    put(report, "reportNumber", one.number());
    put(report, "isPartOf", periodical(one));
    put(report, "spatialCoverage", about(one.regions()).map(SchemaOrg::place).toList());
    put(report, "about", about(one.threats()).map(SchemaOrg::thing).toList());
    put(report, "keywords", one.keywords());
    report.put(
        "encoding",
        Map.of(
            "@type",
            "MediaObject",
            "contentUrl",
            one.original(),
            "encodingFormat",
            one.mediaType()));
    return report;
  }

  private static Stream<Reference.Subject> about(List<Reference.Subject> labels) {
    return labels.stream().filter(Reference.Subject::about);
  }

  private static Map<String, Object> author(Author author) {
    return Map.of("@type", author.isPerson() ? "Person" : "Organization", "name", author.name());
  }

  private static Map<String, Object> place(Reference.Subject region) {
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("@type", region.code().isEmpty() ? "Place" : "Country");
    place.put("name", region.label());
    put(place, "identifier", region.code());
    return place;
  }

  private static Map<String, Object> thing(Reference.Subject threat) {
    return Map.of("@type", "DefinedTerm", "name", threat.label(), "termCode", threat.id());
  }

  /// The periodical, within it the volume, within that the issue: each as far as it is known.
  private static Map<String, Object> periodical(Reference one) {
    Map<String, Object> part = new LinkedHashMap<>();
    if (one.series().isEmpty()) {
      return part;
    }
    part.put("@type", "Periodical");
    part.put("name", one.series());
    put(part, "issn", one.issn());
    if (!one.volume().isEmpty()) {
      part = within(part, "PublicationVolume", "volumeNumber", one.volume());
    }
    if (!one.issue().isEmpty()) {
      part = within(part, "PublicationIssue", "issueNumber", one.issue());
    }
    return part;
  }

  private static Map<String, Object> within(
      Map<String, Object> whole, String type, String property, String number) {
    Map<String, Object> part = new LinkedHashMap<>();
    part.put("@type", type);
    part.put(property, number);
    part.put("isPartOf", whole);
    return part;
  }

  private static void put(Map<String, Object> map, String name, Object value) {
    boolean empty = value.equals("") || value.equals(List.of()) || value.equals(Map.of());
    if (!empty) {
      map.put(name, value);
    }
  }
}
