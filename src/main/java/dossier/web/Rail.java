package dossier.web;

import dossier.search.Answer;
import dossier.search.Dimension;
import dossier.search.Query;
import dossier.search.Question;
import dossier.search.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The filters beside the results: a form, each of whose values is also a link.
final class Rail {

  /// How many values of a plain facet stand before the rest is folded away.
  private static final int SHORT = 8;

  private final Facets facets;

  Rail(Facets facets) {
    this.facets = facets;
  }

  /// The whole rail.
  ///
  /// @param hidden parameters of the question that the form has no field for
  /// @param dates the histogram; without bars when no report is dated
  /// @param undated `12 undated`; empty when there are none
  /// @param undatedHref leads to the undated alone, or back
  record View(
      List<Hidden> hidden,
      List<Group> groups,
      Chart dates,
      String from,
      String to,
      String undated,
      String undatedHref,
      boolean undatedOnly,
      String clearHref) {}

  /// A parameter that stays as it is.
  record Hidden(String name, String value) {}

  /// One facet.
  ///
  /// @param scopes the ways to count regions and threats; none for other facets
  /// @param more values folded away, under `moreTitle`
  record Group(
      String title,
      String parameter,
      boolean open,
      boolean nested,
      List<SearchPages.Link> scopes,
      List<Row> rows,
      String moreTitle,
      List<Row> more,
      boolean moreOpen) {}

  /// One value.
  ///
  /// @param href the search after a click
  /// @param mixed whether some value below it is chosen, but not it
  record Row(
      String id,
      String label,
      String count,
      boolean selected,
      boolean mixed,
      String href,
      List<Row> children) {}

  View view(Answer answer) {
    Question question = answer.question();
    List<Group> groups = new ArrayList<>();
    groups.add(regions(answer));
    groups.add(threats(answer));
    groups.add(plain(answer, Dimension.LANGUAGE, "Language"));
    groups.add(plain(answer, Dimension.SERIES, "Series"));
    groups.add(plain(answer, Dimension.TYPE, "File type"));
    // Where nothing is counted the other way of counting may find something.
    groups.removeIf(
        group -> group.rows().isEmpty() && group.more().isEmpty() && group.scopes().isEmpty());
    boolean only = question.undated() == Question.Undated.ONLY;
    return new View(
        hidden(question),
        List.copyOf(groups),
        Chart.years(answer.years(), year -> Facets.within(year, answer)),
        text(question.span().from()),
        text(question.span().to()),
        answer.undated() == 0 ? "" : Words.count(answer.undated()) + " undated",
        Addresses.search(
            question.with(Span.ALWAYS, only ? Question.Undated.DEFAULT : Question.Undated.ONLY)),
        only,
        Addresses.search(Question.of("").with(question.query()).with(question.sort())));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /// The shapes of the map with their countries; continents, subregions and other groupings folded
  /// away behind them.
  private Group regions(Answer answer) {
    Set<String> shown = new HashSet<>();
    List<Row> rows = new ArrayList<>();
    for (Answer.Value shape : facets.mapped(answer)) {
      Map<String, Answer.Value> countries = new LinkedHashMap<>();
      Facets.collect(
          shape.children(),
          value -> facets.country(value.id()) && !shown.contains(value.id()),
          countries);
      shown.add(shape.id());
      shown.addAll(countries.keySet());
      List<Answer.Value> below = countries.values().stream().sorted(Facets.MOST_FIRST).toList();
      rows.add(row(answer, Dimension.REGION, shape, below));
    }
    List<Row> more =
        facets
            .flat(
                answer,
                Dimension.REGION,
                value ->
                    !shown.contains(value.id())
                        && (value.selected() || (value.count() > 0 && !facets.country(value.id()))))
            .stream()
            .map(value -> row(answer, Dimension.REGION, value, List.of()))
            .toList();
    return new Group(
        "Region",
        Dimension.REGION.parameter(),
        true,
        true,
        scopes(answer.question()),
        rows,
        "More groupings",
        more,
        more.stream().anyMatch(Row::selected));
  }

  /// The switch of regions and threats. A report is about what it mentions most.
  private static List<SearchPages.Link> scopes(Question question) {
    List<SearchPages.Link> scopes = new ArrayList<>();
    for (Question.Scope scope : Question.Scope.values()) {
      String href = Addresses.search(question.with(scope));
      scopes.add(new SearchPages.Link(scopeName(scope), href, scope == question.scope()));
    }
    return List.copyOf(scopes);
  }

  static String scopeName(Question.Scope scope) {
    return switch (scope) {
      case ABOUT -> "About";
      case MENTIONS -> "About or mentioned";
    };
  }

  private Group threats(Answer answer) {
    List<Row> rows =
        facets.values(answer, Dimension.THREAT).stream()
            .map(value -> row(answer, Dimension.THREAT, value, value.children()))
            .toList();
    return new Group(
        "Threat type",
        Dimension.THREAT.parameter(),
        true,
        true,
        scopes(answer.question()),
        rows,
        "",
        List.of(),
        false);
  }

  private Group plain(Answer answer, Dimension dimension, String title) {
    List<Row> rows =
        facets.values(answer, dimension).stream()
            .map(value -> row(answer, dimension, value, List.of()))
            .toList();
    int cut = rows.size() <= SHORT + 2 ? rows.size() : SHORT;
    List<Row> more = rows.subList(cut, rows.size());
    return new Group(
        title,
        dimension.parameter(),
        dimension == Dimension.LANGUAGE || !answer.question().selection(dimension).isEmpty(),
        false,
        List.of(),
        rows.subList(0, cut),
        Words.count(more.size()) + " more",
        more,
        more.stream().anyMatch(Row::selected));
  }

  private Row row(
      Answer answer, Dimension dimension, Answer.Value value, List<Answer.Value> below) {
    Question question = answer.question();
    List<Row> children =
        below.stream().map(child -> row(answer, dimension, child, child.children())).toList();
    boolean mixed =
        !value.selected() && children.stream().anyMatch(child -> child.selected() || child.mixed());
    return new Row(
        value.id(),
        value.label(),
        Words.count(value.count()),
        value.selected(),
        mixed,
        Addresses.search(facets.toggled(question, dimension, value.id())),
        children);
  }

  private static List<Hidden> hidden(Question question) {
    List<Hidden> hidden = new ArrayList<>();
    if (!question.query().text().isEmpty()) {
      hidden.add(new Hidden("q", question.query().text()));
    }
    if (question.query().reading() != Query.Reading.USUAL) {
      hidden.add(new Hidden("reading", question.query().reading().name().toLowerCase(Locale.ROOT)));
    }
    for (Dimension dimension : Dimension.values()) {
      for (String id : question.selection(dimension).none()) {
        hidden.add(new Hidden(dimension.parameter(), "-" + id));
      }
    }
    if (question.undated() != Question.Undated.DEFAULT) {
      hidden.add(new Hidden("undated", question.undated().name().toLowerCase(Locale.ROOT)));
    }
    if (question.scope() != Question.Scope.ABOUT) {
      hidden.add(new Hidden("scope", question.scope().name().toLowerCase(Locale.ROOT)));
    }
    if (question.sort() != Question.Sort.RELEVANCE) {
      hidden.add(new Hidden("sort", question.sort().name().toLowerCase(Locale.ROOT)));
    }
    if (question.size() != Question.DEFAULT_SIZE) {
      hidden.add(new Hidden("size", Integer.toString(question.size())));
    }
    return List.copyOf(hidden);
  }
}
