package dossier.web;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/// Trends as CSV by RFC 4180: one line for each selection, time and value with reports, of all
/// values, not only those with a chart.
final class TrendsCsv {

  private static final String HEAD = "selection,time,facet,id,label,reports,all_reports,share";

  private TrendsCsv() {}

  static String of(Trends trends) {
    StringJoiner lines = new StringJoiner("\r\n", HEAD + "\r\n", "\r\n");
    for (int i = 0; i < trends.sides().size(); i++) {
      Trends.Side side = trends.sides().get(i);
      for (String time : trends.times().names()) {
        line(lines, trends, i, time, Trends.ALL, side);
        for (Trends.Value value : trends.values()) {
          line(lines, trends, i, time, value, side);
        }
      }
    }
    return lines.toString();
  }

  private static void line(
      StringJoiner lines,
      Trends trends,
      int number,
      String time,
      Trends.Value value,
      Trends.Side side) {
    long count = side.count(value, time);
    if (count > 0) {
      lines.add(
          String.join(
              ",",
              List.of(
                  number == 0 ? "A" : "B",
                  time,
                  trends.by().parameter(),
                  field(value.id()),
                  field(value.label()),
                  Long.toString(count),
                  Long.toString(trends.everything().getOrDefault(time, count)),
                  String.format(Locale.ROOT, "%.6f", trends.share(count, time)))));
    }
  }

  /// A field in quotes. One that a spreadsheet would take for a formula begins with an apostrophe:
  /// names of series come from the documents.
  private static String field(String text) {
    String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }
}
