package dossier.index;

import dossier.search.Clause;
import dossier.search.Hit.Why;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.ExitableDirectoryReader.ExitingReaderException;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// What the score of a document is made of, found out by scoring the parts of the query one by one.
final class Reasons {

  /// So many words are told of; a query has rarely more than a few.
  private static final int MOST = 24;

  private final TimedSearcher searcher;
  private final Translator translator;
  private final int document;

  Reasons(TimedSearcher searcher, Translator translator, int document) {
    this.searcher = searcher;
    this.translator = translator;
    this.document = document;
  }

  /// @param whole the query that the order of hits comes from
  /// @param recency what dates add; null when the order is another
  Why of(Clause clause, Query whole, @Nullable Query recency) throws IOException {
    double points = points(whole);
    if (points <= 0) {
      return new Why(0, List.of(), 0, 0);
    }
    List<Why.Part> parts = new ArrayList<>();
    for (Clause each : words(clause).distinct().limit(MOST).toList()) {
      double adds = points(translator.query(each));
      if (adds > 0) {
        parts.add(
            new Why.Part(
                each,
                adds,
                points(translator.query(each, Fields.TITLE)),
                points(translator.query(each, Fields.SUMMARY)),
                points(translator.query(each, Fields.BODY))));
      }
    }
    double recent = recency == null ? 0 : points(recency);
    double told = recent + parts.stream().mapToDouble(Why.Part::points).sum();
    return new Why(points, parts, recent, points - told);
  }

  /// What a query adds; nothing when it does not match or time is up.
  private double points(Query query) throws IOException {
    try {
      Explanation explanation = searcher.explain(query, document);
      return explanation.isMatch() ? explanation.getValue().doubleValue() : 0;
    } catch (ExitingReaderException late) {
      searcher.stop();
      return 0;
    }
  }

  /// The parts that are looked for in text.
  private static Stream<Clause> words(Clause clause) {
    return switch (clause) {
      case Clause.And(List<Clause> clauses) -> clauses.stream().flatMap(Reasons::words);
      case Clause.Or(List<Clause> clauses) -> clauses.stream().flatMap(Reasons::words);
      case Clause.Some(List<Clause> clauses, int least) -> clauses.stream().flatMap(Reasons::words);
      case Clause.Word word -> Stream.of(clause);
      case Clause.Variants variants -> Stream.of(clause);
      case Clause.Prefix prefix -> Stream.of(clause);
      case Clause.Phrase phrase -> Stream.of(clause);
      case Clause.Verbatim verbatim -> Stream.of(clause);
      case Clause.Wildcard wildcard -> Stream.of(clause);
      case Clause.Fuzzy fuzzy -> Stream.of(clause);
      case Clause.Nearby nearby -> Stream.of(clause);
      case Clause.Near near -> Stream.of(clause);
      case Clause.Not not -> Stream.of();
      case Clause.Dated dated -> Stream.of();
      case Clause.Pages pages -> Stream.of();
      case Clause.Facet facet -> Stream.of();
      case Clause.Mentions mentions -> Stream.of();
      case Clause.Everything everything -> Stream.of();
    };
  }
}
