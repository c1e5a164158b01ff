package dossier.search;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a term is looked for in: everything, a field, or a facet.
///
/// @param field a field, null otherwise
/// @param dimension a facet, null otherwise
record Target(Clause.@Nullable Field field, @Nullable Dimension dimension) {

  static final Target ANYWHERE = new Target(null, null);

  /// What has this name before a colon, in any case; null when nothing has.
  static @Nullable Target named(String typed) {
    String name = typed.toLowerCase(Locale.ROOT);
    for (Clause.Field field : Clause.Field.values()) {
      if (field.prefix().equals(name)) {
        return new Target(field, null);
      }
    }
    for (Dimension dimension : Dimension.values()) {
      if (dimension.parameter().equals(name)) {
        return new Target(null, dimension);
      }
    }
    return null;
  }

  /// Its name before a colon; empty for everything.
  String name() {
    return field != null ? field.prefix() : dimension != null ? dimension.parameter() : "";
  }

  Clause word(String text) {
    return dimension != null ? facet(dimension, text) : new Clause.Word(field, text);
  }

  Clause prefix(String text, Remarks remarks) {
    if (dimension != null) {
      remarks.starInFacet(name());
      return facet(dimension, text);
    }
    return new Clause.Prefix(field, text);
  }

  Clause phrase(String text) {
    return dimension != null ? facet(dimension, text) : new Clause.Phrase(field, text);
  }

  private static Clause facet(Dimension dimension, String typed) {
    return new Clause.Facet(
        dimension, typed.toLowerCase(Locale.ROOT).replace(' ', '-').replace('*', '-'));
  }
}
