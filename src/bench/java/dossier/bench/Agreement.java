package dossier.bench;

import dossier.search.Dimension;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether all sides say the same, before any of them is timed: totals, counts of every value of
/// every facet, months, and the reports of the page with the newest first, equal days by id. By
/// relevance the sides weigh differently on purpose (nearness, series, versions): there it is told
/// how much they share.
final class Agreement {

  private final List<Side> sides;
  private final List<String> differences = new ArrayList<>();
  private int compared;
  private int shared;
  private int shown;

  /// @param sides the first one is what the others are held against
  Agreement(List<Side> sides) {
    this.sides = sides;
  }

  /// Compares the answers to a search.
  void check(Asked asked) throws Exception {
    Side.Found first = sides.getFirst().read(asked.byDate());
    for (Side side : sides.subList(1, sides.size())) {
      Side.Found other = side.read(asked.byDate());
      compare(asked, side.name(), first, other);
    }
    compared++;
    if (!asked.newest()) {
      Set<String> best = new HashSet<>(sides.getFirst().read(asked).ids());
      for (Side side : sides.subList(1, sides.size())) {
        shown += best.size();
        side.read(asked).ids().forEach(id -> shared += best.contains(id) ? 1 : 0);
      }
    }
  }

  private void compare(Asked asked, String name, Side.Found first, Side.Found other) {
    note(asked, name, "total", first.total(), other.total());
    for (Dimension dimension : Dimension.values()) {
      Map<String, Long> counts = first.counts().get(dimension);
      if (!counts.equals(other.counts().get(dimension))) {
        note(asked, name, "" + dimension, counts, other.counts().get(dimension));
      }
    }
    note(asked, name, "months", first.months(), other.months());
    note(asked, name, "page", first.ids(), other.ids());
    if (first.snippets() > other.snippets()) {
      note(asked, name, "marked hits", first.snippets(), other.snippets());
    }
  }

  private void note(Asked asked, String name, String what, Object first, Object other) {
    if (!first.equals(other)) {
      differences.add(
          "%s %s: %s of %s is %s, of %s %s"
              .formatted(
                  asked.kind(),
                  asked.words(),
                  what,
                  sides.getFirst().name(),
                  cut(first),
                  name,
                  cut(other)));
    }
  }

  private static String cut(Object value) {
    String text = "" + value;
    return text.length() < 300 ? text : text.substring(0, 300) + "…";
  }

  /// What was found out.
  ///
  /// @throws IllegalStateException when anything differs
  String verdict() {
    if (!differences.isEmpty()) {
      differences.stream().limit(12).forEach(System.out::println);
      throw new IllegalStateException(
          differences.size() + " differences between the sides: they cannot be compared");
    }
    return "%,d searches: totals, all counts, months and pages by date are the same on %d sides; by relevance %.0f %% of the first ten are"
        .formatted(compared, sides.size(), shown == 0 ? 100.0 : 100.0 * shared / shown);
  }
}
