package dossier.web;

import dossier.search.Answer;
import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.Query;
import dossier.search.Question;
import dossier.search.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The filters beside the results: a form, each of whose values is also a link.
final class Rail {

  /// How many values of a plain facet stand before the rest is folded away.
  private static final int SHORT = 8;

  /// How many there are at most; a page of its own shows all.
  private static final int LONG = 40;

  /// What the reader has a say about stands above the rest.
  private static final Comparator<Row> PINNED =
      Comparator.comparing(row -> !(row.selected() || row.excluded() || row.mixed()));

  private final Facets facets;
  private final Engine engine;

  Rail(Facets facets, Engine engine) {
    this.facets = facets;
    this.engine = engine;
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
      Histogram.View dates,
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
  /// @param rows values chosen or excluded first
  /// @param more values folded away, under `moreTitle`
  /// @param all leads to every value; empty where all stand here
  /// @param many whether there are so many values that one wants to filter them
  record Group(
      String title,
      String parameter,
      boolean open,
      boolean nested,
      List<SearchPages.Link> scopes,
      List<Row> rows,
      String moreTitle,
      List<Row> more,
      boolean moreOpen,
      String all,
      boolean many) {}

  /// One value.
  ///
  /// @param spoken its number for those who hear it: `12 reports`
  /// @param mixed whether some value below it is chosen or excluded, but not it
  /// @param href the search after a click
  /// @param without the search with the value excluded
  record Row(
      String id,
      String label,
      String count,
      String spoken,
      boolean selected,
      boolean excluded,
      boolean mixed,
      String href,
      String without,
      List<Row> children) {}

  View view(Answer answer) throws IOException {
    Question question = answer.question();
    List<Group> groups = new ArrayList<>();
    groups.add(regions(answer));
    groups.add(threats(answer));
    groups.add(plain(answer, Dimension.LANGUAGE, "rail.language"));
    groups.add(plain(answer, Dimension.SERIES, "rail.series"));
    groups.add(plain(answer, Dimension.TYPE, "rail.type"));
    // Where nothing is counted the other way of counting may find something.
    groups.removeIf(
        group -> group.rows().isEmpty() && group.more().isEmpty() && group.scopes().isEmpty());
    boolean only = question.undated() == Question.Undated.ONLY;
    return new View(
        hidden(question),
        List.copyOf(groups),
        Histogram.of(answer, engine),
        text(question.span().from()),
        text(question.span().to()),
        answer.undated() == 0 ? "" : Words.say("rail.undated", "n", answer.undated()),
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
    Atlas atlas = Atlas.of(answer, facets);
    Ways ways = Ways.of(facets, answer.question(), Dimension.REGION);
    List<Row> rows = new ArrayList<>();
    for (Atlas.Part part : atlas.parts()) {
      rows.add(row(ways, part.shape(), part.countries()));
    }
    Map<Boolean, List<Row>> more =
        atlas.groupings().stream()
            .map(value -> row(ways, value, List.of()))
            .collect(Collectors.partitioningBy(row -> row.selected() || row.excluded()));
    rows.addAll(more.getOrDefault(true, List.of()));
    rows.sort(PINNED);
    return new Group(
        Words.say("rail.region"),
        Dimension.REGION.parameter(),
        true,
        true,
        scopes(answer.question()),
        rows,
        Words.say("rail.groupings"),
        more.getOrDefault(false, List.of()),
        false,
        all(answer, Dimension.REGION),
        true);
  }

  /// Where every value of a facet stands.
  private static String all(Answer answer, Dimension dimension) {
    return Addresses.values(dimension, answer.question());
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
      case ABOUT -> Words.say("rail.about");
      case MENTIONS -> Words.say("rail.mentions");
    };
  }

  private Group threats(Answer answer) {
    Ways ways = Ways.of(facets, answer.question(), Dimension.THREAT);
    List<Row> rows =
        facets.values(answer, Dimension.THREAT).stream()
            .map(value -> row(ways, value, value.children()))
            .sorted(PINNED)
            .toList();
    return new Group(
        Words.say("rail.threat"),
        Dimension.THREAT.parameter(),
        true,
        true,
        scopes(answer.question()),
        rows,
        "",
        List.of(),
        false,
        all(answer, Dimension.THREAT),
        true);
  }

  private Group plain(Answer answer, Dimension dimension, String title) {
    Ways ways = Ways.of(facets, answer.question(), dimension);
    List<Row> rows =
        facets.values(answer, dimension).stream()
            .map(value -> row(ways, value, List.of()))
            .sorted(PINNED)
            .toList();
    int cut = rows.size() <= SHORT + 2 ? rows.size() : SHORT;
    boolean all = rows.size() <= LONG;
    List<Row> more = rows.subList(cut, all ? rows.size() : LONG);
    return new Group(
        Words.say(title),
        dimension.parameter(),
        dimension == Dimension.LANGUAGE || !answer.question().selection(dimension).isEmpty(),
        false,
        List.of(),
        rows.subList(0, cut),
        Words.say("rail.more", "n", more.size()),
        more,
        more.stream().anyMatch(row -> row.selected() || row.excluded()),
        cut == rows.size() ? "" : all(answer, dimension),
        cut < rows.size());
  }

  /// A value as a row of the rail, with those right below it.
  static Row row(Ways ways, Answer.Value value, List<Answer.Value> below) {
    List<Row> children =
        below.stream().map(child -> row(ways, child, child.children())).sorted(PINNED).toList();
    boolean mixed =
        !value.selected()
            && children.stream()
                .anyMatch(child -> child.selected() || child.excluded() || child.mixed());
    return new Row(
        value.id(),
        value.label(),
        Words.count(value.count()),
        Words.reports(value.count()),
        value.selected(),
        value.excluded(),
        mixed,
        ways.clicked(value),
        ways.without(value),
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
