package dossier.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.report.Report;
import dossier.report.Vocabularies;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SyntheticTest {

  private static final Vocabularies VOCABULARIES = Corpus.classifier().vocabularies();

  private static List<Report> reports(long seed, int count) {
    Synthetic archive = new Synthetic(seed, VOCABULARIES);
    return IntStream.range(0, count).mapToObj(archive::report).toList();
  }

  @Test
  void theSameSeedMakesTheSameReportsInWhateverOrder() {
    Synthetic archive = new Synthetic(7, VOCABULARIES);
    List<Report> backwards =
        IntStream.range(0, 120).mapToObj(number -> archive.report(119 - number)).toList();
    assertEquals(reports(7, 120), backwards.reversed());
  }

  @Test
  void anotherSeedMakesOtherReports() {
    Set<String> ids = new HashSet<>();
    for (Report report : reports(7, 50)) {
      ids.add(report.id());
    }
    for (Report report : reports(8, 50)) {
      assertTrue(ids.add(report.id()), report.id());
    }
    assertNotEquals(reports(7, 1).getFirst().title(), reports(8, 1).getFirst().title());
  }

  @Test
  void reportsAreAsLongAsSaidAndEveryHundredthRevisesAnother() {
    List<Report> reports = reports(7, 200);
    for (Report report : reports) {
      int words = report.body().text().split("\\s+", -1).length;
      assertTrue(words >= 300 && words < 6_500, report.id() + ": " + words);
    }
    assertEquals(reports.get(149).title() + " (revised)", reports.get(199).title());
    assertTrue(reports.stream().map(Report::language).distinct().count() >= 4);
    assertTrue(reports.stream().anyMatch(report -> report.published() == null));
  }

  @Test
  void theSameSeedDrawsTheSameSearches() {
    Synthetic archive = new Synthetic(7, VOCABULARIES);
    assertEquals(Asked.drawn(archive, 3, 7), Asked.drawn(archive, 3, 7));
    assertNotEquals(Asked.drawn(archive, 3, 7), Asked.drawn(archive, 3, 8));
    Set<Asked.Kind> kinds = new HashSet<>();
    Asked.drawn(archive, 1, 7).forEach(asked -> kinds.add(asked.kind()));
    assertEquals(Asked.Kind.values().length, kinds.size());
  }
}
