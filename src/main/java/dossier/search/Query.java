package dossier.search;

import java.util.List;

/// What a reader typed, and how it was understood.
///
/// @param text as typed, at most [#MAX_LENGTH] characters
/// @param clause how it was understood
/// @param notices what had to be repaired or left out to understand it
public record Query(String text, Clause clause, List<Notice> notices) {

  /// How many UTF-16 characters of what is typed count.
  public static final int MAX_LENGTH = 2000;

  public Query {
    notices = List.copyOf(notices);
  }

  /// Understands what was typed. Never fails; an empty query asks for every report.
  public static Query of(String typed) {
    return new Query(typed, new Clause.Everything(), List.of());
  }
}
