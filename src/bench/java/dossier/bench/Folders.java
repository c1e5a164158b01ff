package dossier.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Folders to work in.
final class Folders {

  private Folders() {}

  /// Unpacks a tar by the machine's own program: what is in it may be odd on purpose.
  static void unpack(Path tar, Path to) throws IOException, InterruptedException {
    int status =
        new ProcessBuilder("tar", "-xf", "" + tar, "-C", "" + Files.createDirectories(to))
            .inheritIO()
            .start()
            .waitFor();
    if (status != 0) {
      throw new IOException("tar could not unpack " + tar);
    }
  }

  static void copyZips(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".zip")).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  /// Everything in a folder that is no folder.
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> !Files.isDirectory(file)).toList();
    }
  }

  /// What lies in a folder, folders included.
  static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
