package dossier.web;

import dossier.report.Label;
import dossier.report.Published;
import dossier.report.Report;
import dossier.report.Series;
import dossier.search.Dimension;
import dossier.search.Hit;
import dossier.search.Question;
import dossier.text.Reason;
import java.util.ArrayList;
import java.util.List;

/// Reports in lists: as hits of a search, and as the latest of a topic.
final class Hits {

  private static final int TAGS = 4;

  private final Facets facets;

  Hits(Facets facets) {
    this.facets = facets;
  }

  /// A report in a list.
  ///
  /// @param lang BCP 47 tag of its words; empty when unknown
  /// @param matches `28 matches in 8 pages`; empty when the query has no words
  /// @param strip where the matches fall; without bars when there are none
  /// @param versions `2 versions` when it stands for another one; else empty
  /// @param unread why its text could not be read; empty when it was
  record View(
      String href,
      String title,
      String lang,
      Source source,
      List<Piece> snippets,
      List<Tag> tags,
      String matches,
      Chart strip,
      String type,
      String language,
      String versions,
      String unread) {}

  /// Where and when a report appeared; any part but the dates may be empty.
  ///
  /// @param brief the date in few letters
  record Source(
      String series,
      String href,
      String place,
      String issn,
      String date,
      String brief,
      String iso) {}

  /// A snippet.
  ///
  /// @param page `p. 3`; empty where pages mean nothing
  record Piece(String page, String href, List<Run> runs, boolean before, boolean after) {}

  /// A label a report carries.
  ///
  /// @param threat whether it is a threat type, not a region
  record Tag(String label, String href, boolean threat) {}

  /// The hits of a search; their links carry the question, so that words are marked and the reader
  /// finds back.
  List<View> found(List<Hit> hits, Question question) {
    return hits.stream().map(hit -> view(hit, question)).toList();
  }

  private View view(Hit hit, Question question) {
    Report report = hit.report();
    String href = Addresses.report(report.id(), question);
    Reason reason = report.unread();
    return new View(
        href,
        report.title(),
        lang(report),
        source(report),
        hit.snippets().stream().map(snippet -> piece(snippet, report, href)).toList(),
        tags(report),
        matches(hit),
        strip(hit),
        Words.type(report.mediaType()),
        Words.language(report.language()),
        hit.versions() == 0 ? "" : Words.count(hit.versions() + 1L, "versions"),
        reason == null ? "" : Notices.words(reason));
  }

  private static Piece piece(Hit.Snippet snippet, Report report, String href) {
    return new Piece(
        report.paged() ? Words.say("page.short", "page", Integer.toString(snippet.page())) : "",
        snippet.number() > 0 ? Addresses.hit(href, snippet.number()) : href + "#p" + snippet.page(),
        Run.of(snippet.text(), snippet.marks()),
        snippet.cutBefore(),
        snippet.cutAfter());
  }

  static Source source(Report report) {
    Series series = report.series();
    Published published = report.published();
    return new Source(
        series == null ? "" : series.name(),
        series == null ? "" : "/series/" + series.id(),
        series == null ? "" : place(series),
        series == null || series.issn() == null ? "" : series.issn(),
        published == null ? Words.say("date.none") : Words.date(published),
        published == null ? Words.say("date.none") : Words.brief(published),
        published == null ? "" : published.iso());
  }

  private static String place(Series series) {
    String volume =
        series.volume() == null ? "" : Words.say("series.volume", "volume", series.volume());
    String issue = series.issue() == null ? "" : Words.say("series.issue", "issue", series.issue());
    return (volume + " " + issue).strip();
  }

  static String lang(Report report) {
    return report.language().equals("und") ? "" : report.language();
  }

  private List<Tag> tags(Report report) {
    List<Tag> tags = new ArrayList<>(tags(report.regions(), Dimension.REGION));
    tags.addAll(tags(report.threats(), Dimension.THREAT));
    return tags;
  }

  private List<Tag> tags(List<Label> labels, Dimension dimension) {
    return labels.stream()
        .filter(label -> label.strength() == Label.Strength.ABOUT)
        .limit(TAGS)
        .map(label ->
            new Tag(
                facets.label(dimension, label.id()),
                "/" + dimension.parameter() + "/" + label.id(),
                dimension == Dimension.THREAT))
        .toList();
  }

  private static String matches(Hit hit) {
    if (hit.matches() == 0) {
      return "";
    }
    return hit.report().paged()
        ? Words.say("hit.matches", "n", hit.matches(), "pages", hit.report().pages())
        : Words.count(hit.matches(), "matches");
  }

  private static Chart strip(Hit hit) {
    List<Long> pages = hit.matchesByPage().stream().map(Integer::longValue).toList();
    long parts = pages.stream().filter(count -> count > 0).count();
    List<Chart.Bar> bars =
        parts == 0 || pages.size() == 1 ? List.of() : Chart.bars(pages, 10, 2, 17);
    String label = Words.say("hit.strip", "matches", matches(hit), "n", parts);
    return new Chart(10 * Math.max(18, pages.size()), 20, bars, label, List.of());
  }
}
