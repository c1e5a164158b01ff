package dossier.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a file says about itself, unverified: titles and dates in metadata often lie.
///
/// @param title embedded title
/// @param authors embedded authors
/// @param created embedded date of creation or sending, ISO 8601 as far as given (`yyyy`,
///   `yyyy-MM`, `yyyy-MM-dd` or with a time); null when it is only the day of a scan or conversion
/// @param modified embedded date of the last change, as `created`
/// @param published a date the format itself calls publication (HTML `article:published_time`,
///   `citation_publication_date`, Dublin Core `date` of EPUB), as `created`
/// @param description embedded summary
public record Properties(
    @Nullable String title,
    List<String> authors,
    @Nullable String created,
    @Nullable String modified,
    @Nullable String published,
    @Nullable String description) {

  /// Nothing said.
  public static final Properties NONE = new Properties(null, List.of(), null, null, null, null);

  public Properties {
    authors = List.copyOf(authors);
  }
}
