package dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.Evaluation.Facet;
import dossier.report.Classifier;
import dossier.report.Report;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads labelled documents as `dossier evaluate` does and holds the labels against what was
 * expected. The floors are a little below what was measured when the rules were last changed.
 */
class GoldTest {

  private static final Classifier CLASSIFIER = Classifier.load(Path.of("index/vocabulary"));

  private record Floors(
      double about, double mentions, double main, double sub, double dates, double languages) {}

  @TempDir Path folder;

  @Test
  void theSamplesAreLabelledAsExpected() throws Exception {
    Path gold = Path.of("src/test/resources/gold/samples.csv");
    hold(Path.of("corpus"), gold, new Floors(0.96, 0.98, 0.86, 0.80, 0.96, 0.98));
  }

  @Test
  void theHalfOfTheHardSetTheRulesWereTunedOnIsLabelledAsExpected() throws Exception {
    HardSet.write(HardSet.Half.TUNING, folder);
    hold(folder, folder.resolve("gold.csv"), new Floors(0.92, 0.97, 0.91, 0.88, 0.98, 0.98));
  }

  @Test
  void theHalfOfTheHardSetThatWasHeldOutIsLabelledNearlyAsWell() throws Exception {
    HardSet.write(HardSet.Half.HELD_OUT, folder);
    hold(folder, folder.resolve("gold.csv"), new Floors(0.89, 0.96, 0.82, 0.77, 0.98, 0.97));
  }

  private static void hold(Path documents, Path file, Floors floors) throws Exception {
    Gold gold = Gold.read(file, CLASSIFIER.vocabularies());
    Evaluation evaluation = new Evaluation(CLASSIFIER.vocabularies(), gold.columns());
    Set<String> seen = new HashSet<>();
    GoldFolder.Visitor visitor =
        new GoldFolder.Visitor() {
          @Override
          public synchronized void read(String path, Report report) {
            seen.add(path);
            evaluation.add(gold.documents().get(path), report);
          }

          @Override
          public void refused(String path, String why) {
            throw new AssertionError(path + ": " + why);
          }
        };
    new GoldFolder(documents, CLASSIFIER).read(gold.documents().keySet(), 1, visitor);
    assertEquals(gold.documents().keySet(), seen, "all were read");
    String table = table(evaluation);
    System.out.print(table);
    assertTrue(evaluation.score(Facet.ABOUT).f1() >= floors.about(), table);
    assertTrue(evaluation.score(Facet.MENTIONS).f1() >= floors.mentions(), table);
    assertTrue(evaluation.score(Facet.MAIN).f1() >= floors.main(), table);
    assertTrue(evaluation.score(Facet.SUB).f1() >= floors.sub(), table);
    assertTrue(evaluation.exact() >= floors.dates() * evaluation.dated(), table);
    assertTrue(evaluation.language().f1() >= floors.languages(), table);
  }

  private static String table(Evaluation evaluation) {
    StringWriter table = new StringWriter();
    PrintWriter out = new PrintWriter(table);
    new EvaluationReport(evaluation, CLASSIFIER.vocabularies()).summary(out);
    out.flush();
    return table.toString();
  }
}
