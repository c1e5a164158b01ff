package dossier.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A draft and the report that came of it, two months later and as a web page. */
final class TwoVersions {

  /** A word that stands in both, and nowhere else. */
  static final String PLACE = "Kupalsk";

  private static final String[] SAME = {
    "Drivers waited on the eastern side, where the customs yard has room for forty lorries and"
        + " no more, and the price of a night in the only inn doubled within the week.",
    "The harbour master told visitors that the old chain had been replaced in spring, that the new"
        + " one came from a yard downstream, and that nobody had tested it under load.",
    "Fishermen carried letters and medicine across in small boats before dawn, which the border"
        + " guards of either side saw and did not forbid.",
  };

  private TwoVersions() {}

  static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    write(folder.resolve("ferry-draft.txt"), "draft", "2024-01-15", "\n\n", "eleven");
    write(folder.resolve("ferry.html"), "final", "2024-03-10", "</p>\n<p>", "fourteen");
  }

  private static void write(Path file, String kind, String date, String between, String days)
      throws IOException {
    String first =
        "The ferry at %s was closed for %s days after the river rose above the marks of both banks."
            .formatted(PLACE, days);
    String text = first + between + String.join(between, SAME);
    boolean web = kind.equals("final");
    Files.writeString(
        file,
        web
            ? "<!doctype html><html lang=\"en\"><title>Ferry</title><body><p>"
                + text
                + "</p></html>"
            : text + "\n");
    Files.writeString(
        file.resolveSibling(file.getFileName() + ".yaml"),
        "title: The ferry at %s, %s\npublished: %s\nlanguage: en\n".formatted(PLACE, kind, date));
  }
}
