package dossier.exchange;

import dossier.report.Vocabularies;
import java.net.URI;

/// Where reports are read, and what their labels are called.
///
/// @param title what the portal calls itself
/// @param base address of the portal without a slash at its end: every link begins with it
/// @param vocabularies names of regions and threat types
public record Site(String title, String base, Vocabularies vocabularies) {

  /// An address of the portal.
  ///
  /// @param path begins with a slash
  public String at(String path) {
    return base + path;
  }

  /// The permanent address of a report.
  public String report(String id) {
    return at("/r/" + id);
  }

  /// A name that stays the same for ever, by RFC 4151, of what is at a path.
  ///
  /// @param path begins with a slash; an address as the portal writes it
  String tag(String path) {
    String host = URI.create(base).getHost();
    return "tag:"
        + (host == null ? "localhost" : host.replaceAll("[\\[\\]:]", ""))
        + ",2026:"
        + path.substring(1);
  }
}
