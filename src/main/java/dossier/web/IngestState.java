package dossier.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far the reading of the archive has come.
///
/// @param running whether a run is under way
/// @param done files dealt with in this run, or the last one
/// @param total files of this run as far as known, at least `done`
/// @param refused files that could not be read in this run
/// @param current location of a file being read; empty when unknown
/// @param started when this run began; null when there was none
/// @param heldBack why documents that vanished were kept, a sentence or two; empty when they were
///   not
public record IngestState(
    boolean running,
    long done,
    long total,
    long refused,
    String current,
    @Nullable Instant started,
    String heldBack) {

  /// Nothing was ever read.
  public static final IngestState IDLE = new IngestState(false, 0, 0, 0, "", null, "");
}
