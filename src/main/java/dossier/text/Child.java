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

  private final Process process;
  private final Path temp;
  private final DataOutputStream out;
  private final BlockingQueue<Frame> frames = new ArrayBlockingQueue<>(FRAMES_AHEAD);
  private final Thread reader;
  private boolean ready;
  private int documents;

  private Child(Process process, Path temp) {
    this.process = process;
    this.temp = temp;
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.reader = Thread.ofPlatform().daemon().name("worker wire").start(this::readFrames);
    Thread.ofPlatform().daemon().name("worker log").start(this::readLog);
  }

  /// Starts a worker.
  ///
  /// @param heapMegabytes memory it may use
  /// @throws IOException when the process or its folder cannot be made
  static Child start(int heapMegabytes) throws IOException {
    Path temp = Files.createTempDirectory("dossier-worker-");
    ProcessBuilder builder = new ProcessBuilder(command(heapMegabytes, temp));
    // Nothing of the portal's environment is a document's business. Without a UTF-8 locale Java
    // cannot open files whose names are not ASCII.
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C.UTF-8");
    try {
      return new Child(builder.start(), temp);
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
    command.addAll(
        List.of(
            System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
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
        return new Frame.Gone();
      }
    }
    return frames.poll(nanos, TimeUnit.NANOSECONDS);
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
    boolean interrupted = false;
    int code = 137;
    try {
      // A worker that ended by itself is given the moment it needs to say how.
      if (!process.isAlive() || frames.peek() instanceof Frame.Gone) {
        process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS);
      }
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
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("Cannot remove the worker's folder {}: {}", folder, e.getMessage());
    }
  }
}
