package dossier.web;

import dossier.search.Dimension;
import dossier.search.Question;
import dossier.search.Span;
import java.util.ArrayList;
import java.util.List;

/// A question in a few words: for the title of a feed and the name of a file.
final class Asked {

  private Asked() {}

  /// `sleeper cells, Central Asia, not Water, 2020 to 2024`; `all reports` for everything.
  static String words(Question question, Facets facets) {
    List<String> parts = new ArrayList<>();
    if (!question.query().text().isBlank()) {
      parts.add(question.query().text());
    }
    question
        .selections()
        .forEach((dimension, chosen) -> {
          chosen.any().forEach(id -> parts.add(label(facets, dimension, id)));
          chosen.none().forEach(id -> parts.add("not " + label(facets, dimension, id)));
        });
    Span span = question.span();
    if (!span.isAlways()) {
      parts.add(
          span.from() == null
              ? "until " + span.to()
              : span.to() == null ? "since " + span.from() : span.from() + " to " + span.to());
    }
    return parts.isEmpty() ? "all reports" : String.join(", ", parts);
  }

  private static String label(Facets facets, Dimension dimension, String id) {
    return facets.label(dimension, id);
  }
}
