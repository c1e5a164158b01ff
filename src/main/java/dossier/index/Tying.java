package dossier.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Finds who are near versions among the rows of a snapshot, beginning with what is known from the
/// one before: only texts that are new are compared, with each other and with all that were there.
/// So a commit costs one pass over the rows for each band, and a start costs nothing but reading
/// what is known.
///
/// Candidates are rows that agree in one of [#BANDS] bands of their [Signature] (locality-sensitive
/// hashing, Indyk and Motwani 1998; in bands, Leskovec et al. 2014): at [#SAME] that is so for 98
/// of 100 pairs.
final class Tying {

  /// How much two versions have in common, of the runs of three words in either: 54 per cent is
  /// left when every tenth word was changed, and 82 when it was whole sentences; a form that is
  /// half of two reports makes 33. No two of the samples have 3.
  static final double SAME = 0.45;

  private static final int BAND = 3;
  private static final int BANDS = Signature.MINIMA / BAND;

  /// How many candidates of one bucket a row is compared with: a template that thousands of reports
  /// share must not cost their square.
  private static final int NEAREST = 4;

  /// How many new texts have tables of at most half a megabyte.
  private static final int CACHED = 1 << 14;

  private final Rows rows;

  /// All texts that are new, there twice, or tied; the new ones first.
  private final Numbers concerned;

  /// Of each of those one it is tied to, or itself: disjoint sets (Tarjan 1975).
  private int[] tied = new int[0];

  /// The first row of each new text.
  private final int[] fresh;

  private final Ties ties;

  /// @param before what is known, of whatever texts
  Tying(Rows rows, Ties before) {
    this.rows = rows;
    long[] all = new long[rows.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = rows.hash(i);
    }
    Arrays.sort(all);
    long[] held = Ties.distinct(all);
    Ties known = before.among(held);
    long[] unknown = known.unknown(held);
    concerned = new Numbers(unknown.length);
    Arrays.stream(unknown).forEach(concerned::of);
    for (int i = 1; i < all.length; i++) {
      if (all[i] == all[i - 1]) {
        concerned.of(all[i]);
      }
    }
    for (long[] group : known.groups()) {
      int first = concerned.of(group[0]);
      Arrays.stream(group).map(concerned::of).forEach(other -> unite(first, (int) other));
    }
    fresh = firstRows(unknown.length);
    if (unknown.length > 0) {
      compare(held.length > unknown.length);
    }
    ties = new Ties(held, tiedTexts());
  }

  /// What is known now.
  Ties ties() {
    return ties;
  }

  private int[] firstRows(int texts) {
    int[] first = new int[texts];
    Arrays.fill(first, -1);
    for (int i = 0; i < rows.size() && texts > 0; i++) {
      int number = concerned.find(rows.hash(i));
      if (number >= 0 && number < texts && first[number] < 0) {
        first[number] = i;
      }
    }
    return first;
  }

  /// Ties new texts to each other and to the others: as many bands in one pass over the rows as
  /// have their tables in the processor's cache.
  ///
  /// @param others whether there are any
  private void compare(boolean others) {
    int most = Math.clamp(CACHED / fresh.length, 1, BANDS);
    for (int band = 0; band < BANDS; band += most) {
      Buckets[] bands = new Buckets[Math.min(most, BANDS - band)];
      for (int i = 0; i < bands.length; i++) {
        bands[i] = new Buckets(fresh.length, (band + i) * BAND);
        for (int number = 0; number < fresh.length; number++) {
          int key = rows.band(fresh[number], bands[i].offset);
          tie(fresh[number], bands[i], bands[i].put(key, number));
        }
      }
      for (int i = 0; i < rows.size() && others; i++) {
        for (Buckets buckets : bands) {
          int candidate = buckets.find(rows.band(i, buckets.offset));
          if (candidate >= 0 && !isFresh(i)) {
            tie(i, buckets, candidate);
          }
        }
      }
    }
  }

  private boolean isFresh(int i) {
    int number = concerned.find(rows.hash(i));
    return number >= 0 && number < fresh.length;
  }

