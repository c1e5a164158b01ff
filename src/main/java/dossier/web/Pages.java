package dossier.web;

import dossier.ingest.Progress;
import dossier.search.Engine;
import io.javalin.http.Context;
import io.pebbletemplates.pebble.PebbleEngine;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
  /// @param lang the language of the page; `tongues` the same page in every language
  /// @param alternates the same for who collects pages: none of a page with parameters
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
      String lang,
      List<Tongues.Way> tongues,
      List<Tongues.Way> alternates,
      String assets,
      String robots,
      String canonical) {}

  private final PortalSettings settings;
  private final WebFiles files;
  private final Assets assets;
  private final StyleSheet style;
  private final Tongues tongues;
  private final Engine engine;
  private final Supplier<Progress> state;
  private final PebbleEngine templates;

  Pages(
      PortalSettings settings,
      WebFiles files,
      Assets assets,
      Tongues tongues,
      Engine engine,
      Supplier<Progress> state) {
    this.settings = settings;
    this.files = files;
    this.assets = assets;
    this.style = new StyleSheet(files, assets);
    this.tongues = tongues;
    this.engine = engine;
    this.state = state;
    this.templates =
        new PebbleEngine.Builder()
            .loader(files.templates())
            .autoEscaping(true)
            .strictVariables(true)
            .cacheActive(!files.live())
            .extension(new Saying())
            .defaultLocale(Locale.ROOT)
            .build();
  }

  /// The address of a style sheet or script that not every page has.
  String asset(String name) {
    return assets.url(name);
  }

  /// Sends the service worker, at the root, since it serves only what lies below its address. It
  /// brings along the page it shows when the portal cannot be reached.
  void sendWorker(Context ctx) {
    String script = new String(files.read("assets/sw.js"), StandardCharsets.UTF_8);
    StringWriter page = new StringWriter();
    evaluate("offline", Map.of("lang", Tongue.here().tag()), page);
    ctx.header("Cache-Control", "no-cache");
    ctx.header("Vary", "Accept-Encoding, Accept-Language, Cookie");
    ctx.contentType("text/javascript; charset=utf-8")
        .result(script.replace("'PAGE'", AnswerJson.text(page.toString())));
  }

  private void evaluate(String template, Map<String, Object> view, StringWriter html) {
    try {
      templates.getTemplate(template).evaluate(html, view);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write page " + template, e);
    }
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
    Tongue tongue = Tongue.here();
    String plain = Tongues.plain(ctx);
    List<Tongues.Way> ways = tongues.ways(ctx, tongue);
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
            tongue.tag(),
            ways,
            plain.contains("?") ? List.of() : ways,
            assets.folder(),
            crawling.robots(),
            canonical.isEmpty() ? "" : Links.base(settings, ctx) + canonical);
    StringWriter html = new StringWriter();
    evaluate(template, Map.of("frame", frame, "v", view), html);
    ctx.header("Cache-Control", "private, no-cache");
    ctx.header("Vary", "Accept-Encoding, Accept-Language, Cookie");
    ctx.header("Content-Language", tongue.tag());
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
        ? Words.say("frame.looking")
        : Words.say("frame.reading", "done", state.done(), "total", state.total());
  }

  private static String holds(Engine.Holdings holdings) {
    if (holdings.reports() == 0) {
      return Words.say("frame.none");
    }
    String what =
        holdings.series() == 0
            ? Words.say("frame.holds", "n", holdings.reports())
            : Words.say("frame.holds-series", "n", holdings.reports(), "series", holdings.series());
    var committed = holdings.committed();
    return committed == null
        ? what
        : what + " " + Words.say("frame.indexed", "when", Words.moment(committed));
  }
}
