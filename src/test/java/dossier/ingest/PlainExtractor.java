package dossier.ingest;

import dossier.archive.Document;
import dossier.archive.Location;
import dossier.archive.Original;
import dossier.archive.Sidecar;
import dossier.text.Extraction;
import dossier.text.Extractor;
import dossier.text.Passage;
import dossier.text.Properties;
import dossier.text.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads text files and zips of them in this very process: for tests of what follows. */
public final class PlainExtractor implements Extractor {

  @Override
  public void read(Original original, Visitor visitor) {
    try {
      byte[] bytes = Files.readAllBytes(original.path());
      if (original.location().path().endsWith(".zip")) {
        int entries = entries(original, bytes, visitor);
        Document archive = document(original.location(), bytes, original.sidecar());
        visitor.found(
            new Extraction.Container(archive, entries, "application/zip", "", "Plain", 0));
      } else {
        read(document(original.location(), bytes, original.sidecar()), bytes, visitor);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int entries(Original original, byte[] bytes, Visitor visitor) throws IOException {
    int count = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] inside = zip.readAllBytes();
        Location location = new Location(original.location().path() + "!/" + entry.getName());
        read(document(location, inside, Sidecar.NONE), inside, visitor);
        count++;
      }
    }
    return count;
  }

  private static void read(Document document, byte[] bytes, Visitor visitor) {
    if (!visitor.wanted(document)) {
      visitor.found(new Extraction.Unwanted(document, "Plain", 0));
      return;
    }
    List<Passage> lines =
        new String(bytes, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> new Passage(Passage.Kind.PARAGRAPH, 0, 1, line))
            .toList();
    Text text = new Text("text/plain", false, 1, lines, Properties.NONE, "en", 0);
    visitor.found(new Extraction.Extracted(document, text, List.of(), "Plain", 0));
  }

  private static Document document(Location location, byte[] bytes, Sidecar sidecar) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Document(location, bytes.length, HexFormat.of().formatHex(hash), sidecar);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public String edition(String mediaType) {
    return "plain";
  }

  @Override
  public void close() {}
}
