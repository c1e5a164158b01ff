package dossier.search;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A span of publication dates, both ends as typed: `yyyy`, `yyyy-MM` or `yyyy-MM-dd`. A report is
/// within it when its own span (a month, say) overlaps it. Undated reports are governed by
/// [Question.Undated].
///
/// @param from first year, month or day; null for no beginning
/// @param to last year, month or day, included; null for no end
public record Span(@Nullable String from, @Nullable String to) {

  /// All time.
  public static final Span ALWAYS = new Span(null, null);

  /// Whether it is all time.
  public boolean isAlways() {
    return from == null && to == null;
  }

  /// First day, null for no beginning.
  ///
  /// @throws java.time.format.DateTimeParseException when `from` is not of the form above; a
  ///   [Question] read from parameters never holds such a one
  public @Nullable LocalDate firstDay() {
    return from == null ? null : LocalDate.parse(from + "-01-01".substring(from.length() - 4));
  }

  /// Last day, null for no end.
  ///
  /// @throws java.time.format.DateTimeParseException as [#firstDay]
  public @Nullable LocalDate lastDay() {
    if (to == null) {
      return null;
    }
    LocalDate first = LocalDate.parse(to + "-01-01".substring(to.length() - 4));
    return switch (to.length()) {
      case 4 -> first.plusYears(1).minusDays(1);
      case 7 -> first.plusMonths(1).minusDays(1);
      default -> first;
    };
  }
}
