package dossier.samples;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The expected labels of the samples, as {@code ./dossier evaluate} reads them. */
final class Gold {

  private Gold() {}

  static String csv(List<Source> sources) {
    return sources.stream()
        .sorted(Comparator.comparing(Source::file))
        .map(Gold::row)
        .collect(Collectors.joining("", "file,regions,mentions,threats,published,language\n", ""));
  }

  private static String row(Source source) {
    return Stream.of(
            source.file(),
            many(source, "regions"),
            many(source, "mentions"),
            many(source, "threats"),
            source.published(),
            source.language())
        .map(Gold::quoted)
        .collect(Collectors.joining(",", "", "\n"));
  }

  private static String many(Source source, String key) {
    return String.join(";", source.expected(key));
  }

  private static String quoted(String value) {
    return value.contains(",") || value.contains("\"")
        ? "\"" + value.replace("\"", "\"\"") + "\""
        : value;
  }
}
