package dossier.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// Text files line by line, with messages that name file and line.
final class Lines {

  private Lines() {}

  /// A line that is not blank.
  record Line(Path file, int number, String text) {

    /// Its parts, at least and at most so many; the last one is the rest of the line.
    String[] parts(String separator, int least, int most, String expected) throws IOException {
      String[] parts = text.stripLeading().split(separator, most);
      if (parts.length < least) {
        throw new IOException(
            "%s, line %s: expected %s, found: %s"
                .formatted(file, number, expected, text.substring(0, Math.min(80, text.length()))));
      }
      return parts;
    }

    int number(String typed) throws IOException {
      try {
        return Integer.parseInt(typed.strip());
      } catch (NumberFormatException e) {
        throw new IOException("%s, line %s: no whole number: %s".formatted(file, number, typed), e);
      }
    }
  }

  static List<Line> of(Path file) throws IOException {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String text : (Iterable<String>) whole(file).lines()::iterator) {
      number++;
      if (!text.isBlank()) {
        lines.add(new Line(file, number, text));
      }
    }
    return lines;
  }

  /// A whole file, unpacked when its name ends in `.gz`. These collections are older than UTF-8:
  /// what is no UTF-8 is read as Latin 1.
  static String whole(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (file.toString().endsWith(".gz")) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        bytes = in.readAllBytes();
      }
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf('\uFFFD') < 0 ? text : new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
