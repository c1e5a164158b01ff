package dossier.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/// Which of the reports that answer a question are no hits, because a better version of them is.
final class Folding {

  /// Every report is a hit.
  static final Folding NONE = new Folding(new int[0], Map.of());

  private final int[] hidden;
  private final Map<Integer, Integer> standing;

  /// @param hidden their documents, ascending
  /// @param standing how many of them each document stands for
  private Folding(int[] hidden, Map<Integer, Integer> standing) {
    this.hidden = hidden;
    this.standing = standing;
  }

  /// @param passing finds what answers
  static Folding of(IndexSearcher searcher, Query passing, Versions versions) throws IOException {
    if (versions.isEmpty()) {
      return NONE;
    }
    Query members =
        new BooleanQuery.Builder()
            .add(passing, Occur.FILTER)
            .add(new DocumentSet(versions.documents()), Occur.FILTER)
            .build();
    int[] found = searcher.search(members, Found.MANAGER);
    Map<Integer, Integer> standing = new HashMap<>();
    IntStream.Builder hidden = IntStream.builder();
    IntStream groups = Arrays.stream(found).map(versions::group).distinct();
    groups.forEach(group -> {
      int[] passed =
          Arrays.stream(versions.members(group))
              .filter(member -> Arrays.binarySearch(found, member) >= 0)
              .toArray();
      Arrays.stream(passed).skip(1).forEach(hidden);
      if (passed.length > 1) {
        standing.put(passed[0], passed.length - 1);
      }
    });
    return new Folding(hidden.build().sorted().toArray(), standing);
  }

  /// How many reports are no hits.
  int size() {
    return hidden.length;
  }

  /// What finds the hits alone.
  Query without(Query query) {
    return hidden.length == 0
        ? query
        : new BooleanQuery.Builder()
            .add(query, Occur.MUST)
            .add(new DocumentSet(hidden), Occur.MUST_NOT)
            .build();
  }

  /// How many other versions a hit stands for.
  int behind(int document) {
    return standing.getOrDefault(document, 0);
  }

  /// Collects numbers of documents.
  private static final class Found extends SimpleCollector {

    static final CollectorManager<Found, int[]> MANAGER =
        new CollectorManager<>() {
          @Override
          public Found newCollector() {
            return new Found();
          }

          @Override
          public int[] reduce(Collection<Found> all) {
            return all.stream()
                .flatMap(found -> found.documents.stream())
                .mapToInt(document -> document)
                .sorted()
                .toArray();
          }
        };

    private final List<Integer> documents = new ArrayList<>();
    private int base;

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) {
      base = leaf.docBase;
    }

    @Override
    public void collect(int doc) {
      documents.add(base + doc);
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
