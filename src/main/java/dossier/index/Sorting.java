package dossier.index;

import dossier.search.Hit.Place;
import dossier.search.Question;
import java.io.IOException;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;

/// What an order of hits goes by. Among equal hits ids ascend, so that every hit has one place.
final class Sorting {

  private static final SortField BY_ID = new SortField(Fields.ORDER, SortField.Type.STRING);

  private Sorting() {}

  /// What a hit is ranked by before its id, smaller first: as in [Place], and by relevance the
  /// score, negated.
  interface Rank {
    long of(int document) throws IOException;
  }

  static Sort of(Question.Sort sort) {
    return switch (sort) {
      case RELEVANCE -> new Sort(SortField.FIELD_SCORE, BY_ID);
      case NEWEST -> new Sort(byDate(true, Long.MIN_VALUE), BY_ID);
      case OLDEST -> new Sort(byDate(false, Long.MAX_VALUE), BY_ID);
      case ADDED -> new Sort(new SortField(Fields.ADDED, SortField.Type.LONG, true), BY_ID);
    };
  }

  private static SortField byDate(boolean reverse, long undated) {
    return LongField.newSortField(Fields.FIRST, reverse, SortedNumericSelector.Type.MIN, undated);
  }

  /// Ranks the hits of a segment, whose documents must be asked for in ascending order.
  ///
  /// @param scores of the same hits
  static Rank rank(Question.Sort sort, LeafReader reader, Scorable scores) throws IOException {
    return switch (sort) {
      // Scores are not negative, so their bits are in their order.
      case RELEVANCE -> document -> -Float.floatToIntBits(scores.score());
      case NEWEST -> {
        Rank oldest = days(reader);
        yield document -> {
          long day = oldest.of(document);
          return day == Place.UNDATED ? day : -day;
        };
      }
      case OLDEST -> days(reader);
      case ADDED -> {
        NumericDocValues added = DocValues.getNumeric(reader, Fields.ADDED);
        yield document -> added.advanceExact(document) ? -added.longValue() : 0;
      }
    };
  }

  private static Rank days(LeafReader reader) throws IOException {
    SortedNumericDocValues days = DocValues.getSortedNumeric(reader, Fields.FIRST);
    return document -> days.advanceExact(document) ? days.nextValue() : Place.UNDATED;
  }
}
