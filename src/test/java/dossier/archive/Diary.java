package dossier.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes down what walking an archive file tells, a line each. */
final class Diary implements ArchiveFile.Visitor {

  /** Walks a file, and looks that nothing stays unpacked. */
  static Diary of(Path file, Sidecar sidecar, ArchiveFile.Limits limits, Path temp)
      throws IOException {
    Diary diary = new Diary();
    Files.createDirectories(temp);
    Location location = new Location(file.getFileName().toString());
    Document document = new Document(location, 0, ArchiveFile.NO_HASH, sidecar);
    assertTrue(ArchiveFile.walk(document, file, temp, limits, diary), "no archive: " + file);
    try (Stream<Path> left = Files.list(temp)) {
      assertEquals(List.of(), left.toList(), "nothing stays unpacked");
    }
    return diary;
  }

  final List<String> lines = new ArrayList<>();
  final List<Document> documents = new ArrayList<>();

  @Override
  public boolean passes(Location location) {
    return false;
  }

  @Override
  public void document(Document document, Path file) {
    documents.add(document);
    try {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      lines.add(document.location() + "=" + text.substring(0, Math.min(20, text.length())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void skipped(Document document, String rule) {
    lines.add(document.location() + " skipped: " + rule);
  }

  @Override
  public void unreadable(Document document, ArchiveFile.Problem problem, String detail) {
    lines.add(document.location() + " " + problem + ": " + detail);
  }

  @Override
  public void opened(Document archive, String mediaType) {}

  @Override
  public void closed(Document archive, String mediaType, int documents, String cut) {
    lines.add(archive.location() + " holds " + documents + (cut.isEmpty() ? "" : ": " + cut));
  }

  @Override
  public void progress() {}
}
