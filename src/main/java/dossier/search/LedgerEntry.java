package dossier.search;

import dossier.archive.Location;
import dossier.archive.Stamp;
import dossier.text.Reason;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What became of one file of the corpus, or of one document inside an archive file.
///
/// @param location where it is
/// @param stamp its size, time, hash and sidecar when it was read
/// @param outcome what became of it
/// @param reason why it was refused; null unless it was
/// @param detail one line more, in plain words; may be empty
/// @param mediaType detected media type
/// @param parser which parser read it; may be empty
/// @param edition what read it, as the extractor of that day called it; empty when nothing did, or
///   when it was read before editions were kept
/// @param millis how long reading took
/// @param attempts how often it was tried
/// @param when when it was read last
/// @param report id of the report it became, or is a duplicate of, that of an unread report
///   included; null for all else
public record LedgerEntry(
    Location location,
    Stamp stamp,
    Outcome outcome,
    @Nullable Reason reason,
    String detail,
    String mediaType,
    String parser,
    String edition,
    long millis,
    int attempts,
    Instant when,
    @Nullable String report) {

  /// What can become of a file. The counts of all outcomes sum to the files on disk plus the
  /// documents inside archive files.
  public enum Outcome {
    /// Read and indexed.
    INDEXED,
    /// Read in part: a document of which the readable part is indexed, or an archive file that was
    /// not walked to its end.
    PARTIAL,
    /// The same bytes as a report that is indexed already.
    DUPLICATE,
    /// An archive file; its documents have entries of their own.
    CONTAINER,
    /// Could not be read.
    REFUSED,
    /// No document by rule: a sidecar, or noise such as `Thumbs.db`.
    SKIPPED
  }

  public LedgerEntry {
    // Entries of older stores lack it.
    edition = Objects.requireNonNullElse(edition, "");
    if ((outcome == Outcome.REFUSED) != (reason != null)) {
      throw new IllegalArgumentException(outcome + " with reason " + reason + ": " + location);
    }
  }

  /// The same at another place.
  public LedgerEntry at(Location other) {
    return new LedgerEntry(
        other, stamp, outcome, reason, detail, mediaType, parser, edition, millis, attempts, when,
        report);
  }

  /// The same with another stamp.
  public LedgerEntry with(Stamp other) {
    return new LedgerEntry(
        location, other, outcome, reason, detail, mediaType, parser, edition, millis, attempts,
        when, report);
  }

  /// The same, as read by another edition.
  public LedgerEntry by(String other) {
    return new LedgerEntry(
        location, stamp, outcome, reason, detail, mediaType, parser, other, millis, attempts, when,
        report);
  }

  /// The same, as the place of a report.
  public LedgerEntry of(String id) {
    return as(outcome, reason, detail, id);
  }

  /// The same, as the place a report is read from or a duplicate of it.
  public LedgerEntry as(Outcome other, String otherDetail, String id) {
    return as(other, null, otherDetail, id);
  }

  private LedgerEntry as(Outcome other, @Nullable Reason why, String otherDetail, String id) {
    return new LedgerEntry(
        location,
        stamp,
        other,
        why,
        otherDetail,
        mediaType,
        parser,
        edition,
        millis,
        attempts,
        when,
        id);
  }

  /// The same, as tried for the `number`th time.
  public LedgerEntry attempt(int number, Instant now) {
    return new LedgerEntry(
        location, stamp, outcome, reason, detail, mediaType, parser, edition, millis, number, now,
        report);
  }
}
