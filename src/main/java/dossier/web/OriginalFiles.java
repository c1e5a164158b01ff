package dossier.web;

import dossier.archive.Location;
import dossier.report.Report;
import dossier.search.Engine;
import dossier.search.LedgerEntry;
import io.javalin.http.Context;
import io.javalin.http.GoneResponse;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Originals as they lie in the archive: `/r/{id}/original`. They come from anywhere, so a browser
/// gets them in a way that nothing in them runs.
final class OriginalFiles {

  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  private static final String SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'";

  /// `sandbox` would stop the browser's own viewer of PDF. The reading view may show it in a frame.
  private static final String VIEWER =
      "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

  /// How much of a text tells its encoding.
  private static final int HEAD = 64 * 1024;

  /// What no file name should make a reader's program do: break a line, or turn writing round.
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  private final Engine engine;
  private final Originals originals;
  private final Enclosures enclosures;

  OriginalFiles(Engine engine, Originals originals) {
    this.engine = engine;
    this.originals = originals;
    this.enclosures = new Enclosures(engine);
  }

  /// What is sent: the file of a report, or of the document it is inside of.
  private record File(Location location, String mediaType, String sha256, long sizeBytes) {}

  private File file(Report report) throws IOException {
    LedgerEntry around = enclosures.file(report);
    return around == null
        ? new File(report.location(), report.mediaType(), report.sha256(), report.sizeBytes())
        : new File(
            around.location(),
            around.mediaType(),
            around.stamp().sha256(),
            around.stamp().sizeBytes());
  }

  /// A stretch of bytes.
  private record Range(long first, long last) {
    long length() {
      return last - first + 1;
    }
  }

  void send(Context ctx) throws IOException {
    switch (engine.lookup(ReadingPages.known(ctx.pathParam("id")))) {
      case Engine.Lookup.Held held -> send(ctx, file(held.report()));
      case Engine.Lookup.Moved(String successor) ->
          ctx.redirect("/r/" + successor + "/original", HttpStatus.MOVED_PERMANENTLY);
      case Engine.Lookup.Gone gone -> throw new GoneResponse();
      case Engine.Lookup.Unknown unknown -> throw new NotFoundResponse();
    }
  }

  private void send(Context ctx, File file) throws IOException {
    String tag = "\"" + file.sha256() + "\"";
    long size = file.sizeBytes();
    headers(ctx, file, tag);
    if (matches(ctx.header("If-None-Match"), tag)) {
      ctx.status(HttpStatus.NOT_MODIFIED);
      // Sent at once, before a length of 0 is put to what has no body.
      ctx.res().flushBuffer();
      return;
    }
    Range range = range(ctx.header("Range"), ctx.header("If-Range"), tag, size);
    if (range != null && range.length() <= 0) {
      ctx.header("Content-Range", "bytes */" + size);
      ctx.status(HttpStatus.RANGE_NOT_SATISFIABLE);
      return;
    }
    Range sent = range == null ? new Range(0, size - 1) : range;
    try (InputStream in = opened(ctx, file)) {
      if (range != null) {
        ctx.status(HttpStatus.PARTIAL_CONTENT);
        ctx.header("Content-Range", "bytes %d-%d/%d".formatted(sent.first, sent.last, size));
      }
      ctx.res().setContentLengthLong(sent.length());
      if (!ctx.req().getMethod().equals("HEAD")) {
        copy(in, ctx.res().getOutputStream(), sent);
      }
    } catch (NoSuchFileException | FileNotFoundException e) {
      ctx.res().reset();
      throw new NotFoundResponse("The original is not in the archive folder any more.");
    }
  }

  /// The original. Only its own bytes tell in which encoding a text is.
  private InputStream opened(Context ctx, File file) throws IOException {
    InputStream in = originals.open(file.location());
    if (!file.mediaType().equals("text/plain")) {
      return in;
    }
    try {
      byte[] head = in.readNBytes(HEAD);
      ctx.contentType(Charsets.plain(head, head.length < HEAD));
      return new SequenceInputStream(new ByteArrayInputStream(head), in);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static void headers(Context ctx, File file, String tag) {
    String type = file.mediaType();
    boolean pdf = type.equals("application/pdf");
    boolean text = type.equals("text/plain");
    ctx.disableCompression();
    ctx.contentType(type);
    ctx.header("Content-Security-Policy", pdf ? VIEWER : SANDBOX);
    ctx.header("Content-Disposition", disposition(pdf || text, file.location().name()));
    ctx.header("Accept-Ranges", "bytes");
    ctx.header("ETag", tag);
    ctx.header("Cache-Control", "private, no-cache");
  }

  /// By RFC 6266: a plain name for old programs, and the real one in UTF-8.
  static String disposition(boolean inline, String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^A-Za-z0-9 ._()-]", "_");
    String seen = UNSEEN.matcher(name).replaceAll("_");
    String encoded = URLEncoder.encode(seen, StandardCharsets.UTF_8).replace("+", "%20");
    return "%s; filename=\"%s\"; filename*=UTF-8''%s"
        .formatted(inline ? "inline" : "attachment", plain, encoded.replace("*", "%2A"));
  }

  private static boolean matches(@Nullable String header, String tag) {
    return header != null && (header.equals("*") || header.contains(tag));
  }

  /// The one range asked for; null for the whole, which is also the answer to what cannot be
  /// understood, to several ranges and to a condition on another version; an empty one when it lies
  /// outside.
  private static @Nullable Range range(
      @Nullable String header, @Nullable String condition, String tag, long size) {
    if (header == null || (condition != null && !condition.equals(tag))) {
      return null;
    }
    Matcher matcher = RANGE.matcher(header.strip());
    if (!matcher.matches() || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
      return null;
    }
    if (matcher.group(1).isEmpty()) {
      long length = Math.min(size, Long.parseLong(matcher.group(2)));
      return length == 0 ? new Range(0, -1) : new Range(size - length, size - 1);
    }
    long first = Long.parseLong(matcher.group(1));
    long last = matcher.group(2).isEmpty() ? size - 1 : Long.parseLong(matcher.group(2));
    if (last < first && !matcher.group(2).isEmpty()) {
      return null;
    }
    return first >= size ? new Range(0, -1) : new Range(first, Math.min(last, size - 1));
  }

  private static void copy(InputStream in, OutputStream out, Range range) throws IOException {
    in.skipNBytes(range.first);
    byte[] buffer = new byte[64 * 1024];
    long left = range.length();
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new IOException("the original is shorter than when it was read");
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }
}
