package dossier.report;

import dossier.report.Phrase.Near;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// All names of a vocabulary as one tree over words, so that a text is looked through once, however
/// many names there are. The branches are words rather than characters as in the automaton of Aho
/// and Corasick (1975): names are whole words, few words of a text begin one, and a word may take
/// several branches (a stem and the whole word).
final class Lexicon {

  /// What it means that a path through the tree ends.
  enum Sign {
    STRONG,
    WEAK,
    NOT,
    NAMESAKE,
    /// The left side of a rule of nearness.
    LEFT,
    /// The right side of a rule of nearness.
    RIGHT
  }

  /// The end of a name.
  ///
  /// @param language number of the language of the texts it is looked for in, see [#languages]
  /// @param rule of the sides of a rule of nearness its number, else -1
  record End(String id, Sign sign, int language, int rule) {}

  /// A place in the tree. Its branches are kept twice: in a map while the tree grows, and in sorted
  /// arrays to look things up without making objects.
  static final class Node {
    private final Map<Integer, Node> growing = new TreeMap<>();
    private final List<End> growingEnds = new ArrayList<>();
    private int[] terms = {};
    private Node[] next = {};
    private End[] ends = {};

    /// What ends here.
    End[] ends() {
      return ends;
    }

    boolean isLast() {
      return terms.length == 0;
    }

    /// The branch of a term.
    @Nullable Node next(int term) {
      int place = Arrays.binarySearch(terms, term);
      return place < 0 ? null : next[place];
    }

    private void seal() {
      terms = growing.keySet().stream().mapToInt(Integer::intValue).toArray();
      next = growing.values().toArray(Node[]::new);
      ends = growingEnds.toArray(End[]::new);
      growing.values().forEach(Node::seal);
    }
  }

  /// What a folded word may be. The arrays are not to be changed.
  static final class Known {
    private static final Known NOTHING = new Known(new int[0], new int[0]);

    private final int[] terms;
    private final int[] starts;

    private Known(int[] terms, int[] starts) {
      this.terms = terms;
      this.starts = starts;
    }

    /// The numbers of all terms it may be.
    int[] terms() {
      return terms;
    }

    /// The numbers of those that begin a name.
    int[] starts() {
      return starts;
    }
  }

  /// How many words are remembered: enough for a language or two, bounded against hostile ones.
  private static final int MOST_KNOWN = 100_000;

  private final Map<String, Known> knownAlone = new ConcurrentHashMap<>();
  private final Map<String, Known> knownWithParticles = new ConcurrentHashMap<>();
  private final Terms terms = new Terms();
  private final Node root = new Node();
  private final List<Integer> within = new ArrayList<>();
  private final List<String> languages = new ArrayList<>();

  Lexicon(List<Name> names) {
    for (Name name : names) {
      switch (name.role()) {
        case STRONG -> add(Phrase.of(name.text()), end(name, Sign.STRONG, -1));
        case WEAK -> add(Phrase.of(name.text()), end(name, Sign.WEAK, -1));
        case NOT -> add(Phrase.of(name.text()), end(name, Sign.NOT, -1));
        case NAMESAKE -> add(Phrase.of(name.text()), end(name, Sign.NAMESAKE, -1));
        case NEAR -> near(name, Phrase.near(name.text()));
      }
    }
    terms.seal();
    root.seal();
  }

  /// Where all names begin.
  Node root() {
    return root;
  }

  /// The terms names are made of.
  Terms terms() {
    return terms;
  }

  /// The languages names are in, by their numbers.
  List<String> languages() {
    return languages;
  }

  /// How many words may lie between the sides of a rule of nearness.
  int within(int rule) {
    return within.get(rule);
  }

  /// The terms that a folded word may be.
  ///
  /// @param particles whether Arabic particles may be written onto it
  Known termsOf(String folded, boolean particles) {
    Map<String, Known> known = particles ? knownWithParticles : knownAlone;
    Known found = known.get(folded);
    if (found == null) {
      found = lookUp(folded, particles);
      if (known.size() < MOST_KNOWN) {
        known.put(folded, found);
      }
    }
    return found;
  }

  private Known lookUp(String folded, boolean particles) {
    List<Integer> found = new ArrayList<>();
    if (particles) {
      Particles.strip(folded).forEach(form -> terms.collect(form, found));
    } else {
      terms.collect(folded, found);
    }
    if (found.isEmpty()) {
      return Known.NOTHING;
    }
    int[] all = found.stream().distinct().mapToInt(Integer::intValue).toArray();
    return new Known(all, Arrays.stream(all).filter(term -> root.next(term) != null).toArray());
  }

  private void near(Name name, Near near) {
    int rule = within.size();
    within.add(near.within());
    near.left().forEach(phrase -> add(phrase, end(name, Sign.LEFT, rule)));
    near.right().forEach(phrase -> add(phrase, end(name, Sign.RIGHT, rule)));
  }

  private End end(Name name, Sign sign, int rule) {
    if (!languages.contains(name.language())) {
      languages.add(name.language());
    }
    return new End(name.id(), sign, languages.indexOf(name.language()), rule);
  }

  private void add(Phrase pattern, End end) {
    Node node = root;
    for (Phrase.Term term : pattern.terms()) {
      node = node.growing.computeIfAbsent(terms.number(term), n -> new Node());
    }
    if (!node.growingEnds.contains(end)) {
      node.growingEnds.add(end);
    }
  }
}
