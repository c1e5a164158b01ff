package dossier.report;

import dossier.text.Passage;
import dossier.text.Passage.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What stands at the head of a report, above its text: series, date, authors.
///
/// @param series what the lines say about the series; null when nothing
/// @param date the date the report carries; null when none
/// @param authors persons or units, persons first; empty when none
/// @param lines the indexes of the passages that belong to it, title not included
record Masthead(
    @Nullable SeriesLine series,
    Dates.@Nullable Found date,
    List<String> authors,
    Set<Integer> lines) {

  /// How many passages from the top may belong to a masthead.
  private static final int REACH = 12;

  private static final int LONGEST_LINE_WORDS = 16;

  private static final Pattern OTHER_DATE =
      Pattern.compile(
          "(?iu)cut-?off|accessed|as of|valid until|expires|по состоянию|дата обращения|consulté|até|hasta el");
  private static final Pattern YEARLY =
      Pattern.compile(
          "(?iu)annual|yearly|yearbook|report|assessment|edition|outlook|review|ежегод|годов|обзор|отч[её]т|rapport|bilan|annuel|édition|informe|anual|jahres|bericht|السنوي|تقرير|سالانه|گزارش|жылдық|yillik");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");

  /// Reads the head of these passages.
  ///
  /// @param series what [#series] found
  /// @param titleAt index of the title, which is no part of the masthead; -1 when it is none
  /// @param maySayDate whether a date may be taken
  static Masthead of(
      List<Passage> passages, @Nullable SeriesLine series, int titleAt, DateCheck maySayDate) {
    List<Integer> block = block(passages, titleAt);
    Set<Integer> lines = new HashSet<>(seriesLines(passages, series));
    Dates.Found date = null;
    List<String> byline = new ArrayList<>();
    for (int index : block) {
      String text = passages.get(index).text();
      Dates.Found found = lines.contains(index) && !hasDay(text) ? null : date(text, maySayDate);
      if (found != null) {
        lines.add(index);
        boolean better = date == null || found.precision().compareTo(date.precision()) < 0;
        date = better ? found : date;
      } else if (!lines.contains(index)) {
        byline.add(text);
      }
      byline.addAll(behindSeries(text));
    }
    Bylines names = Bylines.of(byline, !lines.isEmpty());
    for (int index : block) {
      if (names.lines().contains(passages.get(index).text())) {
        lines.add(index);
      }
    }
    return new Masthead(
        series, date == null ? furnitureDate(passages, maySayDate) : date, names.authors(), lines);
  }

  /// Whether a date may be that of a report.
  interface DateCheck {
    boolean accepts(Dates.Found date);
  }

  /// What the top lines say about the series, null when nothing certain. Running headers of the
  /// first page count.
  static @Nullable SeriesLine series(List<Passage> passages) {
    SeriesLine all = null;
    int last = 0;
    for (int index : opening(passages)) {
      SeriesLine line = SeriesLine.of(passages.get(index).text());
      if (line == null || (all != null && index - last > 2)) {
        continue;
      }
      if (line.name().isEmpty() && all == null && index > 0) {
        line = line.with(new SeriesLine(bareName(passages, index - 1), null, null, null, ""));
      }
      all = all == null ? line : all.with(line);
      last = index;
    }
    return all != null && all.certain() ? all : null;
  }

  private static Set<Integer> seriesLines(List<Passage> passages, @Nullable SeriesLine series) {
    Set<Integer> lines = new HashSet<>();
    for (int index : series == null ? List.<Integer>of() : opening(passages)) {
      String text = passages.get(index).text();
      boolean named = series != null && SeriesLine.trimmed(text).equals(series.name());
      if (series != null && (named || SeriesLine.of(text) != null)) {
        lines.add(index);
      }
    }
    return lines;
  }

  /// A short line of words alone above the numbers of a series is its name.
  private static String bareName(List<Passage> passages, int index) {
    String text = SeriesLine.trimmed(passages.get(index).text());
    return Words.folded(text).split(" ", -1).length <= 8 ? text : "";
  }

  /// The first lines, running headers of the first page included.
  private static List<Integer> opening(List<Passage> passages) {
    List<Integer> opening = new ArrayList<>();
    int shown = 0;
    for (int i = 0; i < passages.size() && passages.get(i).page() == 1; i++) {
      boolean furniture = passages.get(i).kind() == Kind.FURNITURE;
      shown += furniture ? 0 : 1;
      if (furniture || shown <= REACH) {
        opening.add(i);
      }
    }
    return opening;
  }

  /// The short lines before the text begins.
  private static List<Integer> block(List<Passage> passages, int titleAt) {
    List<Integer> block = new ArrayList<>();
    for (int index : opening(passages)) {
      Passage passage = passages.get(index);
      if (index == titleAt
          || passage.kind() == Kind.FURNITURE
          || Furniture.isCaption(passage.text())) {
        continue;
      }
      boolean begun = index > titleAt || titleAt < 0;
      if (begun
          && ((passage.kind() == Kind.HEADING && !hasDay(passage.text()))
              || !isShort(passage.text()))) {
        break;
      }
      block.add(index);
    }
    return block;
  }

  /// The names behind the numbers of a series, where lines ran together.
  private static List<String> behindSeries(String text) {
    SeriesLine line = SeriesLine.of(text);
    String rest = line != null && line.certain() ? line.rest() : "";
    for (Dates.Found date : Dates.in(rest).stream().limit(1).toList()) {
      String canonical = Words.canonical(rest);
      rest = canonical.substring(0, date.from()) + canonical.substring(date.to());
    }
    String names = SeriesLine.trimmed(rest);
    return names.isEmpty() ? List.of() : List.of(names);
  }

  private static boolean isShort(String text) {
    int words = Words.folded(text).split(" ", -1).length;
    boolean sentence = text.matches(".*\\p{L}{3,}[.!?؟۔]$") && words > 6;
    SeriesLine line = SeriesLine.of(text);
    return !sentence && (words <= LONGEST_LINE_WORDS || (line != null && line.certain()));
  }

  private static boolean hasDay(String text) {
    return !Dates.in(text).isEmpty();
  }

  private static Dates.@Nullable Found date(String text, DateCheck check) {
    if (OTHER_DATE.matcher(text).find()) {
      return null;
    }
    for (Dates.Found found : Dates.in(text)) {
      if (check.accepts(found)) {
        return found;
      }
    }
    return yearly(text, check);
  }

  /// `Annual assessment 2018`, or a year alone.
  private static Dates.@Nullable Found yearly(String text, DateCheck check) {
    java.util.regex.Matcher year = YEAR.matcher(text);
    boolean few = Words.folded(text).split(" ", -1).length <= 6;
    if (!few
        || !year.find()
        || (!YEARLY.matcher(text).find() && !text.strip().equals(year.group()))) {
      return null;
    }
    java.time.LocalDate first = java.time.LocalDate.of(Integer.parseInt(year.group()), 1, 1);
    Dates.Found found = new Dates.Found(first, Published.Precision.YEAR, year.start(), year.end());
    return check.accepts(found) ? found : null;
  }

  private static Dates.@Nullable Found furnitureDate(List<Passage> passages, DateCheck check) {
    for (int index : opening(passages)) {
      Passage passage = passages.get(index);
      if (passage.kind() == Kind.FURNITURE && isShort(passage.text())) {
        Dates.Found found = date(passage.text(), check);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
