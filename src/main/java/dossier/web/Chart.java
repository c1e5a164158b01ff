package dossier.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Columns side by side, drawn as SVG by a template.
///
/// @param width of the drawing
/// @param height of the drawing
/// @param bars the columns, from the left
/// @param label what it shows, one sentence
/// @param ticks a few names along the axis, from the left
record Chart(int width, int height, List<Bar> bars, String label, List<String> ticks) {

  /// A column.
  ///
  /// @param name what it stands for
  /// @param title name and number in words
  /// @param href where it leads; may be empty
  /// @param on whether it is emphasised
  record Bar(
      int x, int y, int width, int height, String name, String title, String href, boolean on) {}

  /// Ten units wide for each value, the highest filling the height; every value above nothing
  /// shows.
  static List<Bar> bars(List<Long> values, int step, int gap, int height) {
    long most = Math.max(1, values.stream().mapToLong(Long::longValue).max().orElse(1));
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      int high = height(values.get(i), most, height);
      bars.add(new Bar(i * step + gap / 2, height - high, step - gap, high, "", "", "", false));
    }
    return bars;
  }

  static int height(long value, long most, int height) {
    return value == 0 ? 0 : (int) Math.max(2, Math.round((double) value * height / most));
  }

  /// Every year from the first to the last, those without reports included; at most 120, the last.
  static SortedMap<Integer, Long> everyYear(Map<String, Long> years) {
    SortedMap<Integer, Long> all = new TreeMap<>();
    years.forEach((year, count) -> all.put(Integer.valueOf(year), count));
    if (!all.isEmpty()) {
      int last = all.lastKey();
      for (int year = Math.max(all.firstKey(), last - 119); year <= last; year++) {
        all.putIfAbsent(year, 0L);
      }
      return all.tailMap(last - 119);
    }
    return all;
  }

  /// Reports per year.
  static Chart years(Map<String, Long> years, java.util.function.IntPredicate on) {
    SortedMap<Integer, Long> all = everyYear(years);
    List<Bar> drawn = bars(List.copyOf(all.values()), 10, 2, 100);
    List<Bar> bars = new ArrayList<>();
    int i = 0;
    for (Map.Entry<Integer, Long> year : all.entrySet()) {
      Bar bar = drawn.get(i++);
      String name = year.getKey().toString();
      bars.add(
          new Bar(
              bar.x,
              bar.y,
              bar.width,
              bar.height,
              name,
              Words.say("chart.bar", "time", name, "n", year.getValue()),
              "/year/" + name,
              on.test(year.getKey())));
    }
    return new Chart(Math.max(10, 10 * bars.size()), 100, bars, sentence(all), ticks(all));
  }

  private static String sentence(SortedMap<Integer, Long> years) {
    if (years.isEmpty()) {
      return Words.say("chart.none");
    }
    long most = years.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return Words.say(
        "chart.year",
        "from",
        years.firstKey().toString(),
        "to",
        years.lastKey().toString(),
        "most",
        most);
  }

  private static List<String> ticks(SortedMap<Integer, Long> years) {
    List<Integer> all = List.copyOf(years.keySet());
    int parts = Math.min(4, all.size() - 1);
    List<String> ticks = new ArrayList<>();
    for (int i = 0; i <= parts; i++) {
      ticks.add(all.get(parts == 0 ? 0 : i * (all.size() - 1) / parts).toString());
    }
    return ticks;
  }
}
