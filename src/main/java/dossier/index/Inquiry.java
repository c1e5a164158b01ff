package dossier.index;

import dossier.search.Answer;
import dossier.search.Answer.Count;
import dossier.search.Clause;
import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.Hit;
import dossier.search.Hit.Place;
import dossier.search.Notice;
import dossier.search.Question;
import dossier.search.Selection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// One question put to one snapshot. Two passes: the best hits alone, which skips what cannot be
/// among them, and the counts, which need no scores. Together they take less than one pass that
/// does both.
final class Inquiry {

  /// A request may search this long; then it answers with what it has, and says so.
  private static final long MILLIS = 2_000;

  private final long begun = System.nanoTime();
  private final Snapshot snapshot;
  private final Question question;
  final TimedSearcher searcher;
  private final Query base;
  private final dossier.search.Query.Widened widened;
  private final Translator translator;

  /// @param timeout when to stop
  Inquiry(Snapshot snapshot, Names names, Question question, QueryTimeout timeout)
      throws IOException {
    this.snapshot = snapshot;
    this.question = question;
    this.translator = new Translator(names, snapshot);
    this.widened = translator.widened(question.query());
    Clause clause = widened.clause();
    this.searcher = TimedSearcher.of(snapshot.reader(), clause, timeout);
    this.base = searcher.rewritten(translator.query(clause));
  }

  /// The time a request has, from now on.
  static QueryTimeout timeout() {
    return new QueryTimeoutImpl(MILLIS);
  }

  Answer answer() throws IOException {
    return answer(null);
  }

  /// @param after the place behind which the hits begin; null for those of the page asked for
  Answer answer(@Nullable Place after) throws IOException {
    Tally tally = tally();
    Folding folding = folding();
    return answer(tally, folding, documents(tally.total(), folding, question.size(), after));
  }

  /// An answer, and what is special about its first hits.
  ///
  /// @param most how many words
  Answer.Described described(Distinction distinction, int most) throws IOException {
    Tally tally = tally();
    Folding folding = folding();
    int size = question.size();
    boolean tells = question.page() == 1 && distinction.tells(tally.total());
    int sample = tells ? Math.max(size, Distinction.SAMPLE) : size;
    List<Integer> first = documents(tally.total(), folding, sample, null);
    Answer answer = answer(tally, folding, first.subList(0, Math.min(size, first.size())));
    int[] sampled = first.stream().limit(Distinction.SAMPLE).mapToInt(Integer::intValue).toArray();
    return new Answer.Described(answer, tells ? distinction.of(most, sampled) : List.of());
  }

  private Tally tally() throws IOException {
    return Tally.of(searcher, base, snapshot::segment, snapshot.values(), question);
  }

  private Answer answer(Tally tally, Folding folding, List<Integer> page) throws IOException {
    List<Hit> hits = hits(page, folding);
    List<Notice> notices = new ArrayList<>(question.query().notices());
    translator.cut().forEach(typed -> notices.add(cut(typed)));
    if (searcher.timedOut()) {
      notices.add(
          new Notice(
              "partial",
              "This search took too long and was stopped: there may be more reports than shown.",
              "stopped",
              List.of()));
    }
    return new Answer(
        question,
        tally.total(),
        folding.size(),
        Duration.ofNanos(System.nanoTime() - begun),
        notices,
        hits,
        counts(tally),
        dates(tally, Dim.MONTH),
        dates(tally, Dim.YEAR),
        dates(tally, Dim.UNDATED).getOrDefault("", 0L),
        widened.also());
  }

  /// How the reports spread over time and a facet: one pass over those that pass every filter.
  Engine.Trend trend(Dimension dimension, Engine.Period period) throws IOException {
    Dim dim = Dim.of(dimension, question.scope());
    CrossTally tally =
        CrossTally.of(searcher, filtered(), snapshot::segment, snapshot.values(), dim, period);
    return tally.trend(id -> name(dimension, id), !searcher.timedOut());
  }

  /// How many reports pass.
  long count() throws IOException {
    return searcher.count(new ConstantScoreQuery(passing().build()));
  }

  /// Why a document stands where it does.
  Hit.Why why(int document) throws IOException {
    boolean ranked = question.sort() == Question.Sort.RELEVANCE;
    Query recency = Weights.recency(snapshot.newest(), snapshot.holdings().reports());
    return new Reasons(searcher, translator, document)
        .of(widened.clause(), filtered(), ranked ? recency : null);
  }

  private static Notice cut(String typed) {
    return new Notice(
        "query",
        "“%s” stands for many words: only the %s most frequent were searched for."
            .formatted(typed, Expansion.MOST),
        "cut",
        List.of(typed, Expansion.MOST));
  }

