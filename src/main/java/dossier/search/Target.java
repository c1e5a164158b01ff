package dossier.search;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a term is looked for in: everything, a field, a facet, or what reports mention.
///
/// @param field a field, null otherwise
/// @param dimension a facet, null otherwise
/// @param mentioned whether it is what reports mention
record Target(Clause.@Nullable Field field, @Nullable Dimension dimension, boolean mentioned) {

  /// The name of what reports mention.
  static final String MENTIONS = "mentions";

  static final Target ANYWHERE = new Target(null, null, false);

  /// What has this name before a colon, in any case; null when nothing has.
  static @Nullable Target named(String typed) {
    String name = typed.toLowerCase(Locale.ROOT);
    for (Clause.Field field : Clause.Field.values()) {
      if (field.prefix().equals(name)) {
        return new Target(field, null, false);
      }
    }
    for (Dimension dimension : Dimension.values()) {
      if (dimension.parameter().equals(name)) {
        return new Target(null, dimension, false);
      }
    }
    return name.equals(MENTIONS) ? new Target(null, null, true) : null;
  }

  /// Its name before a colon; empty for everything.
  String name() {
    if (mentioned) {
      return MENTIONS;
    }
    return field != null ? field.prefix() : dimension != null ? dimension.parameter() : "";
  }

  Clause word(String text) {
    return isLabel() ? label(text) : new Clause.Word(field, text);
  }

  Clause prefix(String text, Remarks remarks) {
    if (isLabel()) {
      remarks.starInFacet(name());
      return label(text);
    }
    return new Clause.Prefix(field, text);
  }

  Clause phrase(String text) {
    return isLabel() ? label(text) : new Clause.Phrase(field, text);
  }

  private boolean isLabel() {
    return mentioned || dimension != null;
  }

  private Clause label(String typed) {
    String value = typed.toLowerCase(Locale.ROOT).replace(' ', '-').replace('*', '-');
    return dimension == null ? new Clause.Mentions(value) : new Clause.Facet(dimension, value);
  }
}
