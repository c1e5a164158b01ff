package dossier.web;

import dossier.search.Dimension;
import dossier.search.Question;
import dossier.search.QuestionUrl;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The portal's addresses that carry a question.
final class Addresses {

  /// Where results for programs are, beside the page.
  static final String JSON = "/search.json";

  /// Where results for readers are.
  static final String SEARCH = "/search";

  private Addresses() {}

  /// Results.
  static String search(Question question) {
    return SEARCH + QuestionUrl.write(question);
  }

  /// Results for programs.
  static String json(Question question) {
    return JSON + QuestionUrl.write(question);
  }

  /// The reports of a question over time.
  static String trends(Question question) {
    Question first = question.with(Question.Sort.RELEVANCE).page(1, Question.DEFAULT_SIZE);
    return "/trends" + QuestionUrl.write(first);
  }

  /// What was searched for, and what was found in which state of the archive.
  static String record(Question question) {
    return "/search/record" + QuestionUrl.write(question.page(1, Question.DEFAULT_SIZE));
  }

  /// Every value of a facet in the results.
  static String values(Dimension dimension, Question question) {
    Question first = question.page(1, question.size());
    return "/search/" + dimension.parameter() + QuestionUrl.write(first);
  }

  /// An address with one more parameter, whose value needs no escaping.
  static String with(String address, String name, String value) {
    return address + (address.contains("?") ? "&" : "?") + name + "=" + value;
  }

  /// Any text as the value of a parameter.
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
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
