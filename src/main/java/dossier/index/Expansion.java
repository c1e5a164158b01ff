package dossier.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/// Finds the words of an index that a [Shape] stands for: the most frequent ones, so many and no
/// more, since each costs as much as a word typed. One for each search, whose shapes share what
/// there is.
final class Expansion {

  /// The most words of one shape.
  static final int MOST = 128;

  /// The fewest that a shape may have, however many others there are.
  private static final int LEAST = 8;

  /// How many all shapes of a search may have together, before each is left with the fewest.
  private static final int TOGETHER = 4096;

  private final Set<String> cut = new LinkedHashSet<>();
  private int left = TOGETHER;

  private record Counted(BytesRef word, int reports) {}

  /// The words of a shape in a field.
  ///
  /// @throws org.apache.lucene.index.ExitableDirectoryReader.ExitingReaderException when time is up
  List<BytesRef> words(IndexReader reader, String field, Shape shape) throws IOException {
    int most = Math.clamp(left, LEAST, MOST);
    PriorityQueue<Counted> best =
        new PriorityQueue<>(
            Comparator.comparingInt(Counted::reports)
                .thenComparing(Counted::word, Comparator.reverseOrder()));
    Terms terms = MultiTerms.getTerms(reader, field);
    if (terms != null) {
      TermsEnum all = new CompiledAutomaton(shape.automaton()).getTermsEnum(terms);
      while (all.next() != null) {
        best.add(new Counted(BytesRef.deepCopyOf(all.term()), all.docFreq()));
        if (best.size() > most) {
          best.remove();
          cut.add(shape.shown());
        }
      }
    }
    left -= best.size();
    return new ArrayList<>(best.stream().map(Counted::word).toList());
  }

  /// What stood for more words than were looked for, as typed.
  Set<String> cut() {
    return cut;
  }
}
