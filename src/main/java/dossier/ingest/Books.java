package dossier.ingest;

import dossier.archive.Document;
import dossier.archive.Location;
import dossier.archive.Original;
import dossier.archive.Stamp;
import dossier.report.Report;
import dossier.search.Engine;
import dossier.search.LedgerEntry;
import dossier.search.LedgerEntry.Outcome;
import dossier.text.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Keeps the catalogue and the engine in step: decides which file holds a report, what a duplicate
/// is, and what to do with reports whose file changed or vanished. Thread-safe.
///
/// Storage failures leave as [UncheckedIOException], for the run to stop.
final class Books {

  private static final String UNKNOWN_TYPE = "application/octet-stream";

  private final Engine engine;
  private final Relabelling relabelling;
  private final Catalogue catalogue;
  private final Journal journal;
  private final Succession succession;
  private final InstantSource clock;
  private final NavigableSet<Location> again;
  private final NavigableSet<Location> vanished = new TreeSet<>();

  /// @param again where to read again what did not change; each is taken out when it was read
  Books(
      Engine engine,
      Relabelling relabelling,
      Catalogue catalogue,
      InstantSource clock,
      NavigableSet<Location> again) {
    this.engine = engine;
    this.relabelling = relabelling;
    this.catalogue = catalogue;
    this.clock = clock;
    this.again = again;
    this.journal = new Journal(engine, catalogue, clock);
    this.succession = new Succession(engine, catalogue, journal, vanished);
  }

  /// What a run removed.
  ///
  /// @param removed how many reports
  /// @param held why others were not; empty when all were
  record Removal(int removed, String held) {}

  /// Whether a document has to be parsed: not when it was already, here or elsewhere, unless it is
  /// to be read again.
  synchronized boolean wanted(Document document) {
    return !unchanged(document) && otherHolder(document) == null;
  }

  private boolean unchanged(Document document) {
    LedgerEntry entry = catalogue.get(document.location());
    return entry != null
        && !again.contains(document.location())
        && !isInside(again, document.location())
        && !isInside(vanished, document.location())
        && entry.stamp().sha256().equals(document.sha256())
        && entry.stamp().sidecar().equals(document.sidecar().fingerprint())
        && (entry.outcome() != Outcome.DUPLICATE || otherHolder(document) != null);
  }

  /// What is inside a document comes up only when the document itself is read.
  private static boolean isInside(NavigableSet<Location> some, Location location) {
    String inside = location + "!/";
    Location next = some.ceiling(new Location(inside));
    return next != null && next.path().startsWith(inside);
  }

