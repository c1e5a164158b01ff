package dossier.web;

import dossier.report.Concept;
import dossier.report.Vocabulary;
import dossier.search.Answer;
import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.Question;
import dossier.search.Span;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One region, threat type, series or year: what the archive holds on it.
final class TopicPages {

  private static final int LATEST = 6;
  private static final int SHOWN = 12;

  private final Engine engine;
  private final Pages pages;
  private final Facets facets;
  private final Hits hits;
  private final RegionMap map;
  private final CountryMap countries;
  private final Recall recall;

  TopicPages(
      Engine engine,
      Recall recall,
      Pages pages,
      Facets facets,
      Hits hits,
      RegionMap map,
      CountryMap countries) {
    this.engine = engine;
    this.recall = recall;
    this.map = map;
    this.countries = countries;
    this.pages = pages;
    this.facets = facets;
    this.hits = hits;
  }

  /// A topic.
  ///
  /// @param kind what it is: `Region`, `Threat type`, `Series`, `Year`
  /// @param above what it is part of
  /// @param panels numbers under it, by facet
  /// @param chart its reports over time; without bars when none is dated
  /// @param volumes the issues of a series, in place of the latest; none for other topics
  /// @param map on the page of a region, its countries, or the world; without shapes on others
  record View(
      String kind,
      String title,
      String definition,
      List<SearchPages.Link> above,
      String total,
      String search,
      String parameter,
      String value,
      List<Panel> panels,
      String chartTitle,
      Chart chart,
      List<Hits.View> latest,
      List<Volumes.Volume> volumes,
      RegionMap.View map,
      String trends,
      Follow follow) {}

  /// The feeds of a topic.
  record Follow(String atom, String json) {
    static Follow of(Question question) {
      return new Follow(SearchFeeds.atom(question), SearchFeeds.json(question));
    }
  }

  /// Numbers by the values of a facet.
  record Panel(String title, List<Rows.Row> rows) {}

  void region(Context ctx) throws IOException {
    concept(ctx, Dimension.REGION, facets.regions(), Words.say("rail.region"));
  }

  void threat(Context ctx) throws IOException {
    concept(ctx, Dimension.THREAT, facets.threats(), Words.say("rail.threat"));
  }

  private void concept(Context ctx, Dimension dimension, Vocabulary tree, String kind)
      throws IOException {
    String id = ctx.pathParam("id");
    Concept concept = tree.get(id);
    if (concept == null) {
      throw new NotFoundResponse();
    }
    Question question = on(dimension, id);
    Answer answer = latest(question);
    List<Panel> panels = new ArrayList<>();
    String title = dimension == Dimension.REGION ? "topic.within" : "topic.kinds";
    String name = Facets.name(concept);
    panel(
        panels,
        Words.say(title, "name", name),
        Rows.topics(below(answer, dimension, id), dimension));
    Dimension other = dimension == Dimension.REGION ? Dimension.THREAT : Dimension.REGION;
    panel(panels, title(other), crossed(answer, other, question));
    panel(panels, title(Dimension.SERIES), crossed(answer, Dimension.SERIES, question));
    List<SearchPages.Link> above =
        concept.parents().stream()
            .map(up ->
                new SearchPages.Link(Facets.name(tree, up), "/" + dimension + "/" + up, false))
            .toList();
    show(
        ctx,
        kind,
        name,
        concept.definition(),
        above,
        answer,
        dimension.parameter(),
        id,
        panels,
        List.of());
  }

  void series(Context ctx) throws IOException {
    String id = ctx.pathParam("id");
    Question question = on(Dimension.SERIES, id);
    Answer answer = latest(question);
    if (answer.total() == 0) {
      throw new NotFoundResponse();
    }
    List<Panel> panels = new ArrayList<>();
    panel(panels, title(Dimension.REGION), crossed(answer, Dimension.REGION, question));
    panel(panels, title(Dimension.THREAT), crossed(answer, Dimension.THREAT, question));
    panel(panels, title(Dimension.LANGUAGE), crossed(answer, Dimension.LANGUAGE, question));
    String name = facets.label(Dimension.SERIES, id, answer);
    List<Volumes.Volume> volumes = Volumes.of(question, engine);
    String parameter = Dimension.SERIES.parameter();
    show(
        ctx,
        SearchPages.kind(Dimension.SERIES),
        name,
        "",
        List.of(),
        answer,
        parameter,
        id,
        panels,
        volumes);
  }

