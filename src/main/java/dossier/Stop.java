package dossier;

import java.util.concurrent.CountDownLatch;

/// Waits for the signal that ends a long command (Ctrl-C, SIGTERM), and lets it close its rooms
/// before the process ends.
final class Stop {

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);

  private Stop() {}

  static Stop onSignal() {
    Stop stop = new Stop();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stop.asked.countDown();
                  try {
                    stop.done.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                },
                "stop"));
    return stop;
  }

  /// Returns when the process is asked to end.
  void await() throws InterruptedException {
    asked.await();
  }

  /// The rooms are closed: the process may end.
  void done() {
    done.countDown();
  }
}
