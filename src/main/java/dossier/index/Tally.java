package dossier.index;

import dossier.search.Dimension;
import dossier.search.Question;
import dossier.search.Selection;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/// Counts a whole page's facets in one pass over what the query alone matches, drill-sideways: a
/// report that passes every filter counts for every value it carries; one that fails the filter of
/// a single facet counts for the values of that facet alone, since there its own filter does not
/// apply. The span of dates is one more such filter.
final class Tally extends SimpleCollector {

  private final Function<LeafReaderContext, Segment> segments;
  private final Values values;
  private final Dates dates;

  /// By value: the group it is wanted for, or excluded from; 0 for values nobody chose.
  private final int[] wanted;

  private final int[] unwanted;

  /// Groups in which something is wanted.
  private final int required;

  private final long[] counts;
  private long total;
  private @Nullable Segment segment;

  private Tally(Function<LeafReaderContext, Segment> segments, Values values, Question question) {
    this.segments = segments;
    this.values = values;
    this.dates = Dates.of(question);
    this.wanted = new int[values.size()];
    this.unwanted = new int[values.size()];
    this.counts = new long[values.size()];
    int groups = 0;
    for (Map.Entry<Dimension, Selection> chosen : question.selections().entrySet()) {
      Dim dim = Dim.of(chosen.getKey(), question.scope());
      mark(chosen.getValue().any(), dim, wanted);
      mark(chosen.getValue().none(), dim, unwanted);
      groups |= chosen.getValue().any().isEmpty() ? 0 : dim.group();
    }
    this.required = groups;
  }

  /// Counts what a query matches.
  static Tally of(
      IndexSearcher searcher,
      Query query,
      Function<LeafReaderContext, Segment> segments,
      Values values,
      Question question)
      throws IOException {
    return searcher.search(
        query,
        new CollectorManager<Tally, Tally>() {
          @Override
          public Tally newCollector() {
            return new Tally(segments, values, question);
          }

          @Override
          public Tally reduce(Collection<Tally> tallies) {
            Tally sum = newCollector();
            tallies.forEach(sum::add);
            return sum;
          }
        });
  }

  private void add(Tally other) {
    total += other.total;
    for (int number = 0; number < counts.length; number++) {
      counts[number] += other.counts[number];
    }
  }

  private void mark(Iterable<String> chosen, Dim dim, int[] groups) {
    for (String value : chosen) {
      int number = values.number(dim, value);
      if (number >= 0) {
        groups[number] = dim.group();
      }
    }
  }

  /// How many reports pass every filter.
  long total() {
    return total;
  }

  /// How many reports carry the value of this number, under the filters of all other facets.
  long count(int number) {
    return counts[number];
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) {
    segment = segments.apply(context);
  }

  @Override
  public void collect(int doc) {
    Segment here = Objects.requireNonNull(segment);
    int begin = here.starts[doc];
    int end = here.starts[doc + 1];
    int carried = 0;
    int excluded = 0;
    for (int i = begin; i < end; i++) {
      carried |= wanted[here.values[i]];
      excluded |= unwanted[here.values[i]];
    }
    int failed = (required & ~carried) | excluded;
    failed |= dates.pass(here.first[doc], here.last[doc]) ? 0 : Dim.DATES;
    if (failed == 0) {
      total++;
      for (int i = begin; i < end; i++) {
        counts[here.values[i]]++;
      }
    } else if (Integer.bitCount(failed) == 1) {
      for (int i = begin; i < end; i++) {
        int number = here.values[i];
        counts[number] += values.group(number) == failed ? 1 : 0;
      }
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }
}
