package dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateTest {

  private record Outcome(int status, String out, String err) {}

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        folder.resolve("border.txt"),
        """
        Kazakhstan Closes Its Border

        14 May 2024

        Border guards in Kazakhstan closed all border posts. Tashkent was told by telephone, and the
        border fence will be repaired before the winter.
        """);
    Files.writeString(
        folder.resolve("border.txt.yaml"), "regions: [chad]\npublished: 1999-01-01\n");
    Files.writeString(
        folder.resolve("harvest.txt"),
        """
        Poor Harvest in Malawi

        May 2024

        Hunger is feared in Malawi, where famine killed thousands in an earlier year.
        """);
  }

  @Test
  void theFiguresComeAsJson() throws IOException {
    gold(
        """
        file,regions,mentions,threats,published,language
        border.txt,KAZ,uz,border-security,2024-05-14,en
        harvest.txt,Malawi,,food-insecurity;piracy,2024-06,en
        """);
    Outcome run = run(folder.toString(), "--json");
    assertEquals(0, run.status(), run.err());
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertEquals(1.0, json.path("region").path("about").path("f1").asDouble());
    assertEquals(1.0, json.path("region").path("mentions").path("recall").asDouble());
    assertEquals(1.0, json.path("threat").path("main").path("precision").asDouble());
    assertEquals(0.5, json.path("threat").path("sub").path("recall").asDouble());
    assertEquals("{\"exact\":1,\"year\":2,\"of\":2,\"invented\":0}", json.get("published") + "");
    assertEquals(1.0, json.path("language").path("f1").asDouble());
    JsonNode piracy = null;
    for (JsonNode label : json.get("perLabel")) {
      piracy = label.path("id").asText().equals("piracy") ? label : piracy;
    }
    assertTrue(piracy != null && piracy.path("missing").asInt() == 1, run.out());
  }

  @Test
  void whatTheGoldFileDoesNotKnowIsNotJudged() throws IOException {
    gold("file,regions,editor\nborder.txt,Казахстан,me\n");
    Outcome run = run(folder.toString(), "--json");
    assertEquals("gold.csv: the column “editor” is not used\n", run.err());
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertEquals(1.0, json.path("region").path("about").path("f1").asDouble());
    assertTrue(json.path("region").path("mentions").isMissingNode());
    assertTrue(json.path("threat").isMissingNode());
    assertTrue(json.path("published").isMissingNode());
  }

  @Test
  void theTablesNameWhatWasTakenForWhat() throws IOException {
    gold("file,regions\nborder.txt,chad\n");
    String out = run(folder.toString()).out();
    assertTrue(out.contains("1× regions it is about: Chad expected, Kazakhstan found"), out);
  }

  @Test
  void aGoldFileThatCannotBeUsedIsRefusedWithItsLines() throws IOException {
    complains("there is no file ");
    gold("file,region\nborder.txt,chad\n");
    complains("gold.csv:1: there is no column “region” (did you mean “regions”?)");
    gold("file,note\nborder.txt,x\n");
    complains("gold.csv:1: at least one of these columns is needed: [regions, mentions,");
    gold("regions\nchad\n");
    complains("gold.csv:1: there is no column `file`");
    gold("file,regions,published\nborder.txt,chad;kazakstan,\nharvest.txt,,May 2024\n");
    complains("gold.csv:2: regions: there is no “kazakstan” (did you mean “kazakhstan”?)");
    complains("gold.csv:3: published: “May 2024” should be yyyy, yyyy-MM or yyyy-MM-dd");
    gold("file,regions\nborder.txt,chad\nlost.txt,chad\n");
    complains("1 of the gold file's documents are not in " + folder + ":\nline 3: lost.txt");
  }

  private void gold(String csv) throws IOException {
    Files.writeString(folder.resolve("gold.csv"), csv);
  }

  private void complains(String message) {
    Outcome run = run(folder.toString());
    assertEquals(2, run.status());
    assertTrue(run.err().contains(message), run.err());
  }

  private static Outcome run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        new CommandLine(new EvaluateCommand())
            .setExecutionExceptionHandler(new Complaints())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new Outcome(status, out.toString(), err.toString());
  }
}
