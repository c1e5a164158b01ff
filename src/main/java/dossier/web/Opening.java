package dossier.web;

import dossier.report.Report;
import dossier.search.Query;
import dossier.search.Question;
import dossier.search.QuestionUrl;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How a report is opened: the question one came by, and what the reading view's own parameters
/// say. All of it stands in the address, so that it needs no script and can be sent to others.
///
/// | parameter | value | when absent |
/// |---|---|---|
/// | `find` | words to find in this report only | none |
/// | `view` | `both`: the original beside the text | the text alone |
/// | `width` | `wide` | a column for reading |
/// | `text` | `small`, `large`, `huge` | the usual size |
/// | `hit` | number of the match visited | none |
/// | `part` | number of the part of a very long report | the part of the match, else the first |
/// | `p` | a page, in place of `part` | |
///
/// @param hit from 1; 0 for none
/// @param part from 1; 0 when the address does not say
/// @param page from 1; 0 when the address does not say
record Opening(
    Question question,
    Query find,
    boolean both,
    Width width,
    Size text,
    int hit,
    int part,
    int page) {

  /// How wide the text runs.
  enum Width {
    NORMAL,
    WIDE
  }

  /// How large the text is.
  enum Size {
    SMALL,
    NORMAL,
    LARGE,
    HUGE
  }

  /// What an address says; what cannot be understood counts as absent.
  static Opening of(Context ctx, Question question) {
    Map<String, List<String>> typed = Parameters.of(ctx);
    return new Opening(
        question,
        Query.of(first(typed, "find")),
        first(typed, "view").equals("both"),
        choice(first(typed, "width"), Width.NORMAL),
        choice(first(typed, "text"), Size.NORMAL),
        number(first(typed, "hit")),
        number(first(typed, "part")),
        number(first(typed, "p")));
  }

  private static String first(Map<String, List<String>> typed, String name) {
    return typed.getOrDefault(name, List.of("")).getFirst();
  }

  private static <E extends Enum<E>> E choice(String typed, E usual) {
    for (E constant : usual.getDeclaringClass().getEnumConstants()) {
      if (name(constant).equals(typed)) {
        return constant;
      }
    }
    return usual;
  }

  private static int number(String typed) {
    return typed.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(typed) : 0;
  }

  /// The value of an address.
  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /// Whether words are to be found in this report only.
  boolean finds() {
    return !find.text().isEmpty();
  }

  /// The words whose matches are numbered and stepped through: those to be found here, else those
  /// of the search.
  Query sought() {
    return finds() ? find : question.query();
  }

  /// The address of this view, without a place in it.
  String address(Report report) {
    StringBuilder address = new StringBuilder("/r/" + report.id() + QuestionUrl.write(question));
    add(address, "find", find.text());
    add(address, "view", both ? "both" : "");
    add(address, "width", width == Width.NORMAL ? "" : name(width));
    add(address, "text", text == Size.NORMAL ? "" : name(text));
    return address.toString();
  }

  private static void add(StringBuilder address, String name, String value) {
    if (!value.isEmpty()) {
      address.append(address.indexOf("?") < 0 ? '?' : '&');
      address.append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  /// The same place, in parts of a very long report and at a match included.
  String place(Report report) {
    StringBuilder address = new StringBuilder(address(report));
    add(address, "part", part == 0 ? "" : Integer.toString(part));
    add(address, "p", page == 0 ? "" : Integer.toString(page));
    add(address, "hit", hit == 0 ? "" : Integer.toString(hit));
    return address + (hit == 0 ? "" : "#h" + hit);
  }

  /// Without the words of the search, and so without the way back to it.
  Opening withoutQuestion() {
    return new Opening(Question.of(""), find, both, width, text, 0, 0, 0);
  }

  /// For other words to be found here; the empty query for none.
  Opening finding(Query other) {
    return new Opening(question, other, both, width, text, 0, 0, 0);
  }

  /// With the original beside the text, or without.
  Opening with(boolean original) {
    return new Opening(question, find, original, width, text, hit, part, page);
  }

  Opening with(Width other) {
    return new Opening(question, find, both, other, text, hit, part, page);
  }

  Opening with(Size other) {
    return new Opening(question, find, both, width, other, hit, part, page);
  }

  /// For another report that the same question leads to: what was looked for in this one alone
  /// stays behind.
  Opening of(Question other) {
    return new Opening(other, Query.of(""), both, width, text, 0, 0, 0);
  }
}
