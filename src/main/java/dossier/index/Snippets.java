package dossier.index;

import dossier.index.Matching.Place;
import dossier.index.Window.Piece;
import dossier.report.Body;
import dossier.report.Report;
import dossier.search.Hit.Mark;
import dossier.search.Hit.Snippet;
import dossier.text.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.Query;

/// Chooses what a hit shows of a report: the pieces that hold most of what was asked, each from one
/// passage, never furniture.
final class Snippets {

  private static final int MOST = 3;

  /// A long report may match in thousands of places. So many passages are looked at, and so many
  /// pieces of one; more would take longer than the search.
  private static final int MOST_PASSAGES = 30;

  private static final int MOST_PIECES = 100;

  private final Report report;
  private final Body body;
  private final Locale locale;

  Snippets(Report report, Body body) {
    this.report = report;
    this.body = body;
    this.locale = Locale.forLanguageTag(report.language());
  }

  /// A piece that may be shown.
  ///
  /// @param passage index of its passage
  /// @param from where it begins in the body
  /// @param to where it ends
  /// @param first index of the first place in it
  /// @param parts parts of the query that match in it
  /// @param phrases how many phrases match in it
  private record Candidate(
      int passage, int from, int to, int first, Set<Query> parts, long phrases) {

    boolean overlaps(Candidate other) {
      return from < other.to && other.from < to;
    }

    long fresh(Set<Query> seen) {
      return parts.stream().filter(part -> !seen.contains(part)).count();
    }
  }

  /// The best pieces for these places, at least one, in reading order.
  List<Snippet> best(List<Place> places) {
    List<Candidate> open = candidates(places, promising(places));
    List<Candidate> chosen = new ArrayList<>();
    Set<Query> seen = new HashSet<>();
    while (chosen.size() < MOST && !open.isEmpty()) {
      Candidate best =
          open.stream()
              .max(
                  Comparator.<Candidate>comparingLong(candidate -> candidate.fresh(seen))
                      .thenComparingInt(candidate -> candidate.parts().size())
                      .thenComparingLong(Candidate::phrases)
                      .thenComparingInt(candidate -> -candidate.from()))
              .orElseThrow();
      chosen.add(best);
      seen.addAll(best.parts());
      open.removeIf(best::overlaps);
    }
    chosen.sort(Comparator.comparingInt(Candidate::from));
    return chosen.stream().map(candidate -> snippet(candidate, places)).toList();
  }

  /// The beginning of the summary, marked where the query matches there; of the text when there is
  /// no summary; none when there is no text either.
  List<Snippet> beginning(List<Place> inSummary) {
    String summary = report.summary();
    if (!summary.isBlank()) {
      Piece piece = new Window(summary, locale).beginning();
      return List.of(
          new Snippet(
              1,
              0,
              summary.substring(piece.from(), piece.to()),
              marks(inSummary, piece.from(), piece.to()),
              false,
              piece.to() < summary.stripTrailing().length()));
    }
    int passage = firstPassage();
    if (passage < 0) {
      return List.of();
    }
    Piece piece = new Window(passage(passage).text(), locale).beginning();
    int start = body.start(passage);
    return List.of(cut(passage, start + piece.from(), start + piece.to(), 0, List.of()));
  }

  private int firstPassage() {
    int heading = -1;
    for (int i = 0; i < body.passages().size(); i++) {
      switch (passage(i).kind()) {
        case PARAGRAPH, ITEM, ROW -> {
          return i;
        }
        case HEADING -> heading = heading < 0 ? i : heading;
        case FURNITURE -> {}
      }
    }
    return heading;
  }

  /// The passages to look at: those that hold most parts of the query, and the first one of every
  /// part. Headings only when nothing else matches.
  private Set<Integer> promising(List<Place> places) {
    Map<Integer, Set<Query>> parts = new LinkedHashMap<>();
    for (Place place : places) {
      int passage = body.passageAt(place.from());
      parts.computeIfAbsent(passage, added -> new HashSet<>()).add(place.part());
    }
    boolean prose = parts.keySet().stream().anyMatch(passage -> !isHeading(passage));
    parts.keySet().removeIf(passage -> prose && isHeading(passage));
    Set<Integer> promising = new HashSet<>();
    Set<Query> seen = new HashSet<>();
    parts.forEach((passage, held) -> {
      if (seen.addAll(held)) {
        promising.add(passage);
      }
    });
    parts.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> -entry.getValue().size()))
        .limit(MOST_PASSAGES)
        .forEach(entry -> promising.add(entry.getKey()));
    return promising;
  }

  private List<Candidate> candidates(List<Place> places, Set<Integer> promising) {
    List<Candidate> candidates = new ArrayList<>();
    int open = -1;
    int pieces = 0;
    Window window = new Window("", locale);
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      int passage = body.passageAt(place.from());
      int start = body.start(passage);
      if (!promising.contains(passage)) {
        continue;
      }
      if (passage != open) {
        open = passage;
        pieces = 0;
        window = new Window(passage(passage).text(), locale);
      } else if (place.to() <= candidates.getLast().to() || pieces == MOST_PIECES) {
        continue; // The piece before shows it already, or there are enough.
      }
      pieces++;
      int end = Math.min(place.to(), body.end(passage));
      Piece piece = window.around(place.from() - start, end - start);
      candidates.add(candidate(passage, start + piece.from(), start + piece.to(), i, places));
    }
    return candidates;
  }

  private static Candidate candidate(int passage, int from, int to, int at, List<Place> places) {
    int first = at;
    while (first > 0 && places.get(first - 1).from() >= from) {
      first--;
    }
    Set<Query> parts = new HashSet<>();
    long phrases = 0;
    for (int i = first; i < places.size() && places.get(i).from() < to; i++) {
      parts.add(places.get(i).part());
      phrases += places.get(i).isPhrase() ? 1 : 0;
    }
    return new Candidate(passage, from, to, first, parts, phrases);
  }

  private Snippet snippet(Candidate candidate, List<Place> places) {
    List<Mark> marks = marks(places, candidate.from(), candidate.to());
    return cut(candidate.passage(), candidate.from(), candidate.to(), candidate.first() + 1, marks);
  }

  private Snippet cut(int passage, int from, int to, int number, List<Mark> marks) {
    return new Snippet(
        passage(passage).page(),
        number,
        body.text().substring(from, to),
        marks,
        !body.text().substring(body.start(passage), from).isBlank(),
        !body.text().substring(to, body.end(passage)).isBlank());
  }

  /// The places that begin from `from` to `to`, counted from `from` and ending there at the latest.
  private static List<Mark> marks(List<Place> places, int from, int to) {
    return places.stream()
        .filter(place -> place.from() >= from && place.from() < to)
        .map(place -> new Mark(place.from() - from, Math.min(place.to(), to) - from))
        .toList();
  }

  private Passage passage(int index) {
    return body.passages().get(index);
  }

  private boolean isHeading(int index) {
    return passage(index).kind() == Passage.Kind.HEADING;
  }
}
