package dossier.report;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The series a report appeared in, and its place there.
///
/// @param name as printed, never blank
/// @param issn `dddd-dddX`
/// @param volume as printed
/// @param issue as printed
public record Series(
    String name, @Nullable String issn, @Nullable String volume, @Nullable String issue) {

  /// Building one takes milliseconds; using one is safe from several threads.
  private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");

  private static final Pattern APART = Pattern.compile("[^a-z0-9]+");
  private static final Pattern EDGE = Pattern.compile("^-|-$");

  public Series {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a series has a name");
    }
  }

  /// The id used in addresses and filters: the name in lower-case ASCII letters and digits with
  /// hyphens between, at most 64 characters, `series` when nothing is left.
  public String id() {
    String latin = LATIN.transliterate(name);
    String joined = APART.matcher(latin.toLowerCase(Locale.ROOT)).replaceAll("-");
    String slug = EDGE.matcher(joined).replaceAll("");
    String cut = slug.length() > 64 ? EDGE.matcher(slug.substring(0, 64)).replaceAll("") : slug;
    return cut.isEmpty() ? "series" : cut;
  }
}
