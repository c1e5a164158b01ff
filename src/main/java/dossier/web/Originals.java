package dossier.web;

import dossier.archive.Location;
import java.io.IOException;
import java.io.InputStream;

/// Opens originals, also those inside archive files.
@FunctionalInterface
public interface Originals {

  /// The bytes of an original, from its first.
  ///
  /// @throws java.nio.file.NoSuchFileException when it is not there
  /// @throws IOException when it cannot be read within the limits of unpacking
  InputStream open(Location location) throws IOException;
}
