package dossier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Short texts written to be hard, in `src/test/resources/gold/hard/`. */
public final class HardSet {

  private static final Path FOLDER = Path.of("src/test/resources/gold/hard");

  /** Rules are tuned on one half only; which one a text is in depends on its name alone. */
  public enum Half {
    TUNING,
    HELD_OUT
  }

  /** One text and what a reader would say of it. */
  public record Item(
      String name,
      List<String> regions,
      List<String> mentions,
      List<String> threats,
      String published,
      String language,
      String text) {

    Half half() {
      return Math.floorMod(name.hashCode(), 2) == 0 ? Half.TUNING : Half.HELD_OUT;
    }
  }

  private HardSet() {}

  /** All texts, file by file. */
  public static List<Item> items() throws IOException {
    List<Item> items = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        Load load = new Load(LoadSettings.builder().setSchema(new FailsafeSchema()).build());
        for (Object entry : (List<?>) load.loadFromString(Files.readString(file))) {
          items.add(item((Map<?, ?>) entry));
        }
      }
    }
    return items;
  }

  /** Writes each text of a half into a file of a folder, with `gold.csv` beside them. */
  static void write(Half half, Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("file,regions,mentions,threats,published,language");
    for (Item item : items()) {
      if (item.half() == half) {
        String file = item.name() + ".txt";
        Files.writeString(folder.resolve(file), item.text(), StandardCharsets.UTF_8);
        lines.add(
            String.join(
                ",",
                file,
                String.join(";", item.regions()),
                String.join(";", item.mentions()),
                String.join(";", item.threats()),
                item.published(),
                item.language()));
      }
    }
    Files.write(folder.resolve("gold.csv"), lines, StandardCharsets.UTF_8);
  }

  private static Item item(Map<?, ?> entry) {
    return new Item(
        word(entry, "name"),
        words(entry, "regions"),
        words(entry, "mentions"),
        words(entry, "threats"),
        word(entry, "published"),
        word(entry, "language"),
        word(entry, "text"));
  }

  private static String word(Map<?, ?> entry, String key) {
    Object value = entry.get(key);
    return value == null ? "" : (String) value;
  }

  private static List<String> words(Map<?, ?> entry, String key) {
    List<String> words = new ArrayList<>();
    if (entry.get(key) instanceof List<?> list) {
      list.forEach(word -> words.add((String) word));
    }
    return words;
  }
}
