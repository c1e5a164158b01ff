package dossier.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;

/// When reports were changed. What is written carries the mark of the commit it waits for, and that
/// commit turns the mark into its time: a document dated when it was written could become visible
/// after somebody asked for everything later than that.
final class Stamps {

  /// Nothing says when.
  static final long UNKNOWN = -1;

  private Stamps() {}

  /// The document is dated by the commit that looks for this mark.
  static void mark(Document document, String mark) {
    document.add(new StringField(Fields.FRESH, mark, Field.Store.NO));
    // Lucene changes values only in fields that have some.
    document.add(new NumericDocValuesField(Fields.CHANGED, UNKNOWN));
  }

  /// The document keeps the time of an earlier commit.
  static void keep(Document document, long changed) {
    document.add(new NumericDocValuesField(Fields.CHANGED, changed));
  }

  /// Dates everything with a mark.
  static void date(IndexWriter writer, String mark, long now) throws IOException {
    if (writer.getFieldNames().contains(Fields.CHANGED)) {
      writer.updateNumericDocValue(new Term(Fields.FRESH, mark), Fields.CHANGED, now);
    }
  }

  /// When a document was changed, or [#UNKNOWN].
  static long of(IndexReader reader, int document) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    NumericDocValues changed = DocValues.getNumeric(leaf.reader(), Fields.CHANGED);
    return changed.advanceExact(document - leaf.docBase) ? changed.longValue() : UNKNOWN;
  }
}
