package dossier.web;

import dossier.search.Answer;
import dossier.search.Dimension;
import dossier.search.Question;
import dossier.search.QuestionUrl;
import org.jspecify.annotations.Nullable;

/// Where a click on a value of a facet leads. While nothing is chosen in the facet these addresses
/// differ in the value alone, and are not worked out one by one.
///
/// @param gap the address of any value; null where something is chosen
record Ways(Facets facets, Question question, Dimension dimension, QuestionUrl.@Nullable Gap gap) {

  static Ways of(Facets facets, Question question, Dimension dimension) {
    boolean chosen = !question.selection(dimension).isEmpty();
    return new Ways(
        facets, question, dimension, chosen ? null : QuestionUrl.gap(question, dimension));
  }

  /// The search after a click.
  String clicked(Answer.Value value) {
    if (gap != null) {
      return Addresses.SEARCH + gap.with(value.id());
    }
    return Addresses.search(
        value.excluded()
            ? question.with(dimension, question.selection(dimension).without(value.id()))
            : facets.toggled(question, dimension, value.id()));
  }

  /// The search with the value excluded.
  String without(Answer.Value value) {
    return gap == null
        ? Addresses.search(facets.excluding(question, dimension, value.id()))
        : Addresses.SEARCH + gap.with("-" + value.id());
  }
}
