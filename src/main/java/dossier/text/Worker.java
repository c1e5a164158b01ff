package dossier.text;

import dossier.archive.ArchiveFile;
import dossier.archive.Document;
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
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The worker process: reads requests from standard input, answers on standard output, in frames.
///
/// It ends when its standard input does, so it never outlives the portal.
final class Worker {

  /// Exit code of the virtual machine when memory ran out (`-XX:+ExitOnOutOfMemoryError`).
  static final int OUT_OF_MEMORY = 3;

  private static final int PASSAGES_A_FRAME = 512;
  private static final long PULSE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final String UNKNOWN = "application/octet-stream";

  private final DataOutputStream out;
  private final Path temp;
  private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
  private final DocumentReader reader = new DocumentReader(this::pulse);
  private long lastFrame;

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
    worker.send(new Frame.Alive());
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
      Child.wipe(temp);
      Runtime.getRuntime().halt(0);
    }
  }

  private void work() throws InterruptedException {
    while (true) {
      if (frames.take() instanceof Frame.Read read) {
        read(read);
        send(new Frame.Done());
      }
    }
  }

  private void read(Frame.Read read) {
    Path file = Path.of(read.path());
    Job job = new Job(read.known());
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

  private Document hashed(Document document, Path file) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        size += n;
        pulse();
      }
    }
    String sha256 = HexFormat.of().formatHex(digest.digest());
    return new Document(document.location(), size, sha256, document.sidecar());
  }

  private void send(Frame frame) {
    try {
      Wire.write(out, frame);
      lastFrame = System.nanoTime();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void pulse() {
    if (System.nanoTime() - lastFrame > PULSE_NANOS) {
      send(new Frame.Alive());
    }
  }

  /// One file's documents, as walking tells them. The first `known` extractions were given by an
  /// earlier worker.
  private final class Job implements ArchiveFile.Visitor {

    private final int known;
    private int count;

    Job(int known) {
      this.known = known;
    }

    /// Whether the extraction that comes now is new.
    private boolean isNew() {
      return count++ >= known;
    }

    @Override
    public boolean passes(dossier.archive.Location location) {
      if (count < known) {
        count++;
        return true;
      }
      return false;
    }

    @Override
    public void document(Document document, Path file) {
      if (!isNew()) {
        return;
      }
      send(new Frame.Seen(document));
      if (!answer()) {
        send(new Frame.Left());
        return;
      }
      switch (reader.read(document.location().name(), file)) {
        case Outcome.No no ->
            send(
                new Frame.Refused(document, no.reason(), no.detail(), no.mediaType(), no.parser()));
        case Outcome.Words words -> words(words);
      }
    }

    private boolean answer() {
      try {
        return frames.take() instanceof Frame.Answer answer && answer.wanted();
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts a worker", e);
      }
    }

    private void words(Outcome.Words words) {
      List<Passage> passages = Ending.apart(words.passages());
      for (int from = 0; from < passages.size(); from += PASSAGES_A_FRAME) {
        int to = Math.min(from + PASSAGES_A_FRAME, passages.size());
        send(new Frame.Passages(passages.subList(from, to)));
      }
      send(
          new Frame.Finished(
              words.mediaType(),
              words.paged(),
              words.pages(),
              words.properties(),
              Language.of(passages),
              words.missing(),
              words.parser()));
    }

    @Override
    public void skipped(Document document, String rule) {
      if (isNew()) {
        send(new Frame.Skipped(document, rule));
      }
    }

    @Override
    public void unreadable(Document document, ArchiveFile.Problem problem, String detail) {
      Reason reason =
          switch (problem) {
            case ENCRYPTED -> Reason.ENCRYPTED;
            case DAMAGED -> Reason.DAMAGED;
            case OVER_LIMIT -> Reason.BUDGET;
            case UNSUPPORTED -> Reason.UNSUPPORTED;
          };
      refuse(document, reason, detail);
    }

    void refuse(Document document, Reason reason, String detail) {
      if (isNew()) {
        send(new Frame.Refused(document, reason, detail, UNKNOWN, ""));
      }
    }

    @Override
    public void opened(Document archive, String mediaType) {
      send(new Frame.Opened(archive, mediaType));
    }

    @Override
    public void closed(Document archive, String mediaType, int documents, String cut) {
      if (isNew()) {
        send(new Frame.Closed(archive, mediaType, documents, cut));
      }
    }

    @Override
    public void progress() {
      pulse();
    }
  }
}
