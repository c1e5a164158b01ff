package dossier.web;

import dossier.exchange.Exporter;
import dossier.exchange.Format;
import dossier.report.Report;
import dossier.search.Engine;
import dossier.search.Question;
import dossier.search.QuestionUrl;
import io.javalin.http.Context;
import io.javalin.http.GoneResponse;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.io.EofException;

/// Reports in the formats of other tools: `/search.csv` and its siblings with every report a search
/// finds, `/r/{id}.ris` and its siblings with one. Written while the index is read, so that memory
/// does not grow with their number.
final class Exports {

  /// The formats a single report is offered in.
  static final List<Format> SINGLE =
      List.of(Format.RIS, Format.BIBTEX, Format.CSL_JSON, Format.STIX);

  /// The longest name of a file, without its ending.
  private static final int LONGEST = 80;

  /// How many exports of searches run at a time: each walks through the index.
  private static final int AT_ONCE = 8;

  /// How long to wait for one of them, in seconds.
  private static final int WAIT = 30;

  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Engine engine;
  private final Questions questions;
  private final Facets facets;
  private final Links links;

  Exports(Engine engine, Questions questions, Facets facets, Links links) {
    this.engine = engine;
    this.questions = questions;
    this.facets = facets;
    this.links = links;
  }

  /// A choice of a menu.
  record Choice(String label, String ending, String href) {}

  /// Every format of a search.
  static List<Choice> of(Question question) {
    String parameters = QuestionUrl.write(question.page(1, Question.DEFAULT_SIZE));
    return Arrays.stream(Format.values())
        .map(format -> choice(format, "/search." + format.extension() + parameters))
        .toList();
  }

  /// Every format of a report.
  static List<Choice> of(Report report) {
    return SINGLE.stream()
        .map(format -> choice(format, "/r/" + report.id() + "." + format.extension()))
        .toList();
  }

  private static Choice choice(Format format, String address) {
    return new Choice(format.label(), "." + format.extension(), address);
  }

  /// All that a search finds, in its order.
  void search(Context ctx, Format format) throws IOException {
    Question question = questions.read(ctx).question();
    String words = Asked.words(question, facets);
    if (!places.tryAcquire()) {
      Busy.tell(ctx, Busy.UNAVAILABLE, WAIT);
      return;
    }
    try {
      send(
          ctx,
          format,
          links.site(ctx).title() + " - " + words.replace(", ", " - "),
          taker -> engine.each(question, taker));
    } finally {
      places.release();
    }
  }

  /// One report.
  void report(Context ctx, Format format) throws IOException {
    switch (engine.lookup(ReadingPages.known(ctx.pathParam("id")))) {
      case Engine.Lookup.Held held ->
          send(ctx, format, held.report().title(), taker -> taker.take(held.report()));
      case Engine.Lookup.Moved(String successor) ->
          ctx.redirect("/r/" + successor + "." + format.extension(), HttpStatus.MOVED_PERMANENTLY);
      case Engine.Lookup.Gone gone -> throw new GoneResponse();
      case Engine.Lookup.Unknown unknown -> throw new NotFoundResponse();
    }
  }

  /// Hands reports to whoever writes them.
  private interface Source {
    void to(Engine.Taker taker) throws IOException;
  }

  private void send(Context ctx, Format format, String name, Source source) throws IOException {
    ctx.contentType(format.mediaType());
    ctx.header(
        "Content-Disposition", OriginalFiles.disposition(false, file(name, format.extension())));
    ctx.header("Cache-Control", "private, no-cache");
    if (ctx.req().getMethod().equals("HEAD")) {
      return;
    }
    try {
      Exporter exporter = format.open(ctx.outputStream(), links.site(ctx));
      source.to(exporter::write);
      // Only a file that is whole gets its end.
      exporter.close();
    } catch (IOException | RuntimeException e) {
      if (ctx.res().isCommitted() && !(e instanceof EofException)) {
        // Jetty's own way to cut the connection: a proper end would make half a file look whole.
        ctx.res().sendError(-1);
      }
      throw e;
    }
  }

  /// A name that file systems take.
  private static String file(String name, String extension) {
    String plain = name.replaceAll("[/\\\\:*?\"<>|\\p{Cc}]+", " ").strip();
    int length = Math.min(LONGEST, plain.codePointCount(0, plain.length()));
    String cut = plain.substring(0, plain.offsetByCodePoints(0, length)).strip();
    return (cut.isEmpty() ? "report" : cut) + "." + extension;
  }
}
