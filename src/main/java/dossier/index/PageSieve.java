package dossier.index;

import dossier.search.Hit.Mark;
import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;

/// Lets pass what begins on one of these pages of the text.
record PageSieve(int first, int last) implements Sieve {

  @Override
  public Test test(LeafReaderContext leaf, int doc, String field) throws IOException {
    BinaryDocValues values = DocValues.getBinary(leaf.reader(), Fields.TURNS);
    PageTurns turns =
        values.advanceExact(doc) ? PageTurns.of(values.binaryValue()) : PageTurns.NONE;
    return (from, to) -> {
      int page = turns.pageAt(from);
      return first <= page && page <= last ? new Mark(from, to) : null;
    };
  }
}
