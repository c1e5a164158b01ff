package dossier.bench;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;

/// The words of a search as a Lucene query over title, summary and body, of which the best counts.
final class BareQuery {

  private static final float TIE = 0.3f;

  private BareQuery() {}

  static Query of(Asked asked) {
    List<String> words = asked.words();
    return switch (asked.kind()) {
      case RARE, COMMON -> word(words.getFirst());
      case AND2, AND3 -> all(words, Occur.MUST);
      case OR5 -> all(words, Occur.SHOULD);
      case PHRASE -> inFields(field -> new PhraseQuery(field, words.toArray(String[]::new)));
      case NEAR -> inFields(field -> near(field, words));
      case PREFIX -> inFields(field -> new PrefixQuery(new Term(field, words.getFirst())));
      case FUZZY ->
          inFields(field -> new FuzzyQuery(new Term(field, words.getFirst()), 1, 1, 128, true));
      case FILTERS, BROWSE -> MatchAllDocsQuery.INSTANCE;
    };
  }

  private static Query all(List<String> words, Occur occur) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    words.forEach(word -> all.add(word(word), occur));
    return all.build();
  }

  private static Query word(String word) {
    return inFields(field ->
        new SynonymQuery.Builder(field)
            .addTerm(new Term(field, word), 0.25f)
            .addTerm(new Term(field, Bare.stem(word)))
            .build());
  }

  private static Query near(String field, List<String> words) {
    IntervalsSource[] each =
        words.stream()
            .map(word -> Intervals.or(false, Intervals.term(word), Intervals.term(Bare.stem(word))))
            .toArray(IntervalsSource[]::new);
    IntervalsSource both = Intervals.unorderedNoOverlaps(each[0], each[1]);
    return new BoostQuery(new IntervalQuery(field, Intervals.maxgaps(Asked.NEAR, both)), 5);
  }

  private static Query inFields(Function<String, Query> query) {
    return new DisjunctionMaxQuery(
        Stream.of(Bare.TITLE, Bare.SUMMARY, Bare.BODY)
            .map(field -> (Query) new BoostQuery(query.apply(field), boost(field)))
            .toList(),
        TIE);
  }

  private static float boost(String field) {
    return switch (field) {
      case Bare.TITLE -> 1.1f;
      case Bare.SUMMARY -> 1.05f;
      default -> 1;
    };
  }
}
