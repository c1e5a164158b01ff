package dossier.index;

import dossier.archive.Location;
import dossier.search.Engine.Ledger;
import dossier.search.LedgerEntry;
import dossier.search.LedgerEntry.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The ledger, read from the last commit.
final class LuceneLedger implements Ledger {

  private final LuceneEngine engine;

  LuceneLedger(LuceneEngine engine) {
    this.engine = engine;
  }

  @Override
  public List<LedgerEntry> all() throws IOException {
    return engine.reading(
        snapshot -> entries(snapshot, new TermQuery(new Term(Fields.KIND, Fields.KIND_LEDGER))));
  }

  @Override
  public List<LedgerEntry> of(Outcome... outcomes) throws IOException {
    List<BytesRef> names =
        Stream.of(outcomes).map(outcome -> new BytesRef(outcome.name())).toList();
    return engine.reading(snapshot -> entries(snapshot, new TermInSetQuery(Fields.OUTCOME, names)));
  }

  @Override
  public @Nullable LedgerEntry at(Location location) throws IOException {
    List<LedgerEntry> found =
        engine.reading(
            snapshot -> entries(snapshot, new TermQuery(Documents.key(location.path()))));
    return found.isEmpty() ? null : found.getFirst();
  }

  @Override
  public List<LedgerEntry> inside(Location location) throws IOException {
    Term inside = new Term(Fields.KEY, location.path() + "!/");
    return engine.reading(snapshot -> entries(snapshot, new PrefixQuery(inside)));
  }

  @Override
  public Map<Outcome, Long> counts() throws IOException {
    return engine.reading(snapshot -> {
      IndexSearcher searcher = new IndexSearcher(snapshot.reader());
      Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
      for (Outcome outcome : Outcome.values()) {
        long count = searcher.count(new TermQuery(new Term(Fields.OUTCOME, outcome.name())));
        counts.put(outcome, count);
      }
      return counts;
    });
  }

  /// The entries of files that became a report or duplicate it, ascending by location.
  static List<LedgerEntry> ofReport(Snapshot snapshot, String id) throws IOException {
    return entries(snapshot, new TermQuery(new Term(Fields.OF, id)));
  }

  private static List<LedgerEntry> entries(Snapshot snapshot, Query query) throws IOException {
    IndexSearcher searcher = new IndexSearcher(snapshot.reader());
    int most = Math.max(1, snapshot.reader().maxDoc());
    StoredFields stored = searcher.storedFields();
    List<LedgerEntry> entries = new ArrayList<>();
    // In the order of the index, which is how stored fields are read fastest.
    for (ScoreDoc found : searcher.search(query, most, Sort.INDEXORDER).scoreDocs) {
      Document document = stored.document(found.doc, Set.of(Fields.ENTRY));
      entries.add(
          Json.entry(Reports.bytes(Objects.requireNonNull(document.getBinaryValue(Fields.ENTRY)))));
    }
    entries.sort(Comparator.comparing(LedgerEntry::location));
    return entries;
  }
}
