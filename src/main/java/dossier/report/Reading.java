package dossier.report;

import dossier.text.Passage;
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
    SUMMARY(3),
    HEADING(3),
    OPENING(1.5),
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

  private static final int OPENING_WORDS = 150;

  /// Reads a report.
  ///
  /// @param skipped indexes of passages that are no evidence: masthead and title
  /// @param summary indexes of passages the summary was taken from
  static Reading of(
      String title,
      int titlePage,
      List<Passage> passages,
      Set<Integer> skipped,
      Set<Integer> summary) {
    List<Part> parts = new ArrayList<>();
    parts.add(part(Place.TITLE, titlePage, title));
    int words = 0;
    for (int i = 0; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      if (passage.kind() == Kind.FURNITURE
          || skipped.contains(i)
          || Furniture.isCredit(passage.text())) {
        continue;
      }
      Part part = part(place(passage, summary.contains(i), words), passage.page(), passage.text());
      parts.add(part);
      words += part.words().size();
    }
    return new Reading(parts, words + parts.getFirst().words().size());
  }

  private static Part part(Place place, int page, String text) {
    String canonical = Words.canonical(text);
    return new Part(place, page, canonical, Words.of(canonical));
  }

  private static Place place(Passage passage, boolean summary, int words) {
    if (passage.kind() == Kind.HEADING) {
      return Place.HEADING;
    }
    return summary ? Place.SUMMARY : words < OPENING_WORDS ? Place.OPENING : Place.BODY;
  }
}
