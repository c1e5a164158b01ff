package dossier.web;

import dossier.search.Question;
import dossier.search.QuestionUrl;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.util.List;

/// How close results stand. A reader chooses by a link, which leaves a cookie and leads back to the
/// results: so it works without a script, and the page is never drawn twice.
final class Density {

  private static final String NAME = "density";
  private static final int YEAR = 365 * 24 * 60 * 60;

  private Density() {}

  /// Whether this request chose one; then it is answered.
  static boolean chosen(Context ctx) {
    List<String> typed = Parameters.of(ctx).getOrDefault(NAME, List.of());
    if (typed.isEmpty()) {
      return false;
    }
    boolean compact = typed.getFirst().equals("compact");
    String value = compact ? "compact" : "comfortable";
    ctx.cookie(new Cookie(NAME, value, "/", compact ? YEAR : 0, false, true, null, SameSite.LAX));
    Question question = QuestionUrl.parse(Parameters.of(ctx)).question();
    ctx.redirect(Addresses.search(question), HttpStatus.SEE_OTHER);
    return true;
  }

  static boolean compact(Context ctx) {
    return "compact".equals(ctx.cookie(NAME));
  }

  /// The two choices.
  static List<SearchPages.Link> links(Context ctx, Question question) {
    boolean compact = compact(ctx);
    String here = Addresses.search(question);
    return List.of(
        new SearchPages.Link(
            Words.say("density.comfortable"), Addresses.with(here, NAME, "comfortable"), !compact),
        new SearchPages.Link(
            Words.say("density.compact"), Addresses.with(here, NAME, "compact"), compact));
  }
}
