package dossier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dossier.archive.Location;
import dossier.index.LuceneEngine;
import dossier.report.Published;
import dossier.report.Report;
import dossier.report.Series;
import dossier.search.Engine;
import dossier.text.Passage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuesTest {

  @TempDir Path folder;

  @Test
  void theNextNumberOfTheVolumeComesBeforeAnyDate() throws IOException {
    neighbours(
        "five",
        "four",
        "six",
        issue("four", "7", "4", "2024-09-01", "en"),
        issue("five", "7", "5", "2024-05-01", "en"),
        issue("six", "7", "6", "2023-01-01", "en"),
        issue("other", "8", "6", "2024-05-02", "en"));
  }

  @Test
  void aNumberTheArchiveDoesNotHoldIsPassedOverByDate() throws IOException {
    neighbours(
        "five",
        "three",
        "seven",
        issue("three", "7", "3", "2024-03-01", "en"),
        issue("five", "7", "5", "2024-05-01", "en"),
        issue("seven", "7", "7", "2024-07-01", "en"),
        issue("eight", "7", "8", "2024-08-01", "en"));
  }

  @Test
  void withoutDatesTheVolumesFollowEachOther() throws IOException {
    neighbours(
        "first",
        "last",
        "second",
        issue("last", "7", "12", null, "en"),
        issue("earlier", "7", "11", null, "en"),
        issue("first", "8", "1", null, "en"),
        issue("second", "8", "2", null, "en"));
  }

  @Test
  void withoutNumbersDatesDecide() throws IOException {
    neighbours(
        "b",
        "a",
        "c",
        issue("a", null, null, "2024-04-30", "en"),
        issue("b", null, null, "2024-05-01", "en"),
        issue("c", null, "Special", "2024-05-02", "en"),
        issue("undated", null, null, null, "en"));
  }

  @Test
  void theSameLanguageIsPreferredAndPartsOfTheSameIssueAreNoNeighbours() throws IOException {
    neighbours(
        "five",
        "",
        "six-en",
        issue("five", "7", "5", "2024-05-01", "en"),
        issue("five-too", "7", "5", "2024-05-02", "en"),
        issue("six-de", "7", "6", "2024-06-01", "de"),
        issue("six-en", "7", "6", "2024-06-01", "en"));
  }

  private void neighbours(String of, String previous, String next, Report... reports)
      throws IOException {
    try (LuceneEngine engine = LuceneEngine.open(folder.resolve("store"), Shelf.vocabularies())) {
      engine.write(
          Stream.of(reports).map(Engine.Change.Put::new).map(Engine.Change.class::cast).toList());
      engine.commit();
      Report report =
          Stream.of(reports).filter(one -> one.id().equals(of)).findFirst().orElseThrow();
      Issues.View found = new Issues(engine).of(report);
      assertEquals(previous.isEmpty() ? "" : "/r/" + previous, found.previous().href());
      assertEquals(next.isEmpty() ? "" : "/r/" + next, found.next().href());
    }
  }

  private static Report issue(String id, String volume, String issue, String day, String language) {
    Published published =
        day == null
            ? null
            : new Published(
                LocalDate.parse(day), Published.Precision.DAY, Published.Source.MASTHEAD);
    return new Report(
        id,
        new Location(id + ".txt"),
        "ab".repeat(32),
        10,
        "text/plain",
        "Issue " + id,
        new Series("The Review", null, volume, issue),
        published,
        List.of(),
        language,
        "",
        false,
        1,
        List.of(new Passage(Passage.Kind.PARAGRAPH, 0, 1, "Words of " + id)),
        List.of(),
        List.of(),
        null,
        null,
        0,
        Instant.EPOCH);
  }
}
