package dossier.web;

import dossier.report.Published;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Numbers, dates, sizes and names as a reader sees them, in the language of the page.
final class Words {

  /// Languages written in Arabic, Hebrew, Syriac or Thaana script.
  private static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi");

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
          Map.entry("text/plain", "type.text"),
          Map.entry("txt", "type.text"),
          Map.entry("text", "type.text"),
          Map.entry("text/markdown", "Markdown"),
          Map.entry("text/x-web-markdown", "Markdown"),
          Map.entry("md", "Markdown"),
          Map.entry("markdown", "Markdown"),
          Map.entry("message/rfc822", "type.email"),
          Map.entry("eml", "type.email"),
          Map.entry("email", "type.email"));

  private Words() {}

  /// A sentence by its name, see [Tongue#say].
  static String say(String key, Object... values) {
    return Tongue.here().say(key, values);
  }

  static String count(long number) {
    return Tongue.here().number(number);
  }

  /// `1 report`, `4,000 reports`.
  ///
  /// @param what is counted: the end of a key that begins with `count.`
  static String count(long number, String what) {
    return say("count." + what, "n", number);
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
    return count(number, "reports");
  }

  /// A date with its month in few letters.
  static String brief(Published published) {
    return switch (published.precision()) {
      case DAY -> dates("yMMMd").format(published.first());
      case MONTH -> dates("yMMM").format(published.first());
      case YEAR -> date(published);
    };
  }

  static String date(Published published) {
    return switch (published.precision()) {
      case DAY -> date(published.first());
      case MONTH -> dates("yMMMM").format(published.first());
      case YEAR -> Integer.toString(published.first().getYear());
    };
  }

  private static DateTimeFormatter dates(String skeleton) {
    return Tongue.here().dates(skeleton);
  }

  /// `May 2024` of `2024-05`.
  static String month(String iso) {
    return dates("yMMMM").format(YearMonth.parse(iso));
  }

  /// `May 2024` of `2024-05`, the month in few letters.
  static String briefMonth(String iso) {
    return dates("yMMM").format(YearMonth.parse(iso));
  }

  /// `31 May` of `2024-05-31`, the month in few letters.
  static String briefDay(String iso) {
    return dates("MMMd").format(LocalDate.parse(iso));
  }

  static String date(LocalDate day) {
    return dates("yMMMMd").format(day);
  }

  static String day(Instant moment) {
    return date(LocalDate.ofInstant(moment, ZoneOffset.UTC));
  }

  static String moment(Instant moment) {
    String time = dates("Hm").format(moment.atOffset(ZoneOffset.UTC));
    return say("date.moment", "day", day(moment), "time", time);
  }

  /// A time taken: `12 ms`, `3.4 s`, `5 min`.
  static String duration(long millis) {
    if (millis < 1000) {
      return say("unit.ms", "n", millis);
    }
    return millis < 120_000
        ? say("unit.s", "n", Tongue.here().number(millis / 1000.0, 1))
        : say("unit.min", "n", millis / 60_000);
  }

  /// A size in units of thousands: `412 bytes`, `18 kB`, `2.1 MB`.
  static String size(long bytes) {
    if (bytes < 1000) {
      return count(bytes, "bytes");
    }
    double value = bytes;
    int unit = -1;
    while (value >= 999.5 && unit < 3) {
      value /= 1000;
      unit++;
    }
    String name = new String[] {"kB", "MB", "GB", "TB"}[unit];
    return say("unit." + name, "n", Tongue.here().number(value, value < 10 && unit > 0 ? 1 : 0));
  }

  /// `12%`, with so many digits behind the point.
  static String percent(double share, int digits) {
    return say("unit.percent", "n", Tongue.here().number(share * 100, digits));
  }

  /// The name readers know a media type, or a value of the type facet, by.
  static String type(String mediaType) {
    String known = TYPES.get(mediaType);
    if (known != null) {
      return known.indexOf('.') < 0 ? known : say(known);
    }
    String subtype = mediaType.substring(mediaType.indexOf('/') + 1);
    return subtype.length() <= 5 ? subtype.toUpperCase(Locale.ROOT) : subtype;
  }

  /// Which way a language is written, as HTML says it: `rtl` or `ltr`.
  static String direction(String tag) {
    return RIGHT_TO_LEFT.contains(Locale.forLanguageTag(tag).getLanguage()) ? "rtl" : "ltr";
  }

  /// The name of a language.
  static String language(String tag) {
    String language = Locale.forLanguageTag(tag).getLanguage();
    return language.isEmpty() || language.equals("und")
        ? say("language.unknown")
        : Tongue.here().language(language);
  }
}
