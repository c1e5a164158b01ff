package dossier.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Lets those who search go first: while pages are asked for, one file fewer than usual is read at
/// a time, so that a core is theirs. Thread-safe.
final class Courtesy {

  /// How long after a page the next one is expected.
  static final Duration QUIET = Duration.ofSeconds(10);

  /// How often a reader that waits looks whether it has become quiet.
  private static final Duration LOOK = Duration.ofMillis(500);

  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile Instant visited = Instant.MIN;
  private int reading;

  Courtesy(InstantSource clock) {
    this.clock = clock;
  }

  /// A page was asked for.
  void visited() {
    visited = clock.instant();
  }

  private boolean isBusy() {
    return clock.instant().isBefore(visited.plus(QUIET));
  }

  /// Returns when one of `readers` may take up its next document.
  void enter(int readers) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      await(readers);
      reading++;
    } finally {
      lock.unlock();
    }
  }

  /// A reader is between two documents: it waits here while it is one too many.
  void giveWay(int readers) {
    lock.lock();
    try {
      reading--;
      changed.signal();
      await(readers);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // whoever called waits next, and ends there
    } finally {
      reading++;
      lock.unlock();
    }
  }

  private void await(int readers) throws InterruptedException {
    while (reading >= Math.max(1, readers - 1) && isBusy()) {
      changed.awaitNanos(LOOK.toNanos());
    }
  }

  /// A reader is done with its document.
  void leave() {
    lock.lock();
    try {
      reading--;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }
}
