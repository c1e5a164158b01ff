package dossier.ingest;

import dossier.archive.Document;
import dossier.archive.Location;
import dossier.archive.Original;
import dossier.archive.Stamp;
import dossier.report.Classifier;
import dossier.report.Report;
import dossier.search.Engine;
import dossier.search.LedgerEntry;
import dossier.search.LedgerEntry.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Keeps the catalogue and the engine in step: decides which file holds a report, what a duplicate
/// is, and what to do with reports whose file changed or vanished. Thread-safe.
///
/// Storage failures leave as [UncheckedIOException], for the run to stop.
final class Books {

  /// Readers of a first run see reports after this long, and a crash costs no more than this.
  private static final Duration COMMIT_EVERY = Duration.ofSeconds(3);

  /// The fingerprint of no sidecar.
  private static final String READ_AGAIN = "read again";

  private static final String UNKNOWN_TYPE = "application/octet-stream";

  private final Engine engine;
  private final Classifier classifier;
  private final Catalogue catalogue;
  private final InstantSource clock;
  private final Set<Location> vanished = new HashSet<>();
  private Instant committed;
  private boolean dirty;
  private @Nullable UncheckedIOException broken;
  private int refused;

  Books(Engine engine, Classifier classifier, Catalogue catalogue, InstantSource clock) {
    this.engine = engine;
    this.classifier = classifier;
    this.catalogue = catalogue;
    this.clock = clock;
    this.committed = clock.instant();
  }

  /// What a run removed.
  ///
  /// @param removed how many reports
  /// @param held why others were not; empty when all were
  record Removal(int removed, String held) {}

  /// Whether a document has to be parsed: not when it was already, here or elsewhere.
  synchronized boolean wanted(Document document) {
    return !unchanged(document) && otherHolder(document) == null;
  }

  private boolean unchanged(Document document) {
    LedgerEntry entry = catalogue.get(document.location());
    return entry != null
        && entry.stamp().sha256().equals(document.sha256())
        && entry.stamp().sidecar().equals(document.sidecar().fingerprint())
        && (entry.outcome() != Outcome.DUPLICATE || otherHolder(document) != null);
  }

  /// Where the same bytes are held as a report already; null when nowhere else.
  private @Nullable Location otherHolder(Document document) {
    return otherHolder(classifier.id(document), document.location(), document.sha256());
  }

  private @Nullable Location otherHolder(String id, Location here, String sha256) {
    Location primary = catalogue.primary(id);
    if (primary == null || primary.equals(here) || vanished.contains(primary)) {
      return null;
    }
    LedgerEntry entry = catalogue.get(primary);
    return entry != null && entry.stamp().sha256().equals(sha256) ? primary : null;
  }

  /// The document, without the id its sidecar gives where a document of other bytes holds that id.
  synchronized Document identified(Document document) {
    String id = classifier.id(document);
    Location primary = catalogue.primary(id);
    if (primary == null || primary.equals(document.location()) || vanished.contains(primary)) {
      return document;
    }
    LedgerEntry entry = catalogue.get(primary);
    if (entry == null || entry.stamp().sha256().equals(document.sha256())) {
      return document;
    }
    String problem = Catalogue.claim(id) + primary + " already.";
    return new Document(
        document.location(),
        document.sizeBytes(),
        document.sha256(),
        document.sidecar().withoutId(problem));
  }

