package dossier;

import dossier.ingest.Ingest;
import dossier.ingest.Progress;
import dossier.ingest.Summary;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// Shows on the terminal how far a run has come, and what it did when it is over. Where standard
/// error is no terminal only the latter.
final class ProgressLine implements AutoCloseable {

  private static final long EVERY_MILLIS = 250;

  private final Ingest ingest;
  private final PrintWriter err;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("progress").daemon().factory());
  private @Nullable ProgressBar bar;

  private ProgressLine(Ingest ingest, PrintWriter err) {
    this.ingest = ingest;
    this.err = err;
  }

  static ProgressLine start(Ingest ingest, PrintWriter err) {
    ProgressLine line = new ProgressLine(ingest, err);
    if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()) {
      line.timer
          .scheduleWithFixedDelay(line::draw, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS)
          .state();
    }
    return line;
  }

  private synchronized void draw() {
    Progress progress = ingest.progress();
    if (progress.running() && progress.total() > 0) {
      if (bar == null) {
        bar =
            new ProgressBarBuilder()
                .setTaskName("Reading")
                .setInitialMax(progress.total())
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUnit(" files", 1)
                .showSpeed()
                .build();
      }
      bar.stepTo(progress.done());
      bar.setExtraMessage(" " + progress.refused() + " refused");
    } else {
      clear();
    }
  }

  private void clear() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  /// Says what a run did.
  synchronized void tell(Summary summary) {
    clear();
    err.printf(
        "%,d files and %,d documents inside archives: %s.%n",
        summary.files(), summary.entries(), outcomes(summary));
    if (summary.read() > 0 || summary.removed() > 0) {
      err.printf(
          "This run: files read %,d, documents that could not be read %,d, reports removed %,d.%n",
          summary.read(), summary.refused(), summary.removed());
    }
    if (summary.refused() > 0) {
      err.println("Why: ./dossier status, or the status page.");
    }
    if (!summary.held().isEmpty()) {
      err.println(summary.held());
    }
    err.flush();
  }

  private static String outcomes(Summary summary) {
    StringBuilder list = new StringBuilder();
    summary
        .outcomes()
        .forEach((outcome, count) ->
            list.append(list.isEmpty() ? "" : ", ")
                .append("%,d %s".formatted(count, StatusCommand.words(outcome))));
    return list.isEmpty() ? "nothing yet" : list.toString();
  }

  @Override
  public synchronized void close() {
    timer.shutdownNow();
    clear();
  }
}
