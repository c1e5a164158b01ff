package dossier.web;

import dossier.report.Concept;
import dossier.report.Vocabularies;
import dossier.report.Vocabulary;
import dossier.search.Answer;
import dossier.search.Dimension;
import dossier.search.Question;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The values of an answer's facets, named, nested and sorted by count.
final class Facets {

  /// A value of a facet.
  ///
  /// @param id as in addresses
  /// @param label its name in English
  /// @param count how many reports carry it, under the query and all other facets
  /// @param selected whether it is chosen
  /// @param children values below it
  record Value(String id, String label, long count, boolean selected, List<Value> children) {}

  static final Comparator<Value> MOST_FIRST =
      Comparator.comparingLong(Value::count).reversed().thenComparing(Value::label);

  private final Vocabularies vocabularies;

  Facets(Vocabularies vocabularies) {
    this.vocabularies = vocabularies;
  }

  Vocabulary regions() {
    return vocabularies.regions();
  }

  Vocabulary threats() {
    return vocabularies.threats();
  }

  /// The vocabulary of a facet; null when its values form no hierarchy.
  @Nullable Vocabulary vocabulary(Dimension dimension) {
    return switch (dimension) {
      case REGION -> vocabularies.regions();
      case THREAT -> vocabularies.threats();
      case SERIES, LANGUAGE, TYPE -> null;
    };
  }

  /// The name of a value, as far as it can be known without an answer.
  String label(Dimension dimension, String id) {
    return switch (dimension) {
      case REGION -> vocabularies.regions().label(id);
      case THREAT -> vocabularies.threats().label(id);
      case LANGUAGE -> Words.language(id);
      case TYPE -> Words.type(id);
      case SERIES -> id;
    };
  }

  /// The name of a value, the answer's own name where it has one.
  String label(Dimension dimension, String id, Answer answer) {
    if (dimension == Dimension.SERIES) {
      for (Answer.Count count : counts(answer, dimension)) {
        if (count.id().equals(id)) {
          return count.name();
        }
      }
    }
    return label(dimension, id);
  }

  /// All values of a facet: a tree from the vocabulary's roots, or a list.
  List<Value> values(Answer answer, Dimension dimension) {
    Vocabulary tree = vocabulary(dimension);
    return tree == null ? flat(answer, dimension) : tree(answer, dimension, tree.roots());
  }

  /// The values of a facet without any hierarchy, most reports first.
  List<Value> flat(Answer answer, Dimension dimension) {
    List<String> chosen = answer.question().selection(dimension).any();
    return counts(answer, dimension).stream()
        .map(count ->
            new Value(
                count.id(),
                label(dimension, count.id(), answer),
                count.reports(),
                chosen.contains(count.id()),
                List.of()))
        .sorted(MOST_FIRST)
        .toList();
  }

  /// Trees below these entries, of the values that have reports or are chosen.
  List<Value> tree(Answer answer, Dimension dimension, Collection<Concept> roots) {
    Map<String, Long> counts = new HashMap<>();
    counts(answer, dimension).forEach(count -> counts.put(count.id(), count.reports()));
    return branch(
        roots, counts, answer.question().selection(dimension).any(), vocabulary(dimension));
  }

  private static List<Value> branch(
      Collection<Concept> entries,
      Map<String, Long> counts,
      List<String> chosen,
      @Nullable Vocabulary tree) {
    List<Value> values = new ArrayList<>();
    for (Concept entry : entries) {
      Long count = counts.get(entry.id());
      if (count != null && tree != null) {
        List<Value> below = branch(tree.children(entry.id()), counts, chosen, tree);
        boolean selected = chosen.contains(entry.id());
        values.add(new Value(entry.id(), entry.label(), count, selected, below));
      }
    }
    values.sort(MOST_FIRST);
    return List.copyOf(values);
  }

  /// Years, newest first, with their months, and the undated ones last.
  static List<Value> dates(Answer answer) {
    List<Value> values = new ArrayList<>();
    new TreeMap<>(answer.years())
        .descendingMap()
        .forEach((year, count) ->
            values.add(new Value(year, year, count, within(year, answer), months(year, answer))));
    if (answer.undated() > 0) {
      boolean only = answer.question().undated() == Question.Undated.ONLY;
      values.add(new Value("undated", "Undated", answer.undated(), only, List.of()));
    }
    return List.copyOf(values);
  }

  private static List<Value> months(String year, Answer answer) {
    List<Value> values = new ArrayList<>();
    new TreeMap<>(answer.months())
        .forEach((month, count) -> {
          if (month.startsWith(year)) {
            boolean selected = within(month, answer);
            values.add(new Value(month, Words.month(month), count, selected, List.of()));
          }
        });
    return List.copyOf(values);
  }

  /// Whether a year (`yyyy`) or month (`yyyy-MM`) overlaps the span that was asked for.
  static boolean within(String period, Answer answer) {
    var span = answer.question().span();
    if (span.isAlways()) {
      return false;
    }
    LocalDate from = span.firstDay();
    LocalDate to = span.lastDay();
    return (from == null || from.toString().substring(0, period.length()).compareTo(period) <= 0)
        && (to == null || to.toString().substring(0, period.length()).compareTo(period) >= 0);
  }

  static List<Answer.Count> counts(Answer answer, Dimension dimension) {
    return answer.counts().getOrDefault(dimension, List.of());
  }
}
