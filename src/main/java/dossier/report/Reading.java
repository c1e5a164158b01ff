package dossier.report;

import dossier.text.Passage.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A report cut into words, each part with its place: what labels are found in.
///
/// @param parts in reading order; the title first
/// @param words how many words all parts hold together
record Reading(List<Part> parts, int words) {

  /// Where words stand, and how much more they say there than in the body.
  enum Place {
    TITLE(8),
    HEADING(3),
    SUMMARY(1.5),
    BODY(1);

    private final double weight;

    Place(double weight) {
      this.weight = weight;
    }

    double weight() {
      return weight;
    }
  }

  /// A passage, or the title.
  ///
  /// @param text canonical, see [Words]
  /// @param page 0 of a title that stands on no page
  record Part(Place place, int page, String text, List<Word> words) {}

  /// Reads a report.
  ///
  /// @param skipped indexes of lines that are no evidence: masthead and title
  /// @param summary indexes of lines the summary was taken from
  static Reading of(
      String title, int titlePage, List<Line> lines, Set<Integer> skipped, Set<Integer> summary) {
    List<Part> parts = new ArrayList<>();
    String canonical = Words.canonical(title);
    parts.add(new Part(Place.TITLE, titlePage, canonical, Words.of(canonical)));
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.is(Kind.FURNITURE) || skipped.contains(i) || Furniture.isCredit(line.text())) {
        continue;
      }
      Place place = summary.contains(i) ? Place.SUMMARY : Place.BODY;
      place = line.is(Kind.HEADING) ? Place.HEADING : place;
      parts.add(new Part(place, line.passage().page(), line.text(), line.words()));
    }
    return new Reading(parts, parts.stream().mapToInt(part -> part.words().size()).sum());
  }
}
