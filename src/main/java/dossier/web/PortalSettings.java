package dossier.web;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How the portal is reached and what it calls itself.
///
/// @param host address to listen on; a loopback address unless others are to reach the portal
/// @param port TCP port, 0 to 65535; 0 takes a free one, see [Portal#port]
/// @param publicUrl where readers find the portal, the only source of absolute links; null means
///   the loopback address and the port taken
/// @param title what the portal calls itself, never blank
/// @param corpus name of the folder that holds the archive, shown where a reader must know it
/// @param web folder holding `templates` and `assets`, read again at every request: for
///   development; null takes those packed into the program
public record PortalSettings(
    String host,
    int port,
    @Nullable URI publicUrl,
    String title,
    String corpus,
    @Nullable Path web) {

  public PortalSettings {
    if (host.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException("the portal needs a host and a title");
    }
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port: " + port + " is not within 0 and 65535");
    }
    if (publicUrl != null && publicUrl.getHost() == null) {
      throw new IllegalArgumentException("public-url: " + publicUrl + " names no host");
    }
  }

  /// On this machine alone, at `port`, with the archive in `corpus`.
  public static PortalSettings local(int port) {
    return new PortalSettings("127.0.0.1", port, null, "Dossier", "corpus", null);
  }
}
