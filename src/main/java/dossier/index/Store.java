package dossier.index;

import dossier.report.Vocabularies;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;

/// The folder the index lies in: one folder for each generation, named by a number, and a file
/// `current` with the number of the one that counts. A new generation is built whole beside the old
/// one before `current` names it, so a crash leaves one or the other. Held by one writer at a time.
final class Store implements Closeable {

  /// Changes when fields or their analysis do: stores of another schema are written anew.
  static final String SCHEMA = "2";

  /// In the user data of a commit: when it was made.
  static final String COMMITTED = "committed";

  /// In the user data of a commit: what the owner of the store asked to remember.
  static final String CORPUS = "corpus";

  private static final String SCHEMA_KEY = "schema";
  private static final String CURRENT = "current";

  private final Directory folder;
  private final Lock lock;
  private final Directory directory;
  private final IndexWriter writer;

  private Store(Directory folder, Lock lock, Directory directory, IndexWriter writer) {
    this.folder = folder;
    this.lock = lock;
    this.directory = directory;
    this.writer = writer;
  }

  /// Opens a store to write to, making it when it is not there and renewing it when its schema is
  /// another one.
  ///
  /// @throws StoreInUseException when another one writes to it
  static Store open(Path path, Vocabularies vocabularies) throws IOException {
    Files.createDirectories(path);
    Directory folder = FSDirectory.open(path);
    Lock lock;
    try {
      lock = folder.obtainLock("lock");
    } catch (LockObtainFailedException held) {
      folder.close();
      throw new StoreInUseException(path, held);
    }
    try {
      Directory directory = FSDirectory.open(ready(path, vocabularies));
      return new Store(folder, lock, directory, new IndexWriter(directory, config()));
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(lock, folder);
      throw e;
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

  IndexWriter writer() {
    return writer;
  }

  /// The user data of a commit.
  static Iterable<Map.Entry<String, String>> data(Map<String, String> more) {
    Map<String, String> data = new HashMap<>(more);
    data.put(SCHEMA_KEY, SCHEMA);
    return data.entrySet();
  }

  /// Gives the store free. What was not committed is gone.
  @Override
  public void close() throws IOException {
    IOUtils.close(writer::rollback, directory, lock, folder);
  }

  /// The folder of a generation of this schema, which is current.
  private static Path ready(Path path, Vocabularies vocabularies) throws IOException {
    if (!Files.exists(path.resolve(CURRENT))) {
      removeAllBut(path, "");
      begin(path.resolve("1"));
      makeCurrent(path, "1");
      return path.resolve("1");
    }
    Path old = generation(path);
    removeAllBut(path, old.getFileName().toString());
    if (SCHEMA.equals(schema(old))) {
      return old;
    }
    String next = Long.toString(Long.parseLong(old.getFileName().toString()) + 1);
    begin(path.resolve(next));
    try (Directory from = FSDirectory.open(old);
        Directory to = FSDirectory.open(path.resolve(next));
        IndexWriter writer = new IndexWriter(to, config())) {
      Renewal.copy(from, writer, vocabularies);
    }
    makeCurrent(path, next);
    removeAllBut(path, next);
    return path.resolve(next);
  }

  /// An index without a commit cannot be read, so the first one is made at once, and empty.
  private static void begin(Path generation) throws IOException {
    try (Directory directory = FSDirectory.open(generation);
        IndexWriter writer = new IndexWriter(directory, config())) {
      writer.setLiveCommitData(data(Map.of()));
      writer.commit();
    }
  }

  private static IndexWriterConfig config() {
    return new IndexWriterConfig().setCommitOnClose(false).setRAMBufferSizeMB(64);
  }

  private static String schema(Path generation) throws IOException {
    try (Directory directory = FSDirectory.open(generation);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      return reader.getIndexCommit().getUserData().getOrDefault(SCHEMA_KEY, "");
    } catch (IOException unreadable) {
      throw new IOException(
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
