package dossier.report;

import dossier.report.Phrase.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// All distinct terms of a lexicon, numbered, and which of them a word of a text may be.
///
/// Stems are kept sorted, each with its own longest proper beginning among them. All stems a word
/// begins with are on the chain that starts at the greatest stem not after the word: whatever sorts
/// between a beginning of the word and the word begins that way, too.
final class Terms {

  private final Map<Term, Integer> numbers = new HashMap<>();
  private final List<Term> terms = new ArrayList<>();
  private final Map<String, List<Integer>> whole = new HashMap<>();
  private final TreeMap<String, List<Integer>> stems = new TreeMap<>();
  private String[] sorted = {};
  private int[] shorter = {};

  /// The number of a term, given when it is new.
  int number(Term term) {
    return numbers.computeIfAbsent(
        term,
        t -> {
          terms.add(t);
          Map<String, List<Integer>> index = t.stem() ? stems : whole;
          index.computeIfAbsent(t.folded(), f -> new ArrayList<>()).add(terms.size() - 1);
          return terms.size() - 1;
        });
  }

  /// The term of a number.
  Term term(int number) {
    return terms.get(number);
  }

  /// To be called when all terms are in.
  void seal() {
    sorted = stems.keySet().toArray(String[]::new);
    shorter = new int[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      int above = i - 1;
      while (above >= 0 && !sorted[i].startsWith(sorted[above])) {
        above = shorter[above];
      }
      shorter[i] = above;
    }
  }

  /// Adds the numbers of all terms that this folded word is, its shape aside.
  void collect(String word, List<Integer> into) {
    into.addAll(whole.getOrDefault(word, List.of()));
    int place = Arrays.binarySearch(sorted, word);
    int stem = place >= 0 ? place : -place - 2;
    for (; stem >= 0; stem = shorter[stem]) {
      if (word.startsWith(sorted[stem])) {
        into.addAll(stems.getOrDefault(sorted[stem], List.of()));
      }
    }
  }
}
