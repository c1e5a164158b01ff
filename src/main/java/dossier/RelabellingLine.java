package dossier;

import dossier.ingest.Relabelling;
import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// Shows on the terminal how far labelling all reports again has come, as [ProgressLine] does for
/// reading.
final class RelabellingLine implements AutoCloseable {

  private final Supplier<Relabelling.State> state;
  private final PrintWriter err;
  private final @Nullable ScheduledExecutorService timer;
  private long began = System.nanoTime();
  private @Nullable ProgressBar bar;
  private boolean followed;

  private RelabellingLine(
      Supplier<Relabelling.State> state,
      PrintWriter err,
      @Nullable ScheduledExecutorService timer) {
    this.state = state;
    this.err = err;
    this.timer = timer;
  }

  /// A line that is drawn by whoever calls [#follow] or [#say].
  RelabellingLine(Supplier<Relabelling.State> state, PrintWriter err) {
    this(state, err, null);
  }

  static RelabellingLine start(Supplier<Relabelling.State> state, PrintWriter err) {
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("progress").daemon().factory());
    RelabellingLine line = new RelabellingLine(state, err, timer);
    boolean terminal = ProgressLine.isTerminal();
    long pause = terminal ? ProgressLine.DRAW_MILLIS : ProgressLine.SAY_MILLIS;
    timer
        .scheduleWithFixedDelay(
            terminal ? line::draw : line::say, pause, pause, TimeUnit.MILLISECONDS)
        .state();
    return line;
  }

  /// Shows one run after the other: how far it is, and at its end what it did.
  ///
  /// @return whether one is under way, and the terminal taken
  synchronized boolean follow() {
    Relabelling.State now = state.get();
    if (now.running() && !followed) {
      began = System.nanoTime();
    } else if (!now.running() && followed) {
      clear();
      if (now.done() >= now.total() && now.problem().isEmpty()) {
        tell(now.total());
      }
    }
    followed = now.running();
    draw();
    return now.running();
  }

  private synchronized void draw() {
    Relabelling.State now = state.get();
    if (now.running()) {
      ProgressBar shown = bar;
      if (shown == null) {
        shown = bar(now.total());
        bar = shown;
      }
      shown.stepTo(Math.min(now.done(), now.total()));
    }
  }

  private static ProgressBar bar(long total) {
    return new ProgressBarBuilder()
        .setTaskName("Labelling")
        .setInitialMax(total)
        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
        .setUnit(" reports", 1)
        .showSpeed(new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
        .build();
  }

  synchronized void say() {
    Relabelling.State now = state.get();
    if (now.running()) {
      err.printf("Labelling: %,d of %,d reports%n", now.done(), now.total());
      err.flush();
    }
  }

  /// Says what was done.
  synchronized void tell(long reports) {
    clear();
    double seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
    err.printf(Locale.ROOT, "Labelled %,d reports again in %.1f s.%n", reports, seconds);
    err.flush();
  }

  private void clear() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  @Override
  public synchronized void close() {
    if (timer != null) {
      timer.shutdownNow();
    }
    clear();
  }
}
