package dossier.web;

import dossier.report.Report;
import dossier.report.Series;
import dossier.search.Answer;
import dossier.search.Engine;
import dossier.search.Hit;
import dossier.search.Question;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The reports of a series by volume and issue, the newest first; where it numbers no volumes, by
/// year.
final class Volumes {

  /// So many reports are listed; all of them are in the search.
  private static final int MOST = 500;

  private static final Comparator<String> NUMBERED =
      Comparator.comparing(Volumes::number).thenComparing(Comparator.naturalOrder());

  private Volumes() {}

  /// A volume, or a year.
  record Volume(String label, List<Issue> issues) {}

  /// A report as an issue; `number` may be empty.
  record Issue(String number, String title, String lang, String href, String date) {}

  /// The volumes of the series a question asks for.
  ///
  /// @throws IOException when the storage fails
  static List<Volume> of(Question question, Engine engine) throws IOException {
    Map<String, List<Report>> volumes = new TreeMap<>(NUMBERED.reversed());
    Question newest = question.with(Question.Sort.NEWEST).with(Question.Versions.ALL);
    for (int page = 1; page <= MOST / Question.MAX_SIZE; page++) {
      Answer answer = engine.search(newest.page(page, Question.MAX_SIZE));
      for (Hit hit : answer.hits()) {
        volumes
            .computeIfAbsent(volume(hit.report()), unseen -> new ArrayList<>())
            .add(hit.report());
      }
      if ((long) page * Question.MAX_SIZE >= answer.total()) {
        break;
      }
    }
    List<Volume> listed = new ArrayList<>();
    volumes.forEach((volume, reports) -> listed.add(new Volume(volume, issues(reports))));
    return listed;
  }

  private static String volume(Report report) {
    Series series = report.series();
    if (series != null && series.volume() != null) {
      return Words.say("topic.volume", "volume", series.volume());
    }
    return report.published() == null
        ? Words.say("date.none")
        : report.published().iso().substring(0, 4);
  }

  private static List<Issue> issues(List<Report> reports) {
    return reports.stream()
        .sorted(Comparator.comparing(Volumes::issue, NUMBERED.reversed()))
        .map(report ->
            new Issue(
                issue(report).isEmpty() ? "" : Words.say("series.issue", "issue", issue(report)),
                report.title(),
                Hits.lang(report),
                "/r/" + report.id(),
                Hits.source(report).brief()))
        .toList();
  }

  private static String issue(Report report) {
    Series series = report.series();
    String issue = series == null ? null : series.issue();
    return issue == null ? "" : issue;
  }

  /// The first number in a text, so that 9 comes before 10; -1 when it has none.
  private static BigInteger number(String text) {
    String digits = text.replaceFirst("^[^0-9]*([0-9]{0,18})(?s:.*)$", "$1");
    return digits.isEmpty() ? BigInteger.valueOf(-1) : new BigInteger(digits);
  }
}
