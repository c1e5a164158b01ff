package dossier.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a reader gets instead of what was asked for.
final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Pages pages;

  Failures(Pages pages) {
    this.pages = pages;
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
    show(ctx, view(refusal));
  }

  private static View view(HttpResponseException refusal) {
    return switch (HttpStatus.forStatus(refusal.getStatus())) {
      case NOT_FOUND ->
          new View(
              "There is nothing at this address",
              own(
                  refusal,
                  "Not Found",
                  "Check the address, or search for what you are looking for."),
              "");
      case GONE ->
          new View(
              "This report is gone",
              "The archive held a report at this address; its file has been taken away since, and "
                  + "with it the text. A newer version may be there under another address.",
              "");
      case FORBIDDEN ->
          new View(
              "This is not done from here",
              own(refusal, "Forbidden", "Open the portal in a browser of your own."),
              "");
      case METHOD_NOT_ALLOWED ->
          new View(
              "This address only shows pages",
              "Nothing can be sent to it. Ask with GET, or open it as a page.",
              "");
      case MISDIRECTED_REQUEST ->
          new View(
              "This portal has another name",
              "The request was made for a name this portal does not answer to. Its name is the "
                  + "setting public-url.",
              "");
      case TOO_MANY_REQUESTS ->
          new View(
              "That is more than your share for now",
              "Searching costs the portal work, and it keeps some back for others. "
                  + refusal.getMessage()
                  + " Reports and browse pages open meanwhile.",
              "");
      case SERVICE_UNAVAILABLE ->
          new View(
              "The portal is busy",
              "As many of these run at once as it can take. " + refusal.getMessage(),
              "");
      default ->
          new View(
              "The request could not be understood",
              own(refusal, "Bad Request", "Go back, or start with a new search."),
              "");
    };
  }

  private static String own(HttpResponseException refusal, String plain, String other) {
    String message = refusal.getMessage();
    if (message == null || !message.endsWith(".") || message.startsWith(plain)) {
      return other;
    }
    return message;
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
    String text =
        "Something broke while this was being made. Trying again may help; if it does not, "
            + "the log of the portal says what happened.";
    show(ctx, new View("This did not work", text, reference));
  }

  private void show(Context ctx, View view) {
    Guard.headers(ctx);
    if (Problem.wanted(ctx.path(), ctx.header("Accept"))) {
      ctx.header("Cache-Control", "no-store");
      ctx.contentType(Problem.MEDIA_TYPE);
      String text = AnswerJson.text(Problem.of(ctx.statusCode(), view, ctx.path()));
      // As bytes: of this type a server would take text for Latin letters.
      ctx.result(text.getBytes(StandardCharsets.UTF_8));
      return;
    }
    // What is not there may be found: then the page has a large field in place of the masthead's.
    boolean lost = ctx.statusCode() == 404 || ctx.statusCode() == 410;
    Pages.Heading heading = new Pages.Heading(view.title(), "", "", !lost);
    pages.showWithoutEngine(ctx, "failure", heading, view);
  }
}
