package dossier.web;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
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
/// @param contact e-mail address of whoever runs the portal, told to harvesters; may be empty
public record PortalSettings(
    String host,
    int port,
    @Nullable URI publicUrl,
    String title,
    String corpus,
    @Nullable Path web,
    String contact,
    Limits limits) {

  /// What becomes of a client that asks for more than its share of expensive pages.
  ///
  /// @param proxies addresses (`10.0.0.7`) and networks (`10.0.0.0/8`) whose word on where a
  ///   request comes from is believed
  public record Limits(Mode mode, List<String> proxies) {

    /// Nobody is counted; it is only written to the log; it is told to wait.
    public enum Mode {
      OFF,
      REPORT,
      ON
    }

    /// What counts when nobody says.
    public static final Limits DEFAULT = new Limits(Mode.REPORT, List.of());

    /// Takes networks.
    ///
    /// @throws IllegalArgumentException when a proxy is none, with what to write
    public Limits {
      proxies = List.copyOf(proxies);
      proxies.forEach(Network::of);
    }
  }

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

  /// Without an address to write to, and with limits that are only reported.
  public PortalSettings(
      String host,
      int port,
      @Nullable URI publicUrl,
      String title,
      String corpus,
      @Nullable Path web) {
    this(host, port, publicUrl, title, corpus, web, "", Limits.DEFAULT);
  }

  /// On this machine alone, at `port`, with the archive in `corpus`.
  public static PortalSettings local(int port) {
    return new PortalSettings("127.0.0.1", port, null, "Dossier", "corpus", null);
  }
}
