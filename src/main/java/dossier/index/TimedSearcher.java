package dossier.index;

import dossier.search.Clause;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.index.ExitableDirectoryReader.ExitingReaderException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/// A searcher for one request, with a bound on its time: what is not done by then is left out, and
/// [#timedOut] says so. Lucene's own bound begins when matches are walked; what a star stands for
/// is collected before that, and can be most of the words there are. So for such words the reader
/// looks at the clock as well. It wraps every segment, which other queries need not pay for; the
/// cache keys stay those of the segments.
final class TimedSearcher extends IndexSearcher {

  private static final Query NOTHING = new MatchNoDocsQuery("time is up");

  private final QueryTimeout timeout;
  private boolean stopped;

  /// @param clause what will be searched for
  /// @param timeout when to stop
  static TimedSearcher of(DirectoryReader reader, Clause clause, QueryTimeout timeout)
      throws IOException {
    return new TimedSearcher(
        enumerates(clause) ? ExitableDirectoryReader.wrap(reader, timeout) : reader, timeout);
  }

  private TimedSearcher(DirectoryReader reader, QueryTimeout timeout) {
    super(reader);
    this.timeout = timeout;
    setSimilarity(Weights.similarity());
    setTimeout(timeout);
  }

  @Override
  public <C extends Collector, T> T search(Query query, CollectorManager<C, T> manager)
      throws IOException {
    try {
      return super.search(query, manager);
    } catch (ExitingReaderException late) {
      stop();
      return super.search(NOTHING, manager);
    }
  }

  @Override
  protected void searchLeaf(
      LeafReaderContext leaf, int from, int to, Weight weight, Collector collector)
      throws IOException {
    try {
      super.searchLeaf(leaf, from, to, weight, collector);
    } catch (ExitingReaderException late) {
      // What was collected so far counts.
      stop();
    }
  }

  /// The query rewritten; one that finds nothing when time is up.
  Query rewritten(Query query) throws IOException {
    try {
      return rewrite(query);
    } catch (ExitingReaderException late) {
      stop();
      return NOTHING;
    }
  }

  /// What finds the places of a rewritten query; none when time is up.
  Weight weight(Query rewritten) throws IOException {
    try {
      return createWeight(rewritten, ScoreMode.COMPLETE, 1f);
    } catch (ExitingReaderException late) {
      stop();
      return createWeight(NOTHING, ScoreMode.COMPLETE, 1f);
    }
  }

  /// Whether time is up, which is then remembered.
  boolean isLate() {
    stopped |= timeout.shouldExit();
    return stopped;
  }

  /// Remembers that something was left out.
  void stop() {
    stopped = true;
  }

  @Override
  public boolean timedOut() {
    return stopped || super.timedOut();
  }

  /// Whether some of it stands for many words, which are collected first.
  private static boolean enumerates(Clause clause) {
    return switch (clause) {
      case Clause.Prefix prefix -> true;
      case Clause.Wildcard wildcard -> true;
      case Clause.Fuzzy fuzzy -> true;
      case Clause.Near(Clause left, Clause right, int distance) ->
          enumerates(left) || enumerates(right);
      case Clause.And(List<Clause> clauses) -> clauses.stream().anyMatch(TimedSearcher::enumerates);
      case Clause.Or(List<Clause> clauses) -> clauses.stream().anyMatch(TimedSearcher::enumerates);
      case Clause.Some(List<Clause> clauses, int least) ->
          clauses.stream().anyMatch(TimedSearcher::enumerates);
      case Clause.Not(Clause inner) -> enumerates(inner);
      case Clause.Everything everything -> false;
      case Clause.Word word -> false;
      case Clause.Variants variants -> enumerates(variants.typed());
      case Clause.Phrase phrase -> false;
      case Clause.Verbatim verbatim -> false;
      case Clause.Nearby nearby -> false;
      case Clause.Dated dated -> false;
      case Clause.Pages pages -> false;
      case Clause.Facet facet -> false;
      case Clause.Mentions mentions -> false;
    };
  }
}
