package dossier.search;

import dossier.report.Concept;
import dossier.report.Vocabulary;
import java.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Arranges the counts of a facet for a reader: hierarchy, order, and what is chosen.
final class FacetTree {

  private final Map<String, Answer.Count> counts = new LinkedHashMap<>();
  private final Map<String, Answer.Value> made = new HashMap<>();
  private final Vocabulary vocabulary;
  private final Selection selection;
  private final Comparator<Answer.Value> order;

  private FacetTree(List<Answer.Count> counts, Vocabulary vocabulary, Selection selection) {
    counts.forEach(count -> this.counts.put(count.id(), count));
    this.vocabulary = vocabulary;
    this.selection = selection;
    // A collator is not thread-safe, so each tree has its own.
    order =
        Comparator.comparingLong(Answer.Value::count)
            .reversed()
            .thenComparing(Answer.Value::label, Collator.getInstance(Locale.ENGLISH)::compare)
            .thenComparing(Answer.Value::id);
  }

  /// The values as a list.
  static List<Answer.Value> flat(List<Answer.Count> counts, Selection selection) {
    return of(counts, new Vocabulary(List.of()), selection);
  }

  /// The values as trees of a vocabulary.
  static List<Answer.Value> of(
      List<Answer.Count> counts, Vocabulary vocabulary, Selection selection) {
    FacetTree tree = new FacetTree(counts, vocabulary, selection);
    Stream<String> roots = vocabulary.roots().stream().map(Concept::id);
    Stream<String> unknown =
        Stream.of(tree.counts.keySet(), selection.any(), selection.none())
            .flatMap(ids -> ids.stream())
            .filter(id -> vocabulary.get(id) == null);
    return tree.values(Stream.concat(roots, unknown).distinct());
  }

  private List<Answer.Value> values(Stream<String> ids) {
    return ids.map(this::value).filter(FacetTree::isShown).sorted(order).toList();
  }

  /// An entry with several parents is made once: so are all those below it.
  private Answer.Value value(String id) {
    Answer.Value known = made.get(id);
    if (known == null) {
      known = made(id);
      made.put(id, known);
    }
    return known;
  }

  private Answer.Value made(String id) {
    List<Answer.Value> children = values(vocabulary.children(id).stream().map(Concept::id));
    Answer.Count count = counts.getOrDefault(id, new Answer.Count(id, id, 0));
    return new Answer.Value(
        id,
        vocabulary.get(id) == null ? count.name() : vocabulary.label(id),
        count.reports(),
        selection.any().contains(id),
        selection.none().contains(id),
        children.stream().anyMatch(child -> child.selected() || child.partly()),
        children);
  }

  private static boolean isShown(Answer.Value value) {
    return value.count() > 0 || value.selected() || value.excluded() || !value.children().isEmpty();
  }
}