  /// Ties a row to those of a bucket that it is like.
  private void tie(int i, Buckets buckets, int last) {
    int candidate = last;
    for (int left = NEAREST; candidate >= 0 && left > 0; left--) {
      int other = fresh[candidate];
      if (rows.mayResemble(i, other) && rows.mayBeVersions(i, other)) {
        int one = concerned.find(rows.hash(i));
        if ((one < 0 || root(one) != root(candidate)) && rows.common(i, other) >= SAME) {
          unite(concerned.of(rows.hash(i)), candidate);
        }
      }
      candidate = buckets.before(candidate);
    }
  }

  private void unite(int one, int two) {
    int first = root(one);
    int second = root(two); // may put a longer array in place of tied
    tied[first] = second;
  }

  private int root(int number) {
    int size = tied.length;
    if (number >= size) {
      tied = Arrays.copyOf(tied, Math.max(concerned.size(), size + size / 2));
      for (int i = size; i < tied.length; i++) {
        tied[i] = i;
      }
    }
    int root = number;
    while (tied[root] != root) {
      tied[root] = tied[tied[root]];
      root = tied[root];
    }
    return root;
  }

  private List<long[]> tiedTexts() {
    long[] texts = concerned.values();
    int[] roots = new int[texts.length];
    Arrays.setAll(roots, this::root);
    List<long[]> tiedTexts = new ArrayList<>();
    for (int[] group : together(roots)) {
      tiedTexts.add(Arrays.stream(group).mapToLong(number -> texts[number]).toArray());
    }
    return tiedTexts;
  }

  /// The numbers of rows tied together, ascending: two at least in each.
  List<int[]> tiedRows() {
    int[] roots = new int[rows.size()];
    for (int i = 0; i < roots.length; i++) {
      int number = concerned.find(rows.hash(i));
      roots[i] = number < 0 ? -1 : root(number);
    }
    return together(roots);
  }

  /// Those of equal root, where there are two at least.
  ///
  /// @param roots -1 for none
  private List<int[]> together(int[] roots) {
    int[] counts = new int[concerned.size()];
    Arrays.stream(roots).filter(root -> root >= 0).forEach(root -> counts[root]++);
    Map<Integer, IntStream.Builder> groups = new LinkedHashMap<>();
    for (int i = 0; i < roots.length; i++) {
      if (roots[i] >= 0 && counts[roots[i]] > 1) {
        groups.computeIfAbsent(roots[i], root -> IntStream.builder()).add(i);
      }
    }
    return groups.values().stream().map(group -> group.build().toArray()).toList();
  }

  /// New texts by a key: a table with open addressing, of keys and the last text of each.
  private static final class Buckets {

    private static final int GOLDEN = 0x9E3779B9;

    private final int[] keys;
    private final int[] last; // Counted from 1; 0 for none.
    private final int[] before; // Of each text the one before with the same key.
    private final int shift;

    /// Where in a signature their key is.
    private final int offset;

    Buckets(int texts, int offset) {
      this.offset = offset;
      int slots = Integer.highestOneBit(Math.max(1 << 6, texts)) * 4;
      keys = new int[slots];
      last = new int[slots];
      before = new int[texts];
      shift = Integer.numberOfLeadingZeros(slots) + 1;
    }

    /// Puts a text under a key.
    ///
    /// @return the one before it; -1 for none
    int put(int key, int text) {
      int slot = slot(key);
      keys[slot] = key;
      before[text] = last[slot] - 1;
      last[slot] = text + 1;
      return before[text];
    }

    /// The last text of a key; -1 for none.
    int find(int key) {
      return last[slot(key)] - 1;
    }

    private int slot(int key) {
      int slot = (key * GOLDEN) >>> shift;
      while (last[slot] != 0 && keys[slot] != key) {
        slot = (slot + 1) & (last.length - 1);
      }
      return slot;
    }

    /// The text before one under the same key; -1 for none.
    int before(int text) {
      return before[text];
    }
  }
}
