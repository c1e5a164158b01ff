package dossier.index;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/// The [Signature]s of one index segment, in memory: rows of the documents that have one, about 160
/// bytes each.
final class Signatures {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  /// How many minima a glance sees.
  private static final int GLANCE = 32;

  private final int[] documents;
  private final byte[] rows;
  private final long[] hashes;

  private Signatures(int[] documents, byte[] rows) {
    this.documents = documents;
    this.rows = rows;
    this.hashes = new long[documents.length];
    for (int row = 0; row < hashes.length; row++) {
      int begin = row * Signature.LENGTH;
      hashes[row] = StringHelper.murmurhash3_x64_128(rows, begin, Signature.LENGTH, 0)[0];
    }
  }

  static Signatures of(LeafReader reader) throws IOException {
    BinaryDocValues kept = DocValues.getBinary(reader, Fields.SIGNATURE);
    int[] documents = new int[16];
    byte[] rows = new byte[16 * Signature.LENGTH];
    int size = 0;
    for (int doc = kept.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = kept.nextDoc()) {
      if (size == documents.length) {
        documents = Arrays.copyOf(documents, 2 * size);
        rows = Arrays.copyOf(rows, Math.multiplyExact(2 * size, Signature.LENGTH));
      }
      BytesRef row = kept.binaryValue();
      System.arraycopy(row.bytes, row.offset, rows, size * Signature.LENGTH, Signature.LENGTH);
      documents[size++] = doc;
    }
    return new Signatures(
        Arrays.copyOf(documents, size), Arrays.copyOf(rows, size * Signature.LENGTH));
  }

  int size() {
    return documents.length;
  }

  /// The document of a row, in its segment.
  int document(int row) {
    return documents[row];
  }

  /// The row of a document that has one.
  int row(int document) {
    return Arrays.binarySearch(documents, document);
  }

  /// The whole row in 64 bits, the same for ever: what is kept of ties depends on it.
  long hash(int row) {
    return hashes[row];
  }

  /// Four bytes of a row.
  int part(int row, int offset) {
    return (int) INT.get(rows, row * Signature.LENGTH + offset);
  }

  /// How much of what either report says both say, estimated: their resemblance (Broder 1997), less
  /// what eight bits have in common by chance.
  double common(int row, Signatures other, int otherRow) {
    int equal = equal(row, other, otherRow, Signature.MINIMA);
    double chance = 1.0 / 256;
    return Math.max(0, ((double) equal / Signature.MINIMA - chance) / (1 - chance));
  }

  /// A glance: whether two reports may have as much in common as versions do. Of such it is wrong
  /// about one in a thousand.
  boolean mayResemble(int row, Signatures other, int otherRow) {
    return equal(row, other, otherRow, GLANCE) >= GLANCE / 5;
  }

  private int equal(int row, Signatures other, int otherRow, int minima) {
    int here = row * Signature.LENGTH;
    int there = otherRow * Signature.LENGTH;
    int equal = 0;
    for (int i = 0; i < minima; i++) {
      equal += rows[here + i] == other.rows[there + i] ? 1 : 0;
    }
    return equal;
  }

  /// Whether nothing but their text speaks against two reports being versions of one: a translation
  /// is none, nor is another issue of the same series.
  boolean mayBeVersions(int row, Signatures other, int otherRow) {
    boolean series = part(row, Signature.SERIES) == other.part(otherRow, Signature.SERIES);
    return part(row, Signature.LANGUAGE) == other.part(otherRow, Signature.LANGUAGE)
        && !(series
            && (differs(row, other, otherRow, Signature.VOLUME)
                || differs(row, other, otherRow, Signature.ISSUE)));
  }

  private boolean differs(int row, Signatures other, int otherRow, int offset) {
    int one = part(row, offset);
    int two = other.part(otherRow, offset);
    return one != 0 && two != 0 && one != two;
  }
}
