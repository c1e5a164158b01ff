package dossier.web;

import dossier.search.Question;
import dossier.search.QuestionUrl;
import io.javalin.http.Context;

/// A search as programs ask it.
///
/// @param href the address
/// @param url the same with the name of the portal
/// @param curl a line for a shell that asks it
/// @param record where what was searched for and found is written down
record ApiCall(String href, String url, String curl, String record) {

  static ApiCall of(Context ctx, Question question, Links links) {
    String href = Api.SEARCH + QuestionUrl.write(question);
    String url = links.base(ctx) + href;
    return new ApiCall(href, url, "curl -s " + quoted(url), Addresses.record(question));
  }

  /// As one word of a POSIX shell. An address holds no quote as it is written here, but the name of
  /// the portal is not ours to judge.
  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
