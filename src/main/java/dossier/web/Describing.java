package dossier.web;

import dossier.search.Dimension;
import dossier.search.Question;
import dossier.search.Selection;
import dossier.search.Span;
import java.util.ArrayList;
import java.util.List;

/// A search in words.
final class Describing {

  private Describing() {}

  /// `border · Region: Central Asia · not Threat: Water · 2019 to 2026`; `All reports` for a
  /// question that asks for everything.
  static String words(Question question, Facets facets) {
    List<String> parts = new ArrayList<>();
    if (!question.query().text().isBlank()) {
      parts.add(question.query().text());
    }
    for (Dimension dimension : Dimension.values()) {
      Selection selection = question.selection(dimension);
      String kind = SearchPages.kind(dimension) + ": ";
      for (String id : selection.any()) {
        parts.add(kind + facets.label(dimension, id));
      }
      for (String id : selection.none()) {
        parts.add(Words.say("describe.not") + " " + kind + facets.label(dimension, id));
      }
    }
    if (question.scope() == Question.Scope.MENTIONS) {
      parts.add(Words.say("describe.mentions"));
    }
    Span span = question.span();
    if (!span.isAlways()) {
      parts.add(SearchPages.span(span));
    }
    return parts.isEmpty() ? Words.say("search.everything") : String.join(" · ", parts);
  }
}
