package dossier.index;

import dossier.search.Hit.Place;
import dossier.search.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// The hits of a search in the order in which they are shown: the best ones as a [Shortlist], the
/// others by their sort values alone.
///
/// @param query what finds and scores them
/// @param sort what they are ordered by
/// @param shortlisted how many of the best make the shortlist; 0 for none
/// @param nearness adds to the scores of those; null for nothing
/// @param spread whether a series may not crowd the shortlist
record Order(
    TimedSearcher searcher,
    Query query,
    Question.Sort sort,
    int shortlisted,
    @Nullable Query nearness,
    boolean spread) {

  /// How many hits are handed out at a time: it bounds memory.
  private static final int STRIDE = 20_000;

  /// From here on a page is found by [Depth], which looks at every hit once. Before it Lucene,
  /// which keeps the best so many and passes over what cannot be among them, takes less: measured
  /// with 300,000 hits the two are even here, and ten times as deep Lucene takes four times as
  /// long.
  private static final int DEEP = 1_000;

  /// A run of hits.
  ///
  /// @param last behind which hit the next run begins
  /// @param end whether there is none
  record Run(List<Integer> documents, @Nullable FieldDoc last, boolean end) {}

  /// The documents of a page, the first so many hits being passed over.
  List<Integer> page(long skip, int size) throws IOException {
    if (skip >= shortlisted) {
      return plain(null, skip, size);
    }
    Run best = shortlist();
    List<Integer> all = best.documents();
    long end = Math.min(skip + size, all.size());
    List<Integer> page = new ArrayList<>(all.subList((int) Math.min(skip, end), (int) end));
    if (page.size() < size && !best.end()) {
      page.addAll(plain(best.last(), 0, size - page.size()));
    }
    return page;
  }

  /// The run behind another.
  ///
  /// @param before null for the first
  Run next(@Nullable Run before) throws IOException {
    if (before == null && shortlisted > 0) {
      return shortlist();
    }
    return run(after(before == null ? null : before.last(), STRIDE), STRIDE);
  }

  private Run shortlist() throws IOException {
    List<FieldDoc> best = after(null, shortlisted);
    Run run = run(best, shortlisted);
    return new Run(new Shortlist(searcher, best).order(nearness, spread), run.last(), run.end());
  }

  private static Run run(List<FieldDoc> hits, int asked) {
    return new Run(documents(hits), hits.isEmpty() ? null : hits.getLast(), hits.size() < asked);
  }

  /// The documents behind a place, in the order of their sort values alone.
  List<Integer> behind(Place place, int size) throws IOException {
    if (sort == Question.Sort.RELEVANCE) {
      throw new IllegalArgumentException("there are no places by relevance");
    }
    return new Depth(searcher, query, sort).page(place, 0, size);
  }

  /// Documents in the order of their sort values alone.
  ///
  /// @param last behind which hit; null for the beginning
  private List<Integer> plain(@Nullable FieldDoc last, long skip, int size) throws IOException {
    // Every report is added after those before it in the index, so Lucene can pass over none.
    if (last == null && (skip >= DEEP || sort == Question.Sort.ADDED)) {
      return new Depth(searcher, query, sort).page(null, skip, size);
    }
    if (skip > 0) {
      List<FieldDoc> passed = after(last, (int) skip);
      if (passed.size() < skip) {
        return List.of();
      }
      last = passed.getLast();
    }
    return documents(after(last, size));
  }

  private static List<Integer> documents(List<FieldDoc> hits) {
    return hits.stream().map(found -> found.doc).toList();
  }

  private List<FieldDoc> after(@Nullable FieldDoc last, int count) throws IOException {
    return Arrays.stream(searcher.searchAfter(last, query, count, Sorting.of(sort)).scoreDocs)
        .map(FieldDoc.class::cast)
        .toList();
  }
}
