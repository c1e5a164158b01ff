package dossier;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The flags every command has that touches corpus or index.
final class Places {

  @Option(
      names = "--corpus",
      paramLabel = "DIR",
      description = "folder with the reports (default: corpus)")
  private @Nullable Path corpus;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description = "folder of the built index (default: index/store)")
  private @Nullable Path store;

  /// The settings, with these flags and further ones before environment and file.
  ///
  /// @throws Settings.Unusable when they cannot be used
  Settings settings(Map<String, String> further) throws Settings.Unusable {
    Map<String, String> flags = new HashMap<>(further);
    put(flags, "corpus", corpus);
    put(flags, "store", store);
    return Settings.read(flags, System.getenv(), home());
  }

  /// Whether the command line names a corpus: commands that only read then check that it is the
  /// store's.
  boolean namesCorpus() {
    return corpus != null;
  }

  private static void put(Map<String, String> flags, String key, @Nullable Path path) {
    if (path != null) {
      flags.put(key, path.toAbsolutePath().normalize().toString());
    }
  }

  /// The launcher says where Dossier lies; without it, the current folder counts.
  private static Path home() {
    return Path.of(System.getProperty("dossier.home", "")).toAbsolutePath().normalize();
  }
}
