package dossier.web;

import dossier.search.Dimension;
import dossier.search.Notice;
import dossier.search.Query;
import dossier.search.Question;
import dossier.search.Selection;
import dossier.search.Span;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Questions as addresses of the portal, and back.
final class Addresses {

  /// A question read from parameters, and what had to be repaired to read it.
  record Read(Question question, List<Notice> notices) {}

  private Addresses() {}

  static Read read(Map<String, List<String>> parameters) {
    List<Notice> notices = new ArrayList<>();
    String typed = first(parameters, "q", "");
    if (typed.length() > Query.MAX_LENGTH) {
      typed = typed.substring(0, Query.MAX_LENGTH);
      notices.add(
          new Notice("query", "Only the first 2,000 characters of the query were searched."));
    }
    Map<Dimension, Selection> chosen = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      List<String> any = new ArrayList<>();
      List<String> none = new ArrayList<>();
      for (String value : parameters.getOrDefault(dimension.parameter(), List.of())) {
        if (value.startsWith("-") && value.length() > 1) {
          none.add(value.substring(1));
        } else if (!value.isBlank()) {
          any.add(value);
        }
      }
      chosen.put(dimension, new Selection(any, none));
    }
    Question question =
        new Question(
            Query.of(typed),
            chosen,
            new Span(date(parameters, "from", notices), date(parameters, "to", notices)),
            choice(Question.Undated.values(), first(parameters, "undated", "default")),
            choice(Question.Scope.values(), first(parameters, "scope", "about")),
            choice(Question.Sort.values(), first(parameters, "sort", "relevance")),
            number(parameters, "page", 1, Integer.MAX_VALUE, notices),
            number(parameters, "size", Question.DEFAULT_SIZE, 100, notices));
    return new Read(question, notices);
  }

  /// `/search` with the question's parameters.
  static String search(Question question) {
    return "/search" + query(question);
  }

  /// `/search.json` with the question's parameters.
  static String json(Question question) {
    return "/search.json" + query(question);
  }

  /// The reading view of a report found by a question.
  static String report(String id, Question question) {
    return "/r/" + id + query(question);
  }

  /// `?` and the parameters; empty when the question is the plainest one.
  static String query(Question question) {
    StringBuilder url = new StringBuilder();
    if (!question.query().text().isEmpty()) {
      add(url, "q", question.query().text());
    }
    for (Dimension dimension : Dimension.values()) {
      Selection selection = question.selection(dimension);
      selection.any().forEach(id -> add(url, dimension.parameter(), id));
      selection.none().forEach(id -> add(url, dimension.parameter(), "-" + id));
    }
    add(url, "from", question.span().from());
    add(url, "to", question.span().to());
    add(url, "undated", unless(question.undated(), Question.Undated.DEFAULT));
    add(url, "scope", unless(question.scope(), Question.Scope.ABOUT));
    add(url, "sort", unless(question.sort(), Question.Sort.RELEVANCE));
    add(url, "page", question.page() == 1 ? null : Integer.toString(question.page()));
    add(url, "size", question.size() == 10 ? null : Integer.toString(question.size()));
    return url.toString();
  }

  private static void add(StringBuilder url, String name, @Nullable String value) {
    if (value != null) {
      url.append(url.isEmpty() ? '?' : '&').append(name).append('=');
      url.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  private static <E extends Enum<E>> @Nullable String unless(E value, E plain) {
    return value == plain ? null : value.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E choice(E[] values, String name) {
    for (E value : values) {
      if (value.name().equals(name.toUpperCase(Locale.ROOT))) {
        return value;
      }
    }
    return values[0];
  }

  private static @Nullable String date(
      Map<String, List<String>> parameters, String name, List<Notice> notices) {
    String typed = first(parameters, name, "");
    if (typed.isEmpty()) {
      return null;
    }
    if (typed.matches("\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|1\\d|2[0-8]))?)?")) {
      return typed;
    }
    notices.add(new Notice("range", "“" + name + "” was not a date and was left out."));
    return null;
  }

  private static int number(
      Map<String, List<String>> parameters,
      String name,
      int plain,
      int most,
      List<Notice> notices) {
    String typed = first(parameters, name, "");
    if (typed.isEmpty()) {
      return plain;
    }
    if (typed.matches("\\d{1,9}")
        && Integer.parseInt(typed) >= 1
        && Integer.parseInt(typed) <= most) {
      return Integer.parseInt(typed);
    }
    notices.add(new Notice("range", "“" + name + "” was out of range."));
    return plain;
  }

  private static String first(Map<String, List<String>> parameters, String name, String other) {
    List<String> values = parameters.getOrDefault(name, List.of());
    return values.isEmpty() ? other : values.getFirst();
  }
}
