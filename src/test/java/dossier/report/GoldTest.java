package dossier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.archive.Archive;
import dossier.archive.Change;
import dossier.archive.Document;
import dossier.text.Extraction;
import dossier.text.Extractor;
import dossier.text.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads the sample corpus as the portal does and holds the labels against what was expected. */
class GoldTest {

  /** What was right, wrong and missing. */
  private static final class Score {
    private int right;
    private int wrong;
    private int missing;

    void add(Set<String> expected, Set<String> found) {
      right += (int) found.stream().filter(expected::contains).count();
      wrong += (int) found.stream().filter(id -> !expected.contains(id)).count();
      missing += (int) expected.stream().filter(id -> !found.contains(id)).count();
    }

    double balance() {
      return 2.0 * right / Math.max(1, 2 * right + wrong + missing);
    }

    @Override
    public String toString() {
      double precision = 1.0 * right / Math.max(1, right + wrong);
      double recall = 1.0 * right / Math.max(1, right + missing);
      return String.format(
          Locale.ROOT, "precision %.3f  recall %.3f  F1 %.3f", precision, recall, balance());
    }
  }

  private record Expected(
      List<String> regions,
      List<String> mentions,
      List<String> threats,
      String published,
      String language) {}

  /** A little below what was measured when the rules were last changed. */
  private static final Map<String, Double> FLOORS =
      Map.of(
          "regions", 0.93,
          "regions about or mentioned", 0.96,
          "threats, main", 0.82,
          "threats, sub", 0.79,
          "published", 0.98,
          "language", 0.98);

  @Test
  void theSamplesAreLabelledAsExpected() throws Exception {
    Map<String, Expected> gold = gold();
    Map<String, Report> reports = reports();
    Map<String, Score> scores = new LinkedHashMap<>();
    for (Map.Entry<String, Expected> each : gold.entrySet()) {
      Report report = reports.get(each.getKey());
      assertTrue(report != null, "not read: " + each.getKey());
      compare(each.getValue(), report, scores);
    }
    StringBuilder table = new StringBuilder();
    scores.forEach(
        (what, score) -> table.append(String.format(Locale.ROOT, "%-28s%s%n", what, score)));
    System.out.print(table);
    assertEquals(FLOORS.keySet(), scores.keySet());
    scores.forEach(
        (what, score) -> assertTrue(score.balance() >= FLOORS.get(what), what + " fell\n" + table));
  }

  private static void compare(Expected expected, Report report, Map<String, Score> scores) {
    Vocabularies vocabularies = Papers.CLASSIFIER.vocabularies();
    Vocabulary regions = vocabularies.regions();
    Vocabulary threats = vocabularies.threats();
    Predicate<String> main = id -> threats.ancestors(id).isEmpty();
    Set<String> about = closed(Papers.about(report.regions()), regions);
    Set<String> named = closed(Papers.ids(report.regions()), regions);
    Set<String> allNamed =
        closed(
            Stream.of(expected.regions(), expected.mentions()).flatMap(List::stream).toList(),
            regions);
    Set<String> risks = closed(Papers.about(report.threats()), threats);
    Set<String> allRisks = closed(expected.threats(), threats);
    add(scores, "regions", closed(expected.regions(), regions), about);
    add(scores, "regions about or mentioned", allNamed, named);
    add(scores, "threats, main", only(allRisks, main), only(risks, main));
    add(scores, "threats, sub", only(allRisks, main.negate()), only(risks, main.negate()));
    Published published = report.published();
    add(
        scores,
        "published",
        one(expected.published()),
        one(published == null ? "" : published.iso()));
    add(scores, "language", one(expected.language()), one(report.language()));
  }

  private static void add(
      Map<String, Score> scores, String what, Set<String> expected, Set<String> found) {
    scores.computeIfAbsent(what, w -> new Score()).add(expected, found);
  }

  private static Set<String> one(String value) {
    return value.isEmpty() ? Set.of() : Set.of(value);
  }

  private static Set<String> only(Set<String> ids, Predicate<String> which) {
    Set<String> some = new HashSet<>(ids);
    some.removeIf(which.negate());
    return some;
  }

  private static Set<String> closed(Collection<String> ids, Vocabulary vocabulary) {
    Set<String> all = new HashSet<>(ids);
    ids.forEach(id -> all.addAll(vocabulary.ancestors(id)));
    return all;
  }

  private static Map<String, Expected> gold() throws Exception {
    Map<String, Expected> gold = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(Path.of("src/test/resources/gold/samples.csv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      assertEquals(6, cells.length, line);
      gold.put(
          cells[0],
          new Expected(list(cells[1]), list(cells[2]), list(cells[3]), cells[4], cells[5]));
    }
    return gold;
  }

  private static List<String> list(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(";", -1));
  }

  private static Map<String, Report> reports() throws Exception {
    Map<String, Report> reports = new HashMap<>();
    Extractor.Visitor visitor =
        new Extractor.Visitor() {
          @Override
          public boolean wanted(Document document) {
            return true;
          }

          @Override
          public void found(Extraction extraction) {
            if (extraction instanceof Extraction.Extracted read) {
              Report report = Papers.CLASSIFIER.classify(read.document(), read.text(), Papers.NOW);
              reports.put(report.location().path(), report);
            }
          }
        };
    try (Workers workers = Workers.start(1)) {
      for (Change change : new Archive(Path.of("corpus")).changes(Map.of(), Long.MAX_VALUE)) {
        if (change instanceof Change.Read read) {
          workers.read(read.original(), visitor);
        }
      }
    }
    return reports;
  }
}
