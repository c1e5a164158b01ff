package dossier.search;

import java.util.List;

/// What is chosen in one facet: reports that carry any of `any` (all reports, when it is empty) and
/// none of `none`.
///
/// @param any ids, without repetition, in the order given
/// @param none ids, without repetition, in the order given
public record Selection(List<String> any, List<String> none) {

  /// Nothing chosen.
  public static final Selection NOTHING = new Selection(List.of(), List.of());

  public Selection {
    any = any.stream().distinct().toList();
    none = none.stream().distinct().toList();
  }

  /// Whether nothing is chosen.
  public boolean isEmpty() {
    return any.isEmpty() && none.isEmpty();
  }
}
