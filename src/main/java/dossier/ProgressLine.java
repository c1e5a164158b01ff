package dossier;

import dossier.ingest.Ingest;
import dossier.ingest.Progress;
import dossier.ingest.Summary;
import java.io.Console;
import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// Shows on the terminal how far a run has come, and what it did when it is over; while all reports
/// are labelled again, how far that is. Where standard error is no terminal it says so in a line
/// now and then, so that a log shows life.
final class ProgressLine implements AutoCloseable {

  static final long DRAW_MILLIS = 250;
  static final long SAY_MILLIS = 30_000;

  private final Ingest ingest;
  private final PrintWriter err;
  private final RelabellingLine labelling;
  private final InstantSource clock = InstantSource.system();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("progress").daemon().factory());
  private @Nullable ProgressBar bar;
  private Pace pace = new Pace();
  private @Nullable Instant started;

  /// Read by the bar's own thread, for which closing the bar waits: it must need no lock.
  private volatile Optional<Duration> left = Optional.empty();

  private ProgressLine(Ingest ingest, PrintWriter err) {
    this.ingest = ingest;
    this.err = err;
    this.labelling = new RelabellingLine(ingest.relabelling()::state, err);
  }

  static ProgressLine start(Ingest ingest, PrintWriter err) {
    ProgressLine line = new ProgressLine(ingest, err);
    boolean terminal = isTerminal();
    long pause = terminal ? DRAW_MILLIS : SAY_MILLIS;
    line.timer
        .scheduleWithFixedDelay(
            terminal ? line::draw : line::say, pause, pause, TimeUnit.MILLISECONDS)
        .state();
    return line;
  }

  /// The launcher knows whether standard error is a terminal; Java only knows of the other two.
  static boolean isTerminal() {
    String told = System.getProperty("dossier.terminal");
    return told == null
        ? Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
        : told.equals("yes");
  }

  private synchronized void draw() {
    Progress progress = ingest.progress();
    if (labelling.follow() || !isReading(progress)) {
      clear();
      return;
    }
    note(progress);
    ProgressBar shown = bar;
    if (shown == null) {
      shown = bar(progress);
      bar = shown;
    }
    shown.stepTo(progress.done());
    shown.setExtraMessage(" " + bytes(progress) + ", " + refused(progress));
  }

  private ProgressBar bar(Progress progress) {
    return new ProgressBarBuilder()
        .setTaskName("Reading")
        .setInitialMax(progress.total())
        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
        .setUnit(" files", 1)
        .showSpeed(new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
        .setEtaFunction(state -> left)
        .build();
  }

  private synchronized void say() {
    labelling.say();
    Progress progress = ingest.progress();
    if (isReading(progress)) {
      note(progress);
      err.println(line(progress, elapsed(progress), left));
      err.flush();
    }
  }

  /// `Reading: 1,200 of 4,000 files, 88 of 9,400 MB, 10.0 files/s, 12:30 left, 2 refused`.
  static String line(Progress progress, Duration elapsed, Optional<Duration> left) {
    double rate = progress.done() * 1000.0 / Math.max(1, elapsed.toMillis());
    return String.format(
        Locale.ROOT,
        "Reading: %,d of %,d files, %s, %.1f files/s, %s%s",
        progress.done(),
        progress.total(),
        bytes(progress),
        rate,
        left.map(time -> clock(time) + " left, ").orElse(""),
        refused(progress));
  }

  private static String bytes(Progress progress) {
    boolean small = progress.bytesTotal() < 10_000_000;
    long unit = small ? 1000 : 1_000_000;
    return String.format(
        Locale.ROOT,
        "%,d of %,d %s",
        Math.round((double) progress.bytesDone() / unit),
        Math.round((double) progress.bytesTotal() / unit),
        small ? "kB" : "MB");
  }

  private static String refused(Progress progress) {
    return String.format(Locale.ROOT, "%,d refused", progress.refused());
  }

  private static String clock(Duration time) {
    return time.toHours() > 0
        ? String.format(
            Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
        : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
  }

  private static boolean isReading(Progress progress) {
    return progress.running() && progress.total() > 0;
  }

  private void note(Progress progress) {
    Instant began = progress.started();
    if (began != null && !began.equals(started)) {
      started = began;
      pace = new Pace();
      clear();
    }
    pace.note(elapsed(progress), progress.bytesDone());
    left = pace.left(progress.bytesTotal());
  }

  private Duration elapsed(Progress progress) {
    Instant began = progress.started();
    return began == null ? Duration.ZERO : Duration.between(began, clock.instant());
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
    labelling.close();
    clear();
  }
}
