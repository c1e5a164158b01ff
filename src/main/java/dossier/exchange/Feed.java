package dossier.exchange;

import dossier.report.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

/// Reports to follow, newest added first.
///
/// @param title what it holds
/// @param page path of the page a person reads instead, its query included; also what the feed is
///   known by for ever
/// @param atom path of the feed as Atom
/// @param json path of the feed as JSON Feed
/// @param updated when it last changed
/// @param entries its reports
public record Feed(
    String title, String page, String atom, String json, Instant updated, List<Entry> entries) {

  /// The most entries a feed has: those who come by seldom use a search or an export.
  public static final int MOST = 50;

  /// The media type of Atom.
  public static final String ATOM = "application/atom+xml";

  /// The media type of JSON Feed.
  public static final String JSON = "application/feed+json";

  /// A report of a feed.
  ///
  /// @param why what in it matched, as plain text; may be empty
  public record Entry(Report report, String why) {}

  public Feed {
    entries = List.copyOf(entries);
  }

  /// Writes it as Atom 1.0 (RFC 4287).
  ///
  /// @throws IOException when it cannot be written
  public void writeAtom(OutputStream out, Site site) throws IOException {
    new AtomFeed(this, site).write(out);
  }

  /// Writes it as JSON Feed 1.1.
  ///
  /// @throws IOException when it cannot be written
  public void writeJson(OutputStream out, Site site) throws IOException {
    JsonFeed.write(this, site, out);
  }
}
