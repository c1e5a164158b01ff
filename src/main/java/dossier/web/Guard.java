package dossier.web;

import io.javalin.http.Context;
import io.javalin.http.MisdirectedRequestResponse;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Stands before every page: answers only under the portal's own names, and tells browsers to trust
/// nothing that does not come from here.
final class Guard {

  private static final String POLICY = "Content-Security-Policy";

  private static final String STRICT =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
          + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final Map<String, String> HEADERS =
      Map.of(
          POLICY,
          STRICT,
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

  /// Lets this one page show a frame of the portal's own: an original beside its text.
  static void allowFrame(Context ctx) {
    ctx.header(POLICY, policy(ctx) + "; frame-src 'self'");
  }

  /// Lets this one page carry a style sheet.
  ///
  /// @param hash of its text, `sha256-…`
  static void allowStyle(Context ctx, String hash) {
    ctx.header(POLICY, policy(ctx).replace("style-src 'self'", "style-src 'self' '" + hash + "'"));
  }

  private static String policy(Context ctx) {
    String set = ctx.res().getHeader(POLICY);
    return set == null ? STRICT : set;
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
