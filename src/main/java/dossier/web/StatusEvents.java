package dossier.web;

import dossier.ingest.Desk;
import dossier.ingest.Progress;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Tells open status pages how the run goes, as server-sent events: `/status/events`.
///
/// Each listener has its request's own virtual thread, so one that reads slowly holds up nobody.
/// There are at most [#MOST]; who comes later has the page's Refresh.
final class StatusEvents implements AutoCloseable {

  static final int MOST = 32;

  /// How often the run is looked at.
  private static final long MILLIS = 500;

  /// Every so many looks something is sent in any case: it shows when the listener has gone, and
  /// keeps the connection from being taken for a dead one.
  private static final int BEAT = 20;

  private final Semaphore seats = new Semaphore(MOST);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Desk desk;

  StatusEvents(Desk desk) {
    this.desk = desk;
  }

  void listen(Context ctx) throws IOException, InterruptedException {
    if (!seats.tryAcquire()) {
      ctx.status(HttpStatus.SERVICE_UNAVAILABLE).header("Retry-After", "30");
      ctx.result("Too many pages are watching. Refresh the page instead.\n");
      return;
    }
    try {
      ctx.disableCompression();
      ctx.header("Cache-Control", "no-store");
      // Else a proxy in front keeps events until it has a bufferful.
      ctx.header("X-Accel-Buffering", "no");
      ctx.contentType("text/event-stream; charset=utf-8");
      send(ctx.res().getOutputStream());
    } finally {
      seats.release();
    }
  }

  private void send(OutputStream out) throws IOException, InterruptedException {
    Progress last = null;
    int silent = 0;
    do {
      Progress now = desk.progress();
      if (!now.equals(last)) {
        write(out, "data: " + AnswerJson.text(RunView.of(now)) + "\n\n");
        silent = 0;
      } else if (++silent == BEAT) {
        write(out, ":\n\n");
        silent = 0;
      }
      last = now;
    } while (!closed.await(MILLIS, TimeUnit.MILLISECONDS));
  }

  private static void write(OutputStream out, String event) throws IOException {
    out.write(event.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /// Lets every listener go.
  @Override
  public void close() {
    closed.countDown();
  }
}
