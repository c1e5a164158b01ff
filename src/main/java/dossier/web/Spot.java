package dossier.web;

import dossier.search.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A place of a report's body that is marked.
///
/// @param number of the match among those that are stepped through, from 1; 0 for one that only
///   stands aside
record Spot(int from, int to, int number) {

  boolean aside() {
    return number == 0;
  }

  /// All places, ascending and not overlapping.
  ///
  /// @param sought the matches that are stepped through
  /// @param others matches that are marked besides, where they do not stand under the others
  static List<Spot> of(List<Hit.Mark> sought, List<Hit.Mark> others) {
    List<Spot> spots = new ArrayList<>();
    for (int i = 0; i < sought.size(); i++) {
      spots.add(new Spot(sought.get(i).from(), sought.get(i).to(), i + 1));
    }
    int next = 0;
    for (Hit.Mark other : others) {
      int at = other.from();
      while (at < other.to()) {
        while (next < sought.size() && sought.get(next).to() <= at) {
          next++;
        }
        int free = next < sought.size() ? sought.get(next).from() : other.to();
        if (free > at) {
          spots.add(new Spot(at, Math.min(free, other.to()), 0));
        }
        at = free >= other.to() ? other.to() : sought.get(next).to();
      }
    }
    spots.sort(Comparator.comparingInt(Spot::from));
    return spots;
  }
}
