package dossier.web;

import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.loader.FileLoader;
import io.pebbletemplates.pebble.loader.Loader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/// Templates, messages, assets and the map: from the program itself, or from a folder in
/// development.
final class WebFiles {

  private static final String ENDING = ".properties";

  private final @Nullable Path folder;

  WebFiles(@Nullable Path folder) {
    this.folder = folder;
  }

  /// Whether the files may change while the portal runs.
  boolean live() {
    return folder != null;
  }

  /// The bytes of a file, named below `web/`.
  byte[] read(String name) {
    try {
      if (folder != null) {
        return Files.readAllBytes(folder.resolve(name));
      }
      try (InputStream in = WebFiles.class.getResourceAsStream("/web/" + name)) {
        if (in == null) {
          throw new FileNotFoundException("web/" + name + " is missing from the program");
        }
        return in.readAllBytes();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read web/" + name, e);
    }
  }

  /// The sentences of a language, by key, from `web/messages/`.
  Map<String, String> messages(String language) {
    Properties file = new Properties();
    byte[] bytes = read("messages/" + language + ENDING);
    try {
      file.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException("cannot read web/messages/" + language + ENDING, e);
    }
    return file.stringPropertyNames().stream()
        .collect(Collectors.toMap(key -> key, key -> file.getProperty(key)));
  }

  /// The languages there are sentences of.
  SortedSet<String> languages() {
    try {
      List<String> names = folder == null ? packed() : unpacked(folder.resolve("messages"));
      return names.stream()
          .map(name -> name.substring(name.lastIndexOf('/') + 1))
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list web/messages", e);
    }
  }

  private static List<String> unpacked(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).toList();
    }
  }

  /// What is in the folder of the program, which is a jar or, in development, classes.
  private static List<String> packed() throws IOException {
    URL english = WebFiles.class.getResource("/web/messages/en" + ENDING);
    if (english == null) {
      throw new FileNotFoundException("web/messages is missing from the program");
    }
    if (english.openConnection() instanceof JarURLConnection jar) {
      return jar.getJarFile().stream()
          .map(ZipEntry::getName)
          .filter(name -> name.startsWith("web/messages/"))
          .toList();
    }
    return unpacked(Path.of(URI.create(english.toString())).resolveSibling(""));
  }

  /// Where the template engine finds its templates.
  Loader<String> templates() {
    Loader<String> loader;
    if (folder == null) {
      loader = new ClasspathLoader(WebFiles.class.getClassLoader());
      loader.setPrefix("web/templates");
    } else {
      loader = new FileLoader(folder.resolve("templates").toAbsolutePath().toString());
    }
    loader.setSuffix(".html");
    return loader;
  }
}
