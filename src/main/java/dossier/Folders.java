package dossier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Folders of our own.
final class Folders {

  private Folders() {}

  /// Removes a folder and all in it, if it is there. Links are removed, not followed.
  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> inner;
    try (Stream<Path> paths = Files.walk(folder)) {
      inner = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : inner) {
      Files.delete(path);
    }
  }
}
