package dossier.index;

import dossier.search.Hit.Mark;
import java.io.IOException;
import java.util.BitSet;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.FilterMatchesIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.MatchesUtils;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// Of what a query finds, the reports in which at least one of the places it matches passes a
/// [Sieve], and of the places those. Looks at every report the query finds, until time is up.
final class Sifting extends Query {

  private final Query query;
  private final String field;
  private final Sieve sieve;

  /// What is known already: a search runs more than once, to count and to find the best.
  private final BitSet looked = new BitSet();

  private final BitSet passed = new BitSet();

  /// @param query matches in this field alone
  Sifting(Query query, String field, Sieve sieve) {
    this.query = query;
    this.field = field;
    this.sieve = sieve;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = query.rewrite(searcher);
    if (rewritten instanceof MatchNoDocsQuery) {
      return rewritten;
    }
    return rewritten.equals(query) ? this : new Sifting(rewritten, field, sieve);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    return new Sifted(query.createWeight(searcher, mode, boost), searcher);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    query.visit(visitor);
  }

  @Override
  public String toString(@Nullable String usual) {
    return query.toString(usual) + " " + sieve;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sifting sifting
        && query.equals(sifting.query)
        && field.equals(sifting.field)
        && sieve.equals(sifting.sieve);
  }

  @Override
  public int hashCode() {
    return Objects.hash(query, field, sieve);
  }

  private final class Sifted extends Weight {

    private final Weight found;
    private final IndexSearcher searcher;

    Sifted(Weight found, IndexSearcher searcher) {
      super(Sifting.this);
      this.found = found;
      this.searcher = searcher;
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
      ScorerSupplier supplier = found.scorerSupplier(leaf);
      if (supplier == null) {
        return null;
      }
      return new ScorerSupplier() {
        @Override
        public Scorer get(long lead) throws IOException {
          return new Passing(supplier.get(lead), leaf, Sifted.this);
        }

        @Override
        public long cost() {
          return supplier.cost();
        }
      };
    }

    @Override
    public @Nullable Matches matches(LeafReaderContext leaf, int doc) throws IOException {
      return passes(leaf, doc) ? MatchesUtils.forField(field, () -> places(leaf, doc)) : null;
    }

    /// The places that pass; null when the query matches none.
    private @Nullable MatchesIterator places(LeafReaderContext leaf, int doc) throws IOException {
      Matches matches = found.matches(leaf, doc);
      MatchesIterator all = matches == null ? null : matches.getMatches(field);
      return all == null ? null : new Places(all, sieve.test(leaf, doc, field));
    }

    /// Whether a report passes; not when time is up.
    boolean passes(LeafReaderContext leaf, int doc) throws IOException {
      int number = leaf.docBase + doc;
      if (!looked.get(number)) {
        if (searcher instanceof TimedSearcher timed && timed.isLate()) {
          return false;
        }
        MatchesIterator places = places(leaf, doc);
        passed.set(number, places != null && places.next());
        looked.set(number);
      }
      return passed.get(number);
    }

    @Override
    public Explanation explain(LeafReaderContext leaf, int doc) throws IOException {
      return passes(leaf, doc)
          ? found.explain(leaf, doc)
          : Explanation.noMatch("no place passes " + sieve);
    }

    @Override
    public boolean isCacheable(LeafReaderContext leaf) {
      return false;
    }
  }

  /// The places that pass, as wide as the sieve says.
  private static final class Places extends FilterMatchesIterator {

    private final Sieve.Test test;
    private Mark mark = new Mark(0, 1);

    Places(MatchesIterator all, Sieve.Test test) {
      super(all);
      this.test = test;
    }

    @Override
    public boolean next() throws IOException {
      while (in.next()) {
        Mark passing = test.passing(in.startOffset(), in.endOffset());
        if (passing != null) {
          mark = passing;
          return true;
        }
      }
      return false;
    }

    @Override
    public int startOffset() {
      return mark.from();
    }

    @Override
    public int endOffset() {
      return mark.to();
    }
  }

  private static final class Passing extends Scorer {

    private final Scorer scorer;
    private final TwoPhaseIterator phases;

    Passing(Scorer scorer, LeafReaderContext leaf, Sifted weight) {
      this.scorer = scorer;
      TwoPhaseIterator inner = scorer.twoPhaseIterator();
      DocIdSetIterator all = inner == null ? scorer.iterator() : inner.approximation();
      this.phases =
          new TwoPhaseIterator(all) {
            @Override
            public boolean matches() throws IOException {
              return (inner == null || inner.matches()) && weight.passes(leaf, all.docID());
            }

            @Override
            public float matchCost() {
              // A report is read from disk.
              return 10_000;
            }
          };
    }

    @Override
    public int docID() {
      return scorer.docID();
    }

    @Override
    public DocIdSetIterator iterator() {
      return TwoPhaseIterator.asDocIdSetIterator(phases);
    }

    @Override
    public TwoPhaseIterator twoPhaseIterator() {
      return phases;
    }

    @Override
    public float score() throws IOException {
      return scorer.score();
    }

    @Override
    public int advanceShallow(int target) throws IOException {
      return scorer.advanceShallow(target);
    }

    @Override
    public float getMaxScore(int upTo) throws IOException {
      return scorer.getMaxScore(upTo);
    }
  }
}
