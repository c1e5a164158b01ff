package dossier.web;

import dossier.report.Concept;
import dossier.report.Vocabulary;
import dossier.search.Answer;
import dossier.web.Outlines.Ring;
import dossier.web.RegionMap.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The map of a region: its countries with their counts, and what lies around them. Of a country:
/// itself among its neighbours.
final class CountryMap {

  /// What is at least this part of a country's largest piece frames the map with it; islands far
  /// off and possessions overseas do not.
  private static final double MAINLAND = 0.22;

  /// Among so many, a country that doubles the map alone is cut by its edge: Russia in Europe.
  private static final int MANY = 8;

  private static final double MARGIN = 0.04;

  /// A country is shown among its neighbours.
  private static final double NEIGHBOURS = 0.45;

  private final Outlines outlines;

  CountryMap(WebFiles files) {
    this.outlines = Outlines.read(files);
  }

  /// The map of a region.
  ///
  /// @param values countries with their reports
  /// @return without shapes when none of its countries has an outline or they go round the globe
  RegionMap.View view(Concept region, Vocabulary regions, List<Answer.Value> values) {
    boolean country = !region.code().isEmpty();
    Set<String> within = within(region, regions);
    MapWindow window = window(within, country ? NEIGHBOURS : MARGIN);
    if (window == null) {
      return RegionMap.NONE;
    }
    Map<String, Long> counts =
        values.stream().collect(Collectors.toMap(Answer.Value::id, Answer.Value::count));
    List<Shape> shapes = new ArrayList<>();
    Map<String, String> paths = paths(window);
    List<Concept> drawn =
        regions.all().stream()
            .filter(concept -> paths.containsKey(concept.code()))
            .sorted(Comparator.comparing(concept -> within.contains(concept.code())))
            .toList();
    long most =
        drawn.stream().mapToLong(each -> counts.getOrDefault(each.id(), 0L)).max().orElse(0);
    for (Concept concept : drawn) {
      long count = counts.getOrDefault(concept.id(), 0L);
      boolean shaded = country || within.contains(concept.code());
      shapes.add(
          new Shape(
              concept.id(),
              paths.getOrDefault(concept.code(), ""),
              shaded ? Math.max(1, RegionMap.level(count, Math.max(1, most))) : 0,
              Facets.name(regions, concept.id()) + ": " + Words.reports(count),
              "/region/" + concept.id()));
    }
    return new RegionMap.View(shapes, List.of(), window.box(), country ? region.id() : "");
  }

  private Set<String> within(Concept region, Vocabulary regions) {
    Set<String> ids = new TreeSet<>(regions.descendants(region.id()));
    ids.add(region.id());
    return regions.all().stream()
        .filter(concept -> ids.contains(concept.id()))
        .map(Concept::code)
        .filter(outlines.countries()::containsKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private @Nullable MapWindow window(Set<String> codes, double margin) {
    MapWindow all = MapWindow.around(mainlands(codes), margin);
    if (codes.size() < MANY) {
      return all;
    }
    Set<String> others = new TreeSet<>(codes);
    others.remove(largest(codes));
    MapWindow without = MapWindow.around(mainlands(others), margin);
    boolean cut = all == null || (without != null && 2 * without.area() < all.area());
    return cut ? without : all;
  }

  private List<Ring> mainlands(Set<String> codes) {
    List<Ring> rings = new ArrayList<>();
    for (String code : codes) {
      List<Ring> all = outlines.of(code);
      double least = MAINLAND * all.getFirst().area;
      all.stream().filter(ring -> ring.area >= least).forEach(rings::add);
    }
    return rings;
  }

  private String largest(Set<String> codes) {
    return codes.stream()
        .max(Comparator.comparingDouble(code -> outlines.of(code).getFirst().area))
        .orElseThrow();
  }

  private Map<String, String> paths(MapWindow window) {
    Map<String, String> paths = new TreeMap<>();
    outlines
        .countries()
        .forEach((code, rings) -> {
          String path = rings.stream().map(window::path).collect(Collectors.joining());
          if (!path.isEmpty()) {
            paths.put(code, path);
          }
        });
    return paths;
  }
}
