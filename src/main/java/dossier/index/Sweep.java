package dossier.index;

import dossier.search.Engine;
import dossier.search.Question;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/// All answers to a question, from one snapshot, a stretch at a time: memory does not grow with
/// their number, and there are few passes over the index.
final class Sweep {

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
    Order order = inquiry.order(Folding.NONE);
    StoredFields stored = inquiry.searcher.storedFields();
    Order.@Nullable Run run = null;
    do {
      patience.renew();
      run = order.next(run);
      if (inquiry.searcher.timedOut()) {
        throw new IOException("The search took more than " + SECONDS + " s: use fewer words.");
      }
      for (int document : run.documents()) {
        taker.take(Reports.bare(stored, document));
      }
    } while (!run.end());
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
