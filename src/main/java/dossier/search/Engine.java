package dossier.search;

import dossier.archive.Location;
import dossier.report.Report;
import dossier.report.Vocabularies;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Keeps reports and the ledger, and answers questions about them.
///
/// What is written becomes visible, and survives a crash, with the next [#commit]: all of it or
/// nothing. Thread-safe. The suite `EngineContract` says in tests what every engine does.
public interface Engine extends AutoCloseable {

  /// Answers a question. Never fails because of what was asked.
  ///
  /// @throws IOException when the storage fails
  Answer search(Question question) throws IOException;

  /// What is known under an id.
  ///
  /// @throws IOException when the storage fails
  Lookup lookup(String id) throws IOException;

  /// Where a query's words stand in the body of a report: ascending, not overlapping. Empty when
  /// the report is not there or does not match.
  ///
  /// @throws IOException when the storage fails
  List<Hit.Mark> marks(String id, Query query) throws IOException;

  /// Why a report stands where it does among the hits of a question.
  ///
  /// @throws IOException when the storage fails
  Hit.Why why(String id, Question question) throws IOException;

  /// What is held, as of the last commit.
  ///
  /// @throws IOException when the storage fails
  Holdings holdings() throws IOException;

  /// The ledger, as of the last commit.
  Ledger ledger();

  /// Takes changes, each write whole: its changes are committed together. A later change of the
  /// same location or id replaces an earlier one.
  ///
  /// @throws IOException when the storage fails: everything written since the last commit is given
  ///   up, and the next write begins from that commit. The message says what to do
  void write(List<Change> changes) throws IOException;

  /// Makes all that was written visible and durable, in one step. With nothing written, finds out
  /// whether the storage is there.
  ///
  /// @throws IOException when the storage fails: everything written since the last commit is given
  ///   up, which stays what readers see. The message says what to do
  void commit() throws IOException;

  /// What the last [Revision] was called; empty before the first.
  ///
  /// @throws IOException when the storage fails
  String edition() throws IOException;

  /// Begins to replace every report by another version of itself, all in one commit. One revision
  /// at a time; until it is committed readers see the old versions, and writing and committing go
  /// on as usual.
  ///
  /// @throws IOException when the storage fails
  /// @throws IllegalStateException when another revision is under way
  Revision revise() throws IOException;

  @Override
  void close() throws IOException;

  /// All reports on their way to other versions of themselves.
  interface Revision extends AutoCloseable {

    /// How many reports there are to prepare.
    long total();

    /// Makes the other version of every report, which may take long and stops nobody.
    ///
    /// @param change called from several threads at once; keeps the id
    /// @param vocabularies what the labels of the new versions refer to
    /// @param threads how many reports are changed side by side, at least 1
    /// @throws IOException when the storage fails, or a report cannot be read
    /// @throws InterruptedException when the thread is interrupted
    void prepare(UnaryOperator<Report> change, Vocabularies vocabularies, int threads)
        throws IOException, InterruptedException;

    /// Puts the prepared versions in place, in one commit; reports that were written meanwhile are
    /// changed from what they became. Writes wait until it is done; one that carries a report made
    /// by the old rules must not be on its way then.
    ///
    /// @param edition what [Engine#edition] says from now on
    /// @throws IOException when the storage fails: the old versions stay, and what was written
    ///   since the last commit is given up
    void commit(String edition) throws IOException;

    /// Ends the revision; one that was not committed leaves nothing behind.
    @Override
    void close() throws IOException;
  }

  /// What is known under an id.
  sealed interface Lookup {

    /// A report, whole.
    ///
    /// @param places every location of the same content, the report's own first
    record Held(Report report, List<Location> places) implements Lookup {
      public Held {
        places = List.copyOf(places);
      }
    }

    /// Its file changed: the report is now this one.
    record Moved(String id) implements Lookup {}

    /// There was such a report; its file is gone.
    record Gone() implements Lookup {}

    /// Never heard of.
    record Unknown() implements Lookup {}
  }

  /// A change of what is kept.
  sealed interface Change {

    /// Keep a report, replacing what was under its id, a note that it was gone or moved included.
    record Put(Report report) implements Change {}

    /// Record what became of a file, replacing what was recorded of its location.
    record Note(LedgerEntry entry) implements Change {}

    /// Forget what was recorded of a location.
    record Forget(Location location) implements Change {}

    /// Drop a report; its address then says it is gone, or leads to another report.
    ///
    /// @param successor id of the report its file became; null when the file is gone
    record Drop(String id, @Nullable String successor) implements Change {}
  }

  /// Reading the ledger. Snapshots: later commits do not change what was returned.
  interface Ledger {

    /// Every entry, ascending by location.
    ///
    /// @throws IOException when the storage fails
    List<LedgerEntry> all() throws IOException;

    /// The entry of a location; null when nothing is recorded of it.
    ///
    /// @throws IOException when the storage fails
    @Nullable LedgerEntry at(Location location) throws IOException;

    /// The entries inside an archive file or document, at any depth, ascending by location.
    ///
    /// @throws IOException when the storage fails
    List<LedgerEntry> inside(Location location) throws IOException;

    /// Entries of these outcomes, ascending by location.
    ///
    /// @throws IOException when the storage fails
    List<LedgerEntry> of(LedgerEntry.Outcome... outcomes) throws IOException;

    /// How many entries there are of each outcome.
    ///
    /// @throws IOException when the storage fails
    Map<LedgerEntry.Outcome, Long> counts() throws IOException;
  }

  /// What is held.
  ///
  /// @param reports how many reports
  /// @param series how many series
  /// @param languages how many languages
  /// @param firstYear year of the oldest dated report, 0 when none is dated
  /// @param lastYear year of the newest dated report, 0 when none is dated
  /// @param bytesOnDisk size of the index
  /// @param committed when the last commit was made; null when nothing was ever written
  record Holdings(
      long reports,
      int series,
      int languages,
      int firstYear,
      int lastYear,
      long bytesOnDisk,
      @Nullable Instant committed) {}
}
