package dossier.web;

import dossier.search.Question;
import dossier.search.QuestionUrl;

/// The portal's addresses that carry a question.
final class Addresses {

  private Addresses() {}

  /// Results.
  static String search(Question question) {
    return "/search" + QuestionUrl.write(question);
  }

  /// Results for programs.
  static String json(Question question) {
    return "/search.json" + QuestionUrl.write(question);
  }

  /// The reading view of a report found by a question.
  static String report(String id, Question question) {
    return "/r/" + id + QuestionUrl.write(question);
  }

  /// A match in the reading view at an address made by [#report].
  static String hit(String report, int number) {
    return report + (report.contains("?") ? "&" : "?") + "hit=" + number + "#h" + number;
  }
}
