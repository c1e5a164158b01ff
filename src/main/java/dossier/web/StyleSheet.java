package dossier.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The style sheet. A browser that comes for the first time finds it within the page, so that one
/// round trip is enough to paint it, and fetches it for later pages; those name it by its address,
/// which costs them nothing. A cookie tells the two apart; without cookies every page carries it.
final class StyleSheet {

  private static final String FILE = "dossier.css";
  private static final String COOKIE = "style";
  private static final int YEAR = 365 * 24 * 60 * 60;

  private final WebFiles files;
  private final Assets assets;
  private volatile @Nullable Sheet known;

  /// @param version of all assets together
  /// @param hash of the text, as a policy names it
  private record Sheet(String version, String text, String hash) {}

  StyleSheet(WebFiles files, Assets assets) {
    this.files = files;
    this.assets = assets;
  }

  String url() {
    return assets.url(FILE);
  }

  /// What belongs into this page; empty when its address is enough.
  String within(Context ctx) {
    Sheet sheet = sheet();
    if (sheet.version().equals(ctx.cookie(COOKIE))) {
      return "";
    }
    ctx.cookie(new Cookie(COOKIE, sheet.version(), "/", YEAR, false, true, null, SameSite.LAX));
    Guard.allowStyle(ctx, sheet.hash());
    return sheet.text();
  }

  private Sheet sheet() {
    String version = assets.hash();
    Sheet sheet = known;
    if (sheet == null || !sheet.version().equals(version)) {
      byte[] bytes = files.read("assets/" + FILE);
      sheet = new Sheet(version, new String(bytes, StandardCharsets.UTF_8), hash(bytes));
      known = sheet;
    }
    return sheet;
  }

  /// See [CSP 3, 2.3.1](https://www.w3.org/TR/CSP3/#grammardef-hash-source).
  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
