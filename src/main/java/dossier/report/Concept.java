package dossier.report;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// An entry of a vocabulary: a region or a threat type.
///
/// @param id `[a-z0-9-]+`, stable, used in addresses
/// @param kind `continent`, `subregion`, `country`, `grouping`; `main` or `sub` of threat types
/// @param code ISO 3166-1 alpha-2 of a country, else empty
/// @param alpha3 ISO 3166-1 alpha-3 of a country, else empty
/// @param parents ids of the entries right above it, the primary one first; groupings a country
///   belongs to come after its place in the UN M49 tree
/// @param labels preferred label by language; `en` is always there
/// @param definition what the entry covers; for a grouping why its members belong; may be empty
/// @param mapped whether it is a shape of the region map
public record Concept(
    String id,
    String kind,
    String code,
    String alpha3,
    List<String> parents,
    Map<String, String> labels,
    String definition,
    boolean mapped) {

  public Concept {
    parents = List.copyOf(parents);
    labels = Map.copyOf(labels);
    if (!labels.containsKey("en")) {
      throw new IllegalArgumentException("entry " + id + " needs an English label");
    }
  }

  /// The English label.
  public String label() {
    return Objects.requireNonNull(labels.get("en"));
  }
}
