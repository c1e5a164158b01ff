package dossier.index;

import dossier.report.Report;
import dossier.report.Synonyms;
import dossier.report.Vocabularies;
import dossier.search.Answer;
import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.Hit;
import dossier.search.Query;
import dossier.search.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/// The embedded engine: a store is one folder on this machine, written by one process at a time and
/// read by any number.
///
/// Reports are searched by words in any grammatical form, case and accents aside, and counted by
/// facet exactly. What is read comes from the last commit, always; a search in progress keeps the
/// commit it began with.
public final class LuceneEngine implements Engine {

  /// A query holds at most 256 words; in three fields each, those of hyphens apart, they stay well
  /// below. Lucene's own bound of 1,024 is for queries nobody has measured.
  private static final int MOST_CLAUSES = 16_384;

  /// So many new reports are compared in a moment when the engine starts after a crash.
  private static final int SOME = 20_000;

  static {
    IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
  }

  private final @Nullable Store store;
  private final Dictionary dictionary = new Dictionary();
  private final LuceneLedger ledger = new LuceneLedger(this);
  private final LuceneDiscovery discovery = new LuceneDiscovery(this);
  private final LuceneChronicle chronicle = new LuceneChronicle(this);

  /// Writes share it, a commit has it alone: so no commit splits a write.
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  private volatile Snapshot current;

  private final TiesFile ties;

  private volatile Vocabularies vocabularies;
  private volatile Names names;
  private volatile @Nullable Rewriting rewriting;

  /// The mark of all that the next commit dates.
  private volatile String fresh = UUID.randomUUID().toString();

  private LuceneEngine(@Nullable Store store, DirectoryReader reader, Vocabularies vocabularies)
      throws IOException {
    this.store = store;
    this.vocabularies = vocabularies;
    this.names = new Names(vocabularies);
    this.ties = new TiesFile(reader.directory(), store == null);
    this.current = Snapshot.owning(reader, dictionary, Map.of(), ties.kept());
    ties.keep(current.ties(), 0);
  }

  /// Opens a store to read and write, making it when it is not there. A store of an older version
  /// is written anew first, from what it holds.
  ///
  /// @param store its folder
  /// @param vocabularies what the labels of reports refer to
  /// @throws StoreInUseException when another process writes to the store
  /// @throws IOException when the store cannot be read or made
  public static LuceneEngine open(Path store, Vocabularies vocabularies) throws IOException {
    return open(store, vocabularies, FSDirectory::open);
  }

