package dossier.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A span of publication dates, both ends as typed: `yyyy`, `yyyy-MM` or `yyyy-MM-dd`, years 0001
/// to 9999. A report is within it when its own span (a month, say) overlaps it. Undated reports are
/// governed by [Question.Undated].
///
/// @param from first year, month or day; null for no beginning
/// @param to last year, month or day, included; null for no end
public record Span(@Nullable String from, @Nullable String to) {

  /// All time.
  public static final Span ALWAYS = new Span(null, null);

  private static final Pattern FORM = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");

  /// Refuses what is no date, and an end before the beginning.
  ///
  /// @throws IllegalArgumentException naming the two
  public Span {
    try {
      LocalDate first = from == null ? LocalDate.MIN : first(from);
      LocalDate last = to == null ? LocalDate.MAX : last(to);
      if (last.isBefore(first)) {
        throw new DateTimeException("ends before it begins");
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no span of dates: from " + from + " to " + to, e);
    }
  }

  /// Whether it is all time.
  public boolean isAlways() {
    return from == null && to == null;
  }

  /// First day, null for no beginning.
  public @Nullable LocalDate firstDay() {
    return from == null ? null : first(from);
  }

  /// Last day, null for no end.
  public @Nullable LocalDate lastDay() {
    return to == null ? null : last(to);
  }

  /// First day of a year, a month or a day.
  ///
  /// @throws DateTimeException when it is none
  static LocalDate first(String date) {
    if (!FORM.matcher(date).matches() || date.startsWith("0000")) {
      throw new DateTimeException("neither year, month nor day: " + date);
    }
    return LocalDate.parse(date + "-01-01".substring(date.length() - 4));
  }

  private static LocalDate last(String date) {
    LocalDate first = first(date);
    return switch (date.length()) {
      case 4 -> first.withMonth(12).withDayOfMonth(31);
      case 7 -> YearMonth.from(first).atEndOfMonth();
      default -> first;
    };
  }
}
