package dossier.web;

import dossier.archive.Location;
import dossier.archive.Stamp;
import dossier.report.Concept;
import dossier.report.Label;
import dossier.report.Published;
import dossier.report.Report;
import dossier.report.Series;
import dossier.report.Vocabularies;
import dossier.report.Vocabulary;
import dossier.search.LedgerEntry;
import dossier.text.Passage;
import dossier.text.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The reports the tests of the portal ask for. */
final class Shelf {

  static final String HOSTILE = "\"><img src=x onerror=alert(1)><script>alert('x')</script>";

  private Shelf() {}

  static Vocabularies vocabularies() {
    List<Concept> regions =
        List.of(
            concept("asia", "continent", List.of(), "Asia", false),
            concept("central-asia", "subregion", List.of("asia"), "Central Asia", true),
            concept("kazakhstan", "country", List.of("central-asia"), "Kazakhstan", false),
            concept("uzbekistan", "country", List.of("central-asia"), "Uzbekistan", false),
            concept("africa", "continent", List.of(), "Africa", false),
            concept("sahel", "grouping", List.of("africa"), "Sahel", true),
            concept("mali", "country", List.of("sahel"), "Mali", false));
    List<Concept> threats =
        List.of(
            concept("terrorism", "main", List.of(), "Terrorism", false),
            concept("sleeper-cells", "sub", List.of("terrorism"), "Sleeper cells", false),
            concept("resources", "main", List.of(), "Resource scarcity", false),
            concept("water", "sub", List.of("resources"), "Water", false));
    return new Vocabularies(new Vocabulary(regions), new Vocabulary(threats));
  }

  private static Concept concept(
      String id, String kind, List<String> parents, String label, boolean mapped) {
    return new Concept(id, kind, "", "", parents, labels(label), "", mapped);
  }

  private static Map<String, String> labels(String english) {
    return english.equals("Kazakhstan")
        ? Map.of("en", english, "ru", "Казахстан", "fr", "Kazakhstan")
        : Map.of("en", english);
  }

  static FakeEngine engine() {
    FakeEngine engine =
        new FakeEngine(vocabularies(), List.of(border(), water(), hostile(), arabic(), undated()));
    for (int i = 0; i < 5; i++) {
      engine.entries.add(entry("r" + i + ".pdf", LedgerEntry.Outcome.INDEXED, null, ""));
    }
    engine.entries.add(entry("all.zip", LedgerEntry.Outcome.CONTAINER, null, ""));
    engine.entries.add(
        entry(
            "2003/locked.pdf", LedgerEntry.Outcome.REFUSED, Reason.ENCRYPTED, "Needs <b>one</b>."));
    engine.entries.add(
        entry("broken & bent.pdf", LedgerEntry.Outcome.REFUSED, Reason.DAMAGED, "It breaks off."));
    engine.entries.add(entry("half.pdf", LedgerEntry.Outcome.PARTIAL, null, "The end is missing."));
    engine.entries.add(
        entry("odd.pdf", LedgerEntry.Outcome.INDEXED, null, "There is no region <i>nowhere</i>."));
    for (String name : List.of("a.pdf.yaml", "b.pdf.yaml")) {
      engine.entries.add(entry(name, LedgerEntry.Outcome.SKIPPED, null, "sidecar"));
    }
    engine.entries.add(entry("link", LedgerEntry.Outcome.SKIPPED, null, "symbolic link"));
    engine.others.put("wentaway", new dossier.search.Engine.Lookup.Gone());
    engine.others.put("oldborder", new dossier.search.Engine.Lookup.Moved("border"));
    return engine;
  }

  private static LedgerEntry entry(
      String path, LedgerEntry.Outcome outcome, Reason reason, String detail) {
    return new LedgerEntry(
        new Location(path),
        new Stamp(18_200_000, 0, "0".repeat(64), ""),
        outcome,
        reason,
        detail,
        "application/pdf",
        "PdfParser",
        "Pdf 1",
        12,
        1,
        Instant.parse("2026-11-23T09:00:00Z"),
        null);
  }

