package dossier.web;

import dossier.ingest.Desk;
import dossier.ingest.Retry;
import dossier.search.Engine;
import dossier.search.LedgerEntry;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Takes what should be read again: `POST /status/retry`, with `what` as [Retry#of] reads it.
///
/// Readers only look; this is for whoever runs the portal. Hence it works only while the portal
/// listens on this machine alone, is asked under a name of this machine (a page elsewhere may have
/// had its own name lead here), directly and not through a proxy, and from a page of its own.
final class Retries {

  private static final List<String> LEFT_BY_PROXIES =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  private final PortalSettings settings;
  private final Engine engine;
  private final Desk desk;

  Retries(PortalSettings settings, Engine engine, Desk desk) {
    this.settings = settings;
    this.engine = engine;
    this.desk = desk;
  }

  /// Whether a page at this request may offer it.
  boolean open(Context ctx) {
    var publicUrl = settings.publicUrl();
    return Loopback.is(settings.host())
        && (publicUrl == null || Loopback.is(publicUrl.getHost()))
        && Loopback.is(ctx.req().getServerName())
        && LEFT_BY_PROXIES.stream().allMatch(header -> ctx.header(header) == null);
  }

  void take(Context ctx) throws IOException {
    if (!open(ctx)) {
      throw new ForbiddenResponse(
          Words.say("failure.retry-open", "command", "./dossier ingest --retry"));
    }
    if (!isFromHere(ctx)) {
      throw new ForbiddenResponse(Words.say("failure.retry-elsewhere"));
    }
    Map<String, List<String>> form = Parameters.of(ctx.body());
    int count = 0;
    for (String what : form.getOrDefault("what", List.of())) {
      Predicate<LedgerEntry> meant = Retry.of(what);
      int entries = (int) engine.ledger().all().stream().filter(meant).count();
      if (entries > 0) {
        desk.retry(meant);
        count += entries;
      }
    }
    Troubles.Choice choice = Troubles.Choice.of(Parameters.of(ctx));
    ctx.redirect(choice.address("again=" + count), HttpStatus.SEE_OTHER);
  }

  /// Browsers of today say from where a form was sent; older ones name at least its page.
  private static boolean isFromHere(Context ctx) {
    String site = ctx.header("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    String origin = ctx.header("Origin");
    String page = origin != null ? origin : ctx.header("Referer");
    String host = ctx.header("Host");
    return page != null && host != null && (page + "/").matches("https?://" + quoted(host) + "/.*");
  }

  private static String quoted(String host) {
    return "(?i:" + java.util.regex.Pattern.quote(host) + ")";
  }
}
