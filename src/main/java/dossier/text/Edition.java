package dossier.text;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tika.Tika;

/// What reads a format now, as a short text: where it differs from the one kept with a document,
/// the document is read again.
///
/// Raise the number of a family whenever its reader gives other text, headings, pages or metadata
/// than before, or refuses less: after a change of code here, and after an upgrade of the library
/// named beside it. Leave it when only speed changed. Raising one costs every user the reading of
/// all files of that family, and of no others. Tika's own version is part of what Tika reads.
enum Edition {
  /// [PdfParser] and what shapes its lines into passages.
  PDF(3, true),
  /// [HtmlReader], with jsoup.
  HTML(2, false),
  /// [MarkdownReader], with commonmark-java.
  MARKDOWN(2, false),
  /// [PlainReader], charsets included.
  PLAIN(2, false),
  /// What walks archive files, with commons-compress; what is inside has editions of its own.
  ARCHIVE(1, false),
  /// All else that Tika reads, with [TikaReader] and what shapes its events into passages.
  TIKA(2, true);

  private final int number;
  private final boolean byTika;

  Edition(int number, boolean byTika) {
    this.number = number;
    this.byTika = byTika;
  }

  /// The edition for a media type. What could not be told apart may be of any family, so that any
  /// change is a reason to try it again.
  static String of(String mediaType) {
    return switch (mediaType) {
      case "application/pdf" -> PDF.text();
      case "text/html", "application/xhtml+xml" -> HTML.text();
      case "text/markdown", "text/x-web-markdown" -> MARKDOWN.text();
      case "text/plain", "text/x-log" -> PLAIN.text();
      case "application/zip",
          "application/x-7z-compressed",
          "application/x-tar",
          "application/gzip",
          "application/x-bzip2",
          "application/x-xz" ->
          ARCHIVE.text();
      case "application/octet-stream" ->
          Stream.of(values()).map(Edition::text).collect(Collectors.joining(", "));
      default -> TIKA.text();
    };
  }

  private String text() {
    String family = name().charAt(0) + name().substring(1).toLowerCase(java.util.Locale.ROOT);
    return family + " " + number + (byTika ? " with " + Tika.getString() : "");
  }
}
