package dossier;

import dossier.Gold.Column;
import dossier.Gold.Expected;
import dossier.report.Label;
import dossier.report.Published;
import dossier.report.Report;
import dossier.report.Vocabularies;
import dossier.report.Vocabulary;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How often labels are right: reports compared, one by one, with what was expected of them.
/// Ancestors are counted on both sides: who says Mali has said Africa.
///
/// Thread-safe while reports are added; read when all are in.
final class Evaluation {

  /// What is compared.
  enum Facet {
    /// Regions a report is about.
    ABOUT,
    /// Regions a report is about or mentions.
    MENTIONS,
    /// Main threat types.
    MAIN,
    /// Threat types below those.
    SUB
  }

  /// One was expected and another found instead.
  record Confusion(String expected, String found) {}

  /// What of a facet was right.
  ///
  /// @param score all labels together
  /// @param labels each label, by id
  /// @param confusions how often one label was found in place of another
  record Result(Score score, Map<String, Score> labels, Map<Confusion, Integer> confusions) {
    Result() {
      this(
          new Score(),
          new TreeMap<>(),
          new TreeMap<>(
              java.util.Comparator.comparing(Confusion::expected).thenComparing(Confusion::found)));
    }

    /// @param leaves ids that stand for themselves and not for something below them
    private void add(Set<String> expected, Set<String> found, Predicate<String> leaves) {
      score.add(expected, found);
      Stream.concat(expected.stream(), found.stream())
          .distinct()
          .forEach(id -> {
            Set<String> one = Set.of(id);
            labels
                .computeIfAbsent(id, i -> new Score())
                .add(expected.contains(id) ? one : Set.of(), found.contains(id) ? one : Set.of());
          });
      for (String missing : expected) {
        for (String wrong : found) {
          if (!found.contains(missing)
              && !expected.contains(wrong)
              && leaves.test(missing)
              && leaves.test(wrong)) {
            confusions.merge(new Confusion(missing, wrong), 1, Integer::sum);
          }
        }
      }
    }
  }

  private final Vocabularies vocabularies;
  private final Set<Column> columns;
  private final Map<Facet, Result> results = new EnumMap<>(Facet.class);
  private final Score language = new Score();
  private int documents;
  private int dated;
  private int exact;
  private int year;
  private int invented;

  /// @param columns what is known of the documents; nothing else is compared
  Evaluation(Vocabularies vocabularies, Set<Column> columns) {
    this.vocabularies = vocabularies;
    this.columns = columns;
  }

  /// Compares a report.
  ///
  /// @param report null when the document could not be read: then nothing was found
  synchronized void add(Expected expected, @Nullable Report report) {
    documents++;
    List<Label> found = report == null ? List.of() : report.regions();
    if (columns.contains(Column.REGIONS)) {
      compare(Facet.ABOUT, vocabularies.regions(), expected.regions(), about(found));
    }
    if (columns.contains(Column.MENTIONS)) {
      Set<String> all = new LinkedHashSet<>(expected.regions());
      all.addAll(expected.mentions());
      compare(Facet.MENTIONS, vocabularies.regions(), all, found.stream().map(Label::id).toList());
    }
    if (columns.contains(Column.THREATS)) {
      List<String> threats = about(report == null ? List.of() : report.threats());
      compare(Facet.MAIN, vocabularies.threats(), expected.threats(), threats);
      compare(Facet.SUB, vocabularies.threats(), expected.threats(), threats);
    }
    if (columns.contains(Column.PUBLISHED)) {
      date(expected.published(), report == null ? null : report.published());
    }
    if (columns.contains(Column.LANGUAGE) && !expected.language().isEmpty()) {
      language.add(
          Set.of(primary(expected.language())),
          report == null ? Set.of() : Set.of(primary(report.language())));
    }
  }

  private void compare(
      Facet facet, Vocabulary vocabulary, Collection<String> expected, Collection<String> found) {
    Set<String> given = closed(facet, vocabulary, expected);
    Set<String> got = closed(facet, vocabulary, found);
    Predicate<String> leaves =
        id -> !isAbove(vocabulary, id, given) && !isAbove(vocabulary, id, got);
    results.computeIfAbsent(facet, f -> new Result()).add(given, got, leaves);
  }

  private static boolean isAbove(Vocabulary vocabulary, String id, Set<String> others) {
    return others.stream().anyMatch(other -> vocabulary.ancestors(other).contains(id));
  }

  private static Set<String> closed(Facet facet, Vocabulary vocabulary, Collection<String> ids) {
    Set<String> all = new LinkedHashSet<>(ids);
    ids.forEach(id -> all.addAll(vocabulary.ancestors(id)));
    all.removeIf(id ->
        switch (facet) {
          case ABOUT, MENTIONS -> false;
          case MAIN -> !vocabulary.ancestors(id).isEmpty();
          case SUB -> vocabulary.ancestors(id).isEmpty();
        });
    return all;
  }

  private void date(String expected, @Nullable Published found) {
    String iso = found == null ? "" : found.iso();
    if (expected.isEmpty()) {
      invented += iso.isEmpty() ? 0 : 1;
    } else {
      dated++;
      exact += iso.equals(expected) ? 1 : 0;
      year += iso.startsWith(expected.substring(0, 4)) ? 1 : 0;
    }
  }

  private static List<String> about(List<Label> labels) {
    return labels.stream()
        .filter(label -> label.strength() == Label.Strength.ABOUT)
        .map(Label::id)
        .toList();
  }

  private static String primary(String tag) {
    String language = Locale.forLanguageTag(tag).getLanguage();
    return language.isEmpty() ? "und" : language;
  }

  /// What is known of the documents.
  Set<Column> columns() {
    return columns;
  }

  /// How many documents were compared.
  int documents() {
    return documents;
  }

  /// What came of the facets that were compared.
  Map<Facet, Result> results() {
    return results;
  }

  /// The score of a facet; an empty one when it was not compared.
  Score score(Facet facet) {
    Result result = results.get(facet);
    return result == null ? new Score() : result.score();
  }

  /// Languages right and wrong.
  Score language() {
    return language;
  }

  /// How many documents bear a date.
  int dated() {
    return dated;
  }

  /// Of those, how many were given just this date.
  int exact() {
    return exact;
  }

  /// Of those, how many were given a date of the right year.
  int year() {
    return year;
  }

  /// How many documents without a date were given one.
  int invented() {
    return invented;
  }
}
