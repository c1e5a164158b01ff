package dossier.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a reader typed, as a tree. Conjunctions directly in conjunctions, disjunctions directly in
/// disjunctions and double negations do not occur.
public sealed interface Clause {

  /// Every report.
  record Everything() implements Clause {}

  /// A word, in any grammatical form. What an analyser splits (`AC/DC`, an address) is meant as one
  /// piece: its parts side by side.
  ///
  /// @param field where, null for title, summary and text
  record Word(@Nullable Field field, String text) implements Clause {
    public Word {
      checkText(text);
    }
  }

  /// Words that begin so. Where an analyser splits the text, its last part is the beginning.
  ///
  /// @param field where, null for title, summary and text
  /// @param text what stands before the star; at its end at least two letters or digits
  record Prefix(@Nullable Field field, String text) implements Clause {
    public Prefix {
      checkText(text);
    }
  }

  /// These words side by side in this order, as written but for case and accents.
  ///
  /// @param field where, null for title, summary and text
  /// @param text the words between the quotes
  record Phrase(@Nullable Field field, String text) implements Clause {
    public Phrase {
      checkText(text);
    }
  }

  /// Carrying a value of a facet: `region:kazakhstan`. Of a region or threat type: being about it.
  ///
  /// @param value what was typed, in lower case with hyphens for spaces: so it is the id, or a name
  ///   the vocabulary may know
  record Facet(Dimension dimension, String value) implements Clause {
    public Facet {
      checkText(value);
    }
  }

  /// Naming a region or threat type, be it in passing: `mentions:kazakhstan`.
  ///
  /// @param value what was typed, as in [Facet]
  record Mentions(String value) implements Clause {
    public Mentions {
      checkText(value);
    }
  }

  /// All of them.
  ///
  /// @param clauses at least two, none of them an `And`: what is within one is taken out
  record And(List<Clause> clauses) implements Clause {
    public And {
      List<Clause> flat = new ArrayList<>();
      for (Clause clause : clauses) {
        flat.addAll(clause instanceof And and ? and.clauses() : List.of(clause));
      }
      clauses = atLeastTwo(flat);
    }
  }

  /// Any of them.
  ///
  /// @param clauses at least two, none of them an `Or`: what is within one is taken out
  record Or(List<Clause> clauses) implements Clause {
    public Or {
      List<Clause> flat = new ArrayList<>();
      for (Clause clause : clauses) {
        flat.addAll(clause instanceof Or or ? or.clauses() : List.of(clause));
      }
      clauses = atLeastTwo(flat);
    }
  }

  /// Several of them: the more, the better, and all of them best.
  ///
  /// @param clauses at least two
  /// @param least how many at least, from 1 to their number
  record Some(List<Clause> clauses, int least) implements Clause {
    public Some {
      clauses = atLeastTwo(clauses);
      if (least < 1 || least > clauses.size()) {
        throw new IllegalArgumentException(least + " of " + clauses.size());
      }
    }
  }

  /// Everything but this, wherever it stands: alone, beside others, or within an [Or].
  record Not(Clause clause) implements Clause {
    public Not {
      if (clause instanceof Not) {
        throw new IllegalArgumentException("a negation of a negation: " + clause);
      }
    }
  }

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
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static void checkText(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a clause without text");
    }
  }

  private static List<Clause> atLeastTwo(List<Clause> clauses) {
    if (clauses.size() < 2) {
      throw new IllegalArgumentException("fewer than two to combine: " + clauses);
    }
    return List.copyOf(clauses);
  }
}
