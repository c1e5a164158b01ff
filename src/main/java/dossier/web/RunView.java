package dossier.web;

import dossier.ingest.Progress;
import java.time.Duration;
import java.time.Instant;

/// The run under way, in words.
///
/// @param known whether the number of files is known yet
/// @param left how long it will still take, `about 4 min left`; empty while that is not known
record RunView(
    boolean running,
    boolean known,
    long done,
    long total,
    String doneWords,
    String totalWords,
    String percent,
    String refused,
    String current,
    String started,
    String left) {

  /// Before that a guess would be wild.
  private static final long SOON = 5_000;

  static RunView of(Progress now) {
    long percent = now.total() == 0 ? 0 : 100L * now.done() / now.total();
    Instant started = now.started();
    return new RunView(
        now.running(),
        now.total() > 0,
        now.done(),
        now.total(),
        Words.count(now.done()),
        Words.count(now.total()),
        Words.say("unit.percent", "n", percent),
        Words.count(now.refused()),
        now.current(),
        started == null ? "" : Words.moment(started),
        started == null ? "" : left(now, Duration.between(started, Instant.now()).toMillis()));
  }

  /// By what there is to read, since files differ more in size than bytes do in speed.
  private static String left(Progress now, long millis) {
    if (!now.running() || now.bytesDone() <= 0 || millis < SOON) {
      return "";
    }
    double rest = now.bytesTotal() - now.bytesDone();
    long minutes = Math.round(millis * (rest / now.bytesDone()) / 60_000);
    return Words.say("run.left", "n", minutes);
  }
}
