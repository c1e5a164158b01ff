package dossier.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Map;

/// Tells a client to wait: people with a page, programs with a problem by RFC 9457.
final class Busy {

  static final int TOO_MANY = 429;
  static final int UNAVAILABLE = 503;

  private Busy() {}

  private record Problem(String type, String title, int status, String detail, long retryAfter) {}

  /// Answers instead of what was asked for.
  ///
  /// @param status one of the two
  /// @param seconds to wait
  /// @throws HttpResponseException when a page is to say it
  static void tell(Context ctx, int status, long seconds) {
    ctx.header("Retry-After", Long.toString(seconds));
    if (!isForPrograms(ctx.path())) {
      throw new HttpResponseException(status, detail(seconds), Map.of());
    }
    String title = status == TOO_MANY ? "Too many requests" : "Busy";
    Problem problem = new Problem("about:blank", title, status, detail(seconds), seconds);
    ctx.status(status);
    ctx.header("Cache-Control", "no-store");
    ctx.contentType("application/problem+json").result(AnswerJson.text(problem));
    ctx.skipRemainingHandlers();
  }

  private static String detail(long seconds) {
    return "Try again in " + Words.count(seconds, "second", "seconds") + ".";
  }

  /// Addresses with an ending, and those of protocols.
  private static boolean isForPrograms(String path) {
    return path.startsWith("/api/") || path.equals("/oai") || path.matches(".*/[^/]*\\.[^/]*");
  }
}
