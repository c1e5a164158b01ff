package dossier.web;

import dossier.ingest.Progress;
import dossier.search.Answer;
import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.Question;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The home page, and the page of an archive that is still empty.
final class HomePage {

  private static final int LATEST = 5;
  private static final int REGIONS = 12;

  private final Engine engine;
  private final Recall recall;
  private final Pages pages;
  private final Facets facets;
  private final Hits hits;
  private final RegionMap map;
  private final PortalSettings settings;
  private final Supplier<Progress> state;

  HomePage(
      Engine engine,
      Recall recall,
      Pages pages,
      Facets facets,
      Hits hits,
      RegionMap map,
      PortalSettings settings,
      Supplier<Progress> state) {
    this.engine = engine;
    this.recall = recall;
    this.pages = pages;
    this.facets = facets;
    this.hits = hits;
    this.map = map;
    this.settings = settings;
    this.state = state;
  }

  /// The home page.
  ///
  /// @param since first year of the small histories; empty when no report is dated
  record View(
      String holds,
      RegionMap.View map,
      List<Rows.Row> regions,
      String all,
      List<Hits.View> latest,
      List<Rows.Row> threats,
      String since,
      Chart years) {}

  /// An archive without reports.
  record Empty(String corpus, boolean running) {}

  void page(Context ctx) throws IOException {
    Engine.Holdings holdings = engine.holdings();
    if (holdings.reports() == 0) {
      Empty empty = new Empty(settings.corpus(), state.get().running());
      pages.show(ctx, "empty", Pages.Heading.of(Words.say("empty.head"), "home"), empty);
      return;
    }
    Answer answer = recall.search(Question.of("").with(Question.Sort.NEWEST).page(1, LATEST));
    List<Answer.Value> regions = facets.mapped(answer);
    List<Answer.Value> all = facets.flat(answer, Dimension.REGION, value -> value.count() > 0);
    View view =
        new View(
            holds(holdings),
            map.view(facets.regions(), regions, ""),
            Rows.topics(regions.stream().limit(REGIONS).toList(), Dimension.REGION),
            Words.say("home.all", "n", all.size()),
            hits.found(answer.hits(), Question.of("")),
            threats(answer, holdings.lastYear()),
            holdings.lastYear() == 0 ? "" : Integer.toString(holdings.lastYear() - 13),
            Chart.years(answer.years(), year -> year == holdings.lastYear()));
    pages.show(ctx, "home", new Pages.Heading("", "home", "", false), view);
  }

  private List<Rows.Row> threats(Answer answer, int lastYear) throws IOException {
    List<Rows.Row> rows = new ArrayList<>();
    List<Answer.Value> values = facets.values(answer, Dimension.THREAT);
    for (Rows.Row row : Rows.topics(values, Dimension.THREAT)) {
      Answer own =
          recall.search(Facets.only(Question.of(""), Dimension.THREAT, row.id()).page(1, 1));
      Chart spark = lastYear == 0 ? Rows.NO_SPARK : Rows.spark(own, lastYear);
      rows.add(new Rows.Row(row.id(), row.label(), row.href(), row.count(), row.width(), spark));
    }
    return rows;
  }

  private static String holds(Engine.Holdings holdings) {
    List<String> parts = new ArrayList<>(List.of(Words.reports(holdings.reports())));
    if (holdings.series() > 0) {
      parts.add(Words.count(holdings.series(), "series"));
    }
    if (holdings.languages() > 1) {
      parts.add(Words.count(holdings.languages(), "languages"));
    }
    if (holdings.lastYear() > holdings.firstYear()) {
      String from = Integer.toString(holdings.firstYear());
      parts.add(Words.say("span.years", "from", from, "to", Integer.toString(holdings.lastYear())));
    }
    return String.join(", ", parts);
  }
}
