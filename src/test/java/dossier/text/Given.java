package dossier.text;

import dossier.archive.Document;
import dossier.archive.Location;
import dossier.archive.Original;
import dossier.archive.Sidecar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads files through workers and keeps what came of them. */
class Given implements Extractor.Visitor {

  final List<Extraction> found = new ArrayList<>();
  final List<Document> asked = new ArrayList<>();
  boolean wanted = true;

  @Override
  public boolean wanted(Document document) {
    asked.add(document);
    return wanted;
  }

  @Override
  public void found(Extraction extraction) {
    found.add(extraction);
  }

  static Original original(Path file) throws IOException {
    Location location = new Location(file.getFileName().toString());
    long modified = Files.getLastModifiedTime(file).toMillis();
    return new Original(location, file, Files.size(file), modified, Sidecar.NONE);
  }

  /** All that came of a file. */
  static List<Extraction> all(Workers workers, Path file) throws Exception {
    Given given = new Given();
    workers.read(original(file), given);
    return given.found;
  }

  /** The text of a file that must have been read. */
  static Text text(Workers workers, Path file) throws Exception {
    List<Extraction> all = all(workers, file);
    if (all.size() == 1 && all.getFirst() instanceof Extraction.Extracted extracted) {
      return extracted.text();
    }
    throw new AssertionError("not read: " + all);
  }

  /** Why a file could not be read. */
  static Extraction.Refused refused(Workers workers, Path file) throws Exception {
    List<Extraction> all = all(workers, file);
    if (all.size() == 1 && all.getFirst() instanceof Extraction.Refused refused) {
      return refused;
    }
    throw new AssertionError("not refused: " + all);
  }
}
