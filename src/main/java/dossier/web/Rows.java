package dossier.web;

import dossier.search.Answer;
import dossier.search.Dimension;
import java.util.List;
import java.util.function.Function;

/// Lists of names with numbers and bars.
final class Rows {

  /// A name with a number.
  ///
  /// @param width of its bar, 0 to 100, the most being 100
  /// @param spark a small history; without bars where there is none
  record Row(String id, String label, String href, String count, int width, Chart spark) {}

  static final Chart NO_SPARK = new Chart(10, 24, List.of(), "", List.of());

  private Rows() {}

  static List<Row> of(List<Answer.Value> values, Function<Answer.Value, String> href) {
    long most = Math.max(1, values.stream().mapToLong(Answer.Value::count).max().orElse(1));
    return values.stream()
        .map(value ->
            new Row(
                value.id(),
                value.label(),
                href.apply(value),
                Words.count(value.count()),
                Chart.height(value.count(), most, 100),
                NO_SPARK))
        .toList();
  }

  /// Each value leading to the page of its own.
  static List<Row> topics(List<Answer.Value> values, Dimension dimension) {
    return of(values, value -> "/" + dimension.parameter() + "/" + value.id());
  }

  /// The last years as a small history.
  static Chart spark(Answer answer, int lastYear) {
    List<Long> values =
        java.util.stream.IntStream.rangeClosed(lastYear - 13, lastYear)
            .mapToObj(year -> answer.years().getOrDefault(Integer.toString(year), 0L))
            .toList();
    return new Chart(112, 24, Chart.bars(values, 8, 2, 24), "", List.of());
  }
}
