package dossier.search;

import dossier.archive.Location;
import dossier.archive.Stamp;
import dossier.report.Concept;
import dossier.report.Label;
import dossier.report.Published;
import dossier.report.Report;
import dossier.report.Series;
import dossier.report.Vocabularies;
import dossier.report.Vocabulary;
import dossier.search.LedgerEntry.Outcome;
import dossier.text.Passage;
import dossier.text.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports for tests, built word by word. */
public final class Sample {

  /** When everything in the tests was added. */
  public static final Instant ADDED = Instant.parse("2026-01-02T03:04:05.678Z");

  /** A small world: one grouping beside the tree, so that an entry has two parents. */
  public static final Vocabularies VOCABULARIES =
      new Vocabularies(
          new Vocabulary(
              List.of(
                  concept("asia", List.of(), Map.of("en", "Asia", "ru", "Азия")),
                  concept("central-asia", List.of("asia"), Map.of("en", "Central Asia")),
                  concept("turkic-states", List.of(), Map.of("en", "Turkic states")),
                  concept(
                      "kazakhstan",
                      List.of("central-asia", "turkic-states"),
                      Map.of("en", "Kazakhstan", "ru", "Казахстан")),
                  concept(
                      "uzbekistan",
                      List.of("central-asia", "turkic-states"),
                      Map.of("en", "Uzbekistan")),
                  concept("tajikistan", List.of("central-asia"), Map.of("en", "Tajikistan")),
                  concept("africa", List.of(), Map.of("en", "Africa", "fr", "Afrique")),
                  concept("mali", List.of("africa"), Map.of("en", "Mali")),
                  concept("niger", List.of("africa"), Map.of("en", "Niger")))),
          new Vocabulary(
              List.of(
                  concept("terrorism", List.of(), Map.of("en", "Terrorism")),
                  concept("sleeper-cells", List.of("terrorism"), Map.of("en", "Sleeper cells")),
                  concept("cyber", List.of(), Map.of("en", "Cyber operations")),
                  concept("espionage", List.of("cyber"), Map.of("en", "Espionage")))));

  private final String id;
  private String title = "Untitled note";
  private String summary = "";
  private String language = "en";
  private String mediaType = "text/plain";
  private @Nullable Series series;
  private @Nullable Published published;
  private List<String> authors = List.of();
  private Instant added = ADDED;
  private final List<Passage> passages = new ArrayList<>();
  private final List<Label> regions = new ArrayList<>();
  private final List<Label> threats = new ArrayList<>();

  private Sample(String id) {
    this.id = id;
  }

  public static Sample report(String id) {
    return new Sample(id);
  }

  public Sample title(String words) {
    title = words;
    return this;
  }

  public Sample summary(String words) {
    summary = words;
    return this;
  }

  public Sample language(String tag) {
    language = tag;
    return this;
  }

  public Sample type(String type) {
    mediaType = type;
    return this;
  }

  public Sample series(String name, @Nullable String issn, String volume, String issue) {
    series = new Series(name, issn, volume, issue);
    return this;
  }

  public Sample author(String... names) {
    authors = List.of(names);
    return this;
  }

  public Sample added(Instant when) {
    added = when;
    return this;
  }

  /** Dated `yyyy`, `yyyy-MM` or `yyyy-MM-dd`. */
  public Sample dated(String iso) {
    LocalDate first = LocalDate.parse(iso + "-01-01".substring(iso.length() - 4));
    Published.Precision precision =
        switch (iso.length()) {
          case 4 -> Published.Precision.YEAR;
          case 7 -> Published.Precision.MONTH;
          default -> Published.Precision.DAY;
        };
    published = new Published(first, precision, Published.Source.METADATA);
    return this;
  }

  public Sample says(String... paragraphs) {
    for (String paragraph : paragraphs) {
      passage(Passage.Kind.PARAGRAPH, 1, paragraph);
    }
    return this;
  }

  public Sample passage(Passage.Kind kind, int page, String text) {
    passages.add(new Passage(kind, kind == Passage.Kind.HEADING ? 1 : 0, page, text));
    return this;
  }

  public Sample region(String region, Label.Strength strength) {
    regions.add(label(region, strength));
    return this;
  }

  public Sample threat(String threat, Label.Strength strength) {
    threats.add(label(threat, strength));
    return this;
  }

  public Report build() {
    int pages = passages.stream().mapToInt(Passage::page).max().orElse(1);
    return new Report(
        id,
        new Location("files/" + id + ".txt"),
        "0".repeat(64),
        100,
        mediaType,
        title,
        series,
        published,
        authors,
        language,
        summary,
        pages > 1,
        pages,
        passages,
        regions,
        threats,
        new Report.Asked(List.of("+mali"), null),
        null,
        0,
        added);
  }

  public static LedgerEntry entry(String path, Outcome outcome, @Nullable String report) {
    return new LedgerEntry(
        new Location(path),
        new Stamp(12, 34, "f".repeat(64), ""),
        outcome,
        outcome == Outcome.REFUSED ? Reason.DAMAGED : null,
        "a detail",
        "text/plain",
        "TXTParser",
        "Plain 1",
        56,
        1,
        ADDED,
        report);
  }

  private static Label label(String id, Label.Strength strength) {
    Label.Evidence evidence = new Label.Evidence(id + " words", 2, true, List.of(1, 3));
    return new Label(id, strength, Label.Origin.RULE, List.of(evidence));
  }

  private static Concept concept(String id, List<String> parents, Map<String, String> labels) {
    return new Concept(id, "country", "", "", parents, labels, "", false);
  }
}
