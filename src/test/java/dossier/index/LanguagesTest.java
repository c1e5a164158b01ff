package dossier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.search.Answer;
import dossier.search.Engine.Change;
import dossier.search.Question;
import dossier.search.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table `languages.tsv`, asked of one archive that holds all its texts. */
class LanguagesTest {

  private record Row(int line, String language, String text, String query, boolean found) {

    static Row of(int line, String cells) {
      String[] cell = cells.split("\t", -1);
      assertEquals(4, cell.length, "cells in line " + line);
      assertTrue(Set.of("yes", "no").contains(cell[3]), "last cell of line " + line);
      return new Row(line, cell[0], cell[1], cell[2], cell[3].equals("yes"));
    }

    String id() {
      return "line-" + line;
    }
  }

  @Test
  void aTextIsFoundByWhatPeopleTypeInEveryLanguageOfTheField(@TempDir Path folder)
      throws IOException {
    List<Row> rows = rows();
    assertTrue(rows.size() >= 80, "rows: " + rows.size());
    List<String> wrong = new ArrayList<>();
    try (LuceneEngine engine = holding(folder, rows)) {
      for (Row row : rows) {
        if (ids(engine, row.query()).contains(row.id()) != row.found()) {
          wrong.add(row.toString());
        }
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  private static List<Row> rows() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("src/test/resources/languages.tsv"));
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).startsWith("#")) {
        rows.add(Row.of(i + 1, lines.get(i)));
      }
    }
    return rows;
  }

  private static LuceneEngine holding(Path folder, List<Row> rows) throws IOException {
    LuceneEngine engine = LuceneEngine.open(folder.resolve("store"), Sample.VOCABULARIES);
    engine.write(
        rows.stream()
            .<Change>map(row ->
                new Change.Put(
                    Sample.report(row.id()).language(row.language()).says(row.text()).build()))
            .toList());
    engine.commit();
    return engine;
  }

  private static Set<String> ids(LuceneEngine engine, String query) throws IOException {
    Answer answer = engine.search(Question.of(query).page(1, Question.MAX_SIZE));
    assertTrue(answer.total() <= Question.MAX_SIZE, query + " finds more than can be looked at");
    return answer.hits().stream().map(hit -> hit.report().id()).collect(Collectors.toSet());
  }
}
