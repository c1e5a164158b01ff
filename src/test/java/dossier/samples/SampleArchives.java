package dossier.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * Builds the sample corpus from its Markdown sources, the same bytes every time. How to run it:
 * {@code src/samples/README.md}.
 */
public final class SampleArchives {

  private SampleArchives() {}

  /**
   * Writes the corpus and the expected labels; leaves other files where they are.
   *
   * @param args source folder, corpus folder, CSV file of the labels
   */
  public static void main(String[] args) throws IOException {
    List<Source> sources = Source.all(Path.of(args[0]));
    Path corpus = Path.of(args[1]);
    for (Map.Entry<String, byte[]> file : build(sources).entrySet()) {
      Path target = corpus.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
    Files.writeString(Path.of(args[2]), Gold.csv(sources));
  }

  /** The files of the corpus by their path, {@code /} between names. */
  static SortedMap<String, byte[]> build(List<Source> sources) throws IOException {
    Map<String, byte[]> documents = new TreeMap<>();
    for (Source source : sources) {
      if (documents.put(source.file(), document(source, sources)) != null) {
        throw new IllegalArgumentException("two sources go to " + source.file());
      }
      if (!source.sidecar().isEmpty()) {
        documents.put(source.file() + ".yaml", sidecar(source));
      }
    }
    Odd.addTo(documents);
    return Bundle.files(documents);
  }

  private static byte[] document(Source source, List<Source> all) throws IOException {
    return switch (source.format()) {
      case "pdf" -> PdfWriter.write(source);
      case "docx" -> WordWriter.write(source);
      case "html" -> HtmlWriter.write(source, related(source, all));
      case "odt" -> OdtWriter.write(source);
      case "epub" -> EpubWriter.write(source);
      case "txt" -> TextWriter.write(source);
      case "md" -> MarkdownWriter.write(source);
      case "eml" -> MailWriter.write(source);
      default -> throw new IllegalArgumentException(source.file() + ": format " + source.format());
    };
  }

  /** Titles of three other reports of the language: the nearest that follow, round the end. */
  private static List<String> related(Source source, List<Source> all) {
    List<Source> others =
        all.stream()
            .filter(other -> other.language().equals(source.language()) && !other.equals(source))
            .toList();
    int start = Math.floorMod(source.file().hashCode(), others.size());
    return java.util.stream.IntStream.range(start, start + Math.min(3, others.size()))
        .mapToObj(i -> others.get(i % others.size()).title())
        .toList();
  }

  private static byte[] sidecar(Source source) {
    DumpSettings settings =
        DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setWidth(100).build();
    return Zip.utf8(new Dump(settings).dumpToString(source.sidecar()));
  }
}
