package dossier.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a reader typed, as a tree. Nested conjunctions and disjunctions are flat and hold at least
/// two.
public sealed interface Clause {

  /// Every report.
  record Everything() implements Clause {}

  /// A word, in any grammatical form.
  ///
  /// @param field where, null for title, summary and text
  record Word(@Nullable Field field, String text) implements Clause {}

  /// Words that begin so.
  record Prefix(@Nullable Field field, String text) implements Clause {}

  /// These words side by side in this order, as written but for case and accents.
  ///
  /// @param text the words between the quotes
  record Phrase(@Nullable Field field, String text) implements Clause {}

  /// Carrying a value of a facet: `region:kazakhstan`.
  ///
  /// @param value the id when it names an entry, else what was typed
  record Facet(Dimension dimension, String value) implements Clause {}

  /// All of them.
  record And(List<Clause> clauses) implements Clause {
    public And {
      clauses = List.copyOf(clauses);
    }
  }

  /// Any of them.
  record Or(List<Clause> clauses) implements Clause {
    public Or {
      clauses = List.copyOf(clauses);
    }
  }

  /// Not this.
  record Not(Clause clause) implements Clause {}

  /// The fields of a report that can be asked for by name.
  enum Field {
    TITLE,
    SUMMARY,
    AUTHOR,
    ISSN,
    VOLUME,
    ISSUE;

    /// As typed before the colon.
    public String prefix() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
