package dossier.web;

import dossier.exchange.Site;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Conditional requests, by RFC 9110: what comes from the index changes only with a commit.
final class Unchanged {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Unchanged() {}

  /// Says which version this is; when the reader has it already, answers 304.
  ///
  /// @param committed when the index last changed
  /// @param address what was asked for, in one spelling
  /// @return whether the answer is sent
  static boolean since(Context ctx, Instant committed, String address, Site site)
      throws IOException {
    String tag = "W/\"" + hash(committed + " " + site.base() + address + " " + site.title()) + "\"";
    ctx.header("ETag", tag);
    ctx.header("Last-Modified", DATE.format(committed));
    ctx.header("Cache-Control", "private, no-cache");
    String known = ctx.header("If-None-Match");
    boolean unchanged =
        known == null
            ? isSince(ctx.header("If-Modified-Since"), committed)
            : known.strip().equals("*") || known.contains(tag.substring(2));
    if (unchanged) {
      ctx.status(HttpStatus.NOT_MODIFIED);
      // Sent at once, before a length of 0 is put to what has no body.
      ctx.res().flushBuffer();
    }
    return unchanged;
  }

  private static boolean isSince(@Nullable String date, Instant committed) {
    if (date == null) {
      return false;
    }
    try {
      Instant then = ZonedDateTime.parse(date, DATE).toInstant();
      return !committed.truncatedTo(ChronoUnit.SECONDS).isAfter(then);
    } catch (DateTimeException unreadable) {
      return false; // A condition that cannot be read is none.
    }
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
