package dossier.web;

import dossier.exchange.Site;
import io.javalin.http.Context;
import java.net.URI;

/// Links that leave the portal, and so say where it is: in feeds, exports and citations.
final class Links {

  private final PortalSettings settings;
  private final Facets facets;

  Links(PortalSettings settings, Facets facets) {
    this.settings = settings;
    this.facets = facets;
  }

  /// This portal under its public address; under the loopback address and the port that was taken
  /// when it has none.
  Site site(Context ctx) {
    return new Site(settings.title(), base(ctx), facets.vocabularies());
  }

  /// What every link begins with, without a slash at its end.
  String base(Context ctx) {
    return base(settings, ctx);
  }

  /// What every link begins with, without a slash at its end.
  static String base(PortalSettings settings, Context ctx) {
    URI address = settings.publicUrl();
    return address == null
        ? "http://localhost:" + ctx.req().getLocalPort()
        : address.toString().replaceAll("/+$", "");
  }
}
