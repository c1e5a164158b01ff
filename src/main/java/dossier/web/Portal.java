package dossier.web;

import dossier.ingest.Desk;
import dossier.ingest.Progress;
import dossier.report.Vocabularies;
import dossier.search.Dimension;
import dossier.search.Engine;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.eclipse.jetty.io.EofException;

/// The portal: answers readers over HTTP until it is closed.
public final class Portal implements AutoCloseable {

  /// Request line and headers together, in bytes.
  private static final int REQUEST_BYTES = 128 * 1024;

  private final Javalin server;
  private final StatusEvents events;

  private Portal(Javalin server, StatusEvents events) {
    this.server = server;
    this.events = events;
  }

  /// Starts answering.
  ///
  /// @param engine answers the searches; stays the caller's to close
  /// @param vocabularies names of regions and threat types, asked for at every page: they may
  ///   change
  /// @param originals opens originals for download
  /// @param desk how far the reading of the archive has come, asked at every page; told of visits
  ///   and of what to read again
  /// @throws RuntimeException when the port is taken
  public static Portal start(
      PortalSettings settings,
      Engine engine,
      Supplier<Vocabularies> vocabularies,
      Originals originals,
      Desk desk) {
    Supplier<Progress> state = desk::progress;
    WebFiles files = new WebFiles(settings.web());
    Assets assets = new Assets(files);
    Tongues tongues = new Tongues(files);
    Pages pages = new Pages(settings, files, assets, tongues, engine, state);
    StatusEvents events = new StatusEvents(desk);
    Javalin server =
        Javalin.create(config -> {
          serve(config, settings);
          Guard guard = new Guard(settings.publicUrl());
          config.routes.before(guard::check);
          config.routes.before(new Throttle(settings.limits())::check);
          config.routes.before(ctx -> {
            if (isPage(ctx.path()) && !isAhead(ctx)) {
              desk.visited();
            }
          });
          failures(config.routes, new Failures(pages, tongues));
          routes(
              config.routes,
              settings,
              engine,
              new Facets(vocabularies),
              pages,
              desk,
              events,
              files,
              tongues);
          get(config.routes, "/r/{id}/original", new OriginalFiles(engine, originals)::send);
          get(config.routes, "/assets/{hash}/{name}", assets::send);
          get(config.routes, "/sw.js", tongues.speaking(pages::sendWorker));
          get(config.routes, "/favicon.ico", ctx -> ctx.redirect(assets.url("favicon.svg")));
        });
    server.start();
    return new Portal(server, events);
  }

  private static void serve(JavalinConfig config, PortalSettings settings) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    // The cheapest level: pages are made anew each time, and shrink to a sixth as it is.
    config.http.compressionStrategy = new CompressionStrategy(null, new Gzip(1));
    config.jetty.host = settings.host();
    config.jetty.port = settings.port();
    config.jetty.modifyHttpConfiguration(http -> {
      http.setRequestHeaderSize(REQUEST_BYTES);
      // A long address that has moved comes back whole.
      http.setResponseHeaderSize(REQUEST_BYTES);
      http.setMaxResponseHeaderSize(2 * REQUEST_BYTES);
      http.setSendServerVersion(false);
    });
    config.jetty.modifyServer(server -> server.setErrorHandler(new LastResort()));
  }

  private static void failures(RoutesConfig routes, Failures failures) {
    routes.exception(HttpResponseException.class, failures::refused);
    routes.exception(Exception.class, failures::failed);
    // The reader went away in the middle: nothing is wrong, and nobody is there to be told.
    routes.exception(EofException.class, (gone, ctx) -> {});
  }

  private static void routes(
      RoutesConfig routes,
      PortalSettings settings,
      Engine engine,
      Facets facets,
      Pages pages,
      Desk desk,
      StatusEvents events,
      WebFiles files,
      Tongues tongues) {
    Supplier<Progress> state = desk::progress;
    // What readers see is in their language, what programs read in English.
    BiConsumer<String, Handler> page =
        (path, handler) -> get(routes, path, tongues.speaking(handler));
    Hits hits = new Hits(facets);
    RegionMap map = new RegionMap(files);
    Recall recall = new Recall(engine);
    page.accept("/", new HomePage(engine, recall, pages, facets, hits, map, settings, state)::page);
    Questions questions = new Questions(recall, facets);
    Links links = new Links(settings, facets);
    SearchPages search = new SearchPages(engine, questions, pages, facets, hits, links);
    page.accept("/search", search::page);
    get(routes, "/search.json", search::json);
    page.accept("/help", new HelpPage(pages)::page);
    for (Dimension dimension : Dimension.values()) {
      page.accept("/search/" + dimension.parameter(), ctx -> search.values(ctx, dimension));
    }
    TrendsPage trends = new TrendsPage(engine, questions, pages, facets);
    page.accept("/trends", trends::page);
    get(routes, "/trends.csv", trends::csv);
    Suggestions suggestions = new Suggestions(engine, facets);
    page.accept("/suggest.json", suggestions::json);
    BiConsumer<String, Handler> get = (path, handler) -> get(routes, path, handler);
    RecordPages.open(get, page, engine, questions, facets, pages, links);
    new Api(engine, recall, facets, search, suggestions).open(get);
    ContractPage contract = new ContractPage(files, pages);
    page.accept("/api", contract::page);
    get(routes, "/openapi.yaml", contract::yaml);
    Cites cites = new Cites(links);
    Outlets.open(
        get,
        page,
        routes::post,
        engine,
        questions,
        facets,
        pages,
        links,
        cites,
        recall,
        settings.contact());
    page.accept(
        "/r/{id}", new ReadingPages(engine, questions, pages, facets, settings, cites)::page);
    page.accept("/r/{id}/versions/{other}", new VersionPages(engine, pages)::page);
    TopicPages topics =
        new TopicPages(engine, recall, pages, facets, hits, map, new CountryMap(files));
    page.accept("/region/{id}", topics::region);
    page.accept("/threat/{id}", topics::threat);
    page.accept("/series/{id}", topics::series);
    page.accept("/year/{yyyy}", topics::year);
    page.accept("/browse", new BrowsePages(engine, recall, pages, facets)::page);
    Retries retries = new Retries(settings, engine, desk);
    StatusPage status = new StatusPage(engine, pages, facets, hits, settings, desk, retries);
    page.accept("/status", status::page);
    routes.post("/status/retry", tongues.speaking(retries::take));
    routes.get("/status/events", tongues.speaking(events::listen));
    get(routes, "/health", status::health);
  }

  /// Whether somebody waits for it to be made, so that reading the archive should make room.
  private static boolean isPage(String path) {
    return !path.startsWith("/assets/")
        && !path.equals("/health")
        && !path.equals("/status/events")
        && !path.equals("/sw.js")
        && !path.equals("/favicon.ico");
  }

  /// Whether a browser asks for a page its reader may never open.
  private static boolean isAhead(Context ctx) {
    String purpose = ctx.header("Sec-Purpose");
    return purpose != null && purpose.startsWith("prefetch");
  }

  private static void get(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }

  /// The TCP port the portal listens on.
  public int port() {
    return server.port();
  }

  /// Stops answering. What is being answered is cut off.
  @Override
  public void close() {
    events.close();
    server.stop();
  }
}
