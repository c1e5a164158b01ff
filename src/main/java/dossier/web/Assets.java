package dossier.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/// The style sheet, the script and the icon, under addresses that change with their content, so
/// that browsers may keep them for a year.
final class Assets {

  private static final Map<String, String> TYPES =
      Map.of(
          "dossier.css", "text/css; charset=utf-8",
          "dossier.js", "text/javascript; charset=utf-8",
          "reading.js", "text/javascript; charset=utf-8",
          "setting.js", "text/javascript; charset=utf-8",
          "status.js", "text/javascript; charset=utf-8",
          "favicon.svg", "image/svg+xml");

  private final WebFiles files;

  Assets(WebFiles files) {
    this.files = files;
  }

  /// The address of an asset.
  String url(String name) {
    return "/assets/" + hash(files.read("assets/" + name)) + "/" + name;
  }

  void send(Context ctx) {
    String name = ctx.pathParam("name");
    String type = TYPES.get(name);
    if (type == null) {
      throw new NotFoundResponse();
    }
    byte[] content = files.read("assets/" + name);
    boolean current = hash(content).equals(ctx.pathParam("hash"));
    ctx.header("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache");
    ctx.contentType(type).result(content);
  }

  /// The service worker: at the root, since it serves only what lies below its address.
  void sendWorker(Context ctx) {
    ctx.header("Cache-Control", "no-cache");
    ctx.contentType("text/javascript; charset=utf-8").result(files.read("assets/sw.js"));
  }

  private static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
