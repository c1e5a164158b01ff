package dossier.web;

import dossier.search.Answer;
import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.Engine.Period;
import dossier.search.Question;
import dossier.search.Span;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reports over time beside the results: years, of a few years the months, of a few weeks the days.
/// Every column leads to its reports.
final class Histogram {

  private static final int STEP = 10;
  private static final int HEIGHT = 100;
  private static final View NONE = new View(0, List.of(), "", List.of(), "", "", "", "");

  private Histogram() {}

  /// The columns.
  ///
  /// @param width of the drawing, whose height is 100
  /// @param label what it shows, one sentence
  /// @param ticks a few names along the axis, from the left
  /// @param names what the columns stand for, as dates are written in addresses, with spaces
  ///   between
  /// @param rest what has no column here: `3 dated to the year alone`; may be empty
  /// @param wider leads to a longer time, under the words `widerHref`; may be empty
  record View(
      int width,
      List<Chart.Bar> bars,
      String label,
      List<String> ticks,
      String names,
      String rest,
      String wider,
      String widerHref) {}

  /// The histogram of an answer; without columns when no report of it is dated.
  ///
  /// @throws IOException when the storage fails
  static View of(Answer answer, Engine engine) throws IOException {
    if (answer.years().isEmpty()) {
      return NONE;
    }
    Times times = Times.of(answer.question().span(), answer.years(), answer.months());
    SortedMap<String, Long> counts = new TreeMap<>();
    Map<String, Long> known =
        switch (times.period()) {
          case YEAR -> answer.years();
          case MONTH -> answer.months();
          // Any facet will do: only the totals are looked at.
          case DAY -> engine.trend(answer.question(), Dimension.TYPE, Period.DAY).totals();
        };
    times.names().forEach(name -> counts.put(name, known.getOrDefault(name, 0L)));
    Question question = answer.question();
    Span wider = wider(times, question.span());
    return new View(
        STEP * counts.size(),
        bars(counts, times, answer),
        label(counts, times.period()),
        ticks(times),
        String.join(" ", counts.keySet()),
        rest(answer, counts, times),
        wider.from() == null
            ? Words.say("dates.all")
            : Words.say("dates.year", "year", wider.from()),
        times.period() == Period.YEAR
            ? ""
            : Addresses.search(question.with(wider, dated(question))));
  }

  /// Clicking on a time asks for dated reports.
  private static Question.Undated dated(Question question) {
    boolean only = question.undated() == Question.Undated.ONLY;
    return only ? Question.Undated.DEFAULT : question.undated();
  }

  private static List<Chart.Bar> bars(SortedMap<String, Long> counts, Times times, Answer answer) {
    Question question = answer.question();
    List<Chart.Bar> drawn = Chart.bars(List.copyOf(counts.values()), STEP, 2, HEIGHT);
    List<Chart.Bar> bars = new ArrayList<>();
    for (Map.Entry<String, Long> time : counts.entrySet()) {
      Chart.Bar bar = drawn.get(bars.size());
      String name = time.getKey();
      Question there = question.with(new Span(name, name), dated(question));
      bars.add(
          new Chart.Bar(
              bar.x(),
              bar.y(),
              bar.width(),
              bar.height(),
              name,
              Words.say("chart.bar", "time", Times.words(name), "n", time.getValue()),
              Addresses.search(there),
              times.period() == Period.YEAR && Facets.within(name, answer)));
    }
    return bars;
  }

  private static Span wider(Times times, Span span) {
    LocalDate from = span.firstDay();
    LocalDate to = span.lastDay();
    if (times.period() != Period.DAY
        || from == null
        || to == null
        || from.getYear() != to.getYear()) {
      return Span.ALWAYS;
    }
    String year = from.toString().substring(0, 4);
    return new Span(year, year);
  }

  private static String label(SortedMap<String, Long> counts, Period period) {
    long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return Words.say(
        "chart." + Times.unit(period),
        "from",
        Times.words(counts.firstKey()),
        "to",
        Times.words(counts.lastKey()),
        "most",
        most);
  }

  private static List<String> ticks(Times times) {
    List<String> names = times.names();
    int parts = Math.min(times.period() == Period.YEAR ? 4 : 2, names.size() - 1);
    List<String> ticks = new ArrayList<>();
    for (int i = 0; i <= parts; i++) {
      ticks.add(Times.brief(names.get(parts == 0 ? 0 : i * (names.size() - 1) / parts)));
    }
    return ticks;
  }

  /// Reports of these years or months that are not dated exactly enough for a column.
  private static String rest(Answer answer, SortedMap<String, Long> counts, Times times) {
    if (times.period() == Period.YEAR) {
      return "";
    }
    int length = times.period() == Period.MONTH ? 4 : 7;
    Map<String, Long> coarser = length == 4 ? answer.years() : answer.months();
    long all =
        counts.keySet().stream()
            .map(name -> name.substring(0, length))
            .distinct()
            .filter(name -> times.whole(name))
            .mapToLong(name -> coarser.getOrDefault(name, 0L))
            .sum();
    long drawn =
        counts.entrySet().stream()
            .filter(time -> times.whole(time.getKey().substring(0, length)))
            .mapToLong(Map.Entry::getValue)
            .sum();
    String key = length == 4 ? "dates.to-year" : "dates.to-month";
    return all > drawn ? Words.say(key, "n", all - drawn) : "";
  }
}