  static Report border() {
    List<Passage> text =
        List.of(
            new Passage(Passage.Kind.HEADING, 1, 1, "Three provinces"),
            paragraph(1, "Sleeper cells met at the border. Each cell keeps its own list."),
            new Passage(Passage.Kind.HEADING, 3, 2, "What silence costs"),
            new Passage(Passage.Kind.ITEM, 0, 2, "rent at the border"),
            new Passage(Passage.Kind.ITEM, 0, 2, "a lorry"),
            new Passage(Passage.Kind.ROW, 0, 2, "Workshop\t9 border posts"),
            new Passage(Passage.Kind.FURNITURE, 0, 2, "Page 2 of 3"),
            paragraph(3, "Sleeper cells crossed the border again."),
            paragraph(3, "A dormant list is a list."));
    return new Report(
        "border",
        new Location("monitor.zip!/vol-42/Граница №13.pdf"),
        "ab".repeat(32),
        1000,
        "application/pdf",
        "Quiet rooms along the border",
        new Series("Geopolitical Report", "2785-2598", "42", "13"),
        new Published(LocalDate.of(2024, 5, 1), Published.Precision.MONTH, Published.Source.TEXT),
        List.of("Marta Oyelaran", "Timur Saidov"),
        "en",
        "Groups that go quiet are counted as gone.",
        true,
        3,
        text,
        List.of(
            new Label(
                "kazakhstan",
                Label.Strength.ABOUT,
                Label.Origin.SIDECAR,
                about("kazakhstan").evidence()),
            label("central-asia", Label.Strength.MENTIONS),
            label("mali", Label.Strength.MENTIONS)),
        List.of(
            new Label(
                "sleeper-cells",
                Label.Strength.ABOUT,
                Label.Origin.RULE,
                List.of(
                    new Label.Evidence("sleeper cells", 6, true, List.of(1, 2, 3)),
                    new Label.Evidence("dormant", 2, false, List.of(1, 3)),
                    new Label.Evidence("the border", 1, true, List.of(1)))),
            new Label("terrorism", Label.Strength.ABOUT, Label.Origin.SIDECAR, List.of())),
        null,
        null,
        0,
        Instant.parse("2026-03-03T00:00:00Z"));
  }

  static Report water() {
    return simple(
        "water",
        "Canal water year",
        "text/plain",
        "en",
        LocalDate.of(2025, 2, 11),
        "Water and border canals.",
        "uzbekistan",
        "water");
  }

  static Report hostile() {
    return simple(
        "hostile",
        "Hostile " + HOSTILE,
        "text/html",
        "en",
        LocalDate.of(2023, 1, 2),
        "evil " + HOSTILE + " evil",
        "mali",
        "terrorism");
  }

  static Report arabic() {
    return simple(
        "arabic",
        "الخلايا النائمة على الحدود",
        "application/epub+zip",
        "ar",
        LocalDate.of(2022, 6, 4),
        "المياه والحدود في المنطقة.",
        "mali",
        "water");
  }

  static Report undated() {
    return simple(
        "undated", "A note without a date", "text/plain", "und", null, "Nothing.", "", "");
  }

  /** A plain text of so many bytes. */
  static Report text(long size) {
    Report one = simple("text", "A text", "text/plain", "und", null, "Nothing.", "", "");
    return new Report(
        one.id(),
        one.location(),
        one.sha256(),
        size,
        one.mediaType(),
        one.title(),
        one.series(),
        one.published(),
        one.authors(),
        one.language(),
        one.summary(),
        one.paged(),
        one.pages(),
        one.passages(),
        one.regions(),
        one.threats(),
        null,
        null,
        0,
        one.added());
  }

  private static Report simple(
      String id,
      String title,
      String type,
      String language,
      LocalDate day,
      String text,
      String region,
      String threat) {
    Published published =
        day == null ? null : new Published(day, Published.Precision.DAY, Published.Source.METADATA);
    return new Report(
        id,
        new Location(id + "/" + (id.equals("hostile") ? HOSTILE.replace("/", "") : id) + ".x"),
        "cd".repeat(32),
        10,
        type,
        title,
        id.equals("hostile") ? new Series("Series " + HOSTILE, null, HOSTILE, HOSTILE) : null,
        published,
        id.equals("hostile") ? List.of(HOSTILE) : List.of(),
        language,
        id.equals("hostile") ? HOSTILE : "",
        false,
        1,
        List.of(paragraph(1, title), paragraph(1, text)),
        region.isEmpty() ? List.of() : List.of(about(region)),
        threat.isEmpty() ? List.of() : List.of(found(threat, text)),
        null,
        null,
        0,
        Instant.parse("2026-01-01T00:00:00Z"));
  }

  private static Passage paragraph(int page, String text) {
    return new Passage(Passage.Kind.PARAGRAPH, 0, page, text);
  }

  /** Found by the last word of a text. */
  private static Label found(String id, String text) {
    String last = text.replaceAll("\\W+$", "").replaceAll(".*\\W", "");
    return new Label(
        id,
        Label.Strength.ABOUT,
        Label.Origin.RULE,
        List.of(new Label.Evidence(last, 2, false, List.of(1))));
  }

  private static Label about(String id) {
    return label(id, Label.Strength.ABOUT);
  }

  private static Label label(String id, Label.Strength strength) {
    List<Label.Evidence> evidence =
        new ArrayList<>(List.of(new Label.Evidence("the " + id, 3, false, List.of(1, 2))));
    return new Label(id, strength, Label.Origin.RULE, evidence);
  }
}
