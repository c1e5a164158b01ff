package dossier.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How many characters a document may still say: its own, out of what it and all documents inside
/// it may say together.
final class Allowance {

  /// 20 million characters are a shelf of ten thick books.
  static final int DOCUMENT = 20_000_000;

  /// A document with all that is inside it.
  static final int TOTAL = 60_000_000;

  /// How many documents may lie inside one, and how deep in one another.
  private static final int INSIDE = 2000;

  private static final int DEEPEST = 8;

  /// What a passage counts for besides its words: millions of tiny ones take memory too.
  private static final int PASSAGE = 40;

  /// What to say of a document that had more.
  static final String CUT = "The document is longer than can be kept: its end is missing.";

  private final Total total;
  private final int depth;
  private int left = DOCUMENT;
  private boolean cut;

  private Allowance(Total total, int depth) {
    this.total = total;
    this.depth = depth;
  }

  /// What a document and all inside it share.
  private static final class Total {

    private final int most;
    private final Pulse pulse;
    private int taken;
    private int inside;

    Total(int most, Pulse pulse) {
      this.most = most;
      this.pulse = pulse;
    }
  }

  /// For a document that lies in none.
  ///
  /// @param most how many characters at most, with those of the documents inside it
  /// @param pulse told as words come
  static Allowance of(int most, Pulse pulse) {
    return new Allowance(new Total(most, pulse), 0);
  }

  /// For a document inside this one; null when there may be no more of them, or no deeper ones.
  @Nullable Allowance inside() {
    if (total.inside >= INSIDE || depth >= DEEPEST) {
      return null;
    }
    total.inside++;
    return new Allowance(total, depth + 1);
  }

  /// How many of `wanted` characters may be kept.
  int take(int wanted) {
    int taken = Math.min(wanted, Math.min(left, total.most - total.taken));
    left -= taken;
    total.taken += taken;
    cut |= taken < wanted;
    tell();
    return taken;
  }

  /// Says that work goes on, though no words come.
  void tell() {
    total.pulse.at(total.taken);
  }

  /// The first of these passages that a document may have.
  static List<Passage> within(List<Passage> passages) {
    long left = DOCUMENT;
    int kept = 0;
    while (kept < passages.size() && left > 0) {
      left -= PASSAGE + passages.get(kept).text().length();
      kept++;
    }
    return passages.subList(0, kept);
  }

  /// Counts characters that are not kept: they take time too.
  boolean passed(int length) {
    return take(length) == length;
  }

  /// Whether something was left out.
  boolean isCut() {
    return cut;
  }
}
