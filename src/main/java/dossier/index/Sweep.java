package dossier.index;

import dossier.search.Engine;
import dossier.search.Question;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.jspecify.annotations.Nullable;

/// All answers to a question, from one snapshot, a stretch at a time: memory does not grow with
/// their number, and there are few passes over the index.
final class Sweep {

  /// Hits found in one pass. An entry takes some 60 bytes while the pass lasts.
  private static final int STRIDE = 20_000;

  /// How long one pass may search.
  private static final long SECONDS = 30;

  private final Snapshot snapshot;
  private final Names names;
  private final Question question;

  Sweep(Snapshot snapshot, Names names, Question question) {
    this.snapshot = snapshot;
    this.names = names;
    this.question = question;
  }

  void each(Engine.Taker taker) throws IOException {
    Patience patience = new Patience();
    Inquiry inquiry;
    try {
      inquiry = new Inquiry(snapshot, names, question, patience);
    } catch (IndexSearcher.TooManyClauses tooMany) {
      return; // A search with too many parts finds nothing, and its page says so.
    }
    TimedSearcher searcher = inquiry.searcher;
    Query query = inquiry.filtered();
    Sort sort = inquiry.sort();
    StoredFields stored = searcher.storedFields();
    ScoreDoc[] found;
    @Nullable ScoreDoc last = null;
    do {
      patience.renew();
      found = searcher.searchAfter(last, query, STRIDE, sort).scoreDocs;
      if (searcher.timedOut()) {
        throw new IOException("The search took more than " + SECONDS + " s: use fewer words.");
      }
      for (ScoreDoc hit : found) {
        taker.take(Reports.bare(stored, hit.doc));
      }
      last = found.length == 0 ? null : found[found.length - 1];
    } while (found.length == STRIDE);
  }

  /// A bound on the time of each pass: what the taker needs between them does not count.
  private static final class Patience implements QueryTimeout {

    private long end;

    Patience() {
      renew();
    }

    void renew() {
      end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    }

    @Override
    public boolean shouldExit() {
      return System.nanoTime() - end > 0;
    }
  }
}
