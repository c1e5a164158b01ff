package dossier.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a reader gets instead of what was asked for.
final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Pages pages;
  private final Tongues tongues;

  Failures(Pages pages, Tongues tongues) {
    this.pages = pages;
    this.tongues = tongues;
  }

  /// A page that says what went wrong and what to do.
  ///
  /// @param reference found in the log beside the cause; empty when nothing was logged
  record View(String title, String text, String reference) {}

  /// The request cannot be answered as it is.
  void refused(HttpResponseException refusal, Context ctx) {
    ctx.status(refusal.getStatus());
    refusal
        .getDetails()
        .forEach((name, value) -> {
          if (name.equals("availableMethods")) {
            ctx.header("Allow", value);
          }
        });
    answer(ctx, () -> view(refusal));
  }

  private static View view(HttpResponseException refusal) {
    return switch (HttpStatus.forStatus(refusal.getStatus())) {
      case NOT_FOUND -> view("not-found", own(refusal, "Not Found"));
      case GONE -> view("gone", "");
      case FORBIDDEN -> view("forbidden", own(refusal, "Forbidden"));
      case METHOD_NOT_ALLOWED -> view("method", "");
      case MISDIRECTED_REQUEST -> view("misdirected", "");
      case TOO_MANY_REQUESTS -> wait("too-many", refusal);
      case SERVICE_UNAVAILABLE -> wait("unavailable", refusal);
      default -> view("other", own(refusal, "Bad Request"));
    };
  }

  private static View wait(String kind, HttpResponseException refusal) {
    String seconds = refusal.getDetails().getOrDefault(Busy.WAIT, "1");
    String text = Words.say("failure." + kind + ".text", "n", Long.valueOf(seconds));
    return new View(Words.say("failure." + kind), text, "");
  }

  private static View view(String kind, String own) {
    String text = own.isEmpty() ? Words.say("failure." + kind + ".text") : own;
    return new View(Words.say("failure." + kind), text, "");
  }

  /// What whoever refused has to say; empty when that is nothing.
  private static String own(HttpResponseException refusal, String plain) {
    String message = refusal.getMessage();
    return message == null || !message.endsWith(".") || message.startsWith(plain) ? "" : message;
  }

  /// Something is broken: logged once, with a reference that the reader sees.
  void failed(Exception failure, Context ctx) {
    byte[] random = new byte[4];
    RANDOM.nextBytes(random);
    String reference = HexFormat.of().withUpperCase().formatHex(random);
    LOG.error("{} {} failed, reference {}", ctx.method(), ctx.path(), reference, failure);
    if (ctx.res().isCommitted()) {
      // Half an original is on its way: the missing rest tells the browser.
      return;
    }
    ctx.res().reset();
    ctx.status(HttpStatus.INTERNAL_SERVER_ERROR);
    answer(
        ctx,
        () -> new View(Words.say("failure.broken"), Words.say("failure.broken.text"), reference));
  }

  private void answer(Context ctx, Supplier<View> view) {
    Guard.headers(ctx);
    if (Problem.wanted(ctx.path(), ctx.header("Accept"))) {
      ctx.header("Cache-Control", "no-store");
      ctx.contentType(Problem.MEDIA_TYPE);
      String text = AnswerJson.text(Problem.of(ctx.statusCode(), view.get(), ctx.path()));
      // As bytes: of this type a server would take text for Latin letters.
      ctx.result(text.getBytes(StandardCharsets.UTF_8));
      return;
    }
    tongues.of(ctx).speak(() -> show(ctx, view.get()));
  }

  private void show(Context ctx, View view) {
    // What is not there may be found: then the page has a large field in place of the masthead's.
    boolean lost = ctx.statusCode() == 404 || ctx.statusCode() == 410;
    Pages.Heading heading = new Pages.Heading(view.title(), "", "", !lost);
    pages.showWithoutEngine(ctx, "failure", heading, view);
  }
}
