package dossier.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Style sheet, scripts, icon and what browsers may fetch ahead (`ahead.json`), under addresses
/// that change with their content, so that browsers may keep them for a year. All share one folder,
/// named by the hash of them all: scripts name each other by relative addresses.
final class Assets {

  private static final List<String> NAMES =
      List.of(
          "ahead.json",
          "dossier.css",
          "dossier.js",
          "favicon.svg",
          "filters.js",
          "live.js",
          "passage.js",
          "reading.js",
          "setting.js",
          "status.js");

  private final WebFiles files;
  private volatile @Nullable String known;

  Assets(WebFiles files) {
    this.files = files;
  }

  /// The address of an asset.
  String url(String name) {
    return folder() + name;
  }

  /// The address of the folder they are in, with a slash at its end.
  String folder() {
    return "/assets/" + hash() + "/";
  }

  void send(Context ctx) {
    String name = ctx.pathParam("name");
    if (!NAMES.contains(name)) {
      throw new NotFoundResponse();
    }
    boolean current = hash().equals(ctx.pathParam("hash"));
    ctx.header("Vary", "Accept-Encoding");
    ctx.header("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache");
    ctx.contentType(type(name)).result(files.read("assets/" + name));
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "json" -> "application/speculationrules+json";
      default -> "image/svg+xml";
    };
  }

  /// Of the content of them all.
  String hash() {
    String hash = known;
    if (hash == null || files.live()) {
      hash = hashed();
      known = hash;
    }
    return hash;
  }

  private String hashed() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      NAMES.forEach(name -> digest.update(files.read("assets/" + name)));
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
