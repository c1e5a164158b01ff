package dossier.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// How long one reader waits who is alone: every search put to every side in turn.
final class Pace {

  private final List<Side> sides;
  private final List<Asked> searches;
  private final Map<Asked.Kind, List<Histogram>> times = new LinkedHashMap<>();
  private final List<Histogram> all;

  Pace(Sides sides, List<Asked> searches) {
    this.sides = sides.timed();
    this.searches = searches;
    this.all = histograms();
    for (Asked.Kind kind : Asked.Kind.values()) {
      times.put(kind, histograms());
    }
  }

  private List<Histogram> histograms() {
    return sides.stream().map(side -> Load.histogram()).toList();
  }

  /// Once to warm up, then so many rounds.
  Pace measure(int rounds) throws Exception {
    for (int round = -1; round < rounds; round++) {
      for (int i = 0; i < searches.size(); i++) {
        Asked asked = searches.get(i);
        for (int turn = 0; turn < sides.size(); turn++) {
          int at = (turn + i) % sides.size();
          long began = System.nanoTime();
          sides.get(at).page(asked);
          long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began);
          if (round >= 0) {
            times.get(asked.kind()).get(at).recordValue(micros);
            all.get(at).recordValue(micros);
          }
        }
      }
    }
    return this;
  }

  void print() {
    System.out.printf("%nOne reader, medians in ms (and the ratio to %s):%n", first());
    List<String> head = new ArrayList<>(List.of("%-9s".formatted("kind")));
    sides.forEach(side -> head.add("%20s".formatted(side.name())));
    System.out.println(String.join("", head));
    times.forEach((kind, each) -> line("" + kind, each, 50));
    line("all", all, 50);
    line("all, p99", all, 99);
  }

  private String first() {
    return sides.getFirst().name();
  }

  private static void line(String name, List<Histogram> each, double percentile) {
    StringBuilder line = new StringBuilder("%-9s".formatted(name));
    double limit = each.getFirst().getValueAtPercentile(percentile);
    for (Histogram one : each) {
      double value = one.getValueAtPercentile(percentile);
      line.append("%11.2f (%6.2f)".formatted(value / 1000, value / limit));
    }
    System.out.println(line);
  }
}
