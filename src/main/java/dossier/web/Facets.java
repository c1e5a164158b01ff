package dossier.web;

import dossier.report.Concept;
import dossier.report.Vocabularies;
import dossier.report.Vocabulary;
import dossier.search.Answer;
import dossier.search.Dimension;
import dossier.search.Question;
import dossier.search.Selection;
import dossier.search.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The values of an answer's facets under the names readers know, and where a click on one leads.
final class Facets {

  static final Comparator<Answer.Value> MOST_FIRST =
      Comparator.comparingLong(Answer.Value::count).reversed();

  private final Supplier<Vocabularies> vocabularies;

  Facets(Supplier<Vocabularies> vocabularies) {
    this.vocabularies = vocabularies;
  }

  Vocabularies vocabularies() {
    return vocabularies.get();
  }

  Vocabulary regions() {
    return vocabularies.get().regions();
  }

  Vocabulary threats() {
    return vocabularies.get().threats();
  }

  /// The vocabulary of a facet; null when its values form no hierarchy.
  @Nullable Vocabulary vocabulary(Dimension dimension) {
    return switch (dimension) {
      case REGION -> vocabularies.get().regions();
      case THREAT -> vocabularies.get().threats();
      case SERIES, LANGUAGE, TYPE -> null;
    };
  }

  /// The name of a value, as far as it can be known without an answer.
  String label(Dimension dimension, String id) {
    return switch (dimension) {
      case REGION -> name(vocabularies.get().regions(), id);
      case THREAT -> name(vocabularies.get().threats(), id);
      case LANGUAGE -> Words.language(id);
      case TYPE -> Words.type(id);
      case SERIES -> id;
    };
  }

  /// The name of an entry in the language of the page; in English where it has none.
  static String name(Concept concept) {
    String language = Tongue.here().locale().getLanguage();
    return concept.labels().getOrDefault(language, concept.label());
  }

  /// The same by the id; the id itself when there is no such entry.
  static String name(Vocabulary tree, String id) {
    Concept concept = tree.get(id);
    return concept == null ? id : name(concept);
  }

  /// The name of a value, the answer's own name where it has one.
  String label(Dimension dimension, String id, Answer answer) {
    return answer.counts().getOrDefault(dimension, List.of()).stream()
        .filter(count -> dimension == Dimension.SERIES && count.id().equals(id))
        .map(Answer.Count::name)
        .findFirst()
        .orElseGet(() -> label(dimension, id));
  }

  /// All values of a facet, most reports first: trees from the vocabulary's roots, or a list.
  List<Answer.Value> values(Answer answer, Dimension dimension) {
    Vocabulary tree = vocabulary(dimension);
    if (tree != null) {
      return named(answer.values(dimension, tree), tree, new HashMap<>());
    }
    return answer.values(dimension).stream()
        .map(value ->
            new Answer.Value(
                value.id(),
                dimension == Dimension.SERIES ? value.label() : label(dimension, value.id()),
                value.count(),
                value.selected(),
                value.excluded(),
                value.partly(),
                value.children()))
        .toList();
  }

  /// @param made those named before: an entry of several parents is the same under each
  private static List<Answer.Value> named(
      List<Answer.Value> values, Vocabulary tree, Map<String, Answer.Value> made) {
    List<Answer.Value> named = new ArrayList<>(values.size());
    for (Answer.Value value : values) {
      Answer.Value known = made.get(value.id());
      if (known == null) {
        known =
            new Answer.Value(
                value.id(),
                name(tree, value.id()),
                value.count(),
                value.selected(),
                value.excluded(),
                value.partly(),
                named(value.children(), tree, made));
        made.put(value.id(), known);
      }
      named.add(known);
    }
    return named;
  }

  /// The values of a hierarchical facet that pass, wherever they stand, each once, most reports
  /// first.
  List<Answer.Value> flat(Answer answer, Dimension dimension, Predicate<Answer.Value> wanted) {
    return flat(values(answer, dimension), wanted);
  }

  /// The same of trees made before.
  static List<Answer.Value> flat(List<Answer.Value> trees, Predicate<Answer.Value> wanted) {
    Map<String, Answer.Value> found = new LinkedHashMap<>();
    collect(trees, wanted, found);
    return found.values().stream().sorted(MOST_FIRST).toList();
  }

  static void collect(
      List<Answer.Value> values, Predicate<Answer.Value> wanted, Map<String, Answer.Value> found) {
    for (Answer.Value value : values) {
      if (wanted.test(value)) {
        found.putIfAbsent(value.id(), value);
      }
      collect(value.children(), wanted, found);
    }
  }

  /// The regions that are shapes of the map.
  List<Answer.Value> mapped(Answer answer) {
    return flat(answer, Dimension.REGION, value -> mapped(value.id()));
  }

  /// Whether a region is a shape of the map.
  boolean mapped(String region) {
    Concept concept = regions().get(region);
    return concept != null && concept.mapped();
  }

  /// Whether a region is a country.
  boolean country(String region) {
    Concept concept = regions().get(region);
    return concept != null && concept.kind().equals("country");
  }

  /// The question after a click on a value: it is taken out when it is chosen, else chosen in place
  /// of what is chosen above and below it.
  Question toggled(Question question, Dimension dimension, String id) {
    Selection now = question.selection(dimension);
    if (now.any().contains(id)) {
      return question.with(dimension, now.without(id));
    }
    Vocabulary tree = vocabulary(dimension);
    return question.with(dimension, tree == null ? now.with(id) : now.with(id, tree));
  }

  /// The question with a value excluded, and so nothing below it chosen.
  Question excluding(Question question, Dimension dimension, String id) {
    Vocabulary tree = vocabulary(dimension);
    Selection now = question.selection(dimension);
    return question.with(dimension, tree == null ? now.excluding(id) : now.excluding(id, tree));
  }

  /// The question with this one value chosen in a facet.
  static Question only(Question question, Dimension dimension, String id) {
    return question.with(dimension, Selection.NOTHING.with(id));
  }

  /// Years, newest first, with their months.
  static List<Answer.Value> dates(Answer answer) {
    List<Answer.Value> years = new ArrayList<>();
    new TreeMap<>(answer.years())
        .descendingMap()
        .forEach((year, count) -> {
          List<Answer.Value> months = new ArrayList<>();
          new TreeMap<>(answer.months())
              .forEach((month, some) -> {
                if (month.startsWith(year)) {
                  months.add(date(month, Words.month(month), some, answer, List.of()));
                }
              });
          years.add(date(year, year, count, answer, months));
        });
    return List.copyOf(years);
  }

  private static Answer.Value date(
      String id, String label, long count, Answer answer, List<Answer.Value> children) {
    boolean selected = within(id, answer);
    return new Answer.Value(id, label, count, selected, false, false, children);
  }

  /// Whether a year (`yyyy`) or month (`yyyy-MM`) overlaps the span that was asked for.
  static boolean within(String period, Answer answer) {
    Span span = answer.question().span();
    if (span.isAlways()) {
      return false;
    }
    LocalDate from = span.firstDay();
    LocalDate to = span.lastDay();
    return (from == null || from.toString().substring(0, period.length()).compareTo(period) <= 0)
        && (to == null || to.toString().substring(0, period.length()).compareTo(period) >= 0);
  }

  /// Whether a year overlaps the span that was asked for.
  static boolean within(int year, Answer answer) {
    return within(String.format(java.util.Locale.ROOT, "%04d", year), answer);
  }
}
