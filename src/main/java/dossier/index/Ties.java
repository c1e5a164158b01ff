package dossier.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/// What is known of the near versions among some texts, from which it need not be found again: each
/// text is the hash of its [Signature], so it means the same in whatever segment, commit or store.
final class Ties {

  static final Ties NONE = new Ties(new long[0], List.of());

  private final long[] known;
  private final List<long[]> groups;

  /// @param known all texts that were compared, ascending and each once
  /// @param groups those tied together, directly or by others between; at least two in each, none
  ///   in two
  Ties(long[] known, List<long[]> groups) {
    this.known = known;
    this.groups = groups;
  }

  /// All texts that were compared, ascending and each once; not to be changed.
  long[] known() {
    return known;
  }

  /// Those tied together.
  List<long[]> groups() {
    return groups;
  }

  /// Ascending values, each once.
  static long[] distinct(long[] sorted) {
    long[] distinct = new long[sorted.length];
    int size = 0;
    for (long value : sorted) {
      if (size == 0 || distinct[size - 1] != value) {
        distinct[size++] = value;
      }
    }
    return Arrays.copyOf(distinct, size);
  }

  /// What is known of these texts when nothing is known of others: who was tied by one that is not
  /// among them may be so no more, and counts as never compared.
  ///
  /// @param held ascending, each once
  Ties among(long[] held) {
    List<long[]> whole = new ArrayList<>();
    LongStream.Builder loose = LongStream.builder();
    for (long[] group : groups) {
      long[] left = Arrays.stream(group).filter(text -> isIn(held, text)).toArray();
      if (left.length == group.length) {
        whole.add(group);
      } else {
        Arrays.stream(left).forEach(loose);
      }
    }
    long[] unsure = loose.build().sorted().toArray();
    return new Ties(both(held, known, unsure), whole);
  }

  private static boolean isIn(long[] sorted, long text) {
    return Arrays.binarySearch(sorted, text) >= 0;
  }

  /// What is in both of two, but not in a third; all ascending.
  private static long[] both(long[] one, long[] two, long[] without) {
    long[] both = new long[Math.min(one.length, two.length)];
    int size = 0;
    int j = 0;
    for (long text : one) {
      while (j < two.length && two[j] < text) {
        j++;
      }
      if (j < two.length && two[j] == text && !isIn(without, text)) {
        both[size++] = text;
      }
    }
    return Arrays.copyOf(both, size);
  }

  /// Those of some texts that were not compared.
  ///
  /// @param held ascending, each once
  long[] unknown(long[] held) {
    long[] unknown = new long[held.length];
    int size = 0;
    int j = 0;
    for (long text : held) {
      while (j < known.length && known[j] < text) {
        j++;
      }
      if (j == known.length || known[j] != text) {
        unknown[size++] = text;
      }
    }
    return Arrays.copyOf(unknown, size);
  }
}
