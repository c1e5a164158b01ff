package dossier.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/// Facet values of all documents as arrays in memory, and the collector that counts them in one
/// pass, drill-sideways: the fastest way we know.
final class Ordinals {

  /// No date.
  private static final int NEVER = Integer.MIN_VALUE;

  /// The group of months, whose own filter is the span of dates.
  private static final String GROUPS = "rtslfm";

  private final Map<String, Integer> numbers = new HashMap<>();
  private final Leaf[] leaves;

  /// The values of document `d` are `values[starts[d]]` up to `values[starts[d + 1]]`.
  private static final class Leaf {
    private final int[] starts;
    private final int[] values;
    private final int[] last;

    Leaf(int[] starts, int[] values, int[] last) {
      this.starts = starts;
      this.values = values;
      this.last = last;
    }
  }

  Ordinals(DirectoryReader reader) throws IOException {
    leaves = new Leaf[reader.leaves().size()];
    for (LeafReaderContext leaf : reader.leaves()) {
      leaves[leaf.ord] = leaf(leaf);
    }
  }

  private Leaf leaf(LeafReaderContext leaf) throws IOException {
    SortedSetDocValues facets = DocValues.getSortedSet(leaf.reader(), Bare.FACET);
    int[] global = new int[(int) facets.getValueCount()];
    for (int ord = 0; ord < global.length; ord++) {
      String value = facets.lookupOrd(ord).utf8ToString();
      global[ord] = numbers.computeIfAbsent(value, v -> numbers.size());
    }
    int most = leaf.reader().maxDoc();
    int[] starts = new int[most + 1];
    int[] values = new int[most * 8];
    int[] last = new int[most];
    Arrays.fill(last, NEVER);
    SortedNumericDocValues days = DocValues.getSortedNumeric(leaf.reader(), Bare.LAST);
    NumericDocValues day = DocValues.unwrapSingleton(days);
    int size = 0;
    for (int doc = 0; doc < most; doc++) {
      starts[doc] = size;
      if (facets.advanceExact(doc)) {
        for (int i = facets.docValueCount(); i > 0; i--) {
          if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
          }
          values[size++] = global[(int) facets.nextOrd()];
        }
      }
      if (day != null && day.advanceExact(doc)) {
        last[doc] = (int) day.longValue();
      }
    }
    starts[most] = size;
    return new Leaf(starts, Arrays.copyOf(values, size), last);
  }

  /// What was counted.
  ///
  /// @param counts reports by value
  record Counted(int total, Map<String, Long> counts) {}

  /// What counts the matches of a query.
  ///
  /// @param wanted the values chosen
  /// @param from the first day; `Integer.MIN_VALUE` for no span
  CollectorManager<Counter, Counted> counting(Collection<String> wanted, int from) {
    int[] groups = new int[numbers.size()];
    numbers.forEach((value, number) -> groups[number] = 1 << GROUPS.indexOf(value.charAt(0)));
    int[] chosen = new int[numbers.size()];
    int required = 0;
    for (String value : wanted) {
      required |= 1 << GROUPS.indexOf(value.charAt(0));
      Integer number = numbers.get(value);
      if (number != null) {
        chosen[number] = groups[number];
      }
    }
    int all = required;
    return new CollectorManager<>() {
      @Override
      public Counter newCollector() {
        return new Counter(groups, chosen, all, from);
      }

      @Override
      public Counted reduce(Collection<Counter> counters) {
        return reduced(List.copyOf(counters));
      }
    };
  }

  private Counted reduced(List<Counter> counters) {
    Map<String, Long> counts = new HashMap<>();
    int total = counters.stream().mapToInt(counter -> counter.total).sum();
    numbers.forEach((value, number) -> {
      long sum = counters.stream().mapToLong(counter -> counter.counts[number]).sum();
      if (sum > 0) {
        counts.put(value, sum);
      }
    });
    return new Counted(total, counts);
  }

  /// Counts one slice of the index.
  final class Counter extends SimpleCollector {

    private static final int DATES = 1 << GROUPS.indexOf('m');

    private final int[] groups;
    private final int[] chosen;
    private final int required;
    private final int from;
    private final int[] counts;
    private int total;
    private Leaf leaf;

    Counter(int[] groups, int[] chosen, int required, int from) {
      this.groups = groups;
      this.chosen = chosen;
      this.required = required;
      this.from = from;
      this.counts = new int[groups.length];
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) {
      leaf = leaves[context.ord];
    }

    @Override
    public void collect(int doc) {
      int begin = leaf.starts[doc];
      int end = leaf.starts[doc + 1];
      int missed = from != NEVER && leaf.last[doc] < from ? DATES : 0;
      if (required != 0) {
        int carried = 0;
        for (int i = begin; i < end; i++) {
          carried |= chosen[leaf.values[i]];
        }
        missed |= required & ~carried;
      }
      if (missed == 0) {
        total++;
        for (int i = begin; i < end; i++) {
          counts[leaf.values[i]]++;
        }
      } else if (Integer.bitCount(missed) == 1) {
        for (int i = begin; i < end; i++) {
          counts[leaf.values[i]] += groups[leaf.values[i]] == missed ? 1 : 0;
        }
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
