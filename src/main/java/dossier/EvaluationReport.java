package dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dossier.Evaluation.Confusion;
import dossier.Evaluation.Facet;
import dossier.Evaluation.Result;
import dossier.Gold.Column;
import dossier.report.Vocabularies;
import dossier.report.Vocabulary;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Shows an evaluation as tables or as JSON. What the gold file does not know is left out of both.
record EvaluationReport(Evaluation evaluation, Vocabularies vocabularies) {

  private static final int WORST = 15;

  /// All as tables.
  void print(PrintWriter out) {
    summary(out);
    confusions(out);
    evaluation.results().forEach((facet, result) -> labels(facet, result, out));
  }

  /// One line a facet.
  void summary(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%-34s%10s%8s%8s%8s%8s%9s%n",
        evaluation.documents() + " documents",
        "precision",
        "recall",
        "F1",
        "right",
        "wrong",
        "missing");
    evaluation.results().forEach((facet, result) -> row(words(facet), result.score(), out));
    if (evaluation.columns().contains(Column.LANGUAGE)) {
      row("language", evaluation.language(), out);
    }
    if (evaluation.columns().contains(Column.PUBLISHED)) {
      out.printf(
          Locale.ROOT,
          "published: %d of %d exact, %d of the right year; %d undated ones were given a date%n",
          evaluation.exact(),
          evaluation.dated(),
          evaluation.year(),
          evaluation.invented());
    }
  }

  private static void row(String name, Score score, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%-34s%10.3f%8.3f%8.3f%8d%8d%9d%n",
        name,
        score.precision(),
        score.recall(),
        score.f1(),
        score.right(),
        score.wrong(),
        score.missing());
  }

  private void confusions(PrintWriter out) {
    out.printf("%nWorst confusions%n");
    List<Runnable> lines = new ArrayList<>();
    evaluation
        .results()
        .forEach((facet, result) ->
            result.confusions().entrySet().stream()
                .sorted(Map.Entry.<Confusion, Integer>comparingByValue().reversed())
                .limit(WORST)
                .forEach(each -> lines.add(() -> confusion(facet, each, out))));
    lines.forEach(Runnable::run);
    if (lines.isEmpty()) {
      out.println("  none");
    }
  }

  private void confusion(Facet facet, Map.Entry<Confusion, Integer> each, PrintWriter out) {
    Vocabulary vocabulary = vocabulary(facet);
    out.printf(
        "  %4d× %s: %s expected, %s found%n",
        each.getValue(),
        words(facet),
        vocabulary.label(each.getKey().expected()),
        vocabulary.label(each.getKey().found()));
  }

  private void labels(Facet facet, Result result, PrintWriter out) {
    out.printf("%n%s, label by label, worst first%n", words(facet));
    Comparator<Map.Entry<String, Score>> worst =
        Comparator.comparingInt(each -> each.getValue().wrong() + each.getValue().missing());
    result.labels().entrySet().stream()
        .sorted(worst.reversed())
        .forEach(each -> row("  " + vocabulary(facet).label(each.getKey()), each.getValue(), out));
  }

  /// All as JSON: `{documents, region: {about, mentions}, threat: {main, sub}, published, language,
  /// perLabel, confusions}`.
  String json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("documents", evaluation.documents());
    evaluation
        .results()
        .forEach((facet, result) ->
            child(json, facetName(facet)).put(levelName(facet), figures(result.score())));
    if (evaluation.columns().contains(Column.PUBLISHED)) {
      Map<String, Object> published = child(json, "published");
      published.put("exact", evaluation.exact());
      published.put("year", evaluation.year());
      published.put("of", evaluation.dated());
      published.put("invented", evaluation.invented());
    }
    if (evaluation.columns().contains(Column.LANGUAGE)) {
      Map<String, Object> language = figures(evaluation.language());
      language.put("right", evaluation.language().right());
      language.put("of", evaluation.language().right() + evaluation.language().missing());
      json.put("language", language);
    }
    json.put("perLabel", perLabel());
    json.put("confusions", confusions());
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("unchecked") // Only this class puts something there.
  private static Map<String, Object> child(Map<String, Object> json, String key) {
    return (Map<String, Object>)
        json.computeIfAbsent(key, k -> new LinkedHashMap<String, Object>());
  }

  private static Map<String, Object> figures(Score score) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("precision", score.precision());
    figures.put("recall", score.recall());
    figures.put("f1", score.f1());
    return figures;
  }

  private List<Map<String, Object>> perLabel() {
    List<Map<String, Object>> list = new ArrayList<>();
    evaluation
        .results()
        .forEach((facet, result) ->
            result
                .labels()
                .forEach((id, score) -> {
                  Map<String, Object> label = new LinkedHashMap<>();
                  label.put("facet", facetName(facet));
                  label.put("level", levelName(facet));
                  label.put("id", id);
                  label.put("label", vocabulary(facet).label(id));
                  label.putAll(figures(score));
                  label.put("right", score.right());
                  label.put("wrong", score.wrong());
                  label.put("missing", score.missing());
                  list.add(label);
                }));
    return list;
  }

  private List<Map<String, Object>> confusions() {
    List<Map<String, Object>> list = new ArrayList<>();
    evaluation
        .results()
        .forEach((facet, result) ->
            result.confusions().entrySet().stream()
                .sorted(Map.Entry.<Confusion, Integer>comparingByValue().reversed())
                .limit(WORST)
                .forEach(each -> {
                  Map<String, Object> confusion = new LinkedHashMap<>();
                  confusion.put("facet", facetName(facet));
                  confusion.put("level", levelName(facet));
                  confusion.put("expected", each.getKey().expected());
                  confusion.put("found", each.getKey().found());
                  confusion.put("count", each.getValue());
                  list.add(confusion);
                }));
    return list;
  }

  private Vocabulary vocabulary(Facet facet) {
    return switch (facet) {
      case ABOUT, MENTIONS -> vocabularies.regions();
      case MAIN, SUB -> vocabularies.threats();
    };
  }

  private static String facetName(Facet facet) {
    return switch (facet) {
      case ABOUT, MENTIONS -> "region";
      case MAIN, SUB -> "threat";
    };
  }

  private static String levelName(Facet facet) {
    return facet.name().toLowerCase(Locale.ROOT);
  }

  private static String words(Facet facet) {
    return switch (facet) {
      case ABOUT -> "regions it is about";
      case MENTIONS -> "regions about or mentioned";
      case MAIN -> "threats, main";
      case SUB -> "threats, sub";
    };
  }
}
