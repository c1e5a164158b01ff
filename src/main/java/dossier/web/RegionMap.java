package dossier.web;

import dossier.report.Concept;
import dossier.report.Vocabulary;
import dossier.search.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The map of the world's regions: the shapes of `web/map.tsv` (id, tab, SVG path; drawn from
/// Natural Earth 1:110m, public domain, in the Equal Earth projection) with counts.
final class RegionMap {

  private static final int STEPS = 6;

  /// No map.
  static final View NONE = new View(List.of(), List.of(), "", "");

  private static final String BOX = "20 0 900 452";

  private final Map<String, String> shapes = new LinkedHashMap<>();

  RegionMap(WebFiles files) {
    String table = new String(files.read("map.tsv"), StandardCharsets.UTF_8);
    for (String line : table.lines().toList()) {
      int tab = line.indexOf('\t');
      shapes.put(line.substring(0, tab), line.substring(tab + 1));
    }
  }

  /// The map.
  ///
  /// @param key the steps of shading that occur, palest first
  /// @param box the part of the plane it shows, as an SVG viewBox
  /// @param here the shape a page is about; may be empty
  record View(List<Shape> shapes, List<Step> key, String box, String here) {}

  /// A region.
  ///
  /// @param level of shading, 1 to 6; 0 for what lies around the countries a map is of
  /// @param href its page; empty when the vocabulary has no such region
  record Shape(String id, String path, int level, String title, String href) {}

  /// A step of shading and the least number it stands for.
  record Step(int level, String from) {}

  /// The map with the counts of these regions.
  ///
  /// @param here the shape a page is about; may be empty
  View view(Vocabulary regions, List<Answer.Value> values, String here) {
    Map<String, Long> counts =
        values.stream().collect(Collectors.toMap(Answer.Value::id, Answer.Value::count));
    long most =
        Math.max(1, shapes.keySet().stream().mapToLong(id -> count(counts, id)).max().orElse(1));
    List<Shape> drawn = new ArrayList<>();
    shapes.forEach((id, path) -> {
      Concept concept = regions.get(id);
      long count = count(counts, id);
      drawn.add(
          new Shape(
              id,
              path,
              Math.max(1, level(count, most)),
              Facets.name(regions, id) + ": " + Words.reports(count),
              concept == null ? "" : "/region/" + id));
    });
    return new View(drawn, key(most), BOX, here);
  }

  private static long count(Map<String, Long> counts, String id) {
    return counts.getOrDefault(id, 0L);
  }

  /// Step of shading, 0 to 6: by the square root, so that a few large numbers leave room for the
  /// small ones.
  static int level(long count, long most) {
    return count == 0 ? 0 : (int) Math.ceil(Math.sqrt((double) count / most) * STEPS);
  }

  private static List<Step> key(long most) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(1, "0"));
    long before = 0;
    for (int level = 2; level <= STEPS; level++) {
      long from = (long) Math.floor(most * Math.pow((level - 1.0) / STEPS, 2)) + 1;
      if (from > before && from <= most) {
        steps.add(new Step(level, Words.count(from)));
        before = from;
      }
    }
    return steps;
  }
}
