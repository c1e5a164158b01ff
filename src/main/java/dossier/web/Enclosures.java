package dossier.web;

import dossier.archive.ArchiveFile;
import dossier.archive.Location;
import dossier.report.Report;
import dossier.search.Engine;
import dossier.search.LedgerEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a document holds inside, such as the attachments of an e-mail, and what it is inside of.
final class Enclosures {

  /// More than this nobody reads to the end.
  private static final int MOST = 100;

  private final Engine engine;

  Enclosures(Engine engine) {
    this.engine = engine;
  }

  /// Links from a report to what is around and inside it.
  ///
  /// @param more how many further documents are inside, in words; empty when all are listed
  record View(List<Link> around, List<Link> inside, String more) {}

  /// A link to another report; without an address where the document could not be read.
  record Link(String href, String name) {}

  View of(Report report, List<Location> places) throws IOException {
    List<Link> around = new ArrayList<>();
    for (Location place : places) {
      Location outer = place.around();
      LedgerEntry entry = outer == null ? null : engine.ledger().at(outer);
      if (entry != null && entry.report() != null) {
        around.add(new Link("/r/" + entry.report(), entry.location().name()));
      }
    }
    List<LedgerEntry> inside = engine.ledger().inside(report.location());
    return new View(
        around.stream().distinct().toList(),
        inside.stream().limit(MOST).map(Enclosures::link).toList(),
        inside.size() > MOST ? Words.say("more", "n", inside.size() - MOST) : "");
  }

  private static Link link(LedgerEntry entry) {
    String id = entry.report();
    return new Link(id == null ? "" : "/r/" + id, entry.location().name());
  }

  /// The entry of the document around a report whose file is what a reader can have of it; null
  /// when that is the report's own.
  @Nullable LedgerEntry file(Report report) throws IOException {
    LedgerEntry outermost = null;
    Location around = report.location().around();
    while (around != null) {
      LedgerEntry entry = engine.ledger().at(around);
      if (entry != null && !ArchiveFile.isArchive(entry.mediaType())) {
        outermost = entry;
      }
      around = around.around();
    }
    return outermost;
  }
}
