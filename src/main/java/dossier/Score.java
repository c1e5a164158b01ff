package dossier;

import java.util.Set;

/// Counts what was right, wrong and missing. Not thread-safe.
final class Score {

  private int right;
  private int wrong;
  private int missing;

  /// Compares what was expected of one report with what was found.
  void add(Set<String> expected, Set<String> found) {
    for (String id : found) {
      if (expected.contains(id)) {
        right++;
      } else {
        wrong++;
      }
    }
    for (String id : expected) {
      missing += found.contains(id) ? 0 : 1;
    }
  }

  /// Found and expected.
  int right() {
    return right;
  }

  /// Found, not expected.
  int wrong() {
    return wrong;
  }

  /// Expected, not found.
  int missing() {
    return missing;
  }

  /// The part of what was found that was expected; 0 when nothing was found.
  double precision() {
    return 1.0 * right / Math.max(1, right + wrong);
  }

  /// The part of what was expected that was found; 0 when nothing was expected.
  double recall() {
    return 1.0 * right / Math.max(1, right + missing);
  }

  /// The harmonic mean of precision and recall; 0 when nothing was right.
  double f1() {
    return 2.0 * right / Math.max(1, 2 * right + wrong + missing);
  }
}
