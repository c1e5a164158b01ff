package dossier.index;

import dossier.search.Engine.Holdings;
import dossier.search.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/// One commit of the index, with all that counting needs ready in memory. Whoever uses it holds it
/// by [#hold] until [#release].
final class Snapshot {

  private final DirectoryReader reader;
  private final Map<CacheKey, Segment> segments;
  private final Values values;
  private final Map<String, String> seriesNames = new TreeMap<>();
  private final Set<String> languages = new HashSet<>();
  private final long newest;
  private final Tally all;
  private final Holdings holdings;
  private final Ties ties;
  private final Versions versions;

  /// A snapshot that owns its reader, also when it cannot be made.
  static Snapshot owning(
      DirectoryReader reader, Dictionary dictionary, Map<CacheKey, Segment> known, Ties ties)
      throws IOException {
    try {
      return new Snapshot(reader, dictionary, known, ties);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(reader);
      throw e;
    }
  }

  /// Reads what is new in a commit; segments that the snapshot before it knows are taken over.
  ///
  /// @param ties what is known of near versions
  private Snapshot(
      DirectoryReader reader, Dictionary dictionary, Map<CacheKey, Segment> known, Ties ties)
      throws IOException {
    this.reader = reader;
    this.segments = segments(reader, dictionary, known);
    for (LeafReaderContext leaf : reader.leaves()) {
      readSeries(leaf);
    }
    this.values = dictionary.values();
    byte[] highest = PointValues.getMaxPackedValue(reader, Fields.FIRST);
    this.newest = highest == null ? 0 : LongPoint.decodeDimension(highest, 0);
    IndexSearcher searcher = new IndexSearcher(reader);
    this.all = Tally.of(searcher, Traits.REPORTS, this::segment, values, Question.of(""));
    this.holdings = count(all);
    Rows rows = new Rows(reader.leaves(), this::segment);
    Tying tying = new Tying(rows, ties);
    this.ties = tying.ties();
    this.versions = Versions.of(Grouping.of(rows, tying.tiedRows()), new Likeness(this));
  }

  /// All at a time: a start has to read those of a whole archive.
  private static Map<CacheKey, Segment> segments(
      DirectoryReader reader, Dictionary dictionary, Map<CacheKey, Segment> known)
      throws IOException {
    Map<CacheKey, Segment> segments = new ConcurrentHashMap<>();
    try {
      reader.leaves().parallelStream()
          .forEach(leaf -> {
            CacheKey key = leaf.reader().getCoreCacheHelper().getKey();
            Segment ready = known.get(key);
            segments.put(key, ready == null ? read(leaf, dictionary) : ready);
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return segments;
  }

  private static Segment read(LeafReaderContext leaf, Dictionary dictionary) {
    try {
      return Segment.of(leaf.reader(), dictionary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readSeries(LeafReaderContext leaf) throws IOException {
    SortedSetDocValues series = DocValues.getSortedSet(leaf.reader(), Fields.SERIES);
    for (long ord = 0; ord < series.getValueCount(); ord++) {
      String named = series.lookupOrd(ord).utf8ToString();
      int end = named.indexOf(Documents.NAME);
      seriesNames.putIfAbsent(named.substring(0, end), named.substring(end + 1));
    }
  }

  private Holdings count(Tally tally) throws IOException {
    int series = 0;
    int first = Integer.MAX_VALUE;
    int last = 0;
    for (int number = 0; number < values.size(); number++) {
      Dim dim = values.dim(number);
      if (tally.count(number) == 0) {
        continue;
      }
      if (dim == Dim.LANGUAGE) {
        languages.add(values.value(number));
      } else if (dim == Dim.SERIES) {
        series++;
      } else if (dim == Dim.YEAR) {
        int year = Integer.parseInt(values.value(number));
        first = Math.min(first, year);
        last = Math.max(last, year);
      }
    }
    return new Holdings(
        tally.total(),
        series,
        languages.size(),
        last == 0 ? 0 : first,
        last,
        bytes(),
        committed(),
        reader.getIndexCommit().getGeneration());
  }

  private long bytes() throws IOException {
    long bytes = 0;
    for (String file : reader.getIndexCommit().getFileNames()) {
      try {
        bytes += reader.directory().fileLength(file);
      } catch (NoSuchFileException merged) {
        // A writer in another process has merged it away meanwhile; what is open stays readable.
      }
    }
    return bytes;
  }

  private @Nullable Instant committed() throws IOException {
    String when = reader.getIndexCommit().getUserData().get(Store.COMMITTED);
    return when == null ? null : Instant.parse(when);
  }

  /// Whether it could be taken; when not, a newer one is there.
  boolean hold() {
    return reader.tryIncRef();
  }

  void release() throws IOException {
    reader.decRef();
  }

  DirectoryReader reader() {
    return reader;
  }

  Map<CacheKey, Segment> segments() {
    return segments;
  }

  Segment segment(LeafReaderContext leaf) {
    Segment segment = segments.get(leaf.reader().getCoreCacheHelper().getKey());
    if (segment == null) {
      throw new IllegalStateException("no facets of segment " + leaf);
    }
    return segment;
  }

  Values values() {
    return values;
  }

  /// The name of a series as printed; its id when no report of it is held.
  String seriesName(String id) {
    return seriesNames.getOrDefault(id, id);
  }

  /// Names of the series by id.
  Map<String, String> seriesNames() {
    return seriesNames;
  }

  /// How many reports carry a facet value.
  long reports(Dim dim, String value) {
    int number = values.number(dim, value);
    return number < 0 ? 0 : all.count(number);
  }

  /// Tags of the languages of the reports held.
  Set<String> languages() {
    return languages;
  }

  /// First day of the newest report, as days since 1970; 0 when there is none.
  long newest() {
    return newest;
  }

  Holdings holdings() {
    return holdings;
  }

  /// What is known of near versions, for the next snapshot.
  Ties ties() {
    return ties;
  }

  /// Which reports are versions of one.
  Versions versions() {
    return versions;
  }

  /// The number of a report's document, or of the note in its place; -1 when there is neither.
  int document(String id) throws IOException {
    TopDocs top = new IndexSearcher(reader).search(new TermQuery(new Term(Fields.ID, id)), 1);
    return top.scoreDocs.length == 0 ? -1 : top.scoreDocs[0].doc;
  }

  /// The number of a report's document; -1 when none is held, though a note may say what became of
  /// it: between two looks of one reader a report may have left.
  int report(String id) throws IOException {
    Query held =
        new BooleanQuery.Builder()
            .add(new TermQuery(new Term(Fields.ID, id)), Occur.FILTER)
            .add(Traits.REPORTS, Occur.FILTER)
            .build();
    TopDocs top = new IndexSearcher(reader).search(held, 1);
    return top.scoreDocs.length == 0 ? -1 : top.scoreDocs[0].doc;
  }

  /// The id of a report's document.
  String id(int document) throws IOException {
    LeafReaderContext leaf = leaves().get(ReaderUtil.subIndex(document, leaves()));
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), Fields.ORDER);
    if (!ids.advanceExact(document - leaf.docBase)) {
      throw new IllegalStateException("document " + document + " is no report");
    }
    return ids.lookupOrd(ids.ordValue()).utf8ToString();
  }

  List<LeafReaderContext> leaves() {
    return reader.leaves();
  }
}
