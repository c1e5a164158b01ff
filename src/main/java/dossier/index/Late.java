package dossier.index;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.jspecify.annotations.Nullable;

/// A query that can only be made once the words of the index can be looked at: so that is done when
/// queries are rewritten, within the time of the search.
final class Late extends Query {

  private final String field;
  private final Object meant;
  private final Making making;

  /// Makes the query.
  interface Making {
    Query of(IndexReader reader) throws IOException;
  }

  /// @param meant what it is made of: two of equal field and meaning are equal
  Late(String field, Object meant, Making making) {
    this.field = field;
    this.meant = meant;
    this.making = making;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    return making.of(searcher.getIndexReader());
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(@Nullable String usual) {
    return field + ":" + meant;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Late late && field.equals(late.field) && meant.equals(late.meant);
  }

  @Override
  public int hashCode() {
    return 31 * field.hashCode() + meant.hashCode();
  }
}
