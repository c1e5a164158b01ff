package dossier.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/// Facet values and dates of the documents of one index segment, in memory: what counting reads for
/// every match. Compressed rows: the values of document `d` are `values[starts[d]]` up to
/// `values[starts[d + 1]]`, as numbers of the [Dictionary]; about 12 bytes a document and 4 a
/// value.
final class Segment {

  /// The day of what has no date.
  static final int UNDATED = Integer.MIN_VALUE;

  /// Where the values of each document begin; one more entry than documents.
  final int[] starts;

  /// Numbers of values, document by document.
  final int[] values;

  /// First day of publication by document, as days since 1970; [#UNDATED] for none.
  final int[] first;

  /// Last day of publication by document.
  final int[] last;

  /// What tells near versions.
  final Signatures signatures;

  private Segment(int[] starts, int[] values, int[] first, int[] last, Signatures signatures) {
    this.starts = starts;
    this.values = values;
    this.first = first;
    this.last = last;
    this.signatures = signatures;
  }

  static Segment of(LeafReader reader, Dictionary dictionary) throws IOException {
    SortedSetDocValues facets = DocValues.getSortedSet(reader, Fields.FACET);
    int[] numbers = new int[Math.toIntExact(facets.getValueCount())];
    for (int ord = 0; ord < numbers.length; ord++) {
      numbers[ord] = dictionary.number(facets.lookupOrd(ord).utf8ToString());
    }
    int[] starts = new int[reader.maxDoc() + 1];
    int[] values = new int[reader.maxDoc()];
    int size = 0;
    int next = 0;
    for (int doc = facets.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = facets.nextDoc()) {
      Arrays.fill(starts, next, doc + 1, size);
      next = doc + 1;
      for (int i = facets.docValueCount(); i > 0; i--) {
        if (size == values.length) {
          values = Arrays.copyOf(values, Math.max(16, size * 2));
        }
        values[size++] = numbers[(int) facets.nextOrd()];
      }
    }
    Arrays.fill(starts, next, starts.length, size);
    return new Segment(
        starts,
        Arrays.copyOf(values, size),
        days(reader, Fields.FIRST),
        days(reader, Fields.LAST),
        Signatures.of(reader));
  }

  private static int[] days(LeafReader reader, String field) throws IOException {
    int[] days = new int[reader.maxDoc()];
    Arrays.fill(days, UNDATED);
    SortedNumericDocValues dates = DocValues.getSortedNumeric(reader, field);
    for (int doc = dates.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = dates.nextDoc()) {
      days[doc] = Math.toIntExact(dates.nextValue());
    }
    return days;
  }
}
