package dossier.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// Reads a few small documents as a worker does and ends, so that Java can write down which classes
/// a worker needs (JEP 514): the launcher runs it after a build, and workers start in a fraction of
/// the time.
final class Rehearsal {

  private static final List<String> DOCUMENTS = List.of("note.pdf", "note.docx", "note.html");

  private Rehearsal() {}

  static void main() throws IOException {
    DocumentReader reader = new DocumentReader();
    for (String name : DOCUMENTS) {
      Path file = Files.createTempFile("rehearsal", name);
      try (InputStream in =
          Objects.requireNonNull(Rehearsal.class.getResourceAsStream("rehearsal/" + name))) {
        Files.write(file, in.readAllBytes());
        Allowance allowance = Allowance.of(Allowance.TOTAL, characters -> {});
        if (reader.read(new Task(name, file, allowance, null, "", new Nothing()))
            instanceof Outcome.Words words) {
          Language.of(words.passages());
        }
      } finally {
        Files.delete(file);
      }
    }
  }

  /// None of the documents holds others.
  private static final class Nothing implements Task.Inside {
    @Override
    public void file(Task task) {}

    @Override
    public void read(String name, Outcome outcome) {}
  }
}
