package dossier.index;

import java.util.Locale;
import java.util.Map;

/// Short readable names for media types: the values of the type facet.
final class MediaTypes {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("application/pdf", "pdf"),
          Map.entry(
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
          Map.entry(
              "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
          Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
          Map.entry("application/msword", "doc"),
          Map.entry("application/vnd.ms-powerpoint", "ppt"),
          Map.entry("application/vnd.ms-excel", "xls"),
          Map.entry("application/vnd.oasis.opendocument.text", "odt"),
          Map.entry("application/rtf", "rtf"),
          Map.entry("text/rtf", "rtf"),
          Map.entry("application/epub+zip", "epub"),
          Map.entry("text/html", "html"),
          Map.entry("application/xhtml+xml", "html"),
          Map.entry("text/plain", "txt"),
          Map.entry("text/markdown", "md"),
          Map.entry("text/x-markdown", "md"),
          Map.entry("text/x-web-markdown", "md"),
          Map.entry("message/rfc822", "eml"),
          Map.entry("application/vnd.ms-outlook", "msg"));

  private MediaTypes() {}

  /// The name: what a file of the type usually ends in; for a type not listed its subtype in
  /// letters, digits and hyphens.
  static String name(String mediaType) {
    String type = mediaType.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
    String known = NAMES.get(type);
    if (known != null) {
      return known;
    }
    String subtype = type.substring(type.indexOf('/') + 1);
    String slug = subtype.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return slug.isEmpty() ? "other" : slug;
  }
}
