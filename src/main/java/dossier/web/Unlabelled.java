package dossier.web;

import dossier.report.Concept;
import dossier.report.Vocabulary;
import dossier.search.Dimension;
import dossier.search.Question;
import dossier.search.Selection;
import java.util.List;

/// Reports that are about no region, or no threat type: the search that excludes everything at the
/// top of a vocabulary, and with it all below.
final class Unlabelled {

  private Unlabelled() {}

  /// Reports without any value of a hierarchical facet.
  static Question in(Dimension dimension, Vocabulary vocabulary) {
    return Question.of("").with(dimension, new Selection(List.of(), tops(vocabulary)));
  }

  /// Whether a choice excludes every value there is.
  static boolean is(Selection selection, Vocabulary vocabulary) {
    List<String> tops = tops(vocabulary);
    return !tops.isEmpty() && selection.any().isEmpty() && selection.none().containsAll(tops);
  }

  private static List<String> tops(Vocabulary vocabulary) {
    return vocabulary.all().stream()
        .filter(concept -> concept.parents().isEmpty())
        .map(Concept::id)
        .toList();
  }
}
