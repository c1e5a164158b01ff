package dossier.search;

import java.util.Locale;

/// The facets reports are counted and filtered by, beside the date.
public enum Dimension {
  REGION("region"),
  THREAT("threat"),
  SERIES("series"),
  LANGUAGE("lang"),
  TYPE("type");

  private final String parameter;

  Dimension(String parameter) {
    this.parameter = parameter;
  }

  /// Its name in addresses, in JSON and before a colon in a query.
  public String parameter() {
    return parameter;
  }

  /// Whether its values form a hierarchy.
  public boolean hierarchical() {
    return this == REGION || this == THREAT;
  }

  @Override
  public String toString() {
    return parameter.toLowerCase(Locale.ROOT);
  }
}
