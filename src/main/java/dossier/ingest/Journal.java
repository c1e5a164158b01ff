package dossier.ingest;

import dossier.search.Engine;
import dossier.search.LedgerEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes what a run decided: to the engine, and to the catalogue in step with it. Not thread-safe:
/// [Books] guards it.
final class Journal {

  /// Readers of a first run see reports after this long, and a crash costs no more than this.
  private static final Duration COMMIT_EVERY = Duration.ofSeconds(3);

  private final Engine engine;
  private final Catalogue catalogue;
  private final InstantSource clock;
  private Instant committed;
  private boolean dirty;
  private @Nullable UncheckedIOException broken;

  Journal(Engine engine, Catalogue catalogue, InstantSource clock) {
    this.engine = engine;
    this.catalogue = catalogue;
    this.clock = clock;
    this.committed = clock.instant();
  }

  /// Records an entry, together with other changes.
  void store(LedgerEntry entry, List<Engine.Change> alongside) {
    List<Engine.Change> changes = new ArrayList<>(alongside);
    changes.add(new Engine.Change.Note(entry));
    catalogue.record(entry);
    send(changes);
  }

  void send(List<Engine.Change> changes) {
    UncheckedIOException before = broken;
    if (before != null) {
      throw before;
    }
    try {
      engine.write(changes);
      dirty = true;
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /// What was written since the last commit is gone, but the catalogue has it: nothing may build on
  /// that, so the run ends here, on all its threads.
  private UncheckedIOException broken(IOException e) {
    UncheckedIOException failure = new UncheckedIOException(e);
    broken = failure;
    return failure;
  }

  void commitWhenDue() {
    if (Duration.between(committed, clock.instant()).compareTo(COMMIT_EVERY) >= 0) {
      commit();
    }
  }

  /// Commits what was written since the last commit, if anything was.
  void commit() {
    if (!dirty || broken != null) {
      return;
    }
    try {
      engine.commit();
      dirty = false;
      committed = clock.instant();
    } catch (IOException e) {
      throw broken(e);
    }
  }
}
