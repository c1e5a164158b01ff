package dossier.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.Bits;

/// Finds the near versions among all reports of a snapshot. Nothing of it is stored, so what is
/// removed or changed needs no care.
///
/// Candidates are rows that agree in one of [#BANDS] bands of their [Signature] (locality-sensitive
/// hashing, Indyk and Motwani 1998; in bands, Leskovec et al. 2014): at [#SAME] that is so for 98
/// of 100 pairs. All of a group resemble its best report, so a chain of small changes does not tie
/// what has nothing in common.
final class Grouping implements Versions.Said {

  /// How much two versions have in common, of the runs of three words in either: 54 per cent is
  /// left when every tenth word was changed, and 82 when it was whole sentences; a form that is
  /// half of two reports makes 33. No two of the samples have 3.
  static final double SAME = 0.45;

  private static final int BAND = 3;
  private static final int BANDS = Signature.MINIMA / BAND;

  /// How many candidates of one bucket a row is compared with, and how many of those tied together
  /// are compared with each other: a template that thousands of reports share must not cost their
  /// square.
  private static final int NEAREST = 4;

  private static final int MOST = 200;

  private static final int GOLDEN = 0x9E3779B9;

  private final List<LeafReaderContext> leaves;
  private final int size;
  private final Segment[] segments;
  private final int[] rows;
  private final int[] documents;
  private final int[] tied;

  private Grouping(List<LeafReaderContext> leaves, Function<LeafReaderContext, Segment> all) {
    this.leaves = leaves;
    int most = leaves.stream().mapToInt(leaf -> all.apply(leaf).signatures.size()).sum();
    segments = new Segment[most];
    rows = new int[most];
    documents = new int[most];
    tied = new int[most];
    int next = 0;
    for (LeafReaderContext leaf : leaves) {
      Segment segment = all.apply(leaf);
      Bits live = leaf.reader().getLiveDocs();
      for (int row = 0; row < segment.signatures.size(); row++) {
        int document = segment.signatures.document(row);
        if (live == null || live.get(document)) {
          segments[next] = segment;
          rows[next] = row;
          documents[next] = leaf.docBase + document;
          tied[next] = next;
          next++;
        }
      }
    }
    size = next;
  }

  /// The rows that agree in a band: a table with open addressing, of keys and their last rows.
  private static final class Buckets {

    private final int[] keys;
    private final int[] heads; // Counted from 1; 0 for none.
    private final int[] before; // Of each row the one before with the same key, counted from 1.
    private final int shift;

    Buckets(int rows) {
      int slots = Integer.highestOneBit(Math.max(1, rows)) * 4;
      keys = new int[slots];
      heads = new int[slots];
      before = new int[rows];
      shift = Integer.numberOfLeadingZeros(slots) + 1;
    }

    /// Puts a row under a key.
    ///
    /// @return the row before it, counted from 1; 0 for none
    int put(int key, int row) {
      int slot = (key * GOLDEN) >>> shift;
      while (heads[slot] != 0 && keys[slot] != key) {
        slot = (slot + 1) & (heads.length - 1);
      }
      keys[slot] = key;
      before[row] = heads[slot];
      heads[slot] = row + 1;
      return before[row];
    }
  }

  static Versions of(List<LeafReaderContext> leaves, Function<LeafReaderContext, Segment> segments)
      throws IOException {
    Grouping grouping = new Grouping(leaves, segments);
    Buckets buckets = new Buckets(grouping.size);
    for (int band = 0; band < BANDS; band++) {
      grouping.tie(band * BAND, buckets);
    }
    return Versions.of(grouping.groups(), grouping);
  }

  /// Ties rows that agree in a band and are alike.
  private void tie(int offset, Buckets buckets) {
    Arrays.fill(buckets.heads, 0);
    for (int i = 0; i < size; i++) {
      int key = segments[i].signatures.part(rows[i], offset) >>> 8;
      int other = buckets.put(key, i);
      for (int left = NEAREST; other != 0 && left > 0; left--) {
        int one = root(i);
        int two = root(other - 1);
        if (one != two && areVersions(i, other - 1)) {
          tied[one] = two;
        }
        other = buckets.before[other - 1];
      }
    }
  }

  private int root(int i) {
    int root = i;
    while (tied[root] != root) {
      tied[root] = tied[tied[root]];
      root = tied[root];
    }
    return root;
  }

  private boolean areVersions(int i, int j) {
    return segments[i].signatures.mayBeVersions(rows[i], segments[j].signatures, rows[j])
        && segments[i].signatures.mayResemble(rows[i], segments[j].signatures, rows[j])
        && resemblance(i, j) >= SAME;
  }

  private double resemblance(int i, int j) {
    return segments[i].signatures.common(rows[i], segments[j].signatures, rows[j]);
  }

  @Override
  public double common(int document, int other) {
    return resemblance(place(document), place(other));
  }

  @Override
  public int words(int document) {
    int i = place(document);
    return segments[i].signatures.part(rows[i], Signature.WORDS);
  }

  private int place(int document) {
    return Arrays.binarySearch(documents, 0, size, document);
  }

  private List<int[]> groups() throws IOException {
    Map<Integer, List<Integer>> together = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      int root = root(i);
      if (root != i) {
        together.computeIfAbsent(root, first -> new ArrayList<>(List.of(first))).add(i);
      }
    }
    List<int[]> groups = new ArrayList<>();
    for (List<Integer> members : together.values()) {
      List<Integer> sorted = sorted(members);
      for (int from = 0; from < sorted.size(); from += MOST) {
        split(sorted.subList(from, Math.min(from + MOST, sorted.size())), groups);
      }
    }
    return groups;
  }

  /// The best of those tied together with all that resemble it, then the best of the rest.
  private void split(List<Integer> tiedTogether, List<int[]> groups) {
    List<Integer> left = tiedTogether;
    while (left.size() > 1) {
      List<Integer> group = new ArrayList<>();
      List<Integer> others = new ArrayList<>();
      for (int i : left) {
        boolean fits =
            group.isEmpty()
                || (areVersions(group.getFirst(), i)
                    && group.stream().allMatch(member -> mayBeVersions(member, i)));
        (fits ? group : others).add(i);
      }
      if (group.size() > 1) {
        groups.add(group.stream().mapToInt(i -> documents[i]).toArray());
      }
      left = others;
    }
  }

  private boolean mayBeVersions(int i, int j) {
    return segments[i].signatures.mayBeVersions(rows[i], segments[j].signatures, rows[j]);
  }

  /// The newest first; of equal date the longest; then by id, so that the order is stable.
  private List<Integer> sorted(List<Integer> members) throws IOException {
    Map<Integer, String> ids = new HashMap<>();
    for (int member : members) {
      ids.put(member, id(documents[member]));
    }
    Comparator<Integer> newest = Comparator.comparingInt(this::day);
    Comparator<Integer> longest =
        Comparator.comparingInt(i -> segments[i].signatures.part(rows[i], Signature.WORDS));
    return members.stream()
        .sorted(newest.reversed().thenComparing(longest.reversed()).thenComparing(ids::get))
        .toList();
  }

  /// The day of publication; that of undated reports is before all others.
  private int day(int i) {
    return segments[i].first[segments[i].signatures.document(rows[i])];
  }

  private String id(int document) throws IOException {
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), Fields.ORDER);
    if (!ids.advanceExact(document - leaf.docBase)) {
      throw new IllegalStateException("document " + document + " is no report");
    }
    return ids.lookupOrd(ids.ordValue()).utf8ToString();
  }
}
