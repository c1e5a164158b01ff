package dossier.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one client from taking all: each has a bucket of tokens that fills again with time, and an
/// expensive page costs several. Pages that cost next to nothing, such as reports, are free.
final class Throttle {

  private static final Logger LOG = LoggerFactory.getLogger(Throttle.class);

  /// Tokens of a full bucket, and how many flow in a minute: a hundred searches at once, a hundred
  /// and fifty a minute.
  private static final int FULL = 400;

  private static final int A_MINUTE = 600;

  /// A bucket takes about 200 bytes. The rarest ones are forgotten first, and so begin anew.
  private static final int CLIENTS = 100_000;

  private final PortalSettings.Limits.Mode mode;
  private final Clients clients;
  private final AtomicLong refused = new AtomicLong();
  private final Cache<String, Share> shares =
      Caffeine.newBuilder().maximumSize(CLIENTS).expireAfterAccess(Duration.ofMinutes(2)).build();

  /// What a client has left, and how often it was refused.
  private record Share(Bucket bucket, AtomicLong refused) {}

  Throttle(PortalSettings.Limits limits) {
    this.mode = limits.mode();
    this.clients = new Clients(limits.proxies());
  }

  /// How many tokens a page costs, by what it asks of the index.
  static int cost(String path) {
    if (path.startsWith("/suggest")) {
      return 1;
    }
    if (path.equals("/search") || path.equals("/search.json") || path.startsWith("/search/")) {
      return 4;
    }
    if (path.equals("/oai") || path.startsWith("/api/")) {
      return 4;
    }
    if (path.equals("/search.atom") || path.equals("/search.feed.json")) {
      return 4;
    }
    if (path.startsWith("/trends")) {
      return 8;
    }
    return path.startsWith("/search.") || path.startsWith("/sitemap") ? 40 : 0;
  }

  /// Refuses a request its client has no tokens left for.
  void check(Context ctx) {
    int cost = mode == PortalSettings.Limits.Mode.OFF ? 0 : cost(ctx.path());
    String client = cost == 0 ? "" : clients.of(ctx);
    if (client.isEmpty()) {
      return;
    }
    Share share = shares.get(client, one -> new Share(bucket(), new AtomicLong()));
    ConsumptionProbe probe = share.bucket().tryConsumeAndReturnRemaining(cost);
    if (probe.isConsumed()) {
      return;
    }
    boolean on = mode == PortalSettings.Limits.Mode.ON;
    tell(ctx, client, share.refused().incrementAndGet(), on);
    if (on) {
      long wait = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
      // What harvesters know to wait for.
      int status = ctx.path().equals("/oai") ? Busy.UNAVAILABLE : Busy.TOO_MANY;
      Busy.tell(ctx, status, wait);
    }
  }

  /// Ever more seldom, the longer it goes on.
  private void tell(Context ctx, String client, long count, boolean on) {
    long all = refused.incrementAndGet();
    if (Long.bitCount(count) == 1) {
      LOG.info(
          "{} {} for {}, {} times so far ({} for all clients)",
          on ? "Refused" : "Would have refused, with --limit on,",
          ctx.path(),
          client,
          count,
          all);
    }
  }

  private static Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(FULL).refillGreedy(A_MINUTE, Duration.ofMinutes(1)))
        .build();
  }
}
