package dossier.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A sample report as it is written: front matter and Markdown.
 *
 * @param file where the document goes in the corpus; inside an archive {@code name.zip!/inner.pdf}
 * @param format pdf, docx, html, odt, epub, txt, md or eml
 * @param series name of the series; empty for a loose paper
 * @param published {@code yyyy}, {@code yyyy-MM}, {@code yyyy-MM-dd} or empty
 * @param dated where the document shows its date
 * @param masthead lines under the title, an empty one where a new paragraph begins
 * @param sidecar what its sidecar holds; empty without one
 * @param gold the expected labels: regions, mentions, threats
 * @param markdown the body, title included
 */
record Source(
    String file,
    String format,
    String title,
    String series,
    String volume,
    String issue,
    String published,
    String dated,
    List<String> authors,
    String language,
    List<String> masthead,
    Map<?, ?> sidecar,
    Map<?, ?> gold,
    String markdown) {

  private static final String FENCE = "---\n";

  /** All sources of a folder, by name. */
  static List<Source> all(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.endsWith("README.md")).sorted().map(Source::read).toList();
    }
  }

  private static Source read(Path path) {
    try {
      return parse(Files.readString(path));
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("cannot use the source " + path.getFileName(), e);
    }
  }

  private static Source parse(String text) {
    int end = text.indexOf("\n" + FENCE, FENCE.length());
    Object front =
        new Load(LoadSettings.builder().build())
            .loadFromString(text.substring(FENCE.length(), end + 1));
    Map<?, ?> map = (Map<?, ?>) front;
    return new Source(
        string(map, "file"),
        string(map, "format"),
        string(map, "title"),
        string(map, "series"),
        string(map, "volume"),
        string(map, "issue"),
        string(map, "published"),
        string(map, "dated"),
        strings(map, "authors"),
        string(map, "language"),
        string(map, "masthead").lines().toList(),
        section(map, "sidecar"),
        section(map, "gold"),
        text.substring(end + 1 + FENCE.length()).strip() + "\n");
  }

  /** The body without the title, which {@link #title} holds. */
  List<Block> body() {
    List<Block> blocks = Blocks.of(markdown);
    if (blocks.getFirst() instanceof Block.Heading heading
        && Block.plain(heading.runs()).equals(title)) {
      return blocks.subList(1, blocks.size());
    }
    throw new IllegalArgumentException(file + ": the first heading is not the title");
  }

  /** The date where the document's metadata holds it; empty where they do not. */
  String metadataDate() {
    return dated.equals("metadata") ? published : "";
  }

  boolean rightToLeft() {
    return language.equals("ar") || language.equals("fa");
  }

  /** The running line of pages and sites: the series and number, or the title. */
  String running() {
    return series.isEmpty() ? title : series + " " + volume + "/" + issue;
  }

  /** The last name of the path. */
  String name() {
    return Arrays.asList(file.split("/", -1)).getLast();
  }

  /** One list of the gold labels, in the order given. */
  List<String> expected(String key) {
    return strings(gold, key);
  }

  private static String string(Map<?, ?> map, String key) {
    Object value = map.get(key);
    return value == null ? "" : value.toString();
  }

  private static List<String> strings(Map<?, ?> map, String key) {
    return map.get(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static Map<?, ?> section(Map<?, ?> map, String key) {
    return map.get(key) instanceof Map<?, ?> section ? section : Map.of();
  }
}
