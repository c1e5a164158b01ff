package dossier.web;

import java.util.ArrayList;
import java.util.List;

/// The columns of the charts of [TrendsPage].
final class TrendBars {

  private static final int STEP = 10;
  private static final int HEIGHT = 100;

  private TrendBars() {}

  /// What the highest column of these values stands for: a number of reports, or a share of 1.
  static double most(Trends trends, List<Trends.Value> values, boolean share) {
    double most = 0;
    for (Trends.Value value : values) {
      for (Trends.Side side : trends.sides()) {
        for (String time : trends.times().names()) {
          long count = side.count(value, time);
          most = Math.max(most, share ? trends.share(count, time) : count);
        }
      }
    }
    return most;
  }

  /// The chart of a value.
  ///
  /// @param most what a column of full height stands for
  static Chart chart(
      Trends trends, Trends.Side side, Trends.Value value, double most, boolean share) {
    List<Chart.Bar> bars = new ArrayList<>();
    double highest = 0;
    String peak = "";
    for (String time : trends.times().names()) {
      long count = side.count(value, time);
      double size = share ? trends.share(count, time) : count;
      if (size > highest) {
        highest = size;
        peak = time;
      }
      int high = count == 0 ? 0 : (int) Math.max(2, Math.round(size * HEIGHT / most));
      String title = Words.say("chart.bar", "time", Times.words(time), "n", count);
      bars.add(
          new Chart.Bar(
              bars.size() * STEP + 1,
              HEIGHT - high,
              STEP - 2,
              high,
              time,
              share ? title + ", " + percent(size) : title,
              count == 0 ? "" : trends.href(side, value, time),
              false));
    }
    String top = share ? percent(highest) : Words.count((long) highest);
    String label =
        highest == 0 ? "" : Words.say("chart.peak", "most", top, "time", Times.words(peak));
    return new Chart(STEP * bars.size(), HEIGHT, bars, label, ticks(trends.times().names()));
  }

  private static List<String> ticks(List<String> times) {
    return times.size() == 1
        ? List.of(Times.brief(times.getFirst()))
        : List.of(Times.brief(times.getFirst()), Times.brief(times.getLast()));
  }

  /// `12%`, `0.4%`
  static String percent(double share) {
    return Words.percent(share, share >= 0.1 || share == 0 ? 0 : 1);
  }
}
