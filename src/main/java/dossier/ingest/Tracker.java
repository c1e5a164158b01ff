package dossier.ingest;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Keeps the [Progress] of the run under way; thread-safe.
final class Tracker {

  private final AtomicReference<Progress> state = new AtomicReference<>(Progress.STARTING);
  private final InstantSource clock;

  Tracker(InstantSource clock) {
    this.clock = clock;
  }

  Progress now() {
    return state.get();
  }

  /// A run begins that has this much to read.
  void begin(boolean first, int files, long bytes) {
    Progress before = now();
    state.set(
        new Progress(
            true,
            first,
            0,
            files,
            0,
            bytes,
            0,
            "",
            clock.instant(),
            before.finished(),
            before.held(),
            ""));
  }

  void reading(String location) {
    change(p -> with(p, p.done(), p.bytesDone(), p.refused(), location));
  }

  void read(long bytes) {
    change(p -> with(p, p.done() + 1, p.bytesDone() + bytes, p.refused(), p.current()));
  }

  void refused() {
    change(p -> with(p, p.done(), p.bytesDone(), p.refused() + 1, p.current()));
  }

  void end(String held, String failed) {
    Instant now = clock.instant();
    change(p -> ended(p, now, held, failed));
  }

  private void change(UnaryOperator<Progress> change) {
    state.updateAndGet(change);
  }

  private static Progress with(Progress p, int done, long bytes, int refused, String current) {
    return new Progress(
        p.running(),
        p.first(),
        done,
        p.total(),
        bytes,
        p.bytesTotal(),
        refused,
        current,
        p.started(),
        p.finished(),
        p.held(),
        p.failed());
  }

  private static Progress ended(Progress p, @Nullable Instant now, String held, String failed) {
    return new Progress(
        false,
        false,
        p.done(),
        p.total(),
        p.bytesDone(),
        p.bytesTotal(),
        p.refused(),
        "",
        p.started(),
        now,
        held,
        failed);
  }
}
