package dossier.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The words of a name, in order, each with what it asks of a word of the text.
///
/// @param terms at least one
record Phrase(List<Term> terms) {

  private static final int SHORTEST_STEM = 3;

  /// What one word of a name asks of a word of the text.
  ///
  /// @param folded the word, or its beginning
  /// @param stem whether any word that begins so will do
  /// @param shape how the word of the text must be written at least
  record Term(String folded, boolean stem, Word.Shape shape) {

    /// Whether a word of this shape will do.
    boolean accepts(Word.Shape given) {
      return given.compareTo(shape) >= 0;
    }
  }

  /// Two lists of patterns that count when one of each stand near each other.
  ///
  /// @param within how many words may lie between, at most
  record Near(List<Phrase> left, int within, List<Phrase> right) {}

  Phrase {
    terms = List.copyOf(terms);
  }

  /// The words of a name as written in a vocabulary.
  static Phrase of(String name) {
    List<Term> terms = new ArrayList<>();
    for (String piece : name.strip().split("\\s+", -1)) {
      boolean stem = piece.endsWith("*");
      List<Word> words =
          Words.of(Words.canonical(stem ? piece.substring(0, piece.length() - 1) : piece));
      for (int i = 0; i < words.size(); i++) {
        Word word = words.get(i);
        terms.add(new Term(word.folded(), stem && i == words.size() - 1, asked(word)));
      }
    }
    return new Phrase(terms);
  }

  /// A rule of nearness: `a|b ~6 c|d`.
  static Near near(String rule) {
    String[] sides = rule.split("\\s*~\\d+\\s*", -1);
    int within = Integer.parseInt(rule.replaceAll("^.*~(\\d+).*$", "$1"));
    return new Near(alternatives(sides[0]), within, alternatives(sides[1]));
  }

  /// What is wrong with a name, empty when nothing is.
  static String problem(Name.Role role, String name) {
    if (role == Name.Role.NEAR && !name.matches("[^~]*[^~\\s][^~]*~\\d{1,2}\\s[^~]*[^~\\s][^~]*")) {
      return "`" + name + "` should look like `a|b ~6 c|d`";
    }
    List<Phrase> patterns =
        role == Name.Role.NEAR
            ? Stream.concat(near(name).left().stream(), near(name).right().stream()).toList()
            : List.of(of(name));
    for (Phrase pattern : patterns) {
      if (pattern.terms().isEmpty()) {
        return "`" + name + "` holds no word";
      }
      for (Term term : pattern.terms()) {
        if (term.stem() && term.folded().length() < SHORTEST_STEM) {
          return "`" + name + "`: too few letters before a `*`";
        }
      }
    }
    return "";
  }

  private static List<Phrase> alternatives(String side) {
    return Stream.of(side.split("\\|", -1)).map(Phrase::of).toList();
  }

  /// Capitals all through ask for capitals only in short words: `US` is not "us", while `IGAD` may
  /// stand as "Igad".
  private static Word.Shape asked(Word word) {
    boolean short_ = word.folded().length() <= 3;
    return switch (word.shape()) {
      case SMALL -> Word.Shape.SMALL;
      case CAPITALISED -> Word.Shape.CAPITALISED;
      case ALL_CAPITALS ->
          short_ && word.folded().length() > 1 ? Word.Shape.ALL_CAPITALS : Word.Shape.CAPITALISED;
    };
  }
}
