package dossier.web;

import io.javalin.http.Context;
import io.javalin.http.MisdirectedRequestResponse;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Stands before every page: answers only under the portal's own names, and tells browsers to trust
/// nothing that does not come from here.
final class Guard {

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
              + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=(), payment=(), usb=()");

  private final @Nullable URI publicUrl;

  Guard(@Nullable URI publicUrl) {
    this.publicUrl = publicUrl;
  }

  static void headers(Context ctx) {
    HEADERS.forEach(ctx::header);
  }

  /// Refuses a request that was made for another name: a page elsewhere may have had its own name
  /// lead here.
  void check(Context ctx) {
    headers(ctx);
    String host = Loopback.name(ctx.req().getServerName());
    if (!Loopback.is(host)
        && (publicUrl == null || !host.equals(Loopback.name(publicUrl.getHost())))) {
      throw new MisdirectedRequestResponse();
    }
  }
}
