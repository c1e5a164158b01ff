package dossier.web;

import dossier.report.Vocabulary;
import dossier.search.Dimension;
import dossier.search.Question;
import dossier.search.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The question a click on a facet value leads to.
final class Choices {

  private Choices() {}

  /// Takes the value out when it is chosen, else chooses it in place of its chosen ancestors and
  /// descendants.
  static Question toggled(
      Question question, Dimension dimension, String id, @Nullable Vocabulary tree) {
    Selection now = question.selection(dimension);
    if (now.any().contains(id)) {
      return without(question, dimension, id);
    }
    Set<String> above = tree == null ? Set.of() : tree.ancestors(id);
    Set<String> below = tree == null ? Set.of() : tree.descendants(id);
    List<String> any = new ArrayList<>(now.any());
    any.removeIf(other -> above.contains(other) || below.contains(other));
    any.add(id);
    List<String> none = now.none().stream().filter(other -> !other.equals(id)).toList();
    return question.with(dimension, new Selection(any, none));
  }

  /// Neither chooses nor excludes the value.
  static Question without(Question question, Dimension dimension, String id) {
    Selection now = question.selection(dimension);
    return question.with(
        dimension,
        new Selection(
            now.any().stream().filter(other -> !other.equals(id)).toList(),
            now.none().stream().filter(other -> !other.equals(id)).toList()));
  }
}
