package dossier.report;

import dossier.archive.Document;
import dossier.archive.Location;
import dossier.archive.Sidecar;
import dossier.text.Passage;
import dossier.text.Passage.Kind;
import dossier.text.Properties;
import dossier.text.Text;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Makes small reports: a line is a passage, `# ` a heading, `- ` an item. */
final class Papers {

  static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  static final Classifier CLASSIFIER =
      Classifier.load(Path.of("index/vocabulary"), InstantSource.fixed(NOW));

  private Papers() {}

  static Report read(String language, String text) {
    return read("paper.txt", language, Properties.NONE, Sidecar.NONE, text);
  }

  static Report read(
      String name, String language, Properties properties, Sidecar sidecar, String text) {
    Text said = new Text("text/plain", false, 1, passages(text), properties, language, 0);
    return CLASSIFIER.classify(document(name, sidecar), said, NOW);
  }

  static Document document(String name, Sidecar sidecar) {
    return new Document(new Location(name), 1, "0123456789abcdef".repeat(4), sidecar);
  }

  static List<Passage> passages(String text) {
    List<Passage> passages = new ArrayList<>();
    for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
      if (line.startsWith("# ")) {
        passages.add(new Passage(Kind.HEADING, 1, 1, line.substring(2)));
      } else if (line.startsWith("- ")) {
        passages.add(new Passage(Kind.ITEM, 0, 1, line.substring(2)));
      } else {
        passages.add(new Passage(Kind.PARAGRAPH, 0, 1, line));
      }
    }
    return passages;
  }

  static List<String> about(List<Label> labels) {
    return labels.stream()
        .filter(label -> label.strength() == Label.Strength.ABOUT)
        .map(Label::id)
        .toList();
  }

  static List<String> ids(List<Label> labels) {
    return labels.stream().map(Label::id).toList();
  }
}