  /// Which of the reports that pass are no hits.
  private Folding folding() throws IOException {
    return switch (question.versions()) {
      case GROUPED -> Folding.of(searcher, passing().build(), snapshot.versions());
      case ALL -> Folding.NONE;
    };
  }

  /// The documents of so many hits, from the page asked for on.
  private List<Integer> documents(long total, Folding folding, int most, @Nullable Place after)
      throws IOException {
    long skip = after == null ? (question.page() - 1L) * question.size() : 0;
    if (skip >= total - folding.size()) {
      return List.of();
    }
    Order order = order(folding);
    return after == null ? order.page(skip, most) : order.behind(after, most);
  }

  private List<Hit> hits(List<Integer> documents, Folding folding) throws IOException {
    Hits hits = new Hits(searcher, widened.clause(), base);
    List<Hit> page = new ArrayList<>();
    for (int doc : documents) {
      page.add(hits.hit(doc, folding.behind(doc)));
    }
    return page;
  }

  /// The hits in the order in which they are shown.
  Order order(Folding folding) {
    Clause clause = question.query().clause();
    boolean ranked = question.sort() == Question.Sort.RELEVANCE && Hits.hasWords(clause);
    return new Order(
        searcher,
        folding.without(filtered()),
        question.sort(),
        ranked ? Weights.SHORTLIST : 0,
        translator.nearness(clause),
        !asksForSeries());
  }

  /// Whether the reader chose a series: then a page may be full of it.
  private boolean asksForSeries() {
    Clause clause = question.query().clause();
    List<Clause> all =
        clause instanceof Clause.And(List<Clause> clauses) ? clauses : List.of(clause);
    return !question.selection(Dimension.SERIES).any().isEmpty()
        || all.stream()
            .anyMatch(each ->
                each instanceof Clause.Facet(Dimension dimension, String value)
                    && dimension == Dimension.SERIES);
  }

  private Query filtered() {
    BooleanQuery.Builder query = passing();
    if (question.sort() == Question.Sort.RELEVANCE) {
      query.add(Weights.recency(snapshot.newest(), snapshot.holdings().reports()), Occur.SHOULD);
    }
    return query.build();
  }

  private BooleanQuery.Builder passing() {
    BooleanQuery.Builder query = new BooleanQuery.Builder().add(base, Occur.MUST);
    for (Map.Entry<Dimension, Selection> chosen : question.selections().entrySet()) {
      Dim dim = Dim.of(chosen.getKey(), question.scope());
      Selection selection = chosen.getValue();
      if (!selection.any().isEmpty()) {
        query.add(carrying(dim, selection.any()), Occur.FILTER);
      }
      if (!selection.none().isEmpty()) {
        query.add(carrying(dim, selection.none()), Occur.MUST_NOT);
      }
    }
    Query dates = Dates.of(question).query();
    if (dates != null) {
      query.add(dates, Occur.FILTER);
    }
    return query;
  }

  private static Query carrying(Dim dim, Collection<String> values) {
    return new TermInSetQuery(
        Fields.FACET, values.stream().map(value -> new BytesRef(dim.code(value))).toList());
  }

  private Map<Dimension, List<Count>> counts(Tally tally) {
    Map<Dimension, List<Count>> counts = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      counts.put(dimension, counts(tally, dimension));
    }
    return counts;
  }

  /// Most reports first.
  private List<Count> counts(Tally tally, Dimension dimension) {
    Dim dim = Dim.of(dimension, question.scope());
    Values values = snapshot.values();
    Map<String, Long> found = new TreeMap<>();
    Selection chosen = question.selection(dimension);
    chosen.any().forEach(id -> found.put(id, 0L));
    chosen.none().forEach(id -> found.put(id, 0L));
    for (int number = 0; number < values.size(); number++) {
      if (values.dim(number) == dim && tally.count(number) > 0) {
        found.put(values.value(number), tally.count(number));
      }
    }
    return found.entrySet().stream()
        .map(count -> new Count(count.getKey(), name(dimension, count.getKey()), count.getValue()))
        .sorted(Comparator.comparingLong(Count::reports).reversed().thenComparing(Count::id))
        .toList();
  }

  private String name(Dimension dimension, String id) {
    return dimension == Dimension.SERIES ? snapshot.seriesName(id) : id;
  }

  /// Counts of a date dimension, ascending.
  private Map<String, Long> dates(Tally tally, Dim dim) {
    Map<String, Long> counts = new TreeMap<>();
    Values values = snapshot.values();
    for (int number = 0; number < values.size(); number++) {
      if (values.dim(number) == dim && tally.count(number) > 0) {
        counts.put(values.value(number), tally.count(number));
      }
    }
    return counts;
  }
}
