package dossier.web;

import dossier.ingest.Progress;
import dossier.search.Engine;
import io.javalin.http.Context;
import io.pebbletemplates.pebble.PebbleEngine;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// Writes views as HTML: every page goes through here, in one layout.
final class Pages {

  /// What a page says about itself.
  ///
  /// @param title of the document, without the portal's name
  /// @param section the entry of the main menu it belongs to; may be empty
  /// @param query what stands in the search field of the masthead
  /// @param field whether the masthead has a search field; pages with one of their own have none
  record Heading(String title, String section, String query, boolean field) {

    /// A page with an empty search field.
    static Heading of(String title, String section) {
      return new Heading(title, section, "", true);
    }
  }

  /// What surrounds every page.
  ///
  /// @param site the portal's name
  /// @param reading a line about the run under way; empty when there is none
  /// @param holds what the archive holds, for the footer; may be empty
  /// @param style the style sheet itself, for browsers that do not have it yet; may be empty
  /// @param css the address of the style sheet
  /// @param assets what stands in front of the name of any other script, `/assets/1f…/`
  /// @param robots what crawlers are told; empty for nothing
  /// @param canonical the whole address of the page that stands for this one; empty for none
  record Frame(
      String site,
      String title,
      String section,
      String query,
      boolean field,
      String reading,
      String holds,
      String style,
      String css,
      String script,
      String icon,
      String assets,
      String robots,
      String canonical) {}

  private final PortalSettings settings;
  private final Assets assets;
  private final StyleSheet style;
  private final Engine engine;
  private final Supplier<Progress> state;
  private final PebbleEngine templates;

  Pages(
      PortalSettings settings,
      WebFiles files,
      Assets assets,
      Engine engine,
      Supplier<Progress> state) {
    this.settings = settings;
    this.assets = assets;
    this.style = new StyleSheet(files, assets);
    this.engine = engine;
    this.state = state;
    this.templates =
        new PebbleEngine.Builder()
            .loader(files.templates())
            .autoEscaping(true)
            .strictVariables(true)
            .cacheActive(!files.live())
            .defaultLocale(Locale.UK)
            .build();
  }

  /// The address of a style sheet or script that not every page has.
  String asset(String name) {
    return assets.url(name);
  }

  /// Sends a page.
  ///
  /// @throws IOException when the engine cannot say what it holds
  void show(Context ctx, String template, Heading heading, Object view) throws IOException {
    write(ctx, template, heading, holds(engine.holdings()), view);
  }

  /// Sends a page that must come out even when the engine does not answer.
  void showWithoutEngine(Context ctx, String template, Heading heading, Object view) {
    write(ctx, template, heading, "", view);
  }

  private void write(Context ctx, String template, Heading heading, String holds, Object view) {
    Crawling crawling = Crawling.of(ctx);
    if (!crawling.robots().isEmpty()) {
      ctx.header("X-Robots-Tag", crawling.robots());
    }
    String canonical = crawling.canonical();
    Frame frame =
        new Frame(
            settings.title(),
            heading.title(),
            heading.section(),
            heading.query(),
            heading.field(),
            reading(state.get()),
            holds,
            style.within(ctx),
            style.url(),
            assets.url("dossier.js"),
            assets.url("favicon.svg"),
            assets.folder(),
            crawling.robots(),
            canonical.isEmpty() ? "" : Links.base(settings, ctx) + canonical);
    StringWriter html = new StringWriter();
    try {
      templates.getTemplate(template).evaluate(html, Map.of("frame", frame, "v", view), Locale.UK);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write page " + template, e);
    }
    ctx.header("Cache-Control", "private, no-cache");
    ctx.header("Vary", "Accept-Encoding, Cookie");
    // What a reader points at is fetched ahead.
    ctx.header("Speculation-Rules", '"' + assets.url("ahead.json") + '"');
    ctx.contentType("text/html; charset=utf-8").result(html.toString());
  }

  /// `Reading the archive: 123 of 4,000 files`; empty when nothing is being read.
  static String reading(Progress state) {
    if (!state.running()) {
      return "";
    }
    return state.total() == 0
        ? "Looking through the archive"
        : "Reading the archive: %s of %s"
            .formatted(Words.count(state.done()), Words.count(state.total(), "file", "files"));
  }

  private static String holds(Engine.Holdings holdings) {
    if (holdings.reports() == 0) {
      return "The archive holds no reports yet.";
    }
    String what =
        holdings.series() == 0
            ? Words.reports(holdings.reports())
            : Words.reports(holdings.reports())
                + " from "
                + Words.count(holdings.series(), "series", "series");
    var committed = holdings.committed();
    return "Dossier holds "
        + what
        + "."
        + (committed == null ? "" : " Last indexed " + Words.moment(committed) + ".");
  }
}
