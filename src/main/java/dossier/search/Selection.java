package dossier.search;

import dossier.report.Vocabulary;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What is chosen in one facet: reports that carry any of `any` (all reports, when it is empty) and
/// none of `none`.
///
/// @param any ids, without repetition, in the order given
/// @param none ids, without repetition, in the order given
public record Selection(List<String> any, List<String> none) {

  /// Nothing chosen.
  public static final Selection NOTHING = new Selection(List.of(), List.of());

  /// Takes ids that an address can carry.
  ///
  /// @throws IllegalArgumentException when one is not an id by [#isId]
  public Selection {
    any = any.stream().distinct().toList();
    none = none.stream().distinct().toList();
    for (String id : Stream.concat(any.stream(), none.stream()).toList()) {
      if (!isId(id)) {
        throw new IllegalArgumentException("no id of a facet value: “" + id + "”");
      }
    }
  }

  /// Whether this can be the id of a facet value: not empty, at most 200 characters, not beginning
  /// with a hyphen, and clean text.
  public static boolean isId(String id) {
    return !id.isEmpty()
        && id.length() <= 200
        && !id.startsWith("-")
        && TypedText.clean(id).equals(id);
  }

  /// Whether nothing is chosen.
  public boolean isEmpty() {
    return any.isEmpty() && none.isEmpty();
  }

  /// With a value of a flat facet chosen too, and no longer excluded.
  public Selection with(String id) {
    return new Selection(added(any, id), removed(none, Set.of(id)));
  }

  /// With a value of a hierarchical facet chosen too: in place of what is chosen above and below
  /// it, and with neither itself nor anything above it excluded. What is excluded below it stays.
  public Selection with(String id, Vocabulary vocabulary) {
    if (isEmpty()) {
      return with(id);
    }
    Set<String> above = vocabulary.ancestors(id);
    List<String> kept = removed(removed(any, above), vocabulary.descendants(id));
    return new Selection(added(kept, id), removed(removed(none, above), Set.of(id)));
  }

  /// With a value neither chosen nor excluded.
  public Selection without(String id) {
    return new Selection(removed(any, Set.of(id)), removed(none, Set.of(id)));
  }

  /// With a value of a flat facet excluded, and no longer chosen.
  public Selection excluding(String id) {
    return new Selection(removed(any, Set.of(id)), added(none, id));
  }

  /// With a value of a hierarchical facet excluded, and so nothing below it chosen or needing to be
  /// excluded. What is chosen above it stays: Africa without Mali.
  public Selection excluding(String id, Vocabulary vocabulary) {
    if (isEmpty()) {
      return excluding(id);
    }
    Set<String> below = vocabulary.descendants(id);
    return new Selection(removed(removed(any, below), Set.of(id)), added(removed(none, below), id));
  }

  private static List<String> added(List<String> ids, String id) {
    return Stream.concat(ids.stream(), Stream.of(id)).distinct().toList();
  }

  private static List<String> removed(List<String> ids, Collection<String> gone) {
    return ids.stream().filter(id -> !gone.contains(id)).toList();
  }
}
