package dossier.ingest;

import dossier.report.Classifier;
import dossier.report.VocabularyException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the labels in step with the vocabulary files, and searches with the synonyms: looks again
/// and again, and labels every report again when a file was edited that labels depend on. Files
/// that cannot be used change nothing until they can.
public final class VocabularyWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(VocabularyWatch.class);

  /// Time between two looks, and how long the files must be still before they are read.
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Relabelling relabelling;
  private final Path folder;
  private final int threads;
  private String seen = "";
  private String taken = "";
  private String failed = "";
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("vocabulary").daemon().factory());

  private VocabularyWatch(Relabelling relabelling, Path folder, int threads) {
    this.relabelling = relabelling;
    this.folder = folder;
    this.threads = threads;
  }

  /// Starts to look. Reports that other vocabularies labelled than those in use are labelled again
  /// at once.
  ///
  /// @param folder where the vocabulary files are; nothing is watched while it is not there
  /// @param threads how many reports are labelled side by side, at least 1
  public static VocabularyWatch start(Relabelling relabelling, Path folder, int threads) {
    VocabularyWatch watch = new VocabularyWatch(relabelling, folder, threads);
    watch.timer.execute(() -> watch.take(relabelling.classifier()));
    watch
        .timer
        .scheduleWithFixedDelay(
            watch::look, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS)
        .state();
    return watch;
  }

  private void look() {
    try {
      String now = stamp();
      boolean still = now.equals(seen);
      seen = now;
      if (still && !now.isEmpty() && !now.equals(taken)) {
        if (take(Classifier.load(folder))) {
          taken = now;
        }
      }
    } catch (VocabularyException e) {
      taken = seen;
      String problems = String.join("\n", e.problems());
      relabelling.refused(problems);
      LOG.error("The edited vocabularies cannot be used; labels stay as they are:\n{}", problems);
    } catch (IOException e) {
      LOG.debug("Cannot look at {}", folder, e); // the next look may
    } catch (RuntimeException e) {
      LOG.error("An error of ours while looking at the vocabularies; please report it", e);
    }
  }

  /// Whether reports are labelled by it now; when not, the next look tries again.
  private boolean take(Classifier next) {
    try {
      relabelling.learn(next);
      if (relabelling.isDue(next)) {
        LOG.info("The vocabularies changed; labelling all reports again");
        relabelling.run(next, threads);
        failed = "";
      } else {
        relabelling.refused("");
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      String why = String.valueOf(e.getMessage());
      if (!why.equals(failed)) {
        LOG.error("{} Labelling is tried again by itself.", why);
      }
      failed = why;
    } catch (RuntimeException e) {
      LOG.error("An error of ours stopped labelling all reports again; please report it", e);
    }
    return false;
  }

  /// Names, sizes and times of the files; empty when there are none.
  private String stamp() throws IOException {
    TreeSet<String> stamps = new TreeSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.yaml")) {
      for (Path file : files) {
        stamps.add(stamp(file));
      }
      Path synonyms = Classifier.synonyms(folder);
      if (Files.exists(synonyms)) {
        stamps.add(stamp(synonyms));
      }
    } catch (NoSuchFileException | NotDirectoryException away) {
      return "";
    }
    return String.join("\n", stamps);
  }

  private static String stamp(Path file) throws IOException {
    return file.getFileName() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
  }

  /// Stops, also in the middle of labelling; the old labels stay then.
  @Override
  public void close() {
    timer.shutdownNow();
    timer.close();
  }
}
