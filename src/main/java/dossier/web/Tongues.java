package dossier.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.Handler;
import io.javalin.http.SameSite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The languages the portal speaks, one for each file under `web/messages/`, and which of them a
/// reader gets: the one the address asks for (`ui=fr`), else the one that was asked for before,
/// else the one the browser likes best, else English.
final class Tongues {

  static final String ENGLISH = "en";

  /// The parameter of an address, and the cookie it leaves.
  static final String NAME = "ui";

  private static final int YEAR = 365 * 24 * 60 * 60;

  /// A browser's list of languages is much shorter.
  private static final int LONGEST = 1_000;

  private static final int LONGEST_ADDRESS = 4_000;

  private final WebFiles files;
  private volatile List<Tongue> known;

  Tongues(WebFiles files) {
    this.files = files;
    this.known = load(files);
  }

  /// English first, then by their own names.
  List<Tongue> all() {
    if (files.live()) {
      known = load(files);
    }
    return known;
  }

  private static List<Tongue> load(WebFiles files) {
    Tongue english = new Tongue(ENGLISH, files.messages(ENGLISH), null);
    List<Tongue> tongues = new ArrayList<>();
    for (String id : files.languages()) {
      if (!id.equals(ENGLISH)) {
        tongues.add(new Tongue(id, files.messages(id), english));
      }
    }
    tongues.sort(Comparator.comparing(Tongue::name));
    tongues.addFirst(english);
    return List.copyOf(tongues);
  }

  /// Answers in the language of the reader.
  Handler speaking(Handler handler) {
    return ctx -> of(ctx).speak(() -> handler.handle(ctx));
  }

  /// The language of the reader, which is kept when the address asks for it.
  Tongue of(Context ctx) {
    List<Tongue> all = all();
    Tongue asked = named(all, asked(ctx));
    if (asked != null) {
      ctx.cookie(new Cookie(NAME, asked.id(), "/", YEAR, false, true, null, SameSite.LAX));
      return asked;
    }
    Tongue kept = named(all, ctx.cookie(NAME));
    return kept != null ? kept : liked(all, ctx.header("Accept-Language"));
  }

  /// What the address asks for; null when it does not.
  static @Nullable String asked(Context ctx) {
    List<String> typed = Parameters.of(ctx).getOrDefault(NAME, List.of());
    return typed.isEmpty() ? null : typed.getLast();
  }

  private static @Nullable Tongue named(List<Tongue> all, @Nullable String id) {
    return all.stream().filter(tongue -> tongue.id().equalsIgnoreCase(id)).findFirst().orElse(null);
  }

  /// By RFC 4647, "lookup".
  private static Tongue liked(List<Tongue> all, @Nullable String header) {
    if (header == null || header.length() > LONGEST) {
      return all.getFirst();
    }
    try {
      List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(header);
      String tag = Locale.lookupTag(ranges, all.stream().map(Tongue::id).toList());
      Tongue liked = named(all, tag);
      return liked == null ? all.getFirst() : liked;
    } catch (IllegalArgumentException unreadable) {
      return all.getFirst(); // A wish that cannot be read is none.
    }
  }

  /// A way to the same page in another language.
  record Way(String id, String tag, String name, String href, boolean current) {}

  /// The same page in every language.
  List<Way> ways(Context ctx, Tongue now) {
    return all().stream()
        .map(tongue ->
            new Way(
                tongue.id(),
                tongue.tag(),
                tongue.name(),
                Addresses.with(plain(ctx), NAME, tongue.id()),
                tongue.id().equals(now.id())))
        .toList();
  }

  /// The address of the page as it was asked for, without a language in it.
  static String plain(Context ctx) {
    // Two slashes in front would be the name of another server.
    String path = ctx.req().getRequestURI().replaceFirst("^/+", "/");
    String query = ctx.queryString();
    String rest =
        Arrays.stream(query == null ? new String[0] : query.split("&", -1))
            .filter(parameter -> !parameter.isEmpty() && !parameter.split("=", 2)[0].equals(NAME))
            .collect(Collectors.joining("&"));
    // It stands in the page once for each language.
    return rest.isEmpty() || rest.length() > LONGEST_ADDRESS ? path : path + "?" + rest;
  }
}
