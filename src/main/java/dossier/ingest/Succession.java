package dossier.ingest;

import dossier.archive.Location;
import dossier.search.Engine;
import dossier.search.LedgerEntry;
import dossier.search.LedgerEntry.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds who takes over a report whose file changed or is gone. Not thread-safe: [Books] guards it.
///
/// @param vanished where nothing is any more
record Succession(Engine engine, Catalogue catalogue, Journal journal, Set<Location> vanished) {

  /// What follows when a location no longer holds a report: another one takes over, or the report
  /// goes. To be written together with what is written of the location, or a crash between the two
  /// leaves a report that no file holds.
  List<Engine.Change> release(String id, Location from, @Nullable String successor) {
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
      return promote(id, others.getFirst(), from);
    }
    return List.of();
  }

  /// The id is free: the next run reads again what else asks for it.
  private List<Engine.Change> readAgain(String id, Location from) {
    List<Engine.Change> changes = new ArrayList<>();
    for (Location contender : catalogue.contenders(id)) {
      LedgerEntry entry = catalogue.get(contender);
      if (entry != null && !contender.equals(from)) {
        LedgerEntry again = entry.by("");
        catalogue.record(again);
        changes.add(new Engine.Change.Note(again));
      }
    }
    return changes;
  }

  /// A duplicate becomes the place of the report, and of what is inside it.
  private List<Engine.Change> promote(String id, Location heir, Location from) {
    LedgerEntry entry = catalogue.get(heir);
    journal.commit(); // The engine shows only what is committed, and the report may be of this very
    // run.
    try {
      if (entry != null && engine.lookup(id) instanceof Engine.Lookup.Held held) {
        LedgerEntry promoted = entry.as(Outcome.INDEXED, "", id);
        catalogue.record(promoted);
        List<Engine.Change> changes = new ArrayList<>();
        changes.add(new Engine.Change.Put(held.report().at(heir)));
        changes.add(new Engine.Change.Note(promoted));
        for (Location inside : catalogue.inside(from)) {
          Location to = new Location(heir + inside.path().substring(from.path().length()));
          changes.addAll(move(inside, to));
        }
        return changes;
      }
      return List.of();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private List<Engine.Change> move(Location from, Location to) throws IOException {
    LedgerEntry entry = catalogue.get(from);
    if (entry == null || catalogue.get(to) != null) {
      return List.of();
    }
    List<Engine.Change> changes = new ArrayList<>();
    String id = entry.report();
    if (id != null
        && from.equals(catalogue.primary(id))
        && engine.lookup(id) instanceof Engine.Lookup.Held held) {
      changes.add(new Engine.Change.Put(held.report().at(to)));
    }
    LedgerEntry moved = entry.at(to);
    catalogue.record(moved);
    changes.add(new Engine.Change.Note(moved));
    return changes;
  }
}
