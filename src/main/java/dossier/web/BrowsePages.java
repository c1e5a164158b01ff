package dossier.web;

import dossier.search.Answer;
import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.Question;
import dossier.search.QuestionUrl;
import dossier.search.Span;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The whole archive at a glance: `/browse`.
final class BrowsePages {

  private final Engine engine;
  private final Recall recall;
  private final Pages pages;
  private final Facets facets;

  BrowsePages(Engine engine, Recall recall, Pages pages, Facets facets) {
    this.engine = engine;
    this.recall = recall;
    this.pages = pages;
    this.facets = facets;
  }

  /// The page.
  ///
  /// @param span `5,743 reports, 2019 to 2026`
  record View(
      Chart years,
      String from,
      String to,
      String span,
      List<Column> columns,
      List<Line> lines,
      List<Cell> totals,
      Cell total,
      Atlas regions,
      String trends,
      List<TopicPages.Panel> panels,
      TopicPages.Follow follow) {}

  /// A main threat type.
  record Column(String label, String href) {}

  /// A region: its number by threat type, altogether, and over the years.
  record Line(String label, String href, List<Cell> cells, Cell total, Chart spark) {}

  /// A number of the matrix.
  ///
  /// @param level of shading, 1 to 6; 0 when there are none
  /// @param words what it counts, for those who cannot see where it stands
  record Cell(int level, String count, String href, String words) {}

  void page(Context ctx) throws IOException {
    Question asked = QuestionUrl.parse(Parameters.of(ctx)).question();
    Question base = Question.of("").with(asked.span(), Question.Undated.DEFAULT).page(1, 1);
    Answer answer = recall.search(base);
    List<Answer.Value> threats = facets.values(answer, Dimension.THREAT);
    List<Answer.Value> regions = facets.mapped(answer);
    View view =
        new View(
            years(answer),
            text(base.span().from()),
            text(base.span().to()),
            span(answer),
            threats.stream()
                .map(threat -> new Column(threat.label(), search(base, null, threat.id())))
                .toList(),
            lines(base, regions, threats, engine.holdings().lastYear()),
            threats.stream().map(threat -> total(base, null, threat)).toList(),
            new Cell(
                0,
                Words.count(answer.total()),
                search(base, null, null),
                spoken(answer.total(), "")),
            Atlas.of(answer, facets),
            Addresses.trends(base),
            panels(answer),
            TopicPages.Follow.of(base));
    pages.show(ctx, "browse", Pages.Heading.of(Words.say("browse.title"), "browse"), view);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static String span(Answer answer) {
    Span span = answer.question().span();
    String reports = Words.reports(answer.total());
    if (span.isAlways()) {
      return reports;
    }
    return reports + ", " + SearchPages.span(span);
  }

  /// Years that choose themselves on this page.
  private static Chart years(Answer answer) {
    boolean always = answer.question().span().isAlways();
    Chart chart = Chart.years(answer.years(), year -> always || Facets.within(year, answer));
    List<Chart.Bar> bars =
        chart.bars().stream()
            .map(bar ->
                new Chart.Bar(
                    bar.x(),
                    bar.y(),
                    bar.width(),
                    bar.height(),
                    bar.name(),
                    bar.title(),
                    "/browse?from=" + bar.name() + "&to=" + bar.name(),
                    bar.on()))
            .toList();
    return new Chart(chart.width(), chart.height(), bars, chart.label(), chart.ticks());
  }

  private List<Line> lines(
      Question base, List<Answer.Value> regions, List<Answer.Value> threats, int lastYear)
      throws IOException {
    List<Map<String, Long>> numbers = new ArrayList<>();
    List<Chart> sparks = new ArrayList<>();
    long most = 1;
    for (Answer.Value region : regions) {
      Answer one = recall.search(Facets.only(base, Dimension.REGION, region.id()).page(1, 1));
      Map<String, Long> counts = new HashMap<>();
      facets.values(one, Dimension.THREAT).forEach(value -> counts.put(value.id(), value.count()));
      for (Answer.Value threat : threats) {
        most = Math.max(most, counts.getOrDefault(threat.id(), 0L));
      }
      numbers.add(counts);
      sparks.add(Rows.spark(one, lastYear));
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < regions.size(); i++) {
      Answer.Value region = regions.get(i);
      List<Cell> cells = new ArrayList<>();
      for (Answer.Value threat : threats) {
        cells.add(cell(base, region, threat, numbers.get(i).getOrDefault(threat.id(), 0L), most));
      }
      Cell total = total(base, region, null);
      lines.add(new Line(region.label(), "/region/" + region.id(), cells, total, sparks.get(i)));
    }
    return lines;
  }

  private static Cell cell(
      Question base, Answer.Value region, Answer.Value threat, long count, long most) {
    return new Cell(
        RegionMap.level(count, most),
        Words.count(count),
        search(base, region.id(), threat.id()),
        spoken(count, region.label() + ", " + threat.label()));
  }

  private static Cell total(
      Question base, Answer.@Nullable Value region, Answer.@Nullable Value threat) {
    String where = region == null ? Words.say("browse.all-regions") : region.label();
    String what = threat == null ? Words.say("browse.all-threats") : threat.label();
    long count = region != null ? region.count() : threat != null ? threat.count() : 0;
    return new Cell(
        0,
        Words.count(count),
        search(base, region == null ? null : region.id(), threat == null ? null : threat.id()),
        spoken(count, where + ", " + what));
  }

  /// A number for those who cannot see where it stands: `12 reports: Levant, Water`.
  private static String spoken(long count, String of) {
    return of.isEmpty() ? Words.reports(count) : Words.reports(count) + ": " + of;
  }

  private static String search(Question base, @Nullable String region, @Nullable String threat) {
    Question question = base.page(1, Question.DEFAULT_SIZE);
    if (region != null) {
      question = Facets.only(question, Dimension.REGION, region);
    }
    if (threat != null) {
      question = Facets.only(question, Dimension.THREAT, threat);
    }
    return Addresses.search(question);
  }

  private List<TopicPages.Panel> panels(Answer answer) {
    List<TopicPages.Panel> panels = new ArrayList<>();
    Question base = answer.question().page(1, Question.DEFAULT_SIZE);
    panels.add(
        new TopicPages.Panel(
            Words.say("kind.series.many"),
            Rows.topics(facets.values(answer, Dimension.SERIES), Dimension.SERIES)));
    for (Dimension dimension : List.of(Dimension.LANGUAGE, Dimension.TYPE)) {
      panels.add(
          new TopicPages.Panel(
              Words.say(SearchPages.key(dimension) + ".many"),
              Rows.of(
                  facets.values(answer, dimension),
                  value -> Addresses.search(Facets.only(base, dimension, value.id())))));
    }
    panels.removeIf(panel -> panel.rows().isEmpty());
    return List.copyOf(panels);
  }
}
