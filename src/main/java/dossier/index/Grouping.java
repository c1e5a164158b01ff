package dossier.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Puts those of a snapshot that are tied together into groups: the best, then all that resemble
/// it, so a chain of small changes does not tie what has nothing in common.
final class Grouping {

  /// How many of those tied together are compared with each other: a template that thousands of
  /// reports share must not cost their square.
  private static final int MOST = 200;

  private final Rows rows;
  private final List<int[]> groups = new ArrayList<>();

  private Grouping(Rows rows) {
    this.rows = rows;
  }

  /// Documents of the snapshot, the best of each group first.
  ///
  /// @param tied numbers of rows tied together
  static List<int[]> of(Rows rows, List<int[]> tied) throws IOException {
    Grouping grouping = new Grouping(rows);
    for (int[] members : tied) {
      List<Integer> sorted = grouping.sorted(members);
      for (int from = 0; from < sorted.size(); from += MOST) {
        grouping.split(sorted.subList(from, Math.min(from + MOST, sorted.size())));
      }
    }
    return grouping.groups;
  }

  /// The best of those tied together with all that resemble it, then the best of the rest.
  private void split(List<Integer> tiedTogether) {
    List<Integer> left = tiedTogether;
    while (left.size() > 1) {
      List<Integer> group = new ArrayList<>();
      List<Integer> others = new ArrayList<>();
      for (int i : left) {
        boolean fits =
            group.isEmpty()
                || (rows.common(group.getFirst(), i) >= Tying.SAME
                    && group.stream().allMatch(member -> rows.mayBeVersions(member, i)));
        (fits ? group : others).add(i);
      }
      if (group.size() > 1) {
        groups.add(group.stream().mapToInt(rows::document).toArray());
      }
      left = others;
    }
  }

  /// The newest first; of equal date the longest; then by id, so that the order is stable.
  private List<Integer> sorted(int[] members) throws IOException {
    Comparator<Integer> newest = Comparator.comparingInt(rows::day);
    Comparator<Integer> longest = Comparator.comparingInt(rows::words);
    try {
      return Arrays.stream(members)
          .boxed()
          .sorted(newest.reversed().thenComparing(longest.reversed()).thenComparing(this::id))
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private String id(int i) {
    try {
      return rows.id(i);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