  /// When the report of this document was first indexed; now when it was not.
  Instant added(Document document) {
    try {
      return engine.lookup(classifier.id(document)) instanceof Engine.Lookup.Held held
          ? held.report().added()
          : clock.instant();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Takes a report, or records a duplicate when another file of the same bytes holds it.
  synchronized void index(Report report, LedgerEntry found) {
    Location holder = otherHolder(report.id(), report.location(), report.sha256());
    if (holder != null) {
      write(duplicate(found, report.id(), holder), List.of());
    } else {
      write(
          found.as(found.outcome(), found.detail(), report.id()),
          List.of(new Engine.Change.Put(report)));
    }
  }

  /// Records a document that was not read again because it is known.
  synchronized void known(Document document, Stamp stamp) {
    LedgerEntry entry = catalogue.get(document.location());
    Location holder = otherHolder(document);
    if (entry != null && unchanged(document)) {
      if (!entry.stamp().equals(stamp)) {
        touch(document.location(), stamp);
      }
    } else if (holder != null) {
      LedgerEntry original = catalogue.get(holder);
      String type = original == null ? UNKNOWN_TYPE : original.mediaType();
      LedgerEntry found = entry(document.location(), stamp, "", type);
      write(duplicate(found, classifier.id(document), holder), List.of());
    }
  }

  private static LedgerEntry duplicate(LedgerEntry found, String id, Location holder) {
    return found.as(Outcome.DUPLICATE, "the same as " + holder, id);
  }

  private static LedgerEntry entry(
      Location location, Stamp stamp, String detail, String mediaType) {
    return new LedgerEntry(
        location, stamp, Outcome.SKIPPED, null, detail, mediaType, "", 0, 1, Instant.EPOCH, null);
  }

  /// Records what became of a file that is no report.
  synchronized void note(LedgerEntry entry) {
    if (entry.outcome() == Outcome.REFUSED) {
      refused++;
    }
    write(entry, List.of());
  }

  /// Records a file that is no document by rule.
  synchronized void skip(Original original, String rule) {
    Stamp stamp =
        new Stamp(
            original.sizeBytes(), original.modifiedMillis(), "", original.sidecar().fingerprint());
    note(entry(original.location(), stamp, rule, UNKNOWN_TYPE));
    vanishInside(original.location(), Set.of());
  }

  /// Records a new stamp for a file that is otherwise unchanged.
  synchronized void touch(Location location, Stamp stamp) {
    LedgerEntry entry = catalogue.get(location);
    if (entry != null) {
      vanished.remove(location);
      store(entry.with(stamp), List.of());
    }
  }

  /// A location is no longer there; [#remove] decides what follows.
  synchronized void vanish(Location location) {
    vanished.add(location);
  }

  /// What is known inside an archive file, but was not seen in it now, is no longer there.
  synchronized void vanishInside(Location container, Set<Location> seen) {
    catalogue.inside(container).stream()
        .filter(location -> !seen.contains(location))
        .forEach(this::miss);
  }

  /// The ledger remembers that an entry is missing: should the run end before it is removed,
  /// nothing else would tell the next one, which does not read the archive again.
  private void miss(Location location) {
    vanished.add(location);
    LedgerEntry entry = catalogue.get(location);
    if (entry != null && entry.stamp().sizeBytes() != Catalogue.MISSING) {
      Stamp was = entry.stamp();
      store(entry.with(new Stamp(Catalogue.MISSING, 0, was.sha256(), was.sidecar())), List.of());
    }
  }

  synchronized int refused() {
    return refused;
  }

  private void write(LedgerEntry found, List<Engine.Change> alongside) {
    LedgerEntry before = catalogue.get(found.location());
    int attempts = before == null ? 1 : before.attempts() + 1;
    vanished.remove(found.location());
    List<Engine.Change> changes = new ArrayList<>(alongside);
    String old = before == null ? null : before.report();
    if (old != null && !old.equals(found.report())) {
      changes.addAll(release(old, found.location(), found.report()));
    }
    store(found.attempt(attempts, clock.instant()), changes);
    commitWhenDue();
  }

  private void store(LedgerEntry entry, List<Engine.Change> alongside) {
    List<Engine.Change> changes = new ArrayList<>(alongside);
    changes.add(new Engine.Change.Note(entry));
    catalogue.record(entry);
    send(changes);
  }

  /// What follows when a location no longer holds a report: another one takes over, or the report
  /// goes. To be written together with what is written of the location, or a crash between the two
  /// leaves a report that no file holds.
  private List<Engine.Change> release(String id, Location from, @Nullable String successor) {
    List<Location> others =
        catalogue.locations(id).stream()
            .filter(place -> !place.equals(from) && !vanished.contains(place))
            .toList();
    if (others.isEmpty()) {
      List<Engine.Change> changes = new ArrayList<>(readAgain(id, from));
      changes.add(new Engine.Change.Drop(id, successor));
      return changes;
    }
    Location primary = catalogue.primary(id);
    if (primary == null || primary.equals(from) || vanished.contains(primary)) {
      return promote(id, others.getFirst());
    }
    return List.of();
  }

  /// The id is free: the next run reads what else asks for it as if its sidecar had changed.
  private List<Engine.Change> readAgain(String id, Location from) {
    List<Engine.Change> changes = new ArrayList<>();
    for (Location contender : catalogue.contenders(id)) {
      for (Location each : new TreeSet<>(List.of(contender, new Location(contender.file())))) {
        LedgerEntry entry = catalogue.get(each);
        if (entry != null && !each.equals(from)) {
          Stamp was = entry.stamp();
          LedgerEntry again =
              entry.with(
                  new Stamp(was.sizeBytes(), was.modifiedMillis(), was.sha256(), READ_AGAIN));
          catalogue.record(again);
          changes.add(new Engine.Change.Note(again));
        }
      }
    }
    return changes;
  }

  private List<Engine.Change> promote(String id, Location heir) {
    LedgerEntry entry = catalogue.get(heir);
    commit(); // The engine shows only what is committed, and the report may be of this very run.
    try {
      if (entry != null && engine.lookup(id) instanceof Engine.Lookup.Held held) {
        LedgerEntry promoted = entry.as(Outcome.INDEXED, "", id);
        catalogue.record(promoted);
        return List.of(
            new Engine.Change.Put(held.report().at(heir)), new Engine.Change.Note(promoted));
      }
      return List.of();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Removes what vanished, unless that is more than half of the reports known before, or
  /// everything.
  synchronized Removal remove(int knownReports, boolean empty, boolean prune) {
    Set<String> lost = new HashSet<>();
    for (Location location : vanished) {
      LedgerEntry entry = catalogue.get(location);
      if (entry != null
          && entry.report() != null
          && vanished.containsAll(catalogue.locations(entry.report()))) {
        lost.add(entry.report());
      }
    }
    if (!prune && !lost.isEmpty() && (empty || lost.size() * 2 > knownReports)) {
      return new Removal(0, held(lost.size(), knownReports));
    }
    int removed = 0;
    for (Location location : vanished) {
      LedgerEntry entry = catalogue.get(location);
      List<Engine.Change> changes = new ArrayList<>(List.of(new Engine.Change.Forget(location)));
      if (entry != null && entry.report() != null) {
        changes.addAll(release(entry.report(), location, null));
      }
      catalogue.forget(location);
      send(changes);
      if (changes.getLast() instanceof Engine.Change.Drop) {
        removed++;
      }
    }
    vanished.clear();
    return new Removal(removed, "");
  }

  private static String held(int lost, int known) {
    return """
    The files of %,d of %,d reports are missing. Nothing was removed, in case a folder or disk is \
    only away. Bring the files back; or, to remove the reports, stop the portal and start it again \
    with --prune added to its command.\
    """
        .formatted(lost, known);
  }

  private void send(List<Engine.Change> changes) {
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

  private void commitWhenDue() {
    if (Duration.between(committed, clock.instant()).compareTo(COMMIT_EVERY) >= 0) {
      commit();
    }
  }

  /// Commits what was written since the last commit, if anything was.
  synchronized void commit() {
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