  /// Where the same bytes are held as a report already; null when nowhere else.
  private @Nullable Location otherHolder(Document document) {
    return otherHolder(
        relabelling.classifier().id(document), document.location(), document.sha256());
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
    String id = relabelling.classifier().id(document);
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

  /// When the report under an id was first indexed; now when it was not.
  Instant added(String id) {
    try {
      return engine.lookup(id) instanceof Engine.Lookup.Held held
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

  /// Records a document that could not be read, and takes it as an unread report.
  synchronized void refuse(Report unread, LedgerEntry found) {
    LedgerEntry before = catalogue.get(found.location());
    String kept = before == null ? null : before.report();
    if (before != null && kept != null && isLostByAccident(before, found)) {
      write(
          before
              .as(
                  before.outcome(),
                  "Reading it again failed: " + found.detail() + ". What was read before is kept.",
                  kept)
              .with(found.stamp())
              .by(found.edition()),
          List.of());
      return;
    }
    write(found.of(unread.id()), List.of(new Engine.Change.Put(unread)));
  }

  /// Whether the same bytes were read before, and this time only ran into a limit.
  private static boolean isLostByAccident(LedgerEntry before, LedgerEntry now) {
    Reason reason = now.reason();
    boolean limit =
        reason == Reason.TIME_LIMIT || reason == Reason.MEMORY_LIMIT || reason == Reason.CRASHED;
    return limit
        && before.outcome() != Outcome.REFUSED
        && before.stamp().sha256().equals(now.stamp().sha256());
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
      write(duplicate(found, relabelling.classifier().id(document), holder), List.of());
    }
  }

  /// Its text is the holder's, and so is what read it.
  private LedgerEntry duplicate(LedgerEntry found, String id, Location holder) {
    LedgerEntry original = catalogue.get(holder);
    return found
        .as(Outcome.DUPLICATE, "the same as " + holder, id)
        .by(original == null ? "" : original.edition());
  }

  private static LedgerEntry entry(
      Location location, Stamp stamp, String detail, String mediaType) {
    return new LedgerEntry(
        location,
        stamp,
        Outcome.SKIPPED,
        null,
        detail,
        mediaType,
        "",
        "",
        0,
        1,
        Instant.EPOCH,
        null);
  }

  /// Records what became of a file that is no report.
  synchronized void note(LedgerEntry entry) {
    write(entry, List.of());
  }

  /// Records a file that is no document by rule.
  synchronized void skip(Original original, String rule) {
    Stamp stamp =
        new Stamp(
            original.sizeBytes(), original.modifiedMillis(), "", original.sidecar().fingerprint());
    note(entry(original.location(), stamp, rule, UNKNOWN_TYPE));
    if (original.sidecar().isIgnored()) {
      // An editor said so: no disk is away, and nothing is held back.
      catalogue.inside(original.location()).forEach(this::forget);
    } else {
      vanishInside(original.location(), Set.of());
    }
  }

  /// Records a new stamp for a file that is otherwise unchanged.
  synchronized void touch(Location location, Stamp stamp) {
    LedgerEntry entry = catalogue.get(location);
    if (entry != null) {
      vanished.remove(location);
      journal.store(entry.with(stamp), List.of());
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
      journal.store(
          entry.with(new Stamp(Catalogue.MISSING, 0, was.sha256(), was.sidecar())), List.of());
    }
  }

  /// What is known inside an archive file or a document.
  synchronized List<Location> inside(Location around) {
    return catalogue.inside(around);
  }

  /// A file was read to its end. What was to be read again in it, but did not come up (behind the
  /// place where walking an archive file stops), counts as tried: it would not come up next time
  /// either, and the file must not be read for ever.
  synchronized void settle(Location file, UnaryOperator<String> edition) {
    List<Location> inside = new ArrayList<>(catalogue.inside(file));
    inside.add(file);
    for (Location location : inside) {
      LedgerEntry entry = catalogue.get(location);
      if (again.remove(location) && entry != null) {
        journal.store(entry.by(edition.apply(entry.mediaType())), List.of());
      }
    }
  }

  private void write(LedgerEntry found, List<Engine.Change> alongside) {
    LedgerEntry before = catalogue.get(found.location());
    int attempts = before == null ? 1 : before.attempts() + 1;
    vanished.remove(found.location());
    again.remove(found.location());
    List<Engine.Change> changes = new ArrayList<>(alongside);
    String old = before == null ? null : before.report();
    if (old != null && !old.equals(found.report())) {
      changes.addAll(succession.release(old, found.location(), found.report()));
    }
    journal.store(found.attempt(attempts, clock.instant()), changes);
    journal.commitWhenDue();
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
    // In order, so that what is inside a document is known until the document has gone.
    for (Location location : vanished) {
      removed += forget(location) ? 1 : 0;
    }
    vanished.clear();
    return new Removal(removed, "");
  }

  /// @return whether a report went with it
  private boolean forget(Location location) {
    LedgerEntry entry = catalogue.get(location);
    List<Engine.Change> changes = new ArrayList<>(List.of(new Engine.Change.Forget(location)));
    if (entry != null && entry.report() != null) {
      changes.addAll(succession.release(entry.report(), location, null));
    }
    catalogue.forget(location);
    journal.send(changes);
    return changes.getLast() instanceof Engine.Change.Drop;
  }

  private static String held(int lost, int known) {
    return """
    The files of %,d of %,d reports are missing. Nothing was removed, in case a folder or disk is \
    only away. Bring the files back; or, to remove the reports, stop the portal and start it again \
    with --prune added to its command.\
    """
        .formatted(lost, known);
  }

  /// Commits what was written since the last commit, if anything was.
  synchronized void commit() {
    journal.commit();
  }
}
