package dossier.web;

import dossier.search.Hit;
import java.util.ArrayList;
import java.util.List;

/// A piece of text that is marked as a match as a whole, or not at all. Only a template makes
/// markup of it.
///
/// @param text plain text, never empty
/// @param marked whether it is a match
/// @param number of the match among all matches of the report, from 1; 0 where it needs no anchor
/// @param now whether it is the match being visited
/// @param aside whether it is a match of the search while others, found in this report only, are
///   stepped through
record Run(String text, boolean marked, int number, boolean now, boolean aside) {

  static Run plain(String text) {
    return new Run(text, false, 0, false, false);
  }

  /// A snippet's text. Marks outside it or overlapping earlier ones are left out.
  static List<Run> of(String text, List<Hit.Mark> marks) {
    List<Run> runs = new ArrayList<>();
    int at = 0;
    for (Hit.Mark mark : marks) {
      if (mark.from() >= at && mark.to() <= text.length()) {
        if (mark.from() > at) {
          runs.add(plain(text.substring(at, mark.from())));
        }
        runs.add(new Run(text.substring(mark.from(), mark.to()), true, 0, false, false));
        at = mark.to();
      }
    }
    if (at < text.length()) {
      runs.add(plain(text.substring(at)));
    }
    return List.copyOf(runs);
  }
}
