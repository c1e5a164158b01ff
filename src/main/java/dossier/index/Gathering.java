package dossier.index;

import dossier.search.Hit.Place;
import dossier.search.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Gathers what the order of hits needs, and nothing else: 12 bytes a hit. Either of all hits or of
/// those behind a place.
final class Gathering extends SimpleCollector {

  /// The hits of one segment, in no order: ranks, and ids as their numbers within the segment.
  static final class Heap {
    final LeafReaderContext leaf;
    final SortedDocValues ids;
    long[] ranks = new long[16];
    int[] numbers = new int[16];

    /// Those still looked at lie between.
    int from;

    int to;

    private final long afterRank;
    private final int afterNumber;

    private Heap(LeafReaderContext leaf, @Nullable Place after) throws IOException {
      this.leaf = leaf;
      this.ids = DocValues.getSorted(leaf.reader(), Fields.ORDER);
      this.afterRank = after == null ? Long.MIN_VALUE : after.rank();
      this.afterNumber = after == null ? -1 : numbersUpTo(after.id()) - 1;
    }

    /// How many ids of the segment come before this one, or are it.
    private int numbersUpTo(String id) throws IOException {
      int found = ids.lookupTerm(new BytesRef(id));
      return found < 0 ? -found - 1 : found + 1;
    }

    private void add(int document, long rank) throws IOException {
      if (rank < afterRank) {
        return;
      }
      if (!ids.advanceExact(document)) {
        throw new IllegalStateException("document " + document + " is no report");
      }
      if (rank == afterRank && ids.ordValue() <= afterNumber) {
        return;
      }
      if (to == ranks.length) {
        ranks = ArrayUtil.grow(ranks);
        numbers = ArrayUtil.growExact(numbers, ranks.length);
      }
      ranks[to] = rank;
      numbers[to++] = ids.ordValue();
    }

    int size() {
      return to - from;
    }

    String id(int at) throws IOException {
      return ids.lookupOrd(numbers[at]).utf8ToString();
    }

    /// Moves what comes before a hit of any segment to the front, and says where that ends.
    int part(long rank, String id) throws IOException {
      int found = ids.lookupTerm(new BytesRef(id));
      int number = found < 0 ? -found - 1 : found;
      int end = from;
      for (int i = from; i < to; i++) {
        if (ranks[i] < rank || (ranks[i] == rank && numbers[i] < number)) {
          swap(i, end++);
        }
      }
      return end;
    }

    private void swap(int a, int b) {
      long rank = ranks[a];
      ranks[a] = ranks[b];
      ranks[b] = rank;
      int number = numbers[a];
      numbers[a] = numbers[b];
      numbers[b] = number;
    }
  }

  private final Question.Sort sort;
  private final @Nullable Place after;
  private final List<Heap> heaps = new ArrayList<>();
  private @Nullable LeafReaderContext leaf;
  private @Nullable Heap heap;
  private Sorting.@Nullable Rank rank;

  private Gathering(Question.Sort sort, @Nullable Place after) {
    this.sort = sort;
    this.after = after;
  }

  /// @param after where those to gather begin; null for all
  static CollectorManager<Gathering, List<Heap>> by(Question.Sort sort, @Nullable Place after) {
    return new CollectorManager<>() {
      @Override
      public Gathering newCollector() {
        return new Gathering(sort, after);
      }

      @Override
      public List<Heap> reduce(Collection<Gathering> parts) {
        return parts.stream().flatMap(part -> part.heaps.stream()).toList();
      }
    };
  }

  @Override
  protected void doSetNextReader(LeafReaderContext next) throws IOException {
    leaf = next;
    heap = new Heap(next, after);
    heaps.add(heap);
  }

  @Override
  public void setScorer(Scorable scorer) throws IOException {
    rank = leaf == null ? null : Sorting.rank(sort, leaf.reader(), scorer);
  }

  @Override
  public void collect(int document) throws IOException {
    if (heap == null || rank == null) {
      throw new IllegalStateException("a hit before its segment");
    }
    heap.add(document, rank.of(document));
  }

  @Override
  public ScoreMode scoreMode() {
    return sort == Question.Sort.RELEVANCE ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
  }
}
