package dossier.index;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.jspecify.annotations.Nullable;

/// A word as a pattern describes it, folded as words are in the index. Its first letter is always
/// known, so that it is never one of the stems there, which begin with a mark.
///
/// @param shown as typed
/// @param automaton accepts the words meant, by code points; deterministic
/// @param open whether there may be several
/// @param about whether they differ from the one typed
record Shape(String shown, Automaton automaton, boolean open, boolean about) {

  /// Shorter parts of a text are looked for as they stand.
  private static final int SHORTEST_FUZZY = 3;

  /// The longest word in which one letter may differ, where it is one of several parts.
  private static final int SHORT = 5;

  /// How many states a pattern may need: some of `a*b????????????` would need more than there is
  /// memory.
  private static final int MOST_STATES = 2_000;

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}\\p{M}\\p{Cf}*?'’‘ʻʼ`.]+");
  private static final Pattern WILDCARDS = Pattern.compile("[*?]+");

  /// The words of a text of which the last is only begun.
  static List<Shape> begun(String text) {
    List<Shape> shapes = new ArrayList<>();
    List<String> words = words(text);
    for (String word : words) {
      shapes.add(
          shapes.size() == words.size() - 1
              ? open(text + "*", List.of(Automata.makeString(word), Automata.makeAnyString()))
              : fixed(word));
    }
    return shapes;
  }

  /// The words of a text, each with so many other letters at most.
  static List<Shape> about(String text, int edits) {
    List<String> words = words(text);
    return words.stream()
        .map(word -> {
          int letters = word.codePointCount(0, word.length());
          int most = words.size() > 1 && letters <= SHORT ? 1 : edits;
          return letters < SHORTEST_FUZZY ? fixed(word) : about(text, word, most);
        })
        .toList();
  }

  private static Shape about(String shown, String word, int edits) {
    int first = word.offsetByCodePoints(0, 1);
    Automaton automaton =
        new LevenshteinAutomata(word.substring(first), true)
            .toAutomaton(edits, word.substring(0, first));
    return new Shape(shown + "~", automaton, true, true);
  }

  /// The words of a text in which `?` is one letter or digit and `*` any number.
  static List<Shape> patterns(String text) {
    List<Shape> shapes = new ArrayList<>();
    for (String part : BETWEEN.split(text, -1)) {
      String known = part.replaceFirst("^[*?'’‘ʻʼ`.]+", "");
      if (WILDCARDS.matcher(known).find()) {
        Shape shape = pattern(known);
        if (shape != null) {
          shapes.add(shape);
        }
      } else {
        words(known).forEach(word -> shapes.add(fixed(word)));
      }
    }
    return shapes;
  }

  private static @Nullable Shape pattern(String typed) {
    List<Automaton> pieces = new ArrayList<>();
    int at = 0;
    while (at < typed.length()) {
      int end = at;
      while (end < typed.length() && "*?".indexOf(typed.charAt(end)) < 0) {
        end++;
      }
      String letters = String.join("", words(typed.substring(at, end)));
      if (!letters.isEmpty()) {
        pieces.add(Automata.makeString(letters));
      } else if (at == 0) {
        return null;
      }
      if (end < typed.length()) {
        pieces.add(typed.charAt(end) == '*' ? Automata.makeAnyString() : Automata.makeAnyChar());
      }
      at = end + 1;
    }
    return open(typed, pieces);
  }

  /// A word that is known.
  private static Shape fixed(String word) {
    return new Shape(word, Automata.makeString(word), false, false);
  }

  private static Shape open(String shown, List<Automaton> pieces) {
    try {
      Automaton whole = Operations.concatenate(pieces);
      return new Shape(shown, Operations.determinize(whole, MOST_STATES), true, false);
    } catch (TooComplexToDeterminizeException e) {
      // What it begins with is known, and all such words are too many rather than too few.
      return open(shown, List.of(pieces.getFirst(), Automata.makeAnyString()));
    }
  }

  private static List<String> words(String text) {
    return Analysis.forms(text, List.of()).stream()
        .map(Analysis.Form::word)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
