package dossier.bench;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/// How many pages a second each side makes at most, and how long readers wait when four fifths of
/// that many come. The sides take turns.
final class Saturation {

  private static final int TURNS = 3;
  private static final double SHARE = 0.8;

  private final List<Side> sides;
  private final boolean peer;
  private final List<Asked> searches;
  private final int readers;
  private final double seconds;

  Saturation(Sides sides, List<Asked> searches, int readers, double seconds) {
    this.sides = sides.timed();
    this.peer = sides.hasPeer();
    this.searches = searches;
    this.readers = readers;
    this.seconds = seconds;
  }

  void measure() throws Exception {
    double[] most = new double[sides.size()];
    double[] pages = new double[most.length];
    double[] processor = new double[most.length];
    for (int turn = 0; turn < TURNS; turn++) {
      for (int i = 0; i < most.length; i++) {
        Load.Closed done = Load.closed(sides.get(i), searches, readers, seconds);
        most[i] += done.pages() / done.seconds() / TURNS;
        pages[i] += done.pages();
        processor[i] += done.processor();
      }
    }
    List<Histogram> waits = new ArrayList<>();
    sides.forEach(side -> waits.add(Load.histogram()));
    for (int turn = 0; turn < TURNS; turn++) {
      for (int i = 0; i < most.length; i++) {
        Load.open(sides.get(i), searches, SHARE * most[i], seconds, waits.get(i));
      }
    }
    System.out.printf(
        "%n%d readers at once: pages a second, processor time of the side a page;%nat %.0f %% of that many, from when they were due, in ms:%n",
        readers, 100 * SHARE);
    System.out.printf(
        "%-14s%10s%10s%10s%10s%10s%10s%n", "", "pages/s", "cpu ms", "p50", "p90", "p99", "most");
    for (int i = 0; i < most.length; i++) {
      Histogram wait = waits.get(i);
      System.out.printf(
          "%-14s%10.0f%10.2f%10.1f%10.1f%10.1f%10.1f%n",
          sides.get(i).name(),
          most[i],
          1000 * processor[i] / pages[i],
          wait.getValueAtPercentile(50) / 1000.0,
          wait.getValueAtPercentile(90) / 1000.0,
          wait.getValueAtPercentile(99) / 1000.0,
          wait.getMaxValue() / 1000.0);
    }
    if (peer) {
      ratios(most, waits);
    }
  }

  /// The last side is the peer.
  private void ratios(double[] most, List<Histogram> waits) {
    int last = sides.size() - 1;
    for (int i = 1; i < last; i++) {
      System.out.printf(
          "%s against %s: %.1f times the pages a second, %.2f of the p99%n",
          sides.get(i).name(),
          sides.get(last).name(),
          most[i] / most[last],
          (double) waits.get(i).getValueAtPercentile(99)
              / waits.get(last).getValueAtPercentile(99));
    }
  }
}
