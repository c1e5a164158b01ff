package dossier.exchange;

import dossier.report.Published;
import dossier.report.Report;
import java.util.ArrayList;
import java.util.List;

/// What the head of a report's page tells reference managers, scholarly search engines and
/// crawlers.
///
/// @param meta names and contents of `meta` elements: Highwire's tags, which Google Scholar and
///   Zotero read, and Dublin Core
/// @param jsonLd schema.org's `Report` as JSON-LD, safe within a `script` element
/// @param links targets of an HTTP `Link` header, as Signposting has them
public record Description(List<Meta> meta, String jsonLd, List<String> links) {

  /// A `meta` element.
  public record Meta(String name, String content) {}

  public Description {
    meta = List.copyOf(meta);
    links = List.copyOf(links);
  }

  /// Describes a report.
  public static Description of(Report report, Site site) {
    Reference one = Reference.of(report, site);
    List<Meta> meta = new ArrayList<>();
    highwire(one, meta);
    dublinCore(one, meta);
    meta.removeIf(tag -> tag.content().isEmpty());
    return new Description(meta, SchemaOrg.of(one), links(one));
  }

  private static void highwire(Reference one, List<Meta> meta) {
    meta.add(new Meta("citation_title", one.title()));
    one.authors().forEach(author -> meta.add(new Meta("citation_author", author.sorted())));
    meta.add(new Meta("citation_publication_date", one.date("/")));
    meta.add(new Meta("citation_technical_report_institution", one.institution()));
    meta.add(new Meta("citation_technical_report_number", one.number()));
    meta.add(new Meta("citation_series_title", one.series()));
    meta.add(new Meta("citation_issn", one.issn()));
    meta.add(new Meta("citation_volume", one.volume()));
    meta.add(new Meta("citation_issue", one.issue()));
    meta.add(new Meta("citation_language", one.language()));
    one.keywords().forEach(word -> meta.add(new Meta("citation_keywords", word)));
    meta.add(new Meta("citation_abstract", one.summary()));
    meta.add(new Meta("citation_fulltext_html_url", one.url()));
    meta.add(new Meta("citation_public_url", one.url()));
    boolean pdf = one.mediaType().equals("application/pdf");
    meta.add(new Meta("citation_pdf_url", pdf ? one.original() : ""));
  }

  private static void dublinCore(Reference one, List<Meta> meta) {
    meta.add(new Meta("DC.title", one.title()));
    one.authors().forEach(author -> meta.add(new Meta("DC.creator", author.sorted())));
    Published published = one.published();
    meta.add(new Meta("DC.date", published == null ? "" : published.iso()));
    meta.add(new Meta("DC.publisher", one.institution()));
    meta.add(new Meta("DC.type", "Text"));
    meta.add(new Meta("DC.format", one.mediaType()));
    meta.add(new Meta("DC.language", one.language()));
    meta.add(new Meta("DC.identifier", one.url()));
    meta.add(new Meta("DC.description", one.summary()));
    meta.add(
        new Meta(
            "DC.relation",
            one.series().isEmpty() ? "" : (one.series() + " " + one.number()).strip()));
    one.threats().stream()
        .filter(Reference.Subject::about)
        .forEach(threat -> meta.add(new Meta("DC.subject", threat.label())));
    one.regions().stream()
        .filter(Reference.Subject::about)
        .forEach(region -> meta.add(new Meta("DC.coverage", region.label())));
  }

  /// By <https://signposting.org/FAIR/>. Nothing is known of licences, so none is named.
  private static List<String> links(Reference one) {
    List<String> links = new ArrayList<>();
    links.add("<" + one.url() + ">; rel=\"cite-as\"");
    links.add("<https://schema.org/Report>; rel=\"type\"");
    links.add("<https://schema.org/AboutPage>; rel=\"type\"");
    for (Format format : List.of(Format.CSL_JSON, Format.RIS, Format.BIBTEX)) {
      String type = format.mediaType().replaceAll(";.*", "");
      links.add(
          "<%s.%s>; rel=\"describedby\"; type=\"%s\""
              .formatted(one.url(), format.extension(), type));
    }
    String type =
        one.mediaType().matches("[\\w.+/-]+") ? one.mediaType() : "application/octet-stream";
    links.add("<%s>; rel=\"item\"; type=\"%s\"".formatted(one.original(), type));
    return links;
  }
}
