package dossier.web;

import dossier.exchange.Citation;
import dossier.exchange.Citations;
import dossier.exchange.Description;
import dossier.exchange.Site;
import dossier.report.Report;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// A report as it is cited and as programs know it: for the sheet and the head of the reading view,
/// and for the page of citations.
final class Cites {

  private final Citations citations = new Citations();
  private final Links links;

  Cites(Links links) {
    this.links = links;
  }

  /// How a report is cited.
  ///
  /// @param link its permanent link, to the page and the passage when one is cited
  /// @param canonical its permanent link alone
  /// @param page the page cited; empty for none
  /// @param paged whether there are pages to choose from
  /// @param quote the passage cited; empty for none
  record View(
      String link,
      String canonical,
      String accessed,
      String page,
      boolean paged,
      String action,
      String quote,
      List<Citation> styles,
      List<Exports.Choice> files,
      Description head) {}

  /// A report, its page, and the passage there.
  ///
  /// @param page 0 for none
  /// @param quote empty for none
  View of(Context ctx, Report report, int page, String quote) {
    Site site = links.site(ctx);
    LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    String canonical = site.report(report.id());
    return new View(
        canonical + Fragment.of(report, page, quote),
        canonical,
        Words.day(Instant.now()),
        page == 0 ? "" : Integer.toString(page),
        report.paged(),
        "/r/" + report.id() + "/cite",
        quote,
        citations.of(report, site, today, report.paged() ? page : 0),
        Exports.of(report),
        Description.of(report, site));
  }
}
