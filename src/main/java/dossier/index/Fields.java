package dossier.index;

/// Names of the fields of a Lucene document. Change [Store#SCHEMA] with them.
final class Fields {

  /// What a document is: one of the four constants below.
  static final String KIND = "kind";

  static final String KIND_REPORT = "report";

  /// A report whose text could not be read. It is found by words alone: it is no part of what the
  /// archive holds.
  static final String KIND_UNREAD = "unread";

  static final String KIND_LEDGER = "ledger";
  static final String KIND_NOTE = "note";

  /// Id of a report, and of the note that takes its place when it is dropped.
  static final String ID = "id";

  /// The id again as doc values, which make the order of equal hits stable from page to page.
  static final String ORDER = "order";

  /// Stored: the report as JSON, without passages.
  static final String REPORT = "report";

  /// Stored: the passages as JSON.
  static final String PASSAGES = "passages";

  static final String TITLE = "title";

  /// The title as it is written, as doc values, to show many of them quickly.
  static final String TITLE_SHOWN = "title-shown";

  /// What tells most about a report: the keys of its [Gist] as terms, its values as doc values.
  static final String GIST = "gist";

  static final String SUMMARY = "summary";
  static final String BODY = "body";
  static final String AUTHOR = "author";
  static final String ISSN = "issn";
  static final String VOLUME = "volume";
  static final String ISSUE = "issue";

  /// First and last day of publication, as days since 1970.
  static final String FIRST = "first";

  static final String LAST = "last";

  /// When a report was first indexed, as milliseconds since 1970, for the order alone.
  static final String ADDED = "added";

  /// The day a report was added, as days since 1970, UTC.
  static final String ADDED_DAY = "added-day";

  /// When a report was last changed or dropped, as milliseconds since 1970, as doc values. A commit
  /// puts its own time in: see [Changes].
  static final String CHANGED = "changed";

  /// The mark of the commit that is to say when a report or note was changed.
  static final String FRESH = "fresh";

  /// In a note: what the dropped report was about, and its series, as [Dim] codes them: terms with
  /// all above them, stored without.
  static final String SETS = "sets";

  /// How many pages a report has.
  static final String PAGES = "pages";

  /// Where in the body its pages begin, as doc values: see [PageTurns]. Absent when there is one.
  static final String TURNS = "turns";

  /// What tells its near versions, as doc values: see [Signature]. Absent when it says too little.
  static final String SIGNATURE = "signature";

  /// Every facet value a report carries, as terms and as doc values: see [Dim].
  static final String FACET = "facet";

  /// Series id, U+001F and series name, as doc values: names to show for ids.
  static final String SERIES = "series";

  /// Key of a ledger entry: its location.
  static final String KEY = "key";

  static final String OUTCOME = "outcome";

  /// Id of the report a ledger entry became or duplicates.
  static final String OF = "of";

  /// Stored: the ledger entry as JSON.
  static final String ENTRY = "entry";

  /// Stored in a note: id of the report that took the place; absent when none did.
  static final String SUCCESSOR = "successor";

  private Fields() {}
}
