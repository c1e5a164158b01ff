package dossier.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.ExitableDirectoryReader.ExitingReaderException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Weight;

/// Where a query's words stand in a document: every place, however long the document, read from the
/// offsets in the index by the query itself, so a phrase is one place and what `NOT` excludes none.
final class Matching {

  private final TimedSearcher searcher;
  private final Weight weight;

  /// @param rewritten the query, rewritten by this searcher
  Matching(TimedSearcher searcher, Query rewritten) throws IOException {
    this.searcher = searcher;
    this.weight = searcher.weight(rewritten);
  }

  /// A place that matched.
  ///
  /// @param from UTF-16 offset of its first character
  /// @param to offset behind its last one
  /// @param part the part of the query that matched there
  record Place(int from, int to, Query part) {

    boolean isPhrase() {
      return part instanceof PhraseQuery
          || part instanceof MultiPhraseQuery
          || part instanceof IntervalQuery;
    }
  }

  /// The places in a field: ascending, of overlapping ones the first and longest. Empty when the
  /// document does not match, or when time is up, which the searcher then says.
  List<Place> places(int document, String field) throws IOException {
    try {
      return apart(all(document, field));
    } catch (ExitingReaderException late) {
      searcher.stop();
      return List.of();
    }
  }

  private List<Place> all(int document, String field) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    Matches matches = weight.matches(leaf, document - leaf.docBase);
    MatchesIterator found = matches == null ? null : matches.getMatches(field);
    List<Place> all = new ArrayList<>();
    while (found != null && found.next()) {
      add(all, found, found.getQuery());
    }
    return all;
  }

  /// Of words near each other each is a place, without what stands between.
  private static void add(List<Place> all, MatchesIterator found, Query part) throws IOException {
    MatchesIterator words = part instanceof IntervalQuery ? found.getSubMatches() : null;
    if (words == null) {
      all.add(new Place(found.startOffset(), found.endOffset(), part));
      return;
    }
    while (words.next()) {
      add(all, words, part);
    }
  }

  private static List<Place> apart(List<Place> all) {
    all.sort(Comparator.comparingInt(Place::from).thenComparing(Place::to, (a, b) -> b - a));
    List<Place> apart = new ArrayList<>(all.size());
    for (Place place : all) {
      if (place.to() > place.from() && (apart.isEmpty() || apart.getLast().to() <= place.from())) {
        apart.add(place);
      }
    }
    return apart;
  }
}
