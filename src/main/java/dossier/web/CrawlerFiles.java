package dossier.web;

import dossier.exchange.Site;
import dossier.exchange.Sitemap;
import dossier.report.Concept;
import dossier.search.Answer;
import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.Engine.Chronicle;
import dossier.search.Engine.Chronicle.Entry;
import dossier.search.Engine.Chronicle.Mark;
import dossier.search.Engine.Chronicle.Stretch;
import dossier.search.Question;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What tells crawlers where to go: `/robots.txt`, `/sitemap.xml` and its parts. One part holds the
/// pages to browse by; the others hold the reports in the order of their last change, so that a
/// part that is full seldom changes. Results of searches are in none.
final class CrawlerFiles {

  /// Addresses whose pages are for people or programs, or are the same ones in other ways. Single
  /// choices (`/search?region=mali`) may be fetched: such a page says what stands for it.
  private static final List<String> CLOSED =
      List.of(
          "/search?*&",
          "/search/",
          "/search.",
          "/suggest",
          "/trends",
          "/api/",
          "/oai",
          "/status",
          "/health",
          "/r/*?",
          "/r/*/cite",
          "/r/*/versions/");

  /// How many entries are in memory at a time.
  private static final int STRIDE = 1_000;

  private final Engine engine;
  private final Recall recall;
  private final Facets facets;
  private final Links links;
  private volatile Parts known = new Parts(null, List.of());

  CrawlerFiles(Engine engine, Recall recall, Facets facets, Links links) {
    this.engine = engine;
    this.recall = recall;
    this.facets = facets;
    this.links = links;
  }

  /// Where the parts end, as of a commit.
  private record Parts(@Nullable Instant committed, List<Mark> ends) {}

  void robots(Context ctx) {
    Site site = links.site(ctx);
    String path = Objects.requireNonNullElse(URI.create(site.base()).getPath(), "");
    StringBuilder text = new StringBuilder("User-agent: *\n");
    CLOSED.forEach(closed -> text.append("Disallow: ").append(path).append(closed).append('\n'));
    text.append("\nSitemap: ").append(site.at("/sitemap.xml")).append('\n');
    ctx.contentType("text/plain; charset=utf-8").result(text.toString());
  }

  void index(Context ctx) throws IOException {
    List<Mark> ends = ends();
    begin(ctx);
    Sitemap index = Sitemap.parts(ctx.outputStream(), links.site(ctx));
    index.add("/sitemap-browse.xml", engine.holdings().committed());
    for (int part = 1; part <= ends.size(); part++) {
      index.add("/sitemap-" + part + ".xml", ends.get(part - 1).changed());
    }
    index.close();
  }

  private static void begin(Context ctx) {
    ctx.header("Cache-Control", "private, no-cache");
    ctx.contentType(Sitemap.MEDIA_TYPE);
  }

  private List<Mark> ends() throws IOException {
    Instant committed = engine.holdings().committed();
    Parts parts = known;
    if (committed == null || !committed.equals(parts.committed())) {
      parts = new Parts(committed, engine.chronicle().ends(Sitemap.MOST));
      known = parts;
    }
    return parts.ends();
  }

  void part(Context ctx) throws IOException {
    String name = ctx.pathParam("part");
    if (name.equals("browse")) {
      browse(ctx);
      return;
    }
    List<Mark> ends = ends();
    int part = name.matches("[1-9]\\d{0,6}") ? Integer.parseInt(name) : 0;
    if (part < 1 || part > ends.size()) {
      throw new NotFoundResponse();
    }
    begin(ctx);
    Sitemap map = Sitemap.pages(ctx.outputStream(), links.site(ctx));
    Mark behind = part == 1 ? null : ends.get(part - 2);
    reports(map, behind, ends.get(part - 1));
    map.close();
  }

  private void reports(Sitemap map, @Nullable Mark behind, Mark end) throws IOException {
    Chronicle chronicle = engine.chronicle();
    Mark place = behind;
    while (true) {
      Stretch stretch = new Stretch(Instant.EPOCH, end.changed().plusMillis(1), null, "", place);
      List<Entry> entries = chronicle.entries(stretch, STRIDE).entries();
      for (Entry entry : entries) {
        Mark mark = entry.mark();
        if (mark.changed().equals(end.changed()) && mark.id().compareTo(end.id()) > 0) {
          return;
        }
        if (entry.report() != null) {
          map.add("/r/" + mark.id(), mark.changed());
        }
      }
      if (entries.size() < STRIDE) {
        return;
      }
      place = entries.getLast().mark();
    }
  }

  private void browse(Context ctx) throws IOException {
    Answer all = recall.search(Question.of("").page(1, 1));
    List<String> paths = new ArrayList<>(List.of("/", "/browse", "/help"));
    for (Dimension dimension : List.of(Dimension.REGION, Dimension.THREAT, Dimension.SERIES)) {
      for (Answer.Count count : all.counts().getOrDefault(dimension, List.of())) {
        if (count.reports() > 0 && exists(dimension, count.id())) {
          paths.add("/" + dimension.parameter() + "/" + count.id());
        }
      }
    }
    all.years().forEach((year, reports) -> paths.add("/year/" + year));
    begin(ctx);
    Sitemap map = Sitemap.pages(ctx.outputStream(), links.site(ctx));
    for (String path : paths.subList(0, Math.min(paths.size(), Sitemap.MOST))) {
      map.add(path, null);
    }
    map.close();
  }

  private boolean exists(Dimension dimension, String id) {
    Concept concept =
        switch (dimension) {
          case REGION -> facets.regions().get(id);
          case THREAT -> facets.threats().get(id);
          case SERIES, LANGUAGE, TYPE -> null;
        };
    return dimension == Dimension.SERIES || concept != null;
  }
}
