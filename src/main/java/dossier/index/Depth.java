package dossier.index;

import dossier.search.Hit.Place;
import dossier.search.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.apache.lucene.index.ExitableDirectoryReader.ExitingReaderException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// Hits far down an order, in one pass over all hits and without sorting them: they are halved
/// around hits picked at random until little more than those asked for is left (quickselect, Hoare
/// 1961), each segment by itself. Ids have numbers only within a segment; of a picked hit the
/// number it would have in each segment is looked up, so no table of all ids is ever made.
///
/// @param query what finds and scores them
record Depth(TimedSearcher searcher, Query query, Question.Sort sort) {

  /// So few are simply sorted.
  private static final int FEW = 1_000;

  private record Entry(long rank, String id, LeafReaderContext leaf) {}

  /// The documents of a page, the first so many hits being passed over.
  ///
  /// @param after the place behind which they are counted; null for the beginning
  /// @param size at most 100
  List<Integer> page(@Nullable Place after, long skip, int size) throws IOException {
    try {
      List<Gathering.Heap> heaps = searcher.search(query, Gathering.by(sort, after));
      List<Entry> left = new ArrayList<>();
      long before = narrow(heaps, skip, size, left);
      List<Integer> page = new ArrayList<>();
      for (Entry entry : left.stream().sorted(ORDER).skip(before).limit(size).toList()) {
        page.add(document(entry));
      }
      return page;
    } catch (ExitingReaderException late) {
      searcher.stop();
      return List.of();
    }
  }

  private static final Comparator<Entry> ORDER =
      Comparator.comparingLong(Entry::rank).thenComparing(Entry::id);

  /// Leaves few hits, among them those of the page, and says how many of the few come before it.
  private static long narrow(List<Gathering.Heap> heaps, long skip, int size, List<Entry> left)
      throws IOException {
    RandomGenerator random = new SplittableRandom(skip);
    long all = heaps.stream().mapToLong(Gathering.Heap::size).sum();
    while (all > FEW && skip < all) {
      long below = part(heaps, random.nextLong(all), skip, size);
      if (below <= skip) {
        skip -= below;
      }
      all = heaps.stream().mapToLong(Gathering.Heap::size).sum();
    }
    if (skip < all) {
      for (Gathering.Heap heap : heaps) {
        for (int i = heap.from; i < heap.to; i++) {
          left.add(new Entry(heap.ranks[i], heap.id(i), heap.leaf));
        }
      }
    }
    return skip;
  }

  /// Parts all hits around one of them and keeps the side on which the page lies; both when it lies
  /// on both.
  ///
  /// @return how many come before that one
  private static long part(List<Gathering.Heap> heaps, long picked, long skip, int size)
      throws IOException {
    int owner = 0;
    while (picked >= heaps.get(owner).size()) {
      picked -= heaps.get(owner++).size();
    }
    int at = heaps.get(owner).from + (int) picked;
    long rank = heaps.get(owner).ranks[at];
    String id = heaps.get(owner).id(at);
    int[] ends = new int[heaps.size()];
    long below = 0;
    for (int i = 0; i < ends.length; i++) {
      ends[i] = heaps.get(i).part(rank, id);
      below += ends[i] - heaps.get(i).from;
    }
    for (int i = 0; i < ends.length; i++) {
      if (below <= skip) {
        heaps.get(i).from = ends[i];
      } else if (below >= skip + size) {
        heaps.get(i).to = ends[i];
      }
    }
    return below;
  }

  /// The document of an id: the one that was not replaced.
  private static int document(Entry entry) throws IOException {
    Bits live = entry.leaf().reader().getLiveDocs();
    PostingsEnum found =
        entry.leaf().reader().postings(new Term(Fields.ID, entry.id()), PostingsEnum.NONE);
    while (found != null && found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      if (live == null || live.get(found.docID())) {
        return entry.leaf().docBase + found.docID();
      }
    }
    throw new IllegalStateException("report " + entry.id() + " has no document");
  }
}
