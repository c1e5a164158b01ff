package dossier.text;

/// How many characters a document may still say, those of documents inside it included.
final class Allowance {

  /// 20 million characters are a shelf of ten thick books.
  static final int DOCUMENT = 20_000_000;

  /// What to say of a document that had more.
  static final String CUT = "The document is longer than can be kept: its end is missing.";

  private final Runnable pulse;
  private int left = DOCUMENT;
  private boolean cut;

  /// @param pulse run as words come, to tell that work goes on
  Allowance(Runnable pulse) {
    this.pulse = pulse;
  }

  /// How many of `wanted` characters may be kept.
  int take(int wanted) {
    pulse.run();
    int taken = Math.min(wanted, left);
    left -= taken;
    cut |= taken < wanted;
    return taken;
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