  static LuceneEngine open(Path store, Vocabularies vocabularies, Store.Disk disk)
      throws IOException {
    Store opened = Store.open(store, vocabularies, disk);
    try {
      return new LuceneEngine(opened, DirectoryReader.open(opened.directory()), vocabularies);
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /// Opens the last commit of a store to read, beside a process that writes to it. Writing to this
  /// engine throws [UnsupportedOperationException].
  ///
  /// @throws IOException when there is no such store, or it cannot be read
  public static LuceneEngine openReadOnly(Path store, Vocabularies vocabularies)
      throws IOException {
    return new LuceneEngine(null, Store.read(store), vocabularies);
  }

  /// The corpus this store was made from, as [#corpus(String)] was told; null when it never was.
  ///
  /// @throws IOException when the storage fails
  public @Nullable String corpus() throws IOException {
    return reading(snapshot -> snapshot.reader().getIndexCommit().getUserData().get(Store.CORPUS));
  }

  /// Remembers the corpus this store is made from, and commits.
  ///
  /// @throws IOException when the storage fails
  public void corpus(String folder) throws IOException {
    commit(Map.of(Store.CORPUS, folder));
  }

  @Override
  public Answer search(Question question) throws IOException {
    return reading(snapshot -> answers(snapshot).search(question, null));
  }

  @Override
  public Answer search(Question question, Hit.Place after) throws IOException {
    return reading(snapshot -> answers(snapshot).search(question, after));
  }

  @Override
  public void learn(Synonyms synonyms) {
    lock.writeLock().lock();
    try {
      vocabularies = vocabularies.with(synonyms);
      names = new Names(vocabularies);
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public Trend trend(Question question, Dimension dimension, Period period) throws IOException {
    return reading(snapshot -> answers(snapshot).trend(question, dimension, period));
  }

  @Override
  public Holdings each(Question question, Taker taker) throws IOException {
    return reading(snapshot -> {
      new Sweep(snapshot, names, question).each(taker);
      return snapshot.holdings();
    });
  }

  @Override
  public long count(Question question) throws IOException {
    return reading(snapshot -> answers(snapshot).count(question));
  }

  @Override
  public Discovery discovery() {
    return discovery;
  }

  @Override
  public Lookup lookup(String id) throws IOException {
    return reading(snapshot -> answers(snapshot).lookup(id));
  }

  @Override
  public List<Hit.Mark> marks(String id, Query query) throws IOException {
    return reading(snapshot -> answers(snapshot).marks(id, query));
  }

  private Answers answers(Snapshot snapshot) {
    return new Answers(snapshot, names);
  }

  @Override
  public Hit.Why why(String id, Question question) throws IOException {
    return reading(snapshot -> answers(snapshot).why(id, question));
  }

  @Override
  public List<Version> versions(String id) throws IOException {
    return reading(snapshot -> answers(snapshot).versions(id));
  }

  @Override
  public Holdings holdings() throws IOException {
    return reading(Snapshot::holdings);
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public Chronicle chronicle() {
    return chronicle;
  }

  /// Reads from the last commit, having waited for one that has begun: what is committed later is
  /// dated later than this.
  <T extends @Nullable Object> T settled(Reading<T> reading) throws IOException {
    lock.readLock().lock();
    try {
      return reading(reading);
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public void write(List<Change> changes) throws IOException {
    Store open = writable();
    Changes ready = Changes.of(changes, vocabularies, this::held);
    @Nullable IndexWriter writer = null;
    lock.readLock().lock();
    try {
      Rewriting under = rewriting;
      if (under != null) {
        under.meanwhile(changes);
      }
      writer = open.writer();
      ready.apply(writer, fresh);
    } catch (IOException | RuntimeException e) {
      throw open.giveUp(writer, e);
    } finally {
      lock.readLock().unlock();
    }
  }

  /// The report of an id as of the last commit.
  private @Nullable Report held(String id) throws IOException {
    return reading(snapshot -> {
      int doc = snapshot.document(id);
      return doc < 0 ? null : Reports.known(snapshot.reader().storedFields(), doc);
    });
  }

  @Override
  public void commit() throws IOException {
    commit(Map.of());
  }

  private void commit(Map<String, String> more) throws IOException {
    Store open = writable();
    @Nullable IndexWriter writer = null;
    lock.writeLock().lock();
    try {
      writer = open.writer();
      if (writer.hasUncommittedChanges() || !more.isEmpty()) {
        commit(writer, more);
      }
      publish();
    } catch (IOException | RuntimeException e) {
      throw open.giveUp(writer, e);
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void commit(IndexWriter writer, Map<String, String> more) throws IOException {
    Map<String, String> data = new HashMap<>();
    writer.getLiveCommitData().forEach(each -> data.put(each.getKey(), each.getValue()));
    if (writer.hasUncommittedChanges()) {
      Instant now = Instant.now();
      data.put(Store.COMMITTED, now.toString());
      Stamps.date(writer, fresh, now.toEpochMilli());
    }
    data.putAll(more);
    writer.setLiveCommitData(Store.data(data));
    writer.commit();
    fresh = UUID.randomUUID().toString();
  }

  /// Makes the last commit what readers see, once all it needs is in memory.
  private void publish() throws IOException {
    Snapshot old = current;
    DirectoryReader newer = DirectoryReader.openIfChanged(old.reader());
    if (newer != null) {
      current = Snapshot.owning(newer, dictionary, old.segments(), old.ties());
      old.release();
      ties.keep(current.ties(), SOME);
    }
  }

  @Override
  public String edition() throws IOException {
    return reading(snapshot ->
        snapshot.reader().getIndexCommit().getUserData().getOrDefault(Store.EDITION, ""));
  }

  @Override
  public Revision revise() throws IOException {
    Store open = writable();
    lock.writeLock().lock();
    try {
      if (rewriting != null) {
        throw new IllegalStateException("another revision is under way");
      }
      commit(); // What is written from here on is told to the revision.
      Rewriting begun = new Rewriting(this, open, current);
      rewriting = begun;
      return begun;
    } finally {
      lock.writeLock().unlock();
    }
  }

  /// Puts the reports of a revision in place of all others.
  void replace(Rewriting revision, Vocabularies others, String edition) throws IOException {
    Store open = writable();
    @Nullable IndexWriter writer = null;
    lock.writeLock().lock();
    try {
      commit();
      Directory made = revision.completed(current);
      writer = open.writer();
      writer.deleteDocuments(Rewriting.ALL);
      writer.addIndexes(made);
      Stamps.date(writer, revision.mark(), Instant.now().toEpochMilli());
      commit(writer, Map.of(Store.EDITION, edition));
      vocabularies = others;
      names = new Names(others);
      publish();
    } catch (IOException | RuntimeException e) {
      throw open.giveUp(writer, e);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /// A revision is over.
  void ended() {
    rewriting = null;
  }

  /// Closes the store. What was not committed is gone.
  @Override
  public void close() throws IOException {
    lock.writeLock().lock();
    try {
      ties.keep(current.ties(), 0);
      IOUtils.close(current.reader(), store);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /// Something read from one commit.
  interface Reading<T extends @Nullable Object> {
    T from(Snapshot snapshot) throws IOException;
  }

  /// Reads from the last commit, which stays open meanwhile.
  <T extends @Nullable Object> T reading(Reading<T> reading) throws IOException {
    Snapshot held = current;
    while (!held.hold()) {
      Snapshot newer = current;
      if (newer == held) {
        throw new IOException("The store is closed");
      }
      held = newer;
    }
    try {
      return reading.from(held);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      held.release();
    }
  }

  /// What the labels of reports refer to now.
  Vocabularies vocabularies() {
    return vocabularies;
  }

  /// What regions and threat types can be called now.
  Names names() {
    return names;
  }

  private Store writable() {
    Store open = store;
    if (open == null) {
      throw new UnsupportedOperationException("this store was opened to read");
    }
    return open;
  }
}
