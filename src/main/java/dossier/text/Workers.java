package dossier.text;

import dossier.archive.Original;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A pool of worker processes that read documents with Apache Tika.
///
/// Workers are started when first needed, kept warm, and replaced after some hundreds of documents
/// or when a document hangs or breaks one. No worker outlives this process, however it ends.
public final class Workers implements Extractor {

  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

  /// How much time and memory a document may take.
  ///
  /// @param base time for a document of no size
  /// @param perMegabyte time more for each megabyte of it
  /// @param longest time for a document of any size
  /// @param silence how long a worker may say nothing while it works
  /// @param heapMegabytes memory of a worker
  /// @param largeMegabytes memory of the worker in which a document is tried again that ended
  ///   another; it may also take three times as long. There is one of these at a time
  /// @param documents after how many documents a worker is replaced
  /// @param diskMegabytes how much a worker may write into its temporary folder
  public record Limits(
      Duration base,
      Duration perMegabyte,
      Duration longest,
      Duration silence,
      int heapMegabytes,
      int largeMegabytes,
      int documents,
      int diskMegabytes) {

    /// What the portal allows: a minute and a second for each megabyte, ten minutes at most; 512 MB
    /// of memory, 2 GB in a second attempt; 8 GB of disk.
    public static final Limits STANDARD =
        new Limits(
            Duration.ofSeconds(60),
            Duration.ofSeconds(1),
            Duration.ofMinutes(10),
            Duration.ofSeconds(30),
            512,
            2048,
            500,
            8192);

    /// How long a document of this size may take.
    Duration time(long sizeBytes) {
      Duration time = base.plus(perMegabyte.multipliedBy(sizeBytes >> 20));
      return time.compareTo(longest) < 0 ? time : longest;
    }
  }

  /// How the workers go about it.
  ///
  /// @param temp folder for temporary files, made when it is not there
  /// @param ocr languages in which images of pages are read, as tesseract names them (`eng+rus`);
  ///   empty when they are not read
  public record Setup(Path temp, String ocr, Limits limits) {

    /// The system's temporary folder, no text recognition, usual limits.
    public static Setup standard() {
      return new Setup(Path.of(System.getProperty("java.io.tmpdir")), "", Limits.STANDARD);
    }
  }

  private final Setup setup;
  private final Limits limits;
  private final Semaphore free;
  private final Semaphore large = new Semaphore(1, true);
  private final Deque<Child> idle = new ArrayDeque<>();
  private final Set<Child> all = new HashSet<>();
  private boolean closed;

  private Workers(int count, Setup setup) {
    this.setup = setup;
    this.limits = setup.limits();
    this.free = new Semaphore(count, true);
  }

  /// A pool of `count` workers, none of them started yet.
  public static Workers start(int count) {
    return start(count, Setup.standard());
  }

  /// A pool of `count` workers set up in another way, none of them started yet.
  public static Workers start(int count, Setup setup) {
    return new Workers(count, setup);
  }

  /// Reads one file, as [Extractor#read] says.
  ///
  /// @throws IllegalStateException when this is closed, now or while it reads
  /// @throws UncheckedIOException when no worker process can be started
  @Override
  public void read(Original original, Visitor visitor) throws InterruptedException {
    read(new Reading(original, visitor, limits, ""));
  }

  @Override
  public boolean recognises() {
    return !setup.ocr().isEmpty();
  }

  @Override
  public void recognise(Original original, Visitor visitor) throws InterruptedException {
    read(new Reading(original, visitor, limits, setup.ocr()));
  }

  private void read(Reading reading) throws InterruptedException {
    free.acquire();
    try {
      while (!reading.isOver()) {
        if (reading.isLarge()) {
          large.acquire();
          try {
            attempt(reading, true);
          } finally {
            large.release();
          }
        } else {
          attempt(reading, false);
        }
      }
    } finally {
      free.release();
    }
  }

  @Override
  public String edition(String mediaType) {
    return Edition.of(mediaType);
  }

  private void attempt(Reading reading, boolean inLarge) throws InterruptedException {
    Child child = inLarge ? begin(limits.largeMegabytes()) : take();
    Reading.@Nullable End end = null;
    try {
      end = reading.with(child);
    } finally {
      if (end == Reading.End.DONE && !inLarge) {
        giveBack(child);
      } else {
        int code = retire(child);
        if (end != null && end != Reading.End.DONE && end != Reading.End.PASSED) {
          checkOpen();
          LOG.warn("A worker ended ({}, exit code {}) at {}", end, code, reading.where());
          reading.failed(end, code);
        }
      }
    }
  }

  private Child take() {
    synchronized (all) {
      checkOpen();
      for (Child child = idle.poll(); child != null; child = idle.poll()) {
        if (child.isAlive()) {
          return child;
        }
        all.remove(child);
        child.stop();
      }
    }
    return begin(limits.heapMegabytes());
  }

  private Child begin(int heapMegabytes) {
    synchronized (all) {
      checkOpen();
      try {
        Child child = Child.start(setup.temp(), heapMegabytes, limits.diskMegabytes());
        all.add(child);
        return child;
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot start a worker process", e);
      }
    }
  }

  private void checkOpen() {
    synchronized (all) {
      if (closed) {
        throw new IllegalStateException("the workers are closed");
      }
    }
  }

  private void giveBack(Child child) {
    synchronized (all) {
      if (!closed && child.documents() < limits.documents()) {
        idle.push(child);
        return;
      }
    }
    retire(child);
  }

  private int retire(Child child) {
    synchronized (all) {
      all.remove(child);
    }
    return child.stop();
  }

  @Override
  public void close() {
    Set<Child> left;
    synchronized (all) {
      closed = true;
      left = Set.copyOf(all);
      all.clear();
      idle.clear();
    }
    left.forEach(Child::stop);
  }
}
