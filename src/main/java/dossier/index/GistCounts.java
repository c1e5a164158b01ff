package dossier.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;

/// Counts the values of the [Gist] of some documents.
final class GistCounts {

  private final List<LeafReaderContext> leaves;
  private final Map<LeafReaderContext, List<Integer>> documents = new HashMap<>();

  /// @param documents their numbers, in any order
  GistCounts(DirectoryReader reader, int... documents) {
    this.leaves = reader.leaves();
    int[] ascending = documents.clone();
    Arrays.sort(ascending);
    for (int document : ascending) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
      this.documents.computeIfAbsent(leaf, added -> new ArrayList<>()).add(document - leaf.docBase);
    }
  }

  /// A word or phrase of some of the documents.
  ///
  /// @param key its letter and what is compared, as it stands as a term in the index
  /// @param shown its commonest form
  /// @param reports how many of the documents hold it
  record Counted(String key, String shown, int reports) {}

  /// All words and phrases.
  Collection<Counted> all() throws IOException {
    List<Counted> all = new ArrayList<>(beginning("" + Gist.PHRASE));
    all.addAll(beginning("" + Gist.WORD));
    return all;
  }

  /// The words or phrases whose values begin so; those of [Gist#TAIL] as the whole phrases.
  Collection<Counted> beginning(String begin) throws IOException {
    return beginning(begin, 1);
  }

  /// The same, without those that fewer than `least` documents of a segment hold.
  Collection<Counted> beginning(String begin, int least) throws IOException {
    Map<String, Map<String, Integer>> forms = new TreeMap<>();
    for (Map.Entry<LeafReaderContext, List<Integer>> leaf : documents.entrySet()) {
      SortedSetDocValues values = DocValues.getSortedSet(leaf.getKey().reader(), Fields.GIST);
      long[] held = held(values, leaf.getValue(), begin);
      for (int i = 0, next; i < held.length; i = next) {
        next = i + 1;
        while (next < held.length && held[next] == held[i]) {
          next++;
        }
        if (next - i >= least) {
          String value = values.lookupOrd(held[i]).utf8ToString();
          forms
              .computeIfAbsent(key(value), added -> new HashMap<>())
              .merge(Gist.shown(value), next - i, Integer::sum);
        }
      }
    }
    return forms.entrySet().stream()
        .map(entry -> counted(entry.getKey(), entry.getValue()))
        .toList();
  }

  /// Numbers of the values that begin so, ascending, each once for every document that holds it.
  /// Sorting them takes less than counting them in a map.
  private static long[] held(SortedSetDocValues values, List<Integer> documents, String begin)
      throws IOException {
    long first = values.lookupTerm(new BytesRef(begin));
    long last = values.lookupTerm(new BytesRef(begin + Character.MAX_VALUE));
    long from = first < 0 ? -first - 1 : first;
    long to = last < 0 ? -last - 1 : last;
    long[] held = new long[64 * documents.size()];
    int size = 0;
    for (int document : documents) {
      if (from < to && values.advanceExact(document)) {
        for (int i = values.docValueCount(); i > 0; i--) {
          long ord = values.nextOrd();
          if (ord >= from && ord < to) {
            held = size == held.length ? Arrays.copyOf(held, 2 * size) : held;
            held[size++] = ord;
          }
        }
      }
    }
    Arrays.sort(held, 0, size);
    return Arrays.copyOf(held, size);
  }

  /// The key of the whole phrase for a tail, of the value itself for others.
  private static String key(String value) {
    if (value.charAt(0) != Gist.TAIL) {
      return Gist.key(value);
    }
    int begin = value.indexOf(Gist.APART) + 1;
    return Gist.PHRASE + value.substring(begin, value.indexOf(Gist.APART, begin));
  }

  private static Counted counted(String key, Map<String, Integer> forms) {
    String shown = "";
    int most = 0;
    int sum = 0;
    for (Map.Entry<String, Integer> form : new TreeMap<>(forms).entrySet()) {
      sum += form.getValue();
      // Small letters sort behind capitals: of equals the plainer form is shown.
      if (form.getValue() >= most) {
        most = form.getValue();
        shown = form.getKey();
      }
    }
    return new Counted(key, shown, sum);
  }
}
