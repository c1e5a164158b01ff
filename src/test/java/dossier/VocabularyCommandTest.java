package dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VocabularyCommandTest {

  private final StringWriter said = new StringWriter();

  @Test
  void aVocabularyGoesOutAndComesInAndNothingIsOverwritten(@TempDir Path folder) throws Exception {
    String turtle = folder.resolve("out/threats.ttl").toString();
    String in = folder.resolve("in").toString();

    assertEquals(0, run("export", folder.resolve("out").toString()), said.toString());
    assertTrue(Files.exists(folder.resolve("out/regions.ttl")));
    assertEquals(0, run("import", turtle, "--as", "threats", "--into", in), said.toString());
    assertTrue(Files.readString(folder.resolve("in/threats.yaml")).contains("id: terrorism"));
    assertEquals(2, run("import", turtle, "--as", "threats", "--into", in));
    assertTrue(said.toString().contains("is there already"), said.toString());
    assertEquals(2, run("import", turtle, "--as", "places", "--into", in));
    assertTrue(said.toString().contains("“places” is neither regions nor threats"));
  }

  @Test
  void whatIsWrongIsToldWithItsLine(@TempDir Path folder) throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.ttl"), "<urn:a> <urn:b> 1 ;\n oops .\n");

    assertEquals(2, run("import", broken.toString(), "--as", "regions", "--into", folder + "/in"));
    assertTrue(said.toString().contains("broken.ttl:2: not valid Turtle: "), said.toString());
  }

  private int run(String... arguments) {
    CommandLine line =
        new CommandLine(new VocabularyCommand())
            .setExecutionExceptionHandler(new Complaints())
            .setOut(new PrintWriter(said, true))
            .setErr(new PrintWriter(said, true));
    return line.execute(arguments);
  }
}
