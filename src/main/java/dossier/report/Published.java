package dossier.report;

import java.time.LocalDate;
import java.time.YearMonth;

/// When a report appeared, as exactly as its source says.
///
/// @param first first day of the span: the day itself, or the first of the month or year
/// @param precision how exact it is
/// @param source what said so
public record Published(LocalDate first, Precision precision, Source source) {

  /// How exact a date is.
  public enum Precision {
    DAY,
    MONTH,
    YEAR
  }

  /// What a date was taken from, most trusted first.
  public enum Source {
    SIDECAR,
    MASTHEAD,
    METADATA,
    FILE_NAME,
    /// A year in the title: "Annual Report 2018".
    TITLE,
    /// Estimated from the narrative, because nothing else gave a date.
    TEXT
  }

  public Published {
    first =
        switch (precision) {
          case DAY -> first;
          case MONTH -> first.withDayOfMonth(1);
          case YEAR -> first.withDayOfYear(1);
        };
  }

  /// The last day of the span.
  public LocalDate last() {
    return switch (precision) {
      case DAY -> first;
      case MONTH -> YearMonth.from(first).atEndOfMonth();
      case YEAR -> LocalDate.of(first.getYear(), 12, 31);
    };
  }

  /// `yyyy`, `yyyy-MM` or `yyyy-MM-dd`, as exact as it is.
  public String iso() {
    String day = first.toString();
    return switch (precision) {
      case DAY -> day;
      case MONTH -> day.substring(0, 7);
      case YEAR -> day.substring(0, 4);
    };
  }
}
