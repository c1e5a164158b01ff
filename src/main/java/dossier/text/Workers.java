package dossier.text;

import dossier.archive.Original;
import java.io.IOException;
import java.io.UncheckedIOException;
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
  /// @param documents after how many documents a worker is replaced
  public record Limits(
      Duration base,
      Duration perMegabyte,
      Duration longest,
      Duration silence,
      int heapMegabytes,
      int documents) {

    /// What the portal allows: a minute and a second for each megabyte, ten minutes at most; 512
    /// MB.
    public static final Limits STANDARD =
        new Limits(
            Duration.ofSeconds(60),
            Duration.ofSeconds(1),
            Duration.ofMinutes(10),
            Duration.ofSeconds(30),
            512,
            500);

    /// How long a document of this size may take.
    Duration time(long sizeBytes) {
      Duration time = base.plus(perMegabyte.multipliedBy(sizeBytes >> 20));
      return time.compareTo(longest) < 0 ? time : longest;
    }
  }

  private final Limits limits;
  private final Semaphore free;
  private final Deque<Child> idle = new ArrayDeque<>();
  private final Set<Child> all = new HashSet<>();
  private boolean closed;

  private Workers(int count, Limits limits) {
    this.limits = limits;
    this.free = new Semaphore(count, true);
  }

  /// A pool of `count` workers, none of them started yet.
  public static Workers start(int count) {
    return start(count, Limits.STANDARD);
  }

  /// A pool of `count` workers with other limits, none of them started yet.
  public static Workers start(int count, Limits limits) {
    return new Workers(count, limits);
  }

  /// Reads one file, as [Extractor#read] says.
  ///
  /// @throws IllegalStateException when this is closed, now or while it reads
  /// @throws UncheckedIOException when no worker process can be started
  @Override
  public void read(Original original, Visitor visitor) throws InterruptedException {
    free.acquire();
    try {
      Reading reading = new Reading(original, visitor, limits);
      while (!reading.isOver()) {
        attempt(reading);
      }
    } finally {
      free.release();
    }
  }

  @Override
  public String edition(String mediaType) {
    return Edition.of(mediaType);
  }

  private void attempt(Reading reading) throws InterruptedException {
    Child child = take();
    Reading.@Nullable End end = null;
    try {
      end = reading.with(child);
    } finally {
      if (end == Reading.End.DONE) {
        giveBack(child);
      } else {
        int code = retire(child);
        if (end != null) {
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
      try {
        Child child = Child.start(limits.heapMegabytes());
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
