package dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.archive.Archive;
import dossier.index.LuceneEngine;
import dossier.ingest.Ingest;
import dossier.report.Classifier;
import dossier.search.Answer;
import dossier.search.Query;
import dossier.search.Question;
import dossier.text.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every search that `docs/query-language.md` shows in a table. */
class GuideTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  /** What a row says. */
  private record Row(String typed, String understood, String samples) {}

  @Test
  void everySearchOfTheGuideIsUnderstoodAndAnsweredAsItSays(@TempDir Path folder)
      throws IOException, InterruptedException {
    List<Row> rows = rows();
    assertTrue(rows.size() > 60, "searches in the guide: " + rows.size());
    List<Row> actual = new ArrayList<>();
    Classifier classifier = Classifier.load();
    try (LuceneEngine engine =
            LuceneEngine.open(folder.resolve("store"), classifier.vocabularies());
        Workers workers = Workers.start(2)) {
      Archive archive = new Archive(Path.of("corpus"));
      InstantSource yesterday = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));
      Ingest ingest = new Ingest(archive, workers, classifier, engine, yesterday);
      ingest.run(new Ingest.Mode(2, Long.MAX_VALUE, false));
      for (Row row : rows) {
        Query query = Query.of(row.typed(), TODAY);
        Answer answer = engine.search(Question.of("").with(query));
        String told = row.samples().endsWith("notice") ? " and a notice" : "";
        assertEquals(told.isEmpty(), query.notices().isEmpty(), row + ": " + query.notices());
        actual.add(new Row(row.typed(), query.understood(), answer.total() + told));
      }
    }
    assertEquals(text(rows), text(actual));
  }

  private static String text(List<Row> rows) {
    return String.join("\n", rows.stream().map(Row::toString).toList());
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("docs/query-language.md"))) {
      String[] cells = line.split(" ?\\| ?", -1);
      if (cells.length == 6 && cells[1].startsWith("`")) {
        rows.add(new Row(code(cells[1]), code(cells[3]), cells[4]));
      }
    }
    return rows;
  }

  private static String code(String cell) {
    return cell.substring(1, cell.length() - 1);
  }
}
