package dossier.index;

import dossier.search.Question;
import dossier.search.Question.Undated;
import java.time.LocalDate;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/// Which reports the span of a question, and what it says of undated ones, lets through. Days count
/// from 1970.
///
/// @param from no report that ends before this day
/// @param to no report that begins after this day
/// @param dated whether any dated report passes
/// @param undated whether undated reports pass
record Dates(long from, long to, boolean dated, boolean undated) {

  static Dates of(Question question) {
    LocalDate from = question.span().firstDay();
    LocalDate to = question.span().lastDay();
    boolean undated =
        switch (question.undated()) {
          case DEFAULT -> question.span().isAlways();
          case ONLY, INCLUDE -> true;
          case EXCLUDE -> false;
        };
    return new Dates(
        from == null ? Long.MIN_VALUE : from.toEpochDay(),
        to == null ? Long.MAX_VALUE : to.toEpochDay(),
        question.undated() != Undated.ONLY,
        undated);
  }

  /// Whether a report of these first and last days passes.
  boolean pass(int first, int last) {
    return first == Segment.UNDATED ? undated : dated && first <= to && last >= from;
  }

  /// The same as a query; null when every report passes.
  @Nullable Query query() {
    boolean always = dated && from == Long.MIN_VALUE && to == Long.MAX_VALUE;
    if (always && undated) {
      return null;
    }
    Query without = new TermQuery(Dim.UNDATED.term(""));
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    if (dated) {
      query.add(overlapping(from, to), Occur.SHOULD);
    }
    if (undated) {
      query.add(without, Occur.SHOULD);
    }
    return query.build();
  }

  /// Reports whose own span overlaps these days; no undated ones.
  static Query overlapping(long from, long to) {
    return new BooleanQuery.Builder()
        .add(LongField.newRangeQuery(Fields.FIRST, Long.MIN_VALUE, to), Occur.FILTER)
        .add(LongField.newRangeQuery(Fields.LAST, from, Long.MAX_VALUE), Occur.FILTER)
        .build();
  }
}
