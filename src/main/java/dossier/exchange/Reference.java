package dossier.exchange;

import dossier.report.Concept;
import dossier.report.Label;
import dossier.report.Published;
import dossier.report.Report;
import dossier.report.Series;
import dossier.report.Vocabulary;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A report as bibliographies see it. Every text is one clean line, so that a format only has to
/// escape what is special to itself.
///
/// @param url its permanent address
/// @param original address of its original
/// @param series the series it appeared in; empty when in none, as are `issn`, `volume`, `issue`
/// @param published when it appeared; null when undated
/// @param language BCP 47 tag; empty when undetermined
/// @param summary empty when there is none
/// @param pages how many; 0 where the format has none
record Reference(
    String id,
    String url,
    String original,
    String mediaType,
    String title,
    List<Author> authors,
    String series,
    String issn,
    String volume,
    String issue,
    @Nullable Published published,
    String language,
    String summary,
    int pages,
    List<Subject> regions,
    List<Subject> threats,
    Instant added) {

  /// What XML takes for the tag of a language.
  private static final Pattern TAG = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

  /// A label.
  ///
  /// @param code ISO 3166-1 alpha-2 of a country, else empty
  /// @param about whether the report is about it, or only mentions it
  record Subject(String id, String label, String code, boolean about) {}

  static Reference of(Report report, Site site) {
    Series series = report.series();
    String url = site.report(report.id());
    return new Reference(
        report.id(),
        url,
        url + "/original",
        report.mediaType(),
        Clean.line(report.title()),
        report.authors().stream()
            .map(Clean::line)
            .filter(name -> !name.isEmpty())
            .map(Author::of)
            .toList(),
        series == null ? "" : Clean.line(series.name()),
        series == null ? "" : line(series.issn()),
        series == null ? "" : line(series.volume()),
        series == null ? "" : line(series.issue()),
        report.published(),
        language(report.language()),
        Clean.line(report.summary()),
        report.paged() ? report.pages() : 0,
        subjects(report.regions(), site.vocabularies().regions()),
        subjects(report.threats(), site.vocabularies().threats()),
        report.added());
  }

  private static String language(String tag) {
    return tag.equals("und") || !TAG.matcher(tag).matches() ? "" : tag;
  }

  private static String line(@Nullable String text) {
    return Clean.line(Objects.requireNonNullElse(text, ""));
  }

  private static List<Subject> subjects(List<Label> labels, Vocabulary vocabulary) {
    return labels.stream()
        .map(label -> {
          Concept concept = vocabulary.get(label.id());
          return new Subject(
              label.id(),
              Clean.line(vocabulary.label(label.id())),
              concept == null ? "" : concept.code(),
              label.strength() == Label.Strength.ABOUT);
        })
        .toList();
  }

  /// Names of the regions and threat types it is about.
  List<String> keywords() {
    return Stream.concat(regions.stream(), threats.stream())
        .filter(Subject::about)
        .map(Subject::label)
        .distinct()
        .toList();
  }

  /// The body behind it: the first author that is none of the persons, else the series; empty when
  /// neither is known.
  String institution() {
    return authors.stream()
        .filter(author -> !author.isPerson())
        .map(Author::name)
        .findFirst()
        .orElse(series);
  }

  /// Its number in the series, as exact as it is known: `42(13)`, `13`, `42`, or empty.
  String number() {
    return issue.isEmpty() || volume.isEmpty() ? volume + issue : volume + "(" + issue + ")";
  }

  /// Whether it appeared as part of a periodical: in a numbered series.
  boolean inPeriodical() {
    return !series.isEmpty() && !(issn + volume + issue).isEmpty();
  }

  /// Year, month and day, as exact as the date is, with this between them; empty when undated.
  String date(String between) {
    return published == null ? "" : published.iso().replace("-", between);
  }
}
