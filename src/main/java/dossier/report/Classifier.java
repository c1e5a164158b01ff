package dossier.report;

import dossier.archive.Document;
import dossier.archive.Sidecar;
import dossier.text.Passage;
import dossier.text.Properties;
import dossier.text.Reason;
import dossier.text.Text;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns a document and its text into a report: what it is called, when and in which series it
/// appeared, who wrote it, and what it is about. What a sidecar says wins over every rule.
///
/// Thread-safe, and the same answer for the same input, but for dates: one that still lies in the
/// future is not taken.
public final class Classifier {

  /// Chosen on the sample reports, on one half of the hard set and, for regions, on public-domain
  /// texts about one country each; `docs/decisions/0006-labels.md` has the figures.
  private static final Labels.Rules REGION_RULES =
      new Labels.Rules(0.65, 0.5, 9, 120, 1, 1, false, true, 0);

  private static final Labels.Rules THREAT_RULES =
      new Labels.Rules(0.15, 0, 4.5, 200, 0.5, 0.6, true, false, 1.4);

  /// Change it with anything that labels the same text differently: reports that other rules
  /// labelled are labelled again.
  private static final String RULES = "2";

  private final Vocabularies vocabularies;
  private final String edition;
  private final Labels regions;
  private final Labels threats;
  private final InstantSource clock;

  private Classifier(VocabularyFiles.Loaded loaded, InstantSource clock) {
    this.vocabularies = loaded.vocabularies();
    this.edition = RULES + "-" + loaded.fingerprint();
    this.regions = new Labels(vocabularies.regions(), loaded.regionNames(), REGION_RULES);
    this.threats = new Labels(vocabularies.threats(), loaded.threatNames(), THREAT_RULES);
    this.clock = clock;
  }

  /// A classifier by the vocabularies built into the program.
  ///
  /// @throws VocabularyException when they cannot be used
  public static Classifier load() {
    return new Classifier(VocabularyFiles.builtIn(), InstantSource.system());
  }

  /// A classifier by `regions.yaml` and `threats.yaml` of a folder, with the `synonyms.txt` beside
  /// that folder.
  ///
  /// @throws VocabularyException when they cannot be used, with all that is wrong with them
  public static Classifier load(Path folder) {
    return load(folder, InstantSource.system());
  }

  /// As [#load(Path)], with a clock of its own.
  public static Classifier load(Path folder, InstantSource clock) {
    return new Classifier(VocabularyFiles.in(folder), clock);
  }

  /// The vocabularies reports are labelled by.
  public Vocabularies vocabularies() {
    return vocabularies;
  }

  /// Where the synonyms to the vocabularies of a folder are; there need not be any.
  public static Path synonyms(Path folder) {
    return VocabularyFiles.synonyms(folder);
  }

  /// What tells the labels of this classifier from those by other vocabularies or rules.
  public String edition() {
    return edition;
  }

  /// The id of the report a document is: its sidecar's, or one made of its bytes.
  public String id(Document document) {
    return Hand.id(document);
  }

  /// The id of the report a document is while its text cannot be read: its sidecar's, or one made
  /// of its place. The same bytes may be found by the name they have in each place.
  public String unreadId(Document document) {
    return Hand.id(document.placed());
  }

  /// The report a document is.
  ///
  /// @param added when it was first indexed
  public Report classify(Document document, Text text, Instant added) {
    Sidecar sidecar = document.sidecar();
    List<Line> lines = Furniture.mark(text.passages());
    List<Passage> passages = lines.stream().map(Line::passage).toList();
    SeriesLine line = Masthead.series(passages);
    String title = Titles.of(document, text, passages, line);
    int titleAt = Titles.place(passages, title);
    Dating dating = new Dating(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    Masthead head = Masthead.of(passages, line, titleAt, date -> dating.plausible(date.first()));
    Set<Integer> skipped = skipped(head, titleAt);
    Summaries found = Summaries.of(passages, skipped);
    String language = Hand.language(sidecar, text);
    Reading reading = Reading.of(title, page(passages, titleAt), lines, skipped, found.from());
    String summary = sidecar.summary();
    Report.Asked asked = new Report.Asked(sidecar.regions(), sidecar.threats());
    return new Report(
        Hand.id(document),
        document.location(),
        document.sha256(),
        document.sizeBytes(),
        text.mediaType(),
        title,
        Hand.series(sidecar, line),
        dating.of(document, text, title, lines, head),
        Hand.authors(sidecar, head, text),
        language,
        summary == null || summary.isBlank() ? found.text() : summary.strip(),
        text.paged(),
        text.pages(),
        passages,
        changed(regions.of(reading, language), asked.regions(), vocabularies.regions()),
        changed(threats.of(reading, language), asked.threats(), vocabularies.threats()),
        asked,
        null,
        text.recognised(),
        added);
  }

  /// The report of a document whose text could not be read: what its name, its own properties and
  /// its sidecar say of it.
  ///
  /// @param reason why it could not be read
  /// @param added when it was first indexed
  public Report unread(
      Document document, String mediaType, Properties properties, Reason reason, Instant added) {
    Text nothing = new Text(mediaType, false, 1, List.of(), properties, "und", 0);
    String name = document.location().path();
    Passage path = new Passage(Passage.Kind.PARAGRAPH, 0, 1, Titles.spoken(name));
    return classify(document, nothing, added).unread(unreadId(document), reason, path);
  }

  /// The same report as these vocabularies and rules label it, by what is stored of it. What its
  /// sidecar asks is applied to the new answer; a report stored before that was kept keeps labels
  /// set by hand as they are.
  public Report relabel(Report report) {
    Reading reading = reading(report);
    Report.Asked asked = report.asked();
    List<Label> newRegions = regions.of(reading, report.language());
    List<Label> newThreats = threats.of(reading, report.language());
    return asked == null
        ? report.labelled(
            Hand.kept(report.regions(), newRegions), Hand.kept(report.threats(), newThreats))
        : report.labelled(
            changed(newRegions, asked.regions(), vocabularies.regions()),
            changed(newThreats, asked.threats(), vocabularies.threats()));
  }

  /// A stored report as [#classify] read it: furniture is marked already, and of an unread report
  /// only the title counts.
  private Reading reading(Report report) {
    List<Passage> passages = report.unread() == null ? report.passages() : List.of();
    List<Line> lines = passages.stream().map(Line::of).toList();
    int titleAt = Titles.place(passages, report.title());
    Dating dating = new Dating(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    Masthead head =
        Masthead.of(
            passages, Masthead.series(passages), titleAt, date -> dating.plausible(date.first()));
    Set<Integer> skipped = skipped(head, titleAt);
    Set<Integer> summary = Summaries.of(passages, skipped).from();
    return Reading.of(report.title(), page(passages, titleAt), lines, skipped, summary);
  }

  private static Set<Integer> skipped(Masthead head, int titleAt) {
    Set<Integer> skipped = new HashSet<>(head.lines());
    skipped.add(titleAt);
    return skipped;
  }

  /// What of a document's sidecar cannot be used here, one sentence each: a malformed id or date, a
  /// region or threat type no vocabulary has. [#classify] passes over these.
  public List<String> problems(Document document) {
    return Hand.problems(document.sidecar(), vocabularies);
  }

  private static int page(List<Passage> passages, int index) {
    return index < 0 ? 0 : passages.get(index).page();
  }

  private static List<Label> changed(
      List<Label> found, @Nullable List<String> given, Vocabulary vocabulary) {
    return given == null ? found : Hand.labels(found, given, vocabulary);
  }
}
