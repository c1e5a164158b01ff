package dossier.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Map;

/// Tells a client to wait.
final class Busy {

  static final int TOO_MANY = 429;
  static final int UNAVAILABLE = 503;

  /// The detail of a refusal that says how many seconds.
  static final String WAIT = "wait";

  private Busy() {}

  /// Answers instead of what was asked for.
  ///
  /// @param status one of the two
  /// @param seconds to wait
  /// @throws HttpResponseException always: [Failures] says it
  static void tell(Context ctx, int status, long seconds) {
    String wait = Long.toString(seconds);
    ctx.header("Retry-After", wait);
    throw new HttpResponseException(status, "", Map.of(WAIT, wait));
  }
}
