package dossier.ingest;

import dossier.report.Classifier;
import dossier.report.Report;
import dossier.report.Vocabularies;
import dossier.search.Engine;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which vocabularies reports are labelled by, and the way from one to the next: every report is
/// labelled again from its stored text, in the background, and all new labels show at once.
///
/// Until then reports that are read meanwhile get labels by the old vocabularies, too; they are
/// labelled again with the last step. Thread-safe.
public final class Relabelling {

  private static final Logger LOG = LoggerFactory.getLogger(Relabelling.class);

  private final Engine engine;
  private volatile Classifier classifier;

  /// Who labels and writes reports shares it; taking over other vocabularies has it alone.
  private final ReadWriteLock labelling = new ReentrantReadWriteLock(true);

  private final AtomicLong done = new AtomicLong();
  private volatile long total;
  private volatile boolean running;
  private volatile String problem = "";

  /// @param classifier what labels reports from now on
  public Relabelling(Engine engine, Classifier classifier) {
    this.engine = engine;
    this.classifier = classifier;
  }

  /// How far labelling again has come.
  ///
  /// @param running whether it is under way
  /// @param done how many reports are labelled so far
  /// @param total how many there are
  /// @param problem why the vocabularies as they now are cannot be used, a line each with file and
  ///   line; empty when they can
  public record State(boolean running, long done, long total, String problem) {

    /// Nothing runs, and nothing is wrong.
    public static final State NONE = new State(false, 0, 0, "");
  }

  /// How far it has come.
  public State state() {
    return new State(running, done.get(), total, problem);
  }

  /// What labels reports now.
  Classifier classifier() {
    return classifier;
  }

  /// The vocabularies the labels that readers see refer to.
  public Vocabularies vocabularies() {
    return classifier.vocabularies();
  }

  /// Searches by the names of these vocabularies, at once: no report changes by that.
  void learn(Classifier next) {
    engine.learn(next.vocabularies().synonyms());
  }

  /// Whether the labels that readers see are by other vocabularies or rules than these.
  ///
  /// @throws IOException when the storage fails
  boolean isDue(Classifier next) throws IOException {
    return !next.edition().equals(engine.edition());
  }

  /// Whether the labels that readers see are by other vocabularies or rules than those in use.
  ///
  /// @throws IOException when the storage fails
  public boolean isDue() throws IOException {
    return isDue(classifier);
  }

  /// Labels every report by the vocabularies in use, as [#run(Classifier, int)].
  public long run(int threads) throws IOException, InterruptedException {
    return run(classifier, threads);
  }

  /// Labels every report by these vocabularies, in one commit.
  ///
  /// @param threads how many reports are labelled side by side, at least 1
  /// @return how many reports there were
  /// @throws IOException when the storage fails; the old labels stay
  /// @throws InterruptedException when the thread is interrupted; the old labels stay
  public synchronized long run(Classifier next, int threads)
      throws IOException, InterruptedException {
    if (Thread.interrupted()) { // a commit begun now would break off
      throw new InterruptedException();
    }
    problem = "";
    done.set(0);
    long began = System.nanoTime();
    try (Engine.Revision revision = engine.revise()) {
      total = revision.total();
      running = total > 0;
      revision.prepare(report -> relabelled(report, next), next.vocabularies(), threads);
      labelling.writeLock().lockInterruptibly();
      try {
        revision.commit(next.edition());
        classifier = next;
      } finally {
        labelling.writeLock().unlock();
      }
      long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
      LOG.info("Labelled {} reports again in {} ms", total, millis);
      return total;
    } finally {
      running = false;
    }
  }

  private Report relabelled(Report report, Classifier next) {
    done.incrementAndGet();
    try {
      return next.relabel(report);
    } catch (RuntimeException e) {
      // A mistake of ours on one report must not cost the others their labels.
      LOG.error("Labelling {} again failed; it keeps its labels", report.location(), e);
      return report;
    }
  }

  /// The vocabularies as they now are cannot be used: the old ones stay.
  void refused(String why) {
    problem = why;
  }

  /// Something that labels reports, or writes what was labelled before.
  interface Step<E extends Exception> {
    void go() throws E;
  }

  /// Takes a step by one classifier from its beginning to its end.
  <E extends Exception> void steadily(Step<E> step) throws E {
    labelling.readLock().lock();
    try {
      step.go();
    } finally {
      labelling.readLock().unlock();
    }
  }
}
