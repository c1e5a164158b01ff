package dossier.search;

import dossier.report.Label;
import dossier.report.Label.Strength;
import dossier.report.Published;
import dossier.report.Report;
import dossier.report.Vocabulary;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions of plain words by looking at every report, the slow way nobody can get wrong.
 */
final class BruteForce {

  private final Map<String, String> seriesIds = new HashMap<>();
  private final List<Report> reports;
  private final Question question;

  BruteForce(List<Report> reports, Question question) {
    this.reports = reports;
    this.question = question;
    for (Report report : reports) {
      if (report.series() != null) {
        seriesIds.computeIfAbsent(report.series().name(), name -> report.series().id());
      }
    }
  }

  /** Reports that pass the query and all filters. */
  List<Report> found() {
    return reports.stream().filter(report -> passes(report, null, true)).toList();
  }

  /** Reports by value of a facet, its own filter left out; chosen values always there. */
  Map<String, Long> counts(Dimension dimension) {
    Map<String, Long> counts = new TreeMap<>();
    question.selection(dimension).any().forEach(id -> counts.put(id, 0L));
    question.selection(dimension).none().forEach(id -> counts.put(id, 0L));
    for (Report report : reports) {
      if (passes(report, dimension, true)) {
        values(report, dimension).forEach(value -> counts.merge(value, 1L, Long::sum));
      }
    }
    return counts;
  }

  /** Reports by what a date gives, the span left out; a date may give nothing. */
  Map<String, Long> dates(Function<@Nullable Published, @Nullable String> key) {
    Map<String, Long> counts = new TreeMap<>();
    for (Report report : reports) {
      String value = key.apply(report.published());
      if (value != null && passes(report, null, false)) {
        counts.merge(value, 1L, Long::sum);
      }
    }
    return counts;
  }

  /** Reports found by the time they appeared in, for a value of a facet or, without one, all. */
  Map<String, Long> trend(Dimension dimension, @Nullable String value, Engine.Period period) {
    Map<String, Long> counts = new TreeMap<>();
    int length =
        switch (period) {
          case YEAR -> 4;
          case MONTH -> 7;
          case DAY -> 10;
        };
    for (Report report : found()) {
      String iso = report.published() == null ? "" : report.published().iso();
      if (iso.length() >= length && (value == null || values(report, dimension).contains(value))) {
        counts.merge(iso.substring(0, length), 1L, Long::sum);
      }
    }
    return counts;
  }

  /** Every value of a facet that a report found carries. */
  Set<String> carried(Dimension dimension) {
    Set<String> carried = new HashSet<>();
    found().forEach(report -> carried.addAll(values(report, dimension)));
    return carried;
  }

  private boolean passes(Report report, @Nullable Dimension without, boolean dates) {
    if (!matches(report) || (dates && !inSpan(report.published()))) {
      return false;
    }
    for (Dimension dimension : Dimension.values()) {
      Selection chosen = question.selection(dimension);
      Set<String> values = values(report, dimension);
      boolean any = chosen.any().isEmpty() || chosen.any().stream().anyMatch(values::contains);
      boolean none = chosen.none().stream().noneMatch(values::contains);
      if (dimension != without && !(any && none)) {
        return false;
      }
    }
    return true;
  }

  private boolean matches(Report report) {
    return LookingClosely.matches(report, question.query().clause());
  }

  private boolean inSpan(@Nullable Published published) {
    LocalDate from = question.span().firstDay();
    LocalDate to = question.span().lastDay();
    if (published == null) {
      return switch (question.undated()) {
        case DEFAULT -> question.span().isAlways();
        case ONLY, INCLUDE -> true;
        case EXCLUDE -> false;
      };
    }
    return question.undated() != Question.Undated.ONLY
        && (from == null || !published.last().isBefore(from))
        && (to == null || !published.first().isAfter(to));
  }

  private Set<String> values(Report report, Dimension dimension) {
    return switch (dimension) {
      case REGION -> labels(report.regions(), Sample.VOCABULARIES.regions());
      case THREAT -> labels(report.threats(), Sample.VOCABULARIES.threats());
      case SERIES ->
          report.series() == null ? Set.of() : Set.of(seriesIds.get(report.series().name()));
      case LANGUAGE -> Set.of(report.language());
      case TYPE ->
          Set.of(
              switch (report.mediaType()) {
                case "application/pdf" -> "pdf";
                case "text/html" -> "html";
                default -> "txt";
              });
    };
  }

  private Set<String> labels(List<Label> labels, Vocabulary vocabulary) {
    Set<String> values = new HashSet<>();
    for (Label label : labels) {
      if (label.strength() == Strength.ABOUT || question.scope() == Question.Scope.MENTIONS) {
        values.add(label.id());
        values.addAll(vocabulary.ancestors(label.id()));
      }
    }
    return values;
  }
}
