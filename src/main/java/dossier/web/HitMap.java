package dossier.web;

import dossier.report.Body;
import dossier.report.Report;
import dossier.search.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// The whole report as a strip, a thousand units high, with a tick where a match stands. Matches
/// closer than a tick is high share one.
///
/// @param ticks from the top; none when nothing matches
/// @param others where the words of the search stand while others are sought
record HitMap(List<Tick> ticks, List<Integer> others) {

  /// More than that a screen does not tell apart, and a pointer does not meet.
  private static final int SLOTS = 125;

  /// How high a slot is.
  static final int HIGH = 1000 / SLOTS;

  /// A place with matches.
  ///
  /// @param y its upper edge
  /// @param width 4 to 10, by how many there are
  /// @param number of the first match
  /// @param title `page 12, 3 matches`
  record Tick(int y, int width, int number, String href, String title) {}

  static HitMap of(
      Report report, Body body, List<Hit.Mark> sought, List<Hit.Mark> others, String here) {
    int length = Math.max(1, body.text().length());
    int[] counts = new int[SLOTS];
    int[] first = new int[SLOTS];
    for (int i = 0; i < sought.size(); i++) {
      int slot = slot(sought.get(i), length);
      if (counts[slot]++ == 0) {
        first[slot] = i + 1;
      }
    }
    List<Tick> ticks = new ArrayList<>();
    for (int slot = 0; slot < SLOTS; slot++) {
      if (counts[slot] > 0) {
        int page = body.pageAt(sought.get(first[slot] - 1).from());
        ticks.add(
            new Tick(
                slot * HIGH,
                Math.min(10, 4 + 2 * counts[slot]),
                first[slot],
                Addresses.hit(here, first[slot]),
                report.paged()
                    ? Words.say("find.on-page", "page", page, "n", counts[slot])
                    : Words.count(counts[slot], "matches")));
      }
    }
    SortedSet<Integer> aside = new TreeSet<>();
    others.forEach(mark -> aside.add(slot(mark, length) * HIGH));
    return new HitMap(ticks, List.copyOf(aside));
  }

  private static int slot(Hit.Mark mark, int length) {
    return (int) Math.min(SLOTS - 1L, (long) SLOTS * mark.from() / length);
  }
}
