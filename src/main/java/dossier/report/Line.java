package dossier.report;

import dossier.text.Passage;
import dossier.text.Passage.Kind;
import java.util.List;

/// A passage with its words, cut once for all who look at them.
///
/// @param text canonical, see [Words]; words tell their places in it
record Line(Passage passage, String text, List<Word> words) {

  /// The passage with its words.
  static Line of(Passage passage) {
    String text = Words.canonical(passage.text());
    return new Line(passage, text, Words.of(text));
  }

  /// The same words as another kind of passage.
  Line as(Kind kind) {
    return new Line(passage.as(kind), text, words);
  }

  /// The first words folded, with single spaces between.
  ///
  /// @param most how many words at most
  String folded(int most) {
    StringBuilder out = new StringBuilder();
    for (Word word : words.subList(0, Math.min(most, words.size()))) {
      out.append(out.isEmpty() ? "" : " ").append(word.folded());
    }
    return out.toString();
  }

  boolean is(Kind kind) {
    return passage.kind() == kind;
  }
}
