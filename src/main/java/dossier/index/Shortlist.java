package dossier.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ExitableDirectoryReader.ExitingReaderException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.jspecify.annotations.Nullable;

/// The best hits, put into the order in which they are shown. It is an order of always the same
/// hits, whatever page is asked for, so that pages neither repeat nor lose any.
final class Shortlist {

  private static final int BLOCK = 10;

  private final TimedSearcher searcher;
  private final List<ScoreDoc> hits;

  /// @param hits the best hits by score, best first, their score as first sort value
  Shortlist(TimedSearcher searcher, List<FieldDoc> hits) {
    this.searcher = searcher;
    this.hits = hits.stream().map(hit -> new ScoreDoc(hit.doc, (Float) hit.fields[0])).toList();
  }

  /// The numbers of the documents, in order.
  ///
  /// @param nearness adds to the scores; null for nothing
  /// @param spread whether a series may not crowd a page
  List<Integer> order(@Nullable Query nearness, boolean spread) throws IOException {
    List<Integer> docs = near(nearness).stream().map(hit -> hit.doc).toList();
    return spread ? spread(docs, series(docs), BLOCK, Weights.OF_ONE_SERIES) : docs;
  }

  private List<ScoreDoc> near(@Nullable Query nearness) throws IOException {
    if (nearness == null || hits.size() < 2) {
      return hits;
    }
    Map<Integer, Float> scores = new HashMap<>();
    try {
      ScoreDoc[] copies =
          hits.stream().map(hit -> new ScoreDoc(hit.doc, hit.score)).toArray(ScoreDoc[]::new);
      TopDocs top = new TopDocs(new TotalHits(copies.length, TotalHits.Relation.EQUAL_TO), copies);
      Arrays.stream(new Adding(nearness).rescore(searcher, top, copies.length).scoreDocs)
          .forEach(hit -> scores.put(hit.doc, hit.score));
    } catch (ExitingReaderException late) {
      searcher.stop();
      return hits;
    }
    // Sorting is stable, so equal hits stay in the order they had.
    return hits.stream()
        .sorted(
            Comparator.comparing(
                (ScoreDoc hit) -> scores.getOrDefault(hit.doc, hit.score),
                Comparator.reverseOrder()))
        .toList();
  }

  private static final class Adding extends QueryRescorer {
    Adding(Query query) {
      super(query);
    }

    @Override
    protected float combine(float first, boolean matches, float second) {
      return matches ? first + second : first;
    }
  }

  /// The series of each document; empty for none.
  private List<String> series(List<Integer> docs) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    Map<Integer, String> series = new HashMap<>();
    Map<Long, String> names = new HashMap<>();
    int leaf = -1;
    SortedSetDocValues values = DocValues.emptySortedSet();
    // Ascending, so that each segment is opened once; a name is looked up once in each.
    for (int doc : docs.stream().sorted().toList()) {
      if (ReaderUtil.subIndex(doc, leaves) != leaf) {
        leaf = ReaderUtil.subIndex(doc, leaves);
        values = DocValues.getSortedSet(leaves.get(leaf).reader(), Fields.SERIES);
        names.clear();
      }
      if (values.advanceExact(doc - leaves.get(leaf).docBase)) {
        long ord = values.nextOrd();
        String name = names.get(ord);
        if (name == null) {
          name = values.lookupOrd(ord).utf8ToString();
          names.put(ord, name);
        }
        series.put(doc, name);
      }
    }
    return docs.stream().map(doc -> series.getOrDefault(doc, "")).toList();
  }

  /// The same things in blocks of at most `most` of one kind each, as far as there are others left:
  /// what is too much waits for the next block, in its order. Things without a kind never wait.
  ///
  /// @param kinds the kind of each thing; empty for none
  static <T> List<T> spread(List<T> things, List<String> kinds, int block, int most) {
    List<Integer> waiting = new ArrayList<>();
    for (int i = 0; i < things.size(); i++) {
      waiting.add(i);
    }
    List<T> spread = new ArrayList<>();
    while (!waiting.isEmpty()) {
      Map<String, Integer> seen = new HashMap<>();
      List<Integer> taken = new ArrayList<>();
      for (int i : waiting) {
        String kind = kinds.get(i);
        boolean fits = kind.isEmpty() || seen.merge(kind, 1, Integer::sum) <= most;
        if (fits && taken.size() < block) {
          taken.add(i);
        }
      }
      // When nothing else is left, the best of what waits fill the block.
      for (int i : waiting) {
        if (taken.size() < block && !taken.contains(i)) {
          taken.add(i);
        }
      }
      taken.forEach(i -> spread.add(things.get(i)));
      waiting.removeAll(taken);
    }
    return spread;
  }
}
