package dossier.report;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The series a report appeared in, and its place there.
///
/// @param name as printed, never blank
/// @param issn `dddd-dddX`
/// @param volume as printed
/// @param issue as printed
public record Series(
    String name, @Nullable String issn, @Nullable String volume, @Nullable String issue) {

  public Series {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a series has a name");
    }
  }

  /// The id used in addresses and filters: the name in lower-case ASCII letters and digits with
  /// hyphens between, at most 64 characters, `series` when nothing is left.
  public String id() {
    String latin = Transliterator.getInstance("Any-Latin; Latin-ASCII").transliterate(name);
    String slug =
        latin.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String cut = slug.length() > 64 ? slug.substring(0, 64).replaceAll("-$", "") : slug;
    return cut.isEmpty() ? "series" : cut;
  }
}
