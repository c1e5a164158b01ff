package dossier.index;

import dossier.report.Report;
import dossier.report.Vocabularies;
import dossier.search.Engine.Change;
import dossier.search.Engine.Revision;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/// Writes the new versions of all reports into an index of their own beside the store's, whose
/// segments then take the place of the old reports in one step. So nobody waits for the long part,
/// and commits of other writes meanwhile do not show a part of it.
final class Rewriting implements Revision {

  /// Every report, unread ones included.
  static final Query ALL =
      new TermInSetQuery(
          Fields.KIND, List.of(new BytesRef(Fields.KIND_REPORT), new BytesRef(Fields.KIND_UNREAD)));

  /// How many documents of a segment a thread takes at a time.
  private static final int SHARE = 128;

  private final LuceneEngine engine;
  private final Store store;
  private final Snapshot from;
  private final long total;
  private final Directory directory;
  private final IndexWriter writer;

  /// Reports written since the revision began.
  private final Set<String> meanwhile = ConcurrentHashMap.newKeySet();

  /// What dates the reports that came out otherwise; those that did not keep their time.
  private final String mark = UUID.randomUUID().toString();

  private @Nullable UnaryOperator<Report> change;
  private @Nullable Vocabularies vocabularies;

  /// @param from what is revised; held until the revision is closed
  Rewriting(LuceneEngine engine, Store store, Snapshot from) throws IOException {
    this.engine = engine;
    this.store = store;
    this.from = from;
    this.total = new IndexSearcher(from.reader()).count(ALL);
    this.directory = store.beginRevision();
    // Merging is left to the store's own writer, which merges anyway.
    this.writer = new IndexWriter(directory, Store.config().setMergePolicy(NoMergePolicy.INSTANCE));
    from.hold();
  }

  @Override
  public long total() {
    return total;
  }

  /// Takes note of changes that the revision has not seen.
  void meanwhile(List<Change> changes) {
    for (Change each : changes) {
      switch (each) {
        case Change.Put(Report report) -> meanwhile.add(report.id());
        case Change.Drop drop -> meanwhile.add(drop.id());
        case Change.Note note -> {}
        case Change.Forget forget -> {}
      }
    }
  }

  @Override
  public void prepare(UnaryOperator<Report> how, Vocabularies others, int threads)
      throws IOException, InterruptedException {
    change = how;
    vocabularies = others;
    ExecutorService pool =
        Executors.newFixedThreadPool(threads, Thread.ofPlatform().name("revise-", 0).factory());
    try {
      List<Future<?>> shares = new ArrayList<>();
      for (LeafReaderContext leaf : from.leaves()) {
        for (int first = 0; first < leaf.reader().maxDoc(); first += SHARE) {
          int begin = first;
          shares.add(pool.submit(() -> share(leaf, begin)));
        }
      }
      for (Future<?> each : shares) {
        each.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException("revising the reports failed", e.getCause());
    } finally {
      pool.shutdownNow();
      pool.close();
    }
  }

  private @Nullable Void share(LeafReaderContext leaf, int begin) throws IOException {
    LeafReader reader = leaf.reader();
    StoredFields stored = reader.storedFields();
    Bits live = reader.getLiveDocs();
    int end = Math.min(begin + SHARE, reader.maxDoc());
    for (int doc = begin; doc < end && !Thread.currentThread().isInterrupted(); doc++) {
      if (live == null || live.get(doc)) {
        take(stored, doc, Stamps.of(from.reader(), leaf.docBase + doc));
      }
    }
    return null;
  }

  private void take(StoredFields stored, int doc, long since) throws IOException {
    Document fields = stored.document(doc, Set.of(Fields.REPORT, Fields.PASSAGES));
    BytesRef report = fields.getBinaryValue(Fields.REPORT);
    BytesRef passages = fields.getBinaryValue(Fields.PASSAGES);
    if (report != null && passages != null) {
      add(Reports.whole(report, passages), since);
    }
  }

  private void add(Report report, long since) throws IOException {
    Report changed = Objects.requireNonNull(change, "prepare comes first").apply(report);
    Document document = Documents.of(changed, Objects.requireNonNull(vocabularies));
    if (changed.equals(report) && since != Stamps.UNKNOWN) {
      Stamps.keep(document, since);
    } else {
      Stamps.mark(document, mark);
    }
    writer.updateDocument(Documents.id(report.id()), document);
  }

  /// What the reports carry that are to be dated by the commit.
  String mark() {
    return mark;
  }

  @Override
  public void commit(String edition) throws IOException {
    engine.replace(this, Objects.requireNonNull(vocabularies, "prepare comes first"), edition);
  }

  /// The index of all new versions, complete and closed. Nothing is written to the store meanwhile.
  ///
  /// @param now the store as it is
  Directory completed(Snapshot now) throws IOException {
    for (String id : meanwhile) {
      writer.deleteDocuments(Documents.id(id));
      int doc = now.document(id);
      if (doc >= 0) {
        take(now.reader().storedFields(), doc, Stamps.of(now.reader(), doc));
      }
    }
    writer.commit();
    writer.close();
    return directory;
  }

  @Override
  public void close() throws IOException {
    engine.ended();
    IOUtils.closeWhileHandlingException(writer::rollback);
    IOUtils.close(directory, from::release, store::endRevision);
  }
}
