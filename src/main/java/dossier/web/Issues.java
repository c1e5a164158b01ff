package dossier.web;

import dossier.report.Published;
import dossier.report.Report;
import dossier.report.Series;
import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.Hit;
import dossier.search.Query;
import dossier.search.Question;
import dossier.search.Span;
import java.io.IOException;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The issues before and behind a report in its series: by volume and issue where they are numbers
/// and the archive holds the neighbour, else by date.
final class Issues {

  /// How many candidates are looked at: the reports of one issue, or of one month.
  private static final int MOST = 20;

  private static final Comparator<Report> ORDER =
      Comparator.comparingLong(Issues::day)
          .thenComparingInt(report -> number(volume(report)))
          .thenComparingInt(report -> number(issue(report)))
          .thenComparing(Report::id);

  private final Engine engine;

  Issues(Engine engine) {
    this.engine = engine;
  }

  /// Neighbours in the series; without an address where there is none.
  record View(Issue previous, Issue next) {}

  /// An issue.
  ///
  /// @param name `Vol 42 No 12`, else its date
  record Issue(String href, String name, String title, String lang) {

    static final Issue NONE = new Issue("", "", "", "");
  }

  View of(Report report) throws IOException {
    Series series = report.series();
    if (series == null) {
      return new View(Issue.NONE, Issue.NONE);
    }
    Question all =
        Facets.only(Question.of(""), Dimension.SERIES, series.id()).with(Question.Versions.ALL);
    return new View(issue(report, all, -1), issue(report, all, 1));
  }

  private Issue issue(Report report, Question all, int step) throws IOException {
    Report found = numbered(report, all, step);
    found = found == null ? dated(report, all, step) : found;
    found = found == null ? besideVolume(report, all, step) : found;
    if (found == null) {
      return Issue.NONE;
    }
    Hits.Source source = Hits.source(found);
    String name = source.place().isEmpty() ? source.brief() : source.place();
    return new Issue("/r/" + found.id(), name, found.title(), Hits.lang(found));
  }

  /// The issue of the next number.
  private @Nullable Report numbered(Report report, Question all, int step) throws IOException {
    int volume = number(volume(report));
    int issue = number(issue(report));
    String within = volume < 0 ? "" : "volume:" + volume + " ";
    return issue < 0 ? null : nearest(all, within + "issue:" + (issue + step), report, step);
  }

  /// The first or last issue of the volume beside.
  private @Nullable Report besideVolume(Report report, Question all, int step) throws IOException {
    int volume = number(volume(report));
    return volume < 0 ? null : nearest(all, "volume:" + (volume + step), report, step);
  }

  private @Nullable Report nearest(Question all, String words, Report report, int step)
      throws IOException {
    Question.Sort sort = step > 0 ? Question.Sort.OLDEST : Question.Sort.NEWEST;
    Comparator<Report> byNumber = Comparator.comparingInt(other -> step * number(issue(other)));
    Comparator<Report> order =
        byNumber
            .thenComparing(other -> !other.language().equals(report.language()))
            .thenComparing(Report::id);
    return reports(all.with(Query.of(words)).with(sort).page(1, MOST))
        .filter(other -> number(issue(other)) >= 0 && !other.id().equals(report.id()))
        .min(order)
        .orElse(null);
  }

  private @Nullable Report dated(Report report, Question all, int step) throws IOException {
    Published published = report.published();
    if (published == null) {
      return null;
    }
    String day = published.first().toString();
    Span span = step > 0 ? new Span(day, null) : new Span(null, published.last().toString());
    Question question =
        all.with(span, Question.Undated.EXCLUDE)
            .with(step > 0 ? Question.Sort.OLDEST : Question.Sort.NEWEST)
            .page(1, MOST);
    Comparator<Report> order = step > 0 ? ORDER : ORDER.reversed();
    return reports(question)
        .filter(other -> order.compare(other, report) > 0 && !sameIssue(other, report))
        .min(order)
        .orElse(null);
  }

  private Stream<Report> reports(Question question) throws IOException {
    return engine.search(question).hits().stream().map(Hit::report);
  }

  /// Whether two reports are parts of one issue.
  private static boolean sameIssue(Report one, Report other) {
    return issue(one) != null
        && Objects.equals(issue(one), issue(other))
        && Objects.equals(volume(one), volume(other));
  }

  private static @Nullable String volume(Report report) {
    Series series = report.series();
    return series == null ? null : series.volume();
  }

  private static @Nullable String issue(Report report) {
    Series series = report.series();
    return series == null ? null : series.issue();
  }

  private static long day(Report report) {
    Published published = report.published();
    return published == null ? Long.MAX_VALUE : published.first().toEpochDay();
  }

  /// A volume or issue as a number; -1 when it is none.
  private static int number(@Nullable String printed) {
    return printed != null && printed.matches("[0-9]{1,6}") ? Integer.parseInt(printed) : -1;
  }
}
