package dossier.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// How a PDF is set: what is ordinary in it, so that what stands out can be told.
///
/// @param body size of most letters, in points
/// @param leading distance of most lines, as a multiple of the size
/// @param boldBody whether most of the text is bold
/// @param exact whether sizes can be trusted: a scanner's text recognition guesses them anew for
///   each line
record PdfType(float body, float leading, boolean boldBody, boolean exact) {

  /// What is ordinary when a document has too few lines to tell.
  private static final float LEADING = 1.35f;

  static PdfType of(List<PdfLine> lines) {
    Map<Float, Integer> sizes = new HashMap<>();
    Map<Float, Integer> exactly = new HashMap<>();
    float bold = 0;
    int all = 0;
    for (PdfLine line : lines) {
      int length = line.text().length();
      sizes.merge(rounded(line.size()), length, Integer::sum);
      exactly.merge(line.size(), length, Integer::sum);
      bold += line.bold() * length;
      all += length;
    }
    int letters = all;
    boolean exact = exactly.values().stream().anyMatch(count -> count * 2L > letters);
    float body = most(exact ? exactly : sizes, 10);
    float leading = leading(lines, body);
    return new PdfType(body, leading, bold * 2 > letters, exact);
  }

  private static float leading(List<PdfLine> lines, float body) {
    Map<Float, Integer> distances = new HashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      PdfLine line = lines.get(i);
      float distance = line.y() - lines.get(i - 1).y();
      boolean text =
          line.page() == lines.get(i - 1).page() && Math.abs(line.size() - body) < 0.05f * body;
      if (text && distance > body * 0.8f && distance < body * 2.5f) {
        distances.merge(rounded(distance), 1, Integer::sum);
      }
    }
    return most(distances, body * LEADING) / body;
  }

  private static float most(Map<Float, Integer> counts, float otherwise) {
    return counts.entrySet().stream()
        .max(Map.Entry.<Float, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(otherwise);
  }

  private static float rounded(float points) {
    return Math.round(points * 2) / 2f;
  }

  boolean isSame(float size, float other) {
    return Math.abs(size - other) < (exact ? 0.03f : 0.1f) * Math.max(size, other);
  }

  /// Whether letters of this size stand out from the text.
  boolean isLarge(float size) {
    return size > body * (exact ? 1.03f : 1.15f);
  }

  /// How far below a line the next of its paragraph may be.
  float reach(float size) {
    // Large lines stand alone, so a looser reach joins wrapped titles and little else.
    return size * (isLarge(size) ? Math.max(leading * 1.2f, 1.55f) : leading * 1.2f);
  }

  /// The level of a heading of each size: the largest is 1. What is as large as the title on the
  /// first page, or larger, is a title too.
  Map<Float, Integer> levels(List<Float> sizes, float title) {
    Map<Float, Integer> levels = new HashMap<>();
    int level = 0;
    float last = Float.MAX_VALUE;
    for (float size : new TreeSet<>(sizes).descendingSet()) {
      if (level == 0 || (last <= title && !isSame(size, last))) {
        level++;
      }
      last = size;
      levels.put(size, Math.min(level, 6));
    }
    return levels;
  }
}
