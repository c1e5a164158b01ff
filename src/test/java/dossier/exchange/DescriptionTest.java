package dossier.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class DescriptionTest {

  @Test
  void highwireTagsSayWhatScholarAndZoteroLookFor() {
    Description quiet = Description.of(Desk.quiet(), Desk.SITE);

    assertEquals(List.of("Quiet rooms along the border"), contents(quiet, "citation_title"));
    assertEquals(
        List.of("Oyelaran, Marta", "Sample OSINT Unit", "Иванов, Пётр Сергеевич"),
        contents(quiet, "citation_author"));
    assertEquals(List.of("2024/05/02"), contents(quiet, "citation_publication_date"));
    assertEquals(
        List.of("Sample OSINT Unit"), contents(quiet, "citation_technical_report_institution"));
    assertEquals(List.of("42(13)"), contents(quiet, "citation_technical_report_number"));
    assertEquals(List.of("2785-2598"), contents(quiet, "citation_issn"));
    assertEquals(List.of("42"), contents(quiet, "citation_volume"));
    assertEquals(List.of("13"), contents(quiet, "citation_issue"));
    assertEquals(
        List.of("https://archive.example.org/r/quiet/original"),
        contents(quiet, "citation_pdf_url"));
    assertEquals(List.of("en"), contents(quiet, "citation_language"));
    assertEquals(List.of("Kazakhstan", "Sleeper cells"), contents(quiet, "citation_keywords"));
    assertEquals(List.of("Kazakhstan"), contents(quiet, "DC.coverage"));
    assertEquals(List.of("2024-05-02"), contents(quiet, "DC.date"));
    Description bare = Description.of(Desk.bare(), Desk.SITE);
    assertEquals(List.of(), contents(bare, "citation_pdf_url"));
    assertEquals(List.of(), contents(bare, "citation_author"));
    assertTrue(bare.meta().stream().noneMatch(meta -> meta.content().isEmpty()));
  }

  private static List<String> contents(Description description, String name) {
    return description.meta().stream()
        .filter(meta -> meta.name().equals(name))
        .map(Description.Meta::content)
        .toList();
  }

  @Test
  void jsonLdIsAReportToALinkedDataProcessor() throws Exception {
    JsonObject report = expanded(Description.of(Desk.quiet(), Desk.SITE));

    assertEquals("https://archive.example.org/r/quiet", report.getString("@id"));
    assertEquals("http://schema.org/Report", report.getJsonArray("@type").getString(0));
    assertEquals("Quiet rooms along the border", value(report, "name"));
    assertEquals("2024-05-02", value(report, "datePublished"));
    assertEquals("Kazakhstan", value(node(report, "spatialCoverage"), "name"));
    assertEquals("Sleeper cells", value(node(report, "about"), "name"));
    JsonObject issue = node(report, "isPartOf");
    assertEquals("http://schema.org/PublicationIssue", issue.getJsonArray("@type").getString(0));
    assertEquals("13", value(issue, "issueNumber"));
    JsonObject volume = node(issue, "isPartOf");
    assertEquals("42", value(volume, "volumeNumber"));
    assertEquals("2785-2598", value(node(volume, "isPartOf"), "issn"));
    JsonArray authors = report.getJsonArray("http://schema.org/author");
    assertEquals(
        "http://schema.org/Organization",
        authors.getJsonObject(1).getJsonArray("@type").getString(0));
  }

  @Test
  void nothingInJsonLdEndsItsScript() throws Exception {
    Description hostile = Description.of(Desk.hostile(), Desk.SITE);

    assertFalse(hostile.jsonLd().matches("(?s).*[<>&\u2028].*"), hostile.jsonLd());
    assertEquals(Clean.line(Desk.HOSTILE), value(expanded(hostile), "name"));
  }

  /** Schema.org's own context maps every word to its vocabulary; so does this one, offline. */
  private static JsonObject expanded(Description description) throws Exception {
    Document context =
        JsonDocument.of(new StringReader("{\"@context\":{\"@vocab\":\"http://schema.org/\"}}"));
    Document document = JsonDocument.of(new StringReader(description.jsonLd()));
    JsonArray expanded =
        JsonLd.expand(document)
            .loader((URI address, com.apicatalog.jsonld.loader.DocumentLoaderOptions options) -> {
              assertEquals(URI.create("https://schema.org"), address);
              return context;
            })
            .get();
    assertEquals(1, expanded.size());
    return expanded.getJsonObject(0);
  }

  private static JsonObject node(JsonObject of, String property) {
    return of.getJsonArray("http://schema.org/" + property).getJsonObject(0);
  }

  private static String value(JsonObject of, String property) {
    return node(of, property).getString("@value");
  }

  @Test
  void signpostsLeadToTheReportItsDataAndItsOriginal() {
    assertEquals(
        List.of(
            "<https://archive.example.org/r/quiet>; rel=\"cite-as\"",
            "<https://schema.org/Report>; rel=\"type\"",
            "<https://schema.org/AboutPage>; rel=\"type\"",
            "<https://archive.example.org/r/quiet.csl.json>; rel=\"describedby\";"
                + " type=\"application/vnd.citationstyles.csl+json\"",
            "<https://archive.example.org/r/quiet.ris>; rel=\"describedby\";"
                + " type=\"application/x-research-info-systems\"",
            "<https://archive.example.org/r/quiet.bib>; rel=\"describedby\";"
                + " type=\"application/x-bibtex\"",
            "<https://archive.example.org/r/quiet/original>; rel=\"item\";"
                + " type=\"application/pdf\""),
        Description.of(Desk.quiet(), Desk.SITE).links());
  }
}
