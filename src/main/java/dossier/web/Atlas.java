package dossier.web;

import dossier.search.Answer;
import dossier.search.Dimension;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The regions of an answer as a reader looks for them: the shapes of the map, each with its
/// countries, and every other grouping beside them. So each country stands in one place, although
/// the vocabulary has it under several.
///
/// @param parts the shapes, most reports first
/// @param groupings continents and alliances with reports, most first; no countries
record Atlas(List<Part> parts, List<Answer.Value> groupings) {

  /// A shape of the map.
  ///
  /// @param countries most reports first
  record Part(Answer.Value shape, List<Answer.Value> countries) {}

  static Atlas of(Answer answer, Facets facets) {
    Set<String> shown = new HashSet<>();
    List<Part> parts = new ArrayList<>();
    List<Answer.Value> trees = facets.values(answer, Dimension.REGION);
    for (Answer.Value shape : Facets.flat(trees, value -> facets.mapped(value.id()))) {
      Map<String, Answer.Value> countries = new LinkedHashMap<>();
      Facets.collect(
          shape.children(),
          value -> facets.country(value.id()) && !shown.contains(value.id()),
          countries);
      shown.add(shape.id());
      shown.addAll(countries.keySet());
      parts.add(new Part(shape, countries.values().stream().sorted(Facets.MOST_FIRST).toList()));
    }
    List<Answer.Value> groupings =
        Facets.flat(
            trees,
            value ->
                !shown.contains(value.id())
                    && (value.selected()
                        || value.excluded()
                        || (value.count() > 0 && !facets.country(value.id()))));
    return new Atlas(parts, groupings);
  }
}
