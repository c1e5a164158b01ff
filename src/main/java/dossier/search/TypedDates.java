package dossier.search;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads days and spans of days: `2024`, `2024-05..`, `last 6 months`.
final class TypedDates {

  private static final Pattern DATE =
      Pattern.compile("([0-9]{4,9})(?:[-/]([0-9]{1,2})(?:[-/]([0-9]{1,2}))?)?");
  private static final Pattern RANGE = Pattern.compile("(.*?)\\s*(?:\\.{2,}|…)\\s*(.*)");
  private static final Pattern AGO =
      Pattern.compile("(?:last|past) ([1-9][0-9]{0,5}) (day|week|month|year)s?");
  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

  private final LocalDate today;
  private final Remarks remarks;

  /// @param today what relative dates count from
  TypedDates(LocalDate today, Remarks remarks) {
    this.today = today;
    this.remarks = remarks;
  }

  /// Null, with a remark, when this is none.
  ///
  /// @param field the name it stands behind
  @Nullable Span span(String field, String typed) {
    String text = withoutEnd(typed).toLowerCase(Locale.ROOT).replace('_', ' ').strip();
    Span named = named(text.matches("[a-z].*") ? text.replace('-', ' ') : text);
    if (named != null) {
      return named;
    }
    Matcher range = RANGE.matcher(text);
    boolean open = range.matches();
    String from = date(open ? range.group(1) : text);
    String to = open ? date(range.group(2)) : from;
    boolean failed = open && (isMissing(range.group(1), from) || isMissing(range.group(2), to));
    if (failed || (from == null && to == null)) {
      remarks.noDate(field, typed);
      return null;
    }
    if (from != null && to != null && isReversed(from, to)) {
      remarks.datesExchanged(typed);
      return new Span(to, from);
    }
    return new Span(from, to);
  }

  private static boolean isMissing(String typed, @Nullable String date) {
    return date == null && !typed.isEmpty();
  }

  /// What ends a sentence taken off; two full stops are no such end.
  static String withoutEnd(String typed) {
    int end = typed.length();
    while (end > 0 && ",;:!?".indexOf(typed.charAt(end - 1)) >= 0) {
      end--;
    }
    String text = typed.substring(0, end);
    return text.endsWith(".") && !text.endsWith("..") ? text.substring(0, end - 1) : text;
  }

  /// A span with a name; null when it has none.
  private @Nullable Span named(String text) {
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return switch (text) {
      case "today" -> days(today, today);
      case "yesterday" -> days(today.minusDays(1), today.minusDays(1));
      case "this week" -> days(monday, monday.plusDays(6));
      case "last week" -> days(monday.minusDays(7), monday.minusDays(1));
      case "this month" -> month(today);
      case "last month" -> month(today.minusMonths(1));
      case "this year" -> year(today);
      case "last year" -> year(today.minusYears(1));
      default -> ago(text);
    };
  }

  /// So many days, weeks, months or years up to today, which is the last of them.
  private @Nullable Span ago(String text) {
    Matcher parts = AGO.matcher(text);
    if (!parts.matches()) {
      return null;
    }
    int count = Integer.parseInt(parts.group(1));
    LocalDate before =
        switch (parts.group(2)) {
          case "day" -> today.minusDays(count);
          case "week" -> today.minusWeeks(count);
          case "month" -> today.minusMonths(count);
          default -> today.minusYears(count);
        };
    LocalDate first = before.plusDays(1);
    return days(first.isBefore(FIRST_DAY) ? FIRST_DAY : first, today);
  }

  private static Span days(LocalDate first, LocalDate last) {
    return new Span(first.toString(), last.toString());
  }

  private static Span month(LocalDate day) {
    String month = YearMonth.from(day).toString();
    return new Span(month, month);
  }

  private static Span year(LocalDate day) {
    String year = String.format(Locale.ROOT, "%04d", day.getYear());
    return new Span(year, year);
  }

  private @Nullable String date(String typed) {
    if (typed.equals("today") || typed.equals("yesterday")) {
      return today.minusDays(typed.equals("today") ? 0 : 1).toString();
    }
    Matcher parts = DATE.matcher(typed);
    if (!parts.matches()) {
      return null;
    }
    String date = existing(parts.group(1), parts.group(2), parts.group(3));
    if (!date.equals(padded(parts))) {
      remarks.otherDate(typed, date);
    }
    return date;
  }

  /// Whether the first of two dates lies behind the second.
  static boolean isReversed(String from, String to) {
    // ISO dates sort as text once both are equally long.
    int length = Math.min(from.length(), to.length());
    return from.substring(0, length).compareTo(to.substring(0, length)) > 0;
  }

  /// The nearest date there is.
  static String existing(String year, @Nullable String month, @Nullable String day) {
    int y = Math.clamp(Integer.parseInt(year), 1, 9999);
    String date = String.format(Locale.ROOT, "%04d", y);
    if (month == null) {
      return date;
    }
    YearMonth m = YearMonth.of(y, Math.clamp(Integer.parseInt(month), 1, 12));
    if (day == null) {
      return m.toString();
    }
    return m.atDay(Math.clamp(Integer.parseInt(day), 1, m.lengthOfMonth())).toString();
  }

  /// What was typed, with months and days of two digits.
  ///
  /// @param parts year, month and day as groups, the last two perhaps absent
  static String padded(Matcher parts) {
    StringBuilder padded = new StringBuilder(parts.group(1));
    for (int i = 2; i <= 3; i++) {
      String part = parts.group(i);
      if (part != null) {
        padded.append(part.length() == 1 ? "-0" : "-").append(part);
      }
    }
    return padded.toString();
  }
}
