package dossier.text;

import dossier.archive.ArchiveFile;
import dossier.archive.Document;
import dossier.archive.Hash;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The worker process: reads requests from standard input, answers on standard output, in frames.
///
/// It ends when its standard input does, so it never outlives the portal.
final class Worker implements Pulse {

  /// Exit code of the virtual machine when memory ran out (`-XX:+ExitOnOutOfMemoryError`).
  static final int OUT_OF_MEMORY = 3;

  /// How often the portal hears how far a document has been read: often enough to keep what stands
  /// before the place where it hangs.
  private static final long PULSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final DataOutputStream out;
  private final Path temp;
  private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
  private final DocumentReader reader = new DocumentReader();
  private long lastFrame;
  private int reached;

  private Worker(DataOutputStream out, Path temp) {
    this.out = out;
    this.temp = temp;
  }

  /// Runs until standard input ends.
  static void main() throws InterruptedException {
    FileOutputStream wire = new FileOutputStream(FileDescriptor.out);
    System.setOut(System.err); // no library may write between frames
    Path temp = Path.of(System.getProperty("java.io.tmpdir"));
    Worker worker = new Worker(new DataOutputStream(new BufferedOutputStream(wire)), temp);
    Thread.ofPlatform().daemon().name("requests").start(worker::listen);
    worker.send(new Frame.Alive(0));
    worker.work();
  }

  private void listen() {
    try {
      DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
      for (Frame frame = Wire.read(in); !(frame instanceof Frame.Gone); frame = Wire.read(in)) {
        frames.put(frame);
      }
    } catch (IOException | InterruptedException e) {
      System.err.println("Worker: " + e);
    } finally {
      // The portal is gone, or has no further use for this process: leave nothing behind.
      ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
      Child.wipe(temp);
      Runtime.getRuntime().halt(0);
    }
  }

  private void work() throws InterruptedException {
    while (true) {
      if (frames.take() instanceof Frame.Read read) {
        read(read);
        Child.wipe(temp, false); // libraries forget some of their files
        send(new Frame.Done());
      }
    }
  }

  private void read(Frame.Read read) {
    Path file = Path.of(read.path());
    Job job = new Job(this, read);
    try {
      Document document = hashed(read.document(), file);
      if (!ArchiveFile.walk(document, file, temp, ArchiveFile.Limits.STANDARD, job)) {
        job.document(document, file);
      }
    } catch (IOException e) {
      System.err.println("Worker: " + e);
      String why =
          read.path().indexOf('\ufffd') < 0
              ? "the file cannot be opened or read to its end"
              : "its name is not written in UTF-8, so it cannot be opened: rename it";
      job.refuse(read.document(), Reason.DAMAGED, why);
    }
  }

  /// The document with the size and hash of what lies in the file.
  Document hashed(Document document, Path file) throws IOException {
    MessageDigest digest = Hash.sha256();
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        size += n;
        at(0);
      }
    }
    String sha256 = HexFormat.of().formatHex(digest.digest());
    return new Document(document.location(), size, sha256, document.sidecar());
  }

  void send(Frame frame) {
    try {
      Wire.write(out, frame);
      lastFrame = System.nanoTime();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether the document that has been announced is to be read.
  boolean answer() {
    try {
      return frames.take() instanceof Frame.Answer answer && answer.wanted();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a worker", e);
    }
  }

  /// A document that lies in none begins.
  void begin() {
    reached = 0;
  }

  /// Tells how far the document has been read that holds the one that begins now: that one may be
  /// where reading ends.
  void tellReached() {
    send(new Frame.Alive(reached));
  }

  Outcome read(Task task) {
    return reader.read(task);
  }

  Path temp() {
    return temp;
  }

  @Override
  public void at(int characters) {
    reached = Math.max(reached, characters);
    if (System.nanoTime() - lastFrame > PULSE_NANOS) {
      send(new Frame.Alive(characters));
    }
  }
}
