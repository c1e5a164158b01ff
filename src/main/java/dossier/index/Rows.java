package dossier.index;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.Bits;

/// The rows of [Signatures] of all reports of a snapshot, numbered from 0 whatever segment they are
/// in: 12 bytes each, for as long as versions are looked for.
final class Rows {

  private final List<LeafReaderContext> leaves;
  private final int size;
  private final Segment[] segments;
  private final int[] rows;
  private final int[] documents;

  Rows(List<LeafReaderContext> leaves, Function<LeafReaderContext, Segment> all) {
    this.leaves = leaves;
    int most = leaves.stream().mapToInt(leaf -> all.apply(leaf).signatures.size()).sum();
    segments = new Segment[most];
    rows = new int[most];
    documents = new int[most];
    int next = 0;
    for (LeafReaderContext leaf : leaves) {
      Segment segment = all.apply(leaf);
      Bits live = leaf.reader().getLiveDocs();
      for (int row = 0; row < segment.signatures.size(); row++) {
        int document = segment.signatures.document(row);
        if (live == null || live.get(document)) {
          segments[next] = segment;
          rows[next] = row;
          documents[next] = leaf.docBase + document;
          next++;
        }
      }
    }
    size = next;
  }

  int size() {
    return size;
  }

  /// The document of a row, in the snapshot.
  int document(int i) {
    return documents[i];
  }

  /// What a row says, in 64 bits.
  long hash(int i) {
    return segments[i].signatures.hash(rows[i]);
  }

  /// Three of its minima.
  int band(int i, int offset) {
    return segments[i].signatures.part(rows[i], offset) >>> 8;
  }

  int words(int i) {
    return segments[i].signatures.part(rows[i], Signature.WORDS);
  }

  /// The day of publication; that of undated reports is before all others.
  int day(int i) {
    return segments[i].first[segments[i].signatures.document(rows[i])];
  }

  String id(int i) throws IOException {
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(documents[i], leaves));
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), Fields.ORDER);
    if (!ids.advanceExact(documents[i] - leaf.docBase)) {
      throw new IllegalStateException("document " + documents[i] + " is no report");
    }
    return ids.lookupOrd(ids.ordValue()).utf8ToString();
  }

  /// Whether nothing but their text speaks against two being versions of one.
  boolean mayBeVersions(int i, int j) {
    return segments[i].signatures.mayBeVersions(rows[i], segments[j].signatures, rows[j]);
  }

  /// Whether a glance speaks for it as well.
  boolean mayResemble(int i, int j) {
    return segments[i].signatures.mayResemble(rows[i], segments[j].signatures, rows[j]);
  }

  /// How much two have in common, from 0 to 1.
  double common(int i, int j) {
    return segments[i].signatures.common(rows[i], segments[j].signatures, rows[j]);
  }
}
