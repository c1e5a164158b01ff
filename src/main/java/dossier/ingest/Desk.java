package dossier.ingest;

import dossier.search.LedgerEntry;
import java.util.function.Predicate;

/// What the portal sees of the reading of the archive, and may ask of it. Thread-safe.
public interface Desk {

  /// How far the run has come, or how the last one ended.
  Progress progress();

  /// How far labelling all reports again has come, and what is wrong with the vocabularies.
  Relabelling.State labelling();

  /// Asks for these entries to be read again in the next run, although they did not change; also
  /// while a run is under way.
  void retry(Predicate<LedgerEntry> entries);

  /// A reader asked for a page: reading leaves the machine to readers for a while.
  void visited();
}
