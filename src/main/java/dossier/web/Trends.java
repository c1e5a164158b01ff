package dossier.web;

import dossier.report.Concept;
import dossier.report.Vocabulary;
import dossier.search.Answer;
import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.Engine.Trend;
import dossier.search.Question;
import dossier.search.Selection;
import dossier.search.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reports over time, split by the values of a facet: of one selection, or of two on one axis.
///
/// @param by the facet
/// @param times the axis; without names when no report is dated
/// @param sides one or two selections
/// @param values the values that any of them carries, most reports first
/// @param everything how many reports the archive holds of each time
record Trends(
    Dimension by, Times times, List<Side> sides, List<Value> values, Map<String, Long> everything) {

  /// How many values stand by themselves; what carries none of them is counted together.
  static final int SHOWN = 8;

  /// All reports, beside the values. The page has a name for it.
  static final Value ALL = new Value("", "All", 0);

  /// The reports that carry none of the values shown. No value has such an id.
  static final Value OTHERS = new Value("-", "None of these", 0);

  /// A selection.
  ///
  /// @param reports how many it holds, those outside the axis included
  /// @param whole whether all of them were counted
  /// @param counts how many by id of a value and by time, those of [#ALL] and [#OTHERS] too
  record Side(
      Question question, long reports, boolean whole, Map<String, Map<String, Long>> counts) {

    /// How many reports of a value appeared at a time.
    long count(Value value, String time) {
      return counts.getOrDefault(value.id(), Map.of()).getOrDefault(time, 0L);
    }

    /// How many did at all times of the axis.
    long sum(Value value) {
      Map<String, Long> known = counts.getOrDefault(value.id(), Map.of());
      return known.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /// A value of the facet.
  record Value(String id, String label, long reports) {}

  /// @param questions one or two
  /// @throws IOException when the storage fails
  static Trends of(List<Question> questions, Dimension by, Engine engine, Facets facets)
      throws IOException {
    List<Answer> answers = new ArrayList<>();
    for (Question question : questions) {
      answers.add(engine.search(question.page(1, 1)));
    }
    Times times = times(answers);
    List<Trend> trends = new ArrayList<>();
    for (Answer answer : answers) {
      trends.add(engine.trend(answer.question(), by, times.period()));
    }
    List<Value> values = values(questions, trends, by, facets);
    List<Side> sides = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      Map<String, Map<String, Long>> counts = new HashMap<>();
      trends.get(i).lines().forEach(line -> counts.put(line.id(), line.counts()));
      counts.put(ALL.id(), trends.get(i).totals());
      Question others = others(questions.get(i), by, values);
      counts.put(OTHERS.id(), engine.trend(others, by, times.period()).totals());
      Answer answer = answers.get(i);
      sides.add(new Side(questions.get(i), answer.total(), trends.get(i).whole(), counts));
    }
    Question all = Question.of("").with(span(times), Question.Undated.EXCLUDE);
    Map<String, Long> everything = engine.trend(all, Dimension.TYPE, times.period()).totals();
    return new Trends(by, times, sides, values, everything);
  }

  private static Question others(Question question, Dimension by, List<Value> values) {
    Selection now = question.selection(by);
    Stream<String> shown = values.stream().limit(SHOWN).map(Value::id);
    return question.with(
        by, new Selection(now.any(), Stream.concat(now.none().stream(), shown).toList()));
  }

  /// What has a chart: all reports, the values with most of them, and what carries none of these.
  List<Value> shown() {
    List<Value> shown = new ArrayList<>(List.of(ALL));
    values.stream().limit(SHOWN).forEach(shown::add);
    if (sides.stream().anyMatch(side -> side.sum(OTHERS) > 0)) {
      shown.add(OTHERS);
    }
    return shown;
  }

  /// One axis for all answers: their spans together.
  private static Times times(List<Answer> answers) {
    Map<String, Long> years = new TreeMap<>();
    Map<String, Long> months = new TreeMap<>();
    answers.forEach(answer -> years.putAll(answer.years()));
    answers.forEach(answer -> months.putAll(answer.months()));
    if (years.isEmpty()) {
      return new Times(Engine.Period.YEAR, List.of());
    }
    List<Span> spans = answers.stream().map(answer -> answer.question().span()).distinct().toList();
    return Times.of(spans.size() == 1 ? spans.getFirst() : together(spans), years, months);
  }

  private static Span together(List<Span> spans) {
    boolean begins = spans.stream().allMatch(span -> span.from() != null);
    boolean ends = spans.stream().allMatch(span -> span.to() != null);
    return new Span(
        begins ? spans.stream().map(Span::from).min(Comparator.naturalOrder()).orElse(null) : null,
        ends ? spans.stream().map(Span::to).max(Comparator.naturalOrder()).orElse(null) : null);
  }

  private static Span span(Times times) {
    return times.names().isEmpty()
        ? Span.ALWAYS
        : new Span(times.names().getFirst(), times.names().getLast());
  }

  private static List<Value> values(
      List<Question> questions, List<Trend> trends, Dimension by, Facets facets) {
    Map<String, Value> found = new TreeMap<>();
    for (int i = 0; i < trends.size(); i++) {
      Set<String> wanted = wanted(questions.get(i), by, facets);
      for (Trend.Line line : trends.get(i).lines()) {
        if (facets.vocabulary(by) == null || wanted.contains(line.id())) {
          String label = by == Dimension.SERIES ? line.name() : facets.label(by, line.id());
          Value value = new Value(line.id(), label, line.reports());
          found.merge(line.id(), value, (a, b) -> new Value(a.id, a.label, a.reports + b.reports));
        }
      }
    }
    return found.values().stream()
        .sorted(Comparator.comparingLong(Value::reports).reversed().thenComparing(Value::label))
        .toList();
  }

  /// The values of a hierarchical facet that tell reports apart: what lies right below those
  /// chosen; with nothing chosen the shapes of the map, or the main threat types.
  private static Set<String> wanted(Question question, Dimension by, Facets facets) {
    Vocabulary tree = facets.vocabulary(by);
    Collection<String> chosen = question.selection(by).any();
    if (tree == null) {
      return Set.of();
    }
    if (chosen.isEmpty()) {
      Stream<Concept> all =
          by == Dimension.REGION
              ? tree.all().stream().filter(Concept::mapped)
              : tree.roots().stream();
      return all.map(Concept::id).collect(Collectors.toSet());
    }
    Set<String> below = new LinkedHashSet<>();
    for (String id : chosen) {
      List<Concept> children = tree.children(id);
      children.forEach(child -> below.add(child.id()));
      if (children.isEmpty()) {
        below.add(id);
      }
    }
    return below;
  }

  /// Whether a report carries one value at most, so that the values add up.
  boolean apart() {
    return !by.hierarchical();
  }

  /// What part of all reports of a time so many are, 0 to 1.
  double share(long count, String time) {
    long all = everything.getOrDefault(time, 0L);
    return all == 0 ? 0 : (double) count / all;
  }

  /// The reports behind a number of [Side#count]; those of all times for an empty one.
  String href(Side side, Value value, String time) {
    Question question = side.question();
    if (value.equals(OTHERS)) {
      question = others(question, by, values);
    } else if (!value.equals(ALL)) {
      Selection now = question.selection(by);
      question = question.with(by, new Selection(List.of(value.id()), now.none()));
    }
    if (!time.isEmpty()) {
      Span span = question.span();
      Span there = new Span(edge(time, span.from()), edge(time, span.to()));
      question = question.with(there, Question.Undated.DEFAULT);
    }
    return Addresses.search(question);
  }

  /// A time, or the end of the span that lies within it.
  private static String edge(String time, @Nullable String end) {
    return end != null && end.startsWith(time) ? end : time;
  }
}
