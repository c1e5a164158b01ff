package dossier.web;

import dossier.search.Engine.Period;
import dossier.search.Span;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The times along the axis of a chart, one after the other without a gap.
///
/// @param period how long each is
/// @param names as dates are written in addresses, ascending
record Times(Period period, List<String> names) {

  /// Longer than this, and years are told apart, not months.
  private static final int MONTHS = 36;

  /// Up to this many days are told apart: three months.
  private static final int DAYS = 92;

  /// Years drawn at most, the last ones; an archive may hold one report of 1648.
  private static final int YEARS = 120;

  Times {
    names = List.copyOf(names);
  }

  /// The times of a span; where it is open, or all time, of the reports there are.
  ///
  /// @param years reports by year; not empty
  /// @param months reports by month
  static Times of(Span span, Map<String, Long> years, Map<String, Long> months) {
    TreeSet<String> known = new TreeSet<>(years.keySet());
    LocalDate first = LocalDate.parse(known.getFirst() + "-01-01");
    LocalDate last = LocalDate.parse(known.getLast() + "-12-31");
    LocalDate from = span.firstDay() == null ? first : span.firstDay();
    LocalDate to = span.lastDay() == null ? last : span.lastDay();
    if (to.isBefore(from) || ChronoUnit.MONTHS.between(from, to) >= MONTHS || months.isEmpty()) {
      return years(first.getYear(), last.getYear());
    }
    boolean days = !span.isAlways() && ChronoUnit.DAYS.between(from, to) < DAYS;
    return days ? days(from, to) : months(YearMonth.from(from), YearMonth.from(to));
  }

  /// The times of everything two selections hold, for one axis.
  static Times years(int first, int last) {
    List<String> names = new ArrayList<>();
    for (int year = Math.max(first, last - YEARS + 1); year <= last; year++) {
      names.add(String.format(java.util.Locale.ROOT, "%04d", year));
    }
    return new Times(Period.YEAR, names);
  }

  private static Times months(YearMonth from, YearMonth to) {
    List<String> names = new ArrayList<>();
    for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
      names.add(month.toString());
    }
    return new Times(Period.MONTH, names);
  }

  private static Times days(LocalDate from, LocalDate to) {
    return new Times(Period.DAY, from.datesUntil(to.plusDays(1)).map(LocalDate::toString).toList());
  }

  /// Whether all of a year (`yyyy`) or month (`yyyy-MM`) is on the axis.
  boolean whole(String coarser) {
    long here = names.stream().filter(name -> name.startsWith(coarser)).count();
    return switch (period) {
      case YEAR -> here == 1;
      case MONTH -> here == 12;
      case DAY -> here == YearMonth.parse(coarser).lengthOfMonth();
    };
  }

  /// What a sentence on a period is called: `year`, `month`, `day`.
  static String unit(Period period) {
    return period.name().toLowerCase(java.util.Locale.ROOT);
  }

  /// A time in words: `2024`, `May 2024`, `31 May 2024`.
  static String words(String name) {
    return switch (name.length()) {
      case 4 -> Year.parse(name).toString();
      case 7 -> Words.month(name);
      default -> Words.date(LocalDate.parse(name));
    };
  }

  /// The same in few letters: `2024`, `May 2024`, `31 May`.
  static String brief(String name) {
    return switch (name.length()) {
      case 4 -> name;
      case 7 -> Words.briefMonth(name);
      default -> Words.briefDay(name);
    };
  }
}
