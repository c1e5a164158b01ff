package dossier.search;

import dossier.archive.Location;
import dossier.report.Report;
import dossier.report.Synonyms;
import dossier.report.Vocabularies;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Keeps reports and the ledger, and answers questions about them.
///
/// What is written becomes visible, and survives a crash, with the next [#commit]: all of it or
/// nothing. Every method throws [IOException] when the storage fails. Thread-safe. The suite
/// `EngineContract` says in tests what every engine does.
public interface Engine extends AutoCloseable {

  /// Answers a question. Never fails because of what was asked.
  Answer search(Question question) throws IOException;

  /// The same from behind a place, for a walk through all hits that neither repeats nor loses any
  /// of those that are there all the while, however many are added and taken away meanwhile.
  ///
  /// @param question in any order but by relevance; its page does not matter
  /// @throws IllegalArgumentException when the order is by relevance
  Answer search(Question question, Hit.Place after) throws IOException;

  /// Counts the dated reports that answer a question by the time they appeared in and by the values
  /// of a facet. Never fails because of what was asked.
  ///
  /// @param question its words and all its filters count; its order and page do not
  /// @param dimension the facet that splits the reports
  /// @param period how long each time is. The days of a long span take much memory
  Trend trend(Question question, Dimension dimension, Period period) throws IOException;

  /// How many reports answer a question; the same as [Answer#total], for less.
  long count(Question question) throws IOException;

  /// Help in finding the right words, as of the last commit.
  Discovery discovery();

  /// The question with misspelled words corrected, when it finds little and the corrected one finds
  /// more. Costs at most a few dozen counts.
  ///
  /// @param total how many reports answer the question as it is
  default Optional<Answer.Rescue> corrected(Question question, long total) throws IOException {
    return Correction.of(question, total, this);
  }

  /// Questions close to one that found nothing, each of which finds something: those that change
  /// least first, at most eight. Costs at most a few dozen counts.
  default List<Answer.Rescue> rescues(Question question) throws IOException {
    return Rescues.of(question, this);
  }

  /// Hands out every report that answers a question, in its order, as of the last commit: what is
  /// committed meanwhile changes nothing. Page and size do not matter. Never hands out fewer
  /// reports than there are without saying so.
  ///
  /// @param taker gets the reports one by one, without their passages
  /// @return what was held at that commit
  /// @throws IOException when the storage fails, when the search takes too long, or when the taker
  ///   throws it
  Holdings each(Question question, Taker taker) throws IOException;

  /// What is known under an id.
  Lookup lookup(String id) throws IOException;

  /// Where a query's words stand in the body of a report: ascending, not overlapping. Empty when
  /// the report is not there or does not match.
  List<Hit.Mark> marks(String id, Query query) throws IOException;

  /// Why a report stands where it does among the hits of a question.
  Hit.Why why(String id, Question question) throws IOException;

  /// The other versions of a report, such as a revised one or the same on a web page: best first.
  /// Empty when there are none, or no such report.
  List<Version> versions(String id) throws IOException;

  /// What is held, as of the last commit.
  Holdings holdings() throws IOException;

  /// The ledger, as of the last commit.
  Ledger ledger();

  /// What became of the reports, as of the last commit.
  Chronicle chronicle();

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

  /// Searches for names together with their synonyms by this list from now on. Begins with that of
  /// the vocabularies the engine was opened with, and a [Revision] brings that of its own.
  void learn(Synonyms synonyms);

  /// What the last [Revision] was called; empty before the first.
  String edition() throws IOException;

  /// Begins to replace every report by another version of itself, all in one commit. One revision
  /// at a time; until it is committed readers see the old versions, and writing and committing go
  /// on as usual.
  ///
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

  /// How long a time of a [Trend] is, and how its name is written.
  enum Period {
    /// `yyyy`
    YEAR,
    /// `yyyy-MM`; reports dated to a year only are left out.
    MONTH,
    /// `yyyy-MM-dd`; only reports dated to a day are counted.
    DAY
  }

  /// Reports over time. Times without reports are absent.
  ///
  /// @param totals how many reports appeared in each time, ascending by time
  /// @param lines the same for each value of the facet that any of them carries, most reports
  ///   first, then by id; hierarchical facets count a report once under every ancestor
  /// @param whole whether all reports were looked at; otherwise time was up before
  record Trend(SortedMap<String, Long> totals, List<Line> lines, boolean whole) {
    public Trend {
      totals = Collections.unmodifiableSortedMap(totals);
      lines = List.copyOf(lines);
    }

    /// The reports that carry one value.
    ///
    /// @param id the value
    /// @param name the name of a series as printed; for every other facet the id again
    /// @param reports how many, at all times together
    /// @param counts how many by time, ascending by time
    public record Line(String id, String name, long reports, SortedMap<String, Long> counts) {
      public Line {
        counts = Collections.unmodifiableSortedMap(counts);
      }
    }
  }

  /// Takes reports one by one.
  interface Taker {

