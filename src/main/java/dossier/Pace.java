package dossier;

import java.time.Duration;
import java.util.Optional;

/// How fast a run gets on, smoothed, and so how long it still takes. It counts bytes: files differ
/// too much in size to be counted for this.
///
/// The rate is a mean of the rates between two files that were done, in which what lies half a
/// minute back counts a third (an exponential moving average weighted by time).
final class Pace {

  private static final double MEMORY_SECONDS = 30;

  private double weightedBytes;
  private double weightedSeconds;
  private long bytes;
  private Duration at = Duration.ZERO;

  /// The run has come so far.
  ///
  /// @param now time since the run began, never less than before
  /// @param bytesDone size of the files that are done, never less than before
  void note(Duration now, long bytesDone) {
    double seconds = now.minus(at).toNanos() / 1e9;
    if (bytesDone > bytes && seconds > 0) {
      double kept = Math.exp(-seconds / MEMORY_SECONDS);
      weightedBytes = weightedBytes * kept + (bytesDone - bytes);
      weightedSeconds = weightedSeconds * kept + seconds;
      bytes = bytesDone;
      at = now;
    }
  }

  /// How long the rest takes at this pace; empty as long as there is none.
  ///
  /// @param bytesTotal size of all files of the run
  Optional<Duration> left(long bytesTotal) {
    if (weightedBytes == 0) {
      return Optional.empty();
    }
    double seconds = (bytesTotal - bytes) * weightedSeconds / weightedBytes;
    return Optional.of(Duration.ofSeconds(Math.max(0, Math.round(seconds))));
  }
}
