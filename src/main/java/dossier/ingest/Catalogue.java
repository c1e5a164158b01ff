package dossier.ingest;

import dossier.archive.Location;
import dossier.archive.Stamp;
import dossier.search.LedgerEntry;
import dossier.search.LedgerEntry.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The ledger in memory: what is known of every file, and which files hold which report. Not
/// thread-safe: [Run] guards it.
final class Catalogue {

  /// Size of an entry that was not in its archive when that was read last, and is to be removed.
  static final long MISSING = -1;

  private static final Stamp UNLIKE_ANY = new Stamp(-1, 0, "", "");
  private static final String CLAIM = "The id “";

  private final NavigableMap<Location, LedgerEntry> entries = new TreeMap<>();
  private final Map<String, Set<Location>> holders = new HashMap<>();
  private final Set<Location> contenders = new TreeSet<>();

  Catalogue(Collection<LedgerEntry> ledger) {
    ledger.forEach(this::record);
  }

  @Nullable LedgerEntry get(Location location) {
    return entries.get(location);
  }

  void record(LedgerEntry entry) {
    forget(entry.location());
    entries.put(entry.location(), entry);
    if (entry.detail().contains(CLAIM)) {
      contenders.add(entry.location());
    }
    if (entry.report() != null) {
      holders.computeIfAbsent(entry.report(), id -> new TreeSet<>()).add(entry.location());
    }
  }

  void forget(Location location) {
    LedgerEntry entry = entries.remove(location);
    contenders.remove(location);
    if (entry != null && entry.report() != null) {
      Set<Location> locations = holders.get(entry.report());
      if (locations != null && locations.remove(location) && locations.isEmpty()) {
        holders.remove(entry.report());
      }
    }
  }

  /// What is known of the files on disk.
  ///
  /// @param again of these, and of the archive files around them, nothing that any file could match
  Map<Location, Stamp> stamps(Set<Location> again) {
    Map<Location, Stamp> stamps = new HashMap<>();
    entries.forEach((location, entry) -> {
      if (!location.isEntry()) {
        stamps.put(location, entry.stamp());
      }
    });
    again.forEach(location -> stamps.replace(new Location(location.file()), UNLIKE_ANY));
    return stamps;
  }

  /// Where the entries are that match.
  NavigableSet<Location> where(Predicate<LedgerEntry> matches) {
    return entries.values().stream()
        .filter(matches)
        .map(LedgerEntry::location)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The locations inside an archive file, at any depth.
  List<Location> inside(Location container) {
    // '0' follows '/': the range holds exactly the paths that begin with the container's and "!/".
    return List.copyOf(
        entries
            .subMap(
                new Location(container.path() + "!/"), true,
                new Location(container.path() + "!0"), false)
            .keySet());
  }

  /// What was missing in its archive when a run ended before removing it.
  List<Location> missing() {
    return entries.values().stream()
        .filter(entry -> entry.stamp().sizeBytes() == MISSING)
        .map(LedgerEntry::location)
        .toList();
  }

  /// What the ledger says of a document whose sidecar gives it an id that another one holds.
  static String claim(String id) {
    return CLAIM + id + "” belongs to ";
  }

  /// Documents whose sidecars give them this id, which another one holds.
  List<Location> contenders(String id) {
    return contenders.stream()
        .filter(location -> {
          LedgerEntry entry = entries.get(location);
          return entry != null && entry.detail().contains(claim(id));
        })
        .toList();
  }

  /// Every location that holds a report, ascending.
  List<Location> locations(String report) {
    return new ArrayList<>(holders.getOrDefault(report, Set.of()));
  }

  /// The location a report is read from; null when it is not held.
  @Nullable Location primary(String report) {
    for (Location location : holders.getOrDefault(report, Set.of())) {
      LedgerEntry entry = entries.get(location);
      if (entry != null && entry.outcome() != Outcome.DUPLICATE) {
        return location;
      }
    }
    return null;
  }

  /// The ids of all reports.
  Set<String> reports() {
    return new HashSet<>(holders.keySet());
  }

  Map<Outcome, Long> counts() {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    entries.values().forEach(entry -> counts.merge(entry.outcome(), 1L, Long::sum));
    return counts;
  }

  /// How many entries are files on disk.
  long files() {
    return entries.keySet().stream().filter(location -> !location.isEntry()).count();
  }

  int size() {
    return entries.size();
  }
}
