package dossier.web;

import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.loader.FileLoader;
import io.pebbletemplates.pebble.loader.Loader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Templates, assets and the map: from the program itself, or from a folder in development.
final class WebFiles {

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
