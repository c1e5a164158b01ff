package dossier.web;

import dossier.report.Published;
import dossier.report.Report;
import dossier.search.Engine;
import dossier.search.Engine.Version;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.List;

/// The versions of a report: beside it, and what two of them say otherwise, on a page of its own:
/// `/r/{id}/versions/{other}`.
final class VersionPages {

  private final Engine engine;
  private final Pages pages;

  VersionPages(Engine engine, Pages pages) {
    this.engine = engine;
    this.pages = pages;
  }

  /// The other versions of a report.
  ///
  /// @param better address of the best one; empty when the report is that itself
  record Shelf(List<Other> others, String better) {}

  /// Another version.
  ///
  /// @param line date, type and length
  /// @param common how much both have in common
  record Other(
      String title,
      String lang,
      String href,
      String line,
      String common,
      boolean best,
      String differs) {}

  /// Two versions side by side.
  record View(Side before, Side after, String common, Difference.View difference) {}

  /// One of them.
  record Side(String title, String lang, String href, String line) {}

  /// What stands beside a report.
  static Shelf beside(Engine engine, Report report) throws IOException {
    List<Version> versions = engine.versions(report.id());
    String better =
        versions.stream()
            .filter(Version::best)
            .map(version -> "/r/" + version.report().id())
            .findFirst()
            .orElse("");
    return new Shelf(versions.stream().map(version -> other(report, version)).toList(), better);
  }

  private static Other other(Report report, Version version) {
    Report other = version.report();
    return new Other(
        other.title(),
        Hits.lang(other),
        "/r/" + other.id(),
        line(other) + ", " + Words.count(version.words(), "words"),
        common(version),
        version.best(),
        "/r/" + report.id() + "/versions/" + other.id());
  }

  private static String common(Version version) {
    long percent = Math.round(100 * version.common());
    return percent == 100
        ? Words.say("versions.same")
        : Words.say("versions.common", "percent", percent);
  }

  private static String line(Report report) {
    return Hits.source(report).date() + ", " + Words.type(report.mediaType());
  }

  void page(Context ctx) throws IOException {
    Report one = held(ctx.pathParam("id"));
    String other = ReadingPages.known(ctx.pathParam("other"));
    Version version =
        engine.versions(one.id()).stream()
            .filter(each -> each.report().id().equals(other))
            .findFirst()
            .orElseThrow(NotFoundResponse::new);
    Report two = held(other);
    boolean forward = day(one) > day(two);
    Report before = forward ? two : one;
    Report after = forward ? one : two;
    View view = new View(side(before), side(after), common(version), Difference.of(before, after));
    pages.show(
        ctx,
        "versions",
        Pages.Heading.of(Words.say("versions.title", "title", after.title()), "search"),
        view);
  }

  private Report held(String id) throws IOException {
    return engine.lookup(ReadingPages.known(id)) instanceof Engine.Lookup.Held held
        ? held.report()
        : missing();
  }

  private static Report missing() {
    throw new NotFoundResponse();
  }

  private static Side side(Report report) {
    return new Side(report.title(), Hits.lang(report), "/r/" + report.id(), line(report));
  }

  private static long day(Report report) {
    Published published = report.published();
    return published == null ? Long.MIN_VALUE : published.first().toEpochDay();
  }
}