  void year(Context ctx) throws IOException {
    String year = ctx.pathParam("yyyy");
    if (!year.matches("[0-9]{4}") || year.equals("0000")) {
      throw new NotFoundResponse();
    }
    Question question = Question.of("").with(new Span(year, year), Question.Undated.DEFAULT);
    Answer answer = latest(question);
    if (answer.total() == 0) {
      throw new NotFoundResponse();
    }
    List<Panel> panels = new ArrayList<>();
    panel(panels, title(Dimension.REGION), crossed(answer, Dimension.REGION, question));
    panel(panels, title(Dimension.THREAT), crossed(answer, Dimension.THREAT, question));
    panel(panels, title(Dimension.SERIES), crossed(answer, Dimension.SERIES, question));
    View view =
        new View(
            Words.say("topic.year"),
            year,
            "",
            years(answer, year),
            Words.reports(answer.total()),
            Addresses.search(question),
            "from",
            year,
            List.copyOf(panels),
            Words.say("topic.per-month"),
            months(answer, year),
            hits.found(answer.hits(), Question.of("")),
            List.of(),
            RegionMap.NONE,
            Addresses.trends(question),
            Follow.of(question));
    pages.show(ctx, "topic", Pages.Heading.of(year, "browse"), view);
  }

  private void show(
      Context ctx,
      String kind,
      String title,
      String definition,
      List<SearchPages.Link> above,
      Answer answer,
      String parameter,
      String id,
      List<Panel> panels,
      List<Volumes.Volume> volumes)
      throws IOException {
    Question question = answer.question().with(Question.Sort.RELEVANCE);
    View view =
        new View(
            kind,
            title,
            definition,
            above,
            Words.reports(answer.total()),
            Addresses.search(question.page(1, Question.DEFAULT_SIZE)),
            parameter,
            id,
            List.copyOf(panels),
            Words.say("topic.per-year"),
            Chart.years(answer.years(), year -> false),
            hits.found(answer.hits(), Question.of("")),
            volumes,
            parameter.equals(Dimension.REGION.parameter()) ? map(id) : RegionMap.NONE,
            Addresses.trends(question),
            Follow.of(question));
    pages.show(ctx, "topic", Pages.Heading.of(title, "browse"), view);
  }

  /// The countries of a region; the world when there is no such map.
  private RegionMap.View map(String id) throws IOException {
    Answer all = recall.search(Question.of("").page(1, 1));
    Vocabulary regions = facets.regions();
    Concept region = Objects.requireNonNull(regions.get(id));
    List<Answer.Value> values =
        facets.flat(all, Dimension.REGION, value -> facets.country(value.id()));
    RegionMap.View near = countries.view(region, regions, values);
    return near.shapes().isEmpty() ? map.view(regions, facets.mapped(all), shape(id)) : near;
  }

  /// The shape of the map that a region is or lies in, the nearest one; empty when none.
  private String shape(String id) {
    if (facets.mapped(id)) {
      return id;
    }
    return facets.regions().ancestors(id).stream().filter(facets::mapped).findFirst().orElse("");
  }

  private static String title(Dimension dimension) {
    return Words.say(SearchPages.key(dimension) + ".many");
  }

  private static Question on(Dimension dimension, String id) {
    return Facets.only(Question.of(""), dimension, id);
  }

  /// The values right below one.
  private List<Answer.Value> below(Answer answer, Dimension dimension, String id) {
    return facets.flat(answer, dimension, value -> value.id().equals(id)).stream()
        .flatMap(value -> value.children().stream())
        .filter(value -> value.count() > 0)
        .toList();
  }

  private Answer latest(Question question) throws IOException {
    return engine.search(question.with(Question.Sort.NEWEST).page(1, LATEST));
  }

  private static void panel(List<Panel> panels, String title, List<Rows.Row> rows) {
    if (!rows.isEmpty()) {
      panels.add(new Panel(title, rows));
    }
  }

  /// The values of another facet, each leading to the search for both.
  private List<Rows.Row> crossed(Answer answer, Dimension dimension, Question question) {
    List<Answer.Value> values =
        dimension == Dimension.REGION ? facets.mapped(answer) : facets.values(answer, dimension);
    return Rows.of(
        values.stream().limit(SHOWN).toList(),
        value -> Addresses.search(Facets.only(question, dimension, value.id())));
  }

  private static List<SearchPages.Link> years(Answer answer, String year) {
    SortedMap<String, Long> all = new TreeMap<>(answer.years());
    List<SearchPages.Link> links = new ArrayList<>();
    SortedMap<String, Long> before = all.headMap(year);
    if (!before.isEmpty()) {
      links.add(new SearchPages.Link(before.lastKey(), "/year/" + before.lastKey(), false));
    }
    SortedMap<String, Long> after = all.tailMap(year + "+");
    if (!after.isEmpty()) {
      links.add(new SearchPages.Link(after.firstKey(), "/year/" + after.firstKey(), false));
    }
    return links;
  }

  private static Chart months(Answer answer, String year) {
    List<Long> counts = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      String name = String.format(java.util.Locale.ROOT, "%s-%02d", year, month);
      counts.add(answer.months().getOrDefault(name, 0L));
    }
    List<Chart.Bar> bars = Chart.bars(counts, 10, 2, 100);
    String numbers = counts.stream().map(Words::count).collect(Collectors.joining(", "));
    String label = Words.say("topic.months", "year", year, "counts", numbers);
    DateTimeFormatter name = Tongue.here().dates("LLL");
    List<String> ticks = Stream.of(1, 4, 7, 10, 12).map(Month::of).map(name::format).toList();
    return new Chart(120, 100, bars, label, ticks);
  }
}
