package dossier.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A document or query of the SMART collections: a line `.I` with its number, then parts that begin
/// with a line of a dot and a letter.
///
/// @param parts by letter, their lines joined by spaces
record DotRecord(String id, Map<Character, String> parts) {

  private static final Pattern BEGIN = Pattern.compile("\\.I\\s+(\\S+)\\s*");
  private static final Pattern PART = Pattern.compile("\\.([A-Z])\\s*");

  static List<DotRecord> read(Path file) throws IOException {
    List<DotRecord> records = new ArrayList<>();
    char part = 0;
    for (Lines.Line line : Lines.of(file)) {
      Matcher begin = BEGIN.matcher(line.text());
      Matcher next = PART.matcher(line.text());
      if (begin.matches()) {
        records.add(new DotRecord(begin.group(1), new HashMap<>()));
        part = 0;
      } else if (records.isEmpty()) {
        throw new IOException(
            "%s, line %s: expected “.I” and a number".formatted(file, line.number()));
      } else if (next.matches()) {
        part = next.group(1).charAt(0);
      } else {
        records.getLast().parts().merge(part, line.text().strip(), (a, b) -> a + " " + b);
      }
    }
    return records;
  }

  String title() {
    return parts.getOrDefault('T', "");
  }

  String text() {
    return parts.getOrDefault('W', "");
  }

  /// The words of a query.
  String words() {
    return text().isEmpty() ? title() : text();
  }
}
