package dossier.web;

import dossier.archive.Location;
import dossier.search.Engine;
import dossier.search.LedgerEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where the documents of an archive come from: the folders and archive files right below its own
/// folder.
///
/// @param rows most reports first, then by name; at most [#MOST]
/// @param more how many further sources there are, in words; empty when all are listed
record Sources(List<Source> rows, String more) {

  static final int MOST = 40;

  /// A folder or archive file.
  ///
  /// @param name empty for files right below the archive's folder
  /// @param reports how many documents were read
  /// @param troubles how many were refused, or read only in part
  record Source(String name, String reports, String troubles) {}

  /// What is counted of a source.
  private static final class Count {
    private long reports;
    private long troubles;
  }

  /// Reads the ledger.
  ///
  /// @throws IOException when the storage fails
  static Sources of(Engine.Ledger ledger) throws IOException {
    Map<String, Count> counts = new HashMap<>();
    for (LedgerEntry entry : ledger.all()) {
      Count count = counts.computeIfAbsent(name(entry), name -> new Count());
      switch (entry.outcome()) {
        case INDEXED -> count.reports++;
        case PARTIAL -> {
          count.reports++;
          count.troubles++;
        }
        case REFUSED -> count.troubles++;
        case DUPLICATE, CONTAINER, SKIPPED -> {}
      }
    }
    counts.values().removeIf(count -> count.reports + count.troubles == 0);
    List<Source> rows = new ArrayList<>();
    Comparator<Map.Entry<String, Count>> most =
        Comparator.comparingLong(one -> -one.getValue().reports);
    counts.entrySet().stream()
        .sorted(most.thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST)
        .forEach(one ->
            rows.add(
                new Source(
                    one.getKey(),
                    Words.count(one.getValue().reports),
                    Words.count(one.getValue().troubles))));
    int left = counts.size() - rows.size();
    return new Sources(List.copyOf(rows), left > 0 ? Words.say("more", "n", left) : "");
  }

  private static String name(LedgerEntry entry) {
    Location location = entry.location();
    String file = location.file();
    int folder = file.indexOf('/');
    if (folder >= 0) {
      return file.substring(0, folder + 1);
    }
    return location.isEntry() ? file : "";
  }
}
