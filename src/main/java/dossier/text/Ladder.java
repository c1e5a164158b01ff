package dossier.text;

/// How a place is tried that brings workers down: as usual; after a crash or when memory ran out,
/// once more in a large worker; then up to where it went wrong, to keep what can be had; and then
/// no more.
final class Ladder {

  /// How a place is tried.
  enum Rung {
    USUAL,
    LARGE,
    REST
  }

  private Rung rung = Rung.USUAL;
  private Reason reason = Reason.CRASHED;

  Rung rung() {
    return rung;
  }

  /// Why the place could not be read, once it failed.
  Reason reason() {
    return reason;
  }

  /// The last attempt failed.
  ///
  /// @param why what ended it
  /// @param some whether anything had been read of the document by then
  /// @return whether there is another attempt
  boolean climb(Reason why, boolean some) {
    if (rung == Rung.REST) {
      return false;
    }
    reason = why;
    boolean large = rung == Rung.USUAL && (why == Reason.CRASHED || why == Reason.MEMORY_LIMIT);
    if (!large && !some) {
      return false;
    }
    rung = large ? Rung.LARGE : Rung.REST;
    return true;
  }

  /// What to say of it.
  String detail() {
    return switch (reason) {
      case TIME_LIMIT -> "reading it did not come to an end";
      case MEMORY_LIMIT -> "reading it takes more memory than a document may have";
      case CRASHED -> "the reading process ended at this place";
      case BUDGET -> "reading it fills the disk";
      case ENCRYPTED, EMPTY, UNSUPPORTED, DAMAGED, NEEDS_OCR -> reason.words();
    };
  }
}
