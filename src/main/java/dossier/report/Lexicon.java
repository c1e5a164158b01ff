package dossier.report;

import dossier.report.Phrase.Near;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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
    /// The left side of a rule of nearness.
    LEFT,
    /// The right side of a rule of nearness.
    RIGHT
  }

  /// The end of a name.
  ///
  /// @param rule of the sides of a rule of nearness its number, else -1
  record End(String id, Sign sign, String language, int rule) {}

  /// A place in the tree.
  static final class Node {
    final Map<Integer, Node> next = new HashMap<>();
    final List<End> ends = new ArrayList<>();
  }

  /// How many words are remembered: enough for a language or two, bounded against hostile ones.
  private static final int MOST_KNOWN = 100_000;

  private final Map<String, List<Integer>> knownAlone = new ConcurrentHashMap<>();
  private final Map<String, List<Integer>> knownWithParticles = new ConcurrentHashMap<>();
  private final Terms terms = new Terms();
  private final Node root = new Node();
  private final List<Integer> within = new ArrayList<>();

  Lexicon(List<Name> names) {
    for (Name name : names) {
      switch (name.role()) {
        case STRONG -> add(Phrase.of(name.text()), end(name, Sign.STRONG));
        case WEAK -> add(Phrase.of(name.text()), end(name, Sign.WEAK));
        case NOT -> add(Phrase.of(name.text()), end(name, Sign.NOT));
        case NEAR -> near(name, Phrase.near(name.text()));
      }
    }
    terms.seal();
  }

  /// The terms names are made of.
  Terms terms() {
    return terms;
  }

  /// The numbers of the terms that a folded word may be.
  ///
  /// @param particles whether Arabic particles may be written onto it
  List<Integer> termsOf(String folded, boolean particles) {
    Map<String, List<Integer>> known = particles ? knownWithParticles : knownAlone;
    List<Integer> found = known.get(folded);
    if (found == null) {
      found = lookUp(folded, particles);
      if (known.size() < MOST_KNOWN) {
        known.put(folded, found);
      }
    }
    return found;
  }

  private List<Integer> lookUp(String folded, boolean particles) {
    List<Integer> found = new ArrayList<>();
    if (particles) {
      Particles.strip(folded).forEach(form -> terms.collect(form, found));
    } else {
      terms.collect(folded, found);
    }
    return found.stream().distinct().toList();
  }

  /// Where all names begin.
  Node root() {
    return root;
  }

  /// How many words may lie between the sides of a rule of nearness.
  int within(int rule) {
    return within.get(rule);
  }

  private void near(Name name, Near near) {
    int rule = within.size();
    within.add(near.within());
    near.left().forEach(p -> add(p, new End(name.id(), Sign.LEFT, name.language(), rule)));
    near.right().forEach(p -> add(p, new End(name.id(), Sign.RIGHT, name.language(), rule)));
  }

  private static End end(Name name, Sign sign) {
    return new End(name.id(), sign, name.language(), -1);
  }

  private void add(Phrase pattern, End end) {
    Node node = root;
    for (Phrase.Term term : pattern.terms()) {
      node = node.next.computeIfAbsent(terms.number(term), n -> new Node());
    }
    if (!node.ends.contains(end)) {
      node.ends.add(end);
    }
  }
}
