package dossier.index;

import dossier.report.Vocabularies;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder the index lies in: one folder for each generation, named by a number, and a file
/// `current` with the number of the one that counts. A new generation is built whole beside the old
/// one before `current` names it, so a crash leaves one or the other. Held by one writer at a time.
///
/// When the storage fails, Lucene's writer is given up with all that was not committed; the next
/// one begins at the last commit.
final class Store implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(Store.class);

  /// Changes when fields or their analysis do: stores of another schema are written anew.
  static final String SCHEMA = "5";

  /// In the user data of a commit: when it was made.
  static final String COMMITTED = "committed";

  /// In the user data of a commit: what the owner of the store asked to remember.
  static final String CORPUS = "corpus";

  /// In the user data of a commit: what the last revision was called.
  static final String EDITION = "edition";

  private static final String REVISION = "revision";
  private static final String SCHEMA_KEY = "schema";
  private static final String CURRENT = "current";

  /// Where the files of a folder are kept: on disk, but for tests of what happens when it fails.
  interface Disk {
    Directory open(Path folder) throws IOException;
  }

  private final Path path;
  private final Disk disk;
  private final Directory folder;
  private final Directory directory;
  private Lock lock;
  private @Nullable IndexWriter writer;

  private Store(
      Path path, Disk disk, Directory folder, Lock lock, Directory directory, IndexWriter writer) {
    this.path = path;
    this.disk = disk;
    this.folder = folder;
    this.lock = lock;
    this.directory = directory;
    this.writer = writer;
  }

  /// Opens a store to write to, making it when it is not there and renewing it when its schema is
  /// another one.
  ///
  /// @throws StoreInUseException when another one writes to it
  /// @throws IOException when it cannot be used; the message says what to do
  static Store open(Path path, Vocabularies vocabularies, Disk disk) throws IOException {
    try {
      Files.createDirectories(path);
      Directory folder = FSDirectory.open(path);
      try {
        return open(path, folder, lock(path, folder), vocabularies, disk);
      } catch (IOException | RuntimeException e) {
        IOUtils.closeWhileHandlingException(folder);
        throw e;
      }
    } catch (StoreInUseException | StoreFailure told) {
      throw told;
    } catch (IOException e) {
      throw StoreFailure.of(path, e);
    }
  }

  private static Store open(
      Path path, Directory folder, Lock lock, Vocabularies vocabularies, Disk disk)
      throws IOException {
    try {
      IOUtils.rm(path.resolve(REVISION)); // what a process that was killed left behind
      Directory directory = disk.open(ready(path, vocabularies, disk));
      return new Store(path, disk, folder, lock, directory, new IndexWriter(directory, config()));
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(lock);
      throw e;
    }
  }

  private static Lock lock(Path path, Directory folder) throws IOException {
    try {
      return folder.obtainLock("lock");
    } catch (LockObtainFailedException held) {
      throw new StoreInUseException(path, held);
    }
  }

  /// Opens the current generation of a store to read, beside whoever writes to it.
  static DirectoryReader read(Path path) throws IOException {
    if (!Files.exists(path.resolve(CURRENT))) {
      throw new IOException(
          "There is no store in " + path + " yet: fill one with the commands serve or ingest.");
    }
    DirectoryReader reader = DirectoryReader.open(FSDirectory.open(generation(path)));
    if (!SCHEMA.equals(reader.getIndexCommit().getUserData().get(SCHEMA_KEY))) {
      reader.close();
      throw new IOException(
          "The store in "
              + path
              + " is of another version of Dossier: the commands serve and ingest renew it.");
    }
    return reader;
  }

  Directory directory() {
    return directory;
  }

  /// The writer; a new one on the last commit when the one before was given up.
  synchronized IndexWriter writer() throws IOException {
    IndexWriter open = writer;
    if (open == null) {
      if (!Files.exists(path.resolve(CURRENT))) {
        throw new NoSuchFileException(path.toString());
      }
      hold();
      // Never a new index in place of one that is only away.
      open = new IndexWriter(directory, config().setOpenMode(IndexWriterConfig.OpenMode.APPEND));
      writer = open;
      LOG.info("Writing to {} again, from its last commit", path);
    }
    return open;
  }

  /// A folder of its own, empty, for a revision; removed with [#endRevision].
  Directory beginRevision() throws IOException {
    IOUtils.rm(path.resolve(REVISION));
    return disk.open(path.resolve(REVISION));
  }

  void endRevision() throws IOException {
    IOUtils.rm(path.resolve(REVISION));
  }

  /// A folder that was away and came back may have lost the lock.
  private void hold() throws IOException {
    try {
      lock.ensureValid();
    } catch (IOException | AlreadyClosedException lost) {
      LOG.debug("The lock of {} is lost", path, lost);
      IOUtils.closeWhileHandlingException(lock);
      lock = lock(path, folder);
    }
  }

  /// Gives up a writer that failed, and with it all that was not committed.
  ///
  /// @return the failure as a sentence that says what to do
  synchronized IOException giveUp(@Nullable IndexWriter failed, Exception failure) {
    if (failed != null && failed.equals(writer)) {
      IOUtils.closeWhileHandlingException(failed::rollback);
      writer = null;
    }
    return failure instanceof StoreInUseException told ? told : StoreFailure.of(path, failure);
  }

  /// The user data of a commit.
  static Iterable<Map.Entry<String, String>> data(Map<String, String> more) {
    Map<String, String> data = new HashMap<>(more);
    data.put(SCHEMA_KEY, SCHEMA);
    return data.entrySet();
  }

  /// Gives the store free. What was not committed is gone.
  @Override
  public synchronized void close() throws IOException {
    IndexWriter open = writer;
    IOUtils.close(open == null ? null : open::rollback, directory, lock, folder);
  }

  /// The folder of a generation of this schema, which is current.
  private static Path ready(Path path, Vocabularies vocabularies, Disk disk) throws IOException {
    if (!Files.exists(path.resolve(CURRENT))) {
      removeAllBut(path, "");
      begin(path.resolve("1"), disk);
      makeCurrent(path, "1");
      return path.resolve("1");
    }
    Path old = generation(path);
    removeAllBut(path, old.getFileName().toString());
    if (SCHEMA.equals(schema(old, disk))) {
      return old;
    }
    String next = Long.toString(Long.parseLong(old.getFileName().toString()) + 1);
    begin(path.resolve(next), disk);
    try (Directory from = disk.open(old);
        Directory to = disk.open(path.resolve(next));
        IndexWriter writer = new IndexWriter(to, config())) {
      Renewal.copy(from, writer, vocabularies);
    }
    makeCurrent(path, next);
    removeAllBut(path, next);
    return path.resolve(next);
  }

  /// An index without a commit cannot be read, so the first one is made at once, and empty.
  private static void begin(Path generation, Disk disk) throws IOException {
    try (Directory directory = disk.open(generation);
        IndexWriter writer = new IndexWriter(directory, config())) {
      writer.setLiveCommitData(data(Map.of()));
      writer.commit();
    }
  }

  static IndexWriterConfig config() {
    return new IndexWriterConfig()
        .setCommitOnClose(false)
        .setRAMBufferSizeMB(64)
        .setMergeScheduler(new QuietMerges());
  }

  /// Lucene prints failures of merges to the terminal, though the writer tells them as well.
  private static final class QuietMerges extends ConcurrentMergeScheduler {
    @Override
    protected void handleMergeException(Throwable failure) {
      LOG.debug("A merge failed", failure);
    }
  }

  private static String schema(Path generation, Disk disk) throws IOException {
    try (Directory directory = disk.open(generation);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      return reader.getIndexCommit().getUserData().getOrDefault(SCHEMA_KEY, "");
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | FileNotFoundException
        | NoSuchFileException unreadable) {
      throw new StoreFailure(
          "The index in "
              + generation
              + " cannot be read. It holds nothing that is not in the corpus: delete the store's"
              + " folder, and the next start builds it anew.",
          unreadable);
    }
  }

  private static Path generation(Path path) throws IOException {
    String name = Files.readString(path.resolve(CURRENT), StandardCharsets.UTF_8).strip();
    if (!name.matches("[0-9]{1,18}")) {
      throw new IOException(path.resolve(CURRENT) + " should hold the number of a generation");
    }
    return path.resolve(name);
  }

  private static void makeCurrent(Path path, String generation) throws IOException {
    Path draft = path.resolve(CURRENT + ".new");
    Files.writeString(draft, generation + "\n", StandardCharsets.UTF_8);
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(draft, path.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
    IOUtils.fsync(path, true);
  }

  /// Removes what a crash or an older generation left.
  private static void removeAllBut(Path path, String generation) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(path, Files::isDirectory)) {
      for (Path folder : folders) {
        String name = folder.getFileName().toString();
        if (name.matches("[0-9]{1,18}") && !name.equals(generation)) {
          IOUtils.rm(folder);
        }
      }
    }
  }
}
