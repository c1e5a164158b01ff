package dossier.index;

import dossier.report.Series;
import dossier.search.Clause;
import dossier.search.Dimension;
import dossier.search.Question.Scope;
import dossier.search.Span;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;

/// Queries for what a report is, whatever it says: labels, dates, length.
///
/// @param names what a reader may call the regions and threat types
/// @param languages languages of the reports held
record Traits(Names names, Collection<String> languages) {

  /// Every report that was read, and nothing else that is in the index.
  static final Query REPORTS =
      new BoostQuery(
          new ConstantScoreQuery(new TermQuery(new Term(Fields.KIND, Fields.KIND_REPORT))), 0f);

  static Query dated(Clause.Time time, Span span) {
    LocalDate first = span.firstDay();
    LocalDate last = span.lastDay();
    long from = first == null ? Long.MIN_VALUE : first.toEpochDay();
    long to = last == null ? Long.MAX_VALUE : last.toEpochDay();
    return readAnd(
        switch (time) {
          case PUBLISHED -> Dates.overlapping(from, to);
          case ADDED -> LongPoint.newRangeQuery(Fields.ADDED_DAY, from, to);
        });
  }

  /// At least so many pages.
  static Query paged(int pages) {
    return readAnd(IntPoint.newRangeQuery(Fields.PAGES, pages, Integer.MAX_VALUE));
  }

  Query facet(Dimension dimension, String typed) {
    String value =
        switch (dimension) {
          case REGION -> names.region(typed);
          case THREAT -> names.threat(typed);
          case SERIES -> new Series(typed.isBlank() ? "-" : typed, null, null, null).id();
          case LANGUAGE -> language(typed.strip());
          case TYPE -> typed.strip().toLowerCase(Locale.ROOT);
        };
    return carrying(new TermQuery(Dim.of(dimension, Scope.ABOUT).term(value)));
  }

  /// A name may be that of a region and of a threat type: then it is both.
  Query mentions(String typed) {
    return carrying(
        new TermInSetQuery(
            Fields.FACET,
            List.of(
                Dim.REGION_ANY.term(names.region(typed)).bytes(),
                Dim.THREAT_ANY.term(names.threat(typed)).bytes())));
  }

  /// Of the reports whose text was read, since others are found by words alone.
  private static Query readAnd(Query days) {
    return carrying(
        new BooleanQuery.Builder().add(REPORTS, Occur.FILTER).add(days, Occur.FILTER).build());
  }

  /// Which reports carry a value says nothing about their order.
  private static Query carrying(Query labels) {
    return new BoostQuery(new ConstantScoreQuery(labels), 0f);
  }

  /// A tag as it is written, or the tag of a language called so in English or by itself.
  private String language(String typed) {
    String folded = Analysis.fold(typed);
    for (String tag : languages) {
      Locale locale = Locale.forLanguageTag(tag);
      if (tag.equalsIgnoreCase(typed)
          || Analysis.fold(locale.getDisplayLanguage(Locale.ENGLISH)).equals(folded)
          || Analysis.fold(locale.getDisplayLanguage(locale)).equals(folded)) {
        return tag;
      }
    }
    return typed;
  }
}
