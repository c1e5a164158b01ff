package dossier.web;

import io.javalin.http.Context;
import io.javalin.http.MisdirectedRequestResponse;
import java.net.URI;
import java.util.Locale;
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
    String host = name(ctx.req().getServerName());
    if (!loopback(host) && (publicUrl == null || !host.equals(name(publicUrl.getHost())))) {
      throw new MisdirectedRequestResponse();
    }
  }

  private static String name(String host) {
    String plain = host.toLowerCase(Locale.ROOT);
    return plain.startsWith("[") ? plain.substring(1, plain.length() - 1) : plain;
  }

  private static boolean loopback(String host) {
    return host.equals("localhost")
        || host.equals("::1")
        || host.equals("0:0:0:0:0:0:0:1")
        || host.matches("127(\\.\\d{1,8}){1,3}");
  }
}
