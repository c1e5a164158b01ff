package dossier.text;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One worker process, seen from the portal.
final class Child {

  private static final Logger LOG = LoggerFactory.getLogger(Child.class);
  private static final int FRAMES_AHEAD = 16;
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration END = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Process process;
  private final Path temp;
  private final long diskBytes;
  private final DataOutputStream out;
  private final BlockingQueue<Frame> frames = new ArrayBlockingQueue<>(FRAMES_AHEAD);
  private final Thread reader;
  private long looked = System.nanoTime();
  private boolean ready;
  private boolean gone;
  private boolean overDisk;
  private int documents;

  private Child(Process process, Path temp, long diskBytes) {
    this.process = process;
    this.temp = temp;
    this.diskBytes = diskBytes;
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.reader = Thread.ofPlatform().daemon().name("worker wire").start(this::readFrames);
    Thread.ofPlatform().daemon().name("worker log").start(this::readLog);
  }

  /// Starts a worker.
  ///
  /// @param around folder for its temporary folder
  /// @param heapMegabytes memory it may use
  /// @param diskMegabytes how much it may write into its temporary folder
  /// @throws IOException when the process or its folder cannot be made
  static Child start(Path around, int heapMegabytes, int diskMegabytes) throws IOException {
    Files.createDirectories(around);
    Path temp = Files.createTempDirectory(around, "dossier-worker-");
    ProcessBuilder builder = new ProcessBuilder(command(heapMegabytes, temp));
    // Nothing of the portal's environment is a document's business. Without a UTF-8 locale Java
    // cannot open files whose names are not ASCII.
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C.UTF-8");
    try {
      return new Child(builder.start(), temp, (long) diskMegabytes << 20);
    } catch (IOException e) {
      wipe(temp);
      throw e;
    }
  }

  private static List<String> command(int heapMegabytes, Path temp) {
    List<String> command = new ArrayList<>();
    // Extraction is the background's work: readers come first.
    Path nice = Path.of("/usr/bin/nice");
    if (Files.isExecutable(nice)) {
      command.addAll(List.of(nice.toString(), "-n", "19"));
    }
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    String cache = System.getProperty("dossier.worker.cache", "");
    if (!cache.isEmpty()) { // what Rehearsal left: without it a worker starts as well, but slower
      command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"));
    }
    command.addAll(
        List.of(
            "-Xmx" + heapMegabytes + "m",
            "-Xss1m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + temp.resolve("crash.log"),
            "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=" + temp,
            "-Dlogback.configurationFile=worker-logback.xml",
            "-Dlog4j2.StatusLogger.level=OFF",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Worker.class.getName()));
    return command;
  }

  /// @throws IOException when the worker is gone
  void send(Frame frame) throws IOException {
    Wire.write(out, frame);
  }

  /// The next frame; null when none came in time. A worker that has just been started gets the time
  /// it needs for that.
  @Nullable Frame await(long nanos) throws InterruptedException {
    if (!ready) {
      ready = frames.poll(START.toNanos(), TimeUnit.NANOSECONDS) instanceof Frame.Alive;
      if (!ready) {
        gone = true;
        return new Frame.Gone();
      }
    }
    long end = System.nanoTime() + nanos;
    Frame frame;
    do {
      long left = end - System.nanoTime();
      frame = frames.poll(Math.min(left, LOOK.toNanos()), TimeUnit.NANOSECONDS);
      overDisk = isDiskFull();
    } while (frame == null && !overDisk && System.nanoTime() < end);
    gone |= frame instanceof Frame.Gone;
    return overDisk ? null : frame;
  }

  /// Whether it was found to write more into its temporary folder than it may.
  boolean isOverDisk() {
    return overDisk;
  }

  /// Looks at the temporary folder once in a while.
  private boolean isDiskFull() {
    long now = System.nanoTime();
    if (now - looked < LOOK.toNanos()) {
      return false;
    }
    looked = now;
    try (Stream<Path> files = Files.walk(temp)) {
      return files.mapToLong(file -> file.toFile().length()).sum() > diskBytes;
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("Files came and went in {}: {}", temp, e.getMessage());
      return false;
    }
  }

  /// Counts a document it read.
  void countDocument() {
    documents++;
  }

  /// How many documents it has read.
  int documents() {
    return documents;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// Stops it whatever it is doing, and removes what it left behind.
  ///
  /// @return its exit code, 137 when it had to be killed
  int stop() {
    // Whoever is interrupted has to wait here all the same: what still runs writes into its folder.
    boolean interrupted = Thread.interrupted();
    int code = 137;
    try {
      // A worker that ended by itself is given the moment it needs to say how.
      if (gone) {
        process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS);
      }
      process.descendants().forEach(ProcessHandle::destroyForcibly); // text recognition
      process.destroyForcibly();
      if (process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
        code = process.exitValue();
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    reader.interrupt();
    wipe(temp);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return code;
  }

  private void readFrames() {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16))) {
      Frame frame;
      do {
        frame = Wire.read(in);
        frames.put(frame);
      } while (!(frame instanceof Frame.Gone));
    } catch (IOException e) {
      LOG.debug("The wire to worker {} broke: {}", process.pid(), e.getMessage());
      endFrames();
    } catch (InterruptedException e) {
      LOG.debug("Worker {} is no longer listened to", process.pid());
    }
  }

  private void endFrames() {
    try {
      frames.put(new Frame.Gone());
    } catch (InterruptedException e) {
      LOG.debug("Worker {} is no longer listened to", process.pid());
    }
  }

  private void readLog() {
    byte[] buffer = new byte[4096]; // and no more at once: a worker may write without line ends
    try (InputStream in = process.getErrorStream()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        String lines = new String(buffer, 0, n, StandardCharsets.UTF_8).strip();
        LOG.debug("Worker {}: {}", process.pid(), lines);
      }
    } catch (IOException e) {
      LOG.debug("The log of worker {} ended: {}", process.pid(), e.getMessage());
    }
  }

  /// Removes a folder and all in it.
  static void wipe(Path folder) {
    wipe(folder, true);
  }

  /// Removes all that is in a folder.
  ///
  /// @param itself whether the folder is removed as well
  static void wipe(Path folder, boolean itself) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        if (itself || !file.equals(folder)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("Cannot remove the worker's folder {}: {}", folder, e.getMessage());
    }
  }
}
