package dossier.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far the run has come, or how the last one ended.
///
/// @param running whether a run is under way
/// @param first whether it is the first run over this archive, so that readers see only part of it
/// @param done how many of the files to be read have been read
/// @param total how many files have to be read
/// @param bytesDone their size so far
/// @param bytesTotal size of all files to be read
/// @param refused how many documents of this run could not be read so far
/// @param current location of a file being read; empty when none is
/// @param started when the run began; null before the first
/// @param finished when the last run ended; null before the end of the first
/// @param held why reports whose files are missing were not removed, and what to do about it; empty
///   when nothing was held back
/// @param failed why the last run ended early, in plain words; empty when it did not
public record Progress(
    boolean running,
    boolean first,
    int done,
    int total,
    long bytesDone,
    long bytesTotal,
    int refused,
    String current,
    @Nullable Instant started,
    @Nullable Instant finished,
    String held,
    String failed) {

  /// Nothing runs, and nothing ever did.
  public static final Progress NONE =
      new Progress(false, false, 0, 0, 0, 0, 0, "", null, null, "", "");

  /// Before the first run has found out what there is to read.
  static final Progress STARTING = new Progress(true, true, 0, 0, 0, 0, 0, "", null, null, "", "");
}
