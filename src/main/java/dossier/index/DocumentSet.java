package dossier.index;

import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// Finds documents of one snapshot by their numbers.
final class DocumentSet extends Query {

  private final int[] documents;

  /// @param documents ascending
  DocumentSet(int[] documents) {
    this.documents = documents;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
        int from = place(leaf.docBase);
        int to = place(leaf.docBase + leaf.reader().maxDoc());
        return from == to
            ? null
            : ConstantScoreScorerSupplier.fromIterator(
                new Walk(from, to, leaf.docBase), score(), mode, leaf.reader().maxDoc());
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  /// How many documents come before this number.
  private int place(int document) {
    int found = Arrays.binarySearch(documents, document);
    return found < 0 ? -found - 1 : found;
  }

  /// The documents of one segment.
  private final class Walk extends DocIdSetIterator {

    private final int to;
    private final int base;
    private int next;
    private int doc = -1;

    Walk(int from, int to, int base) {
      this.next = from;
      this.to = to;
      this.base = base;
    }

    @Override
    public int docID() {
      return doc;
    }

    @Override
    public int nextDoc() {
      doc = next < to ? documents[next++] - base : NO_MORE_DOCS;
      return doc;
    }

    @Override
    public int advance(int target) {
      if (target == NO_MORE_DOCS) {
        next = to; // behind which no base may be added
      } else if (next < to) {
        int found = Arrays.binarySearch(documents, next, to, base + target);
        next = found < 0 ? -found - 1 : found;
      }
      return nextDoc();
    }

    @Override
    public long cost() {
      return (long) to - next;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(@Nullable String field) {
    return documents.length + " documents";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DocumentSet set && Arrays.equals(documents, set.documents);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(documents);
  }
}
