package dossier.web;

import dossier.report.Published;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Numbers, dates, sizes and names as a reader sees them. The portal speaks British English
/// whatever the machine's locale is.
final class Words {

  private static final Locale VOICE = Locale.UK;

  /// Languages written in Arabic, Hebrew, Syriac or Thaana script.
  private static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi");

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", VOICE);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", VOICE);
  // Not by locale: British English writes "Sept".
  private static final Map<Long, String> MONTHS =
      Map.ofEntries(
          Map.entry(1L, "Jan"),
          Map.entry(2L, "Feb"),
          Map.entry(3L, "Mar"),
          Map.entry(4L, "Apr"),
          Map.entry(5L, "May"),
          Map.entry(6L, "Jun"),
          Map.entry(7L, "Jul"),
          Map.entry(8L, "Aug"),
          Map.entry(9L, "Sep"),
          Map.entry(10L, "Oct"),
          Map.entry(11L, "Nov"),
          Map.entry(12L, "Dec"));
  private static final DateTimeFormatter BRIEF_MONTH =
      new DateTimeFormatterBuilder()
          .appendText(ChronoField.MONTH_OF_YEAR, MONTHS)
          .appendPattern(" uuuu")
          .toFormatter(VOICE);
  private static final DateTimeFormatter BRIEF_DAY =
      new DateTimeFormatterBuilder().appendPattern("d ").append(BRIEF_MONTH).toFormatter(VOICE);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", VOICE).withZone(ZoneOffset.UTC);

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("application/pdf", "PDF"),
          Map.entry("application/msword", "DOC"),
          Map.entry(
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "DOCX"),
          Map.entry("application/vnd.oasis.opendocument.text", "ODT"),
          Map.entry("application/rtf", "RTF"),
          Map.entry("text/rtf", "RTF"),
          Map.entry("application/epub+zip", "EPUB"),
          Map.entry("text/html", "HTML"),
          Map.entry("application/xhtml+xml", "HTML"),
          Map.entry("text/plain", "Text"),
          Map.entry("txt", "Text"),
          Map.entry("text", "Text"),
          Map.entry("text/markdown", "Markdown"),
          Map.entry("text/x-web-markdown", "Markdown"),
          Map.entry("md", "Markdown"),
          Map.entry("markdown", "Markdown"),
          Map.entry("message/rfc822", "E-mail"),
          Map.entry("eml", "E-mail"),
          Map.entry("email", "E-mail"));

  private Words() {}

  static String count(long number) {
    return String.format(VOICE, "%,d", number);
  }

  /// `1 report`, `4,000 reports`.
  static String count(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  /// How many words a text has, as white space parts them.
  static long words(String text) {
    long words = 0;
    boolean within = false;
    for (int i = 0; i < text.length(); i++) {
      boolean space = Character.isWhitespace(text.charAt(i));
      words += !space && !within ? 1 : 0;
      within = !space;
    }
    return words;
  }

  static String reports(long number) {
    return count(number, "report", "reports");
  }

  /// A date with its month in three letters.
  static String brief(Published published) {
    return switch (published.precision()) {
      case DAY -> BRIEF_DAY.format(published.first());
      case MONTH -> BRIEF_MONTH.format(published.first());
      case YEAR -> date(published);
    };
  }

  static String date(Published published) {
    return switch (published.precision()) {
      case DAY -> DAY.format(published.first());
      case MONTH -> MONTH.format(published.first());
      case YEAR -> Integer.toString(published.first().getYear());
    };
  }

  /// `May 2024` of `2024-05`.
  static String month(String iso) {
    return MONTH.format(java.time.YearMonth.parse(iso));
  }

  /// `May 2024` of `2024-05`, the month in three letters.
  static String briefMonth(String iso) {
    return BRIEF_MONTH.format(java.time.YearMonth.parse(iso));
  }

  /// `31 May` of `2024-05-31`, the month in three letters.
  static String briefDay(String iso) {
    String whole = BRIEF_DAY.format(java.time.LocalDate.parse(iso));
    return whole.substring(0, whole.lastIndexOf(' '));
  }

  static String date(java.time.LocalDate day) {
    return DAY.format(day);
  }

  static String day(Instant moment) {
    return DAY.format(moment.atOffset(ZoneOffset.UTC));
  }

  static String moment(Instant moment) {
    return MOMENT.format(moment);
  }

  /// A time taken: `12 ms`, `3.4 s`, `5 min`.
  static String duration(long millis) {
    if (millis < 1000) {
      return count(millis) + " ms";
    }
    return millis < 120_000
        ? String.format(VOICE, "%.1f s", millis / 1000.0)
        : count(millis / 60_000) + " min";
  }

  /// A size in units of thousands: `412 bytes`, `18 kB`, `2.1 MB`.
  static String size(long bytes) {
    if (bytes < 1000) {
      return count(bytes, "byte", "bytes");
    }
    double value = bytes;
    int unit = -1;
    while (value >= 999.5 && unit < 3) {
      value /= 1000;
      unit++;
    }
    String name = new String[] {"kB", "MB", "GB", "TB"}[unit];
    return String.format(VOICE, value < 10 && unit > 0 ? "%.1f %s" : "%,.0f %s", value, name);
  }

  /// The name readers know a media type, or a value of the type facet, by.
  static String type(String mediaType) {
    String known = TYPES.get(mediaType);
    if (known != null) {
      return known;
    }
    String subtype = mediaType.substring(mediaType.indexOf('/') + 1);
    return subtype.length() <= 5 ? subtype.toUpperCase(Locale.ROOT) : subtype;
  }

  /// Which way a language is written, as HTML says it: `rtl` or `ltr`.
  static String direction(String tag) {
    return RIGHT_TO_LEFT.contains(Locale.forLanguageTag(tag).getLanguage()) ? "rtl" : "ltr";
  }

  /// The English name of a language.
  static String language(String tag) {
    String name = Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
    return name.isEmpty() || tag.equals("und") ? "Unknown language" : name;
  }
}
