package dossier.ingest;

import dossier.search.LedgerEntry.Outcome;
import java.util.EnumMap;
import java.util.Map;

/// What a run did. `outcomes` is the whole ledger after it and sums to `files` plus `entries`,
/// unless removals were held back.
///
/// @param files files on disk, those still being written excepted
/// @param entries documents inside archive files
/// @param read how many files were read in this run
/// @param removed how many reports left the index in this run
/// @param refused how many documents could not be read in this run
/// @param outcomes how many files and entries there are of each outcome
/// @param waiting how many files with images of pages are still to be read by text recognition
/// @param held why removals were held back; empty when they were not
public record Summary(
    long files,
    long entries,
    int read,
    int removed,
    int refused,
    Map<Outcome, Long> outcomes,
    int waiting,
    String held) {

  public Summary {
    EnumMap<Outcome, Long> copy = new EnumMap<>(Outcome.class);
    copy.putAll(outcomes);
    outcomes = java.util.Collections.unmodifiableMap(copy);
  }

  /// This run and the one after it as one.
  public Summary then(Summary next) {
    return new Summary(
        next.files,
        next.entries,
        read + next.read,
        removed + next.removed,
        refused + next.refused,
        next.outcomes,
        next.waiting,
        next.held);
  }
}