    /// Takes the next one.
    ///
    /// @throws IOException when it can take no more
    void take(Report report) throws IOException;
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

  /// Reading the ledger. Snapshots: later commits do not change what was returned. Every look
  /// throws [IOException] when the storage fails.
  interface Ledger {

    /// Every entry, ascending by location.
    List<LedgerEntry> all() throws IOException;

    /// The entry of a location; null when nothing is recorded of it.
    @Nullable LedgerEntry at(Location location) throws IOException;

    /// The entries inside an archive file or document, at any depth, ascending by location.
    List<LedgerEntry> inside(Location location) throws IOException;

    /// Entries of these outcomes, ascending by location.
    List<LedgerEntry> of(LedgerEntry.Outcome... outcomes) throws IOException;

    /// How many entries there are of each outcome.
    Map<LedgerEntry.Outcome, Long> counts() throws IOException;
  }

  /// What became of the reports, for copies of them elsewhere. A report has one entry, by its last
  /// change; unread ones have none. Changes are dated by their commit: what is committed once a
  /// look has begun is never dated before that look. Every look throws [IOException] when the
  /// storage fails.
  interface Chronicle {

    /// The first entries of a stretch, by time, then by id.
    Part entries(Stretch stretch, int most) throws IOException;

    /// The place of every so many-th entry, and of the last one.
    List<Mark> ends(int every) throws IOException;

    /// The entry of an id; null when there is none.
    @Nullable Entry entry(String id) throws IOException;

    /// Entries asked for.
    ///
    /// @param until the first moment that is too late
    /// @param facet region, threat or series: only what is about one; null for all
    /// @param value which, those below it included; empty for any
    /// @param behind goes on behind this entry's time and id; null to begin
    record Stretch(
        Instant from,
        Instant until,
        @Nullable Dimension facet,
        String value,
        @Nullable Mark behind) {}

    /// The place of an entry.
    record Mark(Instant changed, String id) {}

    /// Some of the entries of a stretch.
    ///
    /// @param total how many the whole stretch has
    record Part(List<Entry> entries, long total) {}

    /// What became of a report last.
    ///
    /// @param labels what it is or was about, and its series: own values, by facet
    /// @param report without passages; null when it was dropped
    record Entry(Mark mark, Map<Dimension, List<String>> labels, @Nullable Report report) {}
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
  /// @param generation number of that commit, which grows with every one; a store that is built
  ///   anew begins again, so that only both together tell one state of the archive from another
  record Holdings(
      long reports,
      int series,
      int languages,
      int firstYear,
      int lastYear,
      long bytesOnDisk,
      @Nullable Instant committed,
      long generation) {}

  /// Helping a reader to the right words, with what the archive itself says. Every method throws
  /// [IOException] when the storage fails.
  interface Discovery {

    /// What the reader may be about to type: for every word typed a word that begins so, case and
    /// accents aside. Regions, threat types and series come first, then phrases, then titles.
    ///
    /// @param typed so far
    /// @param most how many, at least 1
    List<Suggestion> suggestions(String typed, int most) throws IOException;

    /// Words of the archive that look much like one that is rare or missing in it, likeliest first;
    /// none when the word is common enough.
    ///
    /// @param word a single word
    /// @param most how many, at least 1
    List<String> spellings(String word, int most) throws IOException;

    /// Other reports on the same things, most alike first: by the words that tell most about both,
    /// and by the regions and threat types they are about. Without other versions of the report
    /// itself.
    ///
    /// @param id of a report
    /// @param most how many, at least 1
    List<Relative> related(String id, int most) throws IOException;

    /// An answer, and the words and phrases that are frequent in its first reports and rare
    /// elsewhere. Takes less than both by themselves.
    ///
    /// @param most how many words, at least 1
    Answer.Described described(Question question, int most) throws IOException;
  }

  /// Something a reader may want to ask for.
  ///
  /// @param target id of the report, region, threat type or series; of a phrase the phrase itself
  /// @param text to show; of a region or threat type its name in the language typed
  /// @param marks what of it was typed
  /// @param reports how many reports it leads to
  record Suggestion(Kind kind, String target, String text, List<Hit.Mark> marks, long reports) {

    /// What a suggestion leads to.
    public enum Kind {
      REGION,
      THREAT,
      SERIES,
      PHRASE,
      REPORT
    }

    public Suggestion {
      marks = List.copyOf(marks);
    }
  }

  /// A report like another.
  ///
  /// @param report its passages are empty, everything else is there
  /// @param shared what both are on, most telling first
  record Relative(Report report, List<String> shared) {
    public Relative {
      shared = List.copyOf(shared);
    }
  }

  /// Another version of a report.
  ///
  /// @param report its passages are empty, everything else is there
  /// @param words about how many words it has
  /// @param common how much of what either says both say, estimated: above 0, at most 1
  /// @param best whether it is the best of all versions of the report
  record Version(Report report, int words, double common, boolean best) {}
}
