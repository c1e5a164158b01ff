package dossier.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fetches one entry out of an archive file.
///
/// @param temp where archives inside archives are unpacked
record Fetch(Path temp, Budget budget, ArchiveFile.Limits limits) {

  /// @param name the archive's own name
  /// @param sidecar what the archive's sidecars say, for its password
  void copy(Path file, String name, List<String> entries, Sidecar sidecar, OutputStream out)
      throws IOException {
    String first = entries.getFirst();
    if (entries.size() == 1) {
      copyEntry(file, name, first, sidecar, out);
      return;
    }
    Path inner = Files.createTempFile(temp, "entry", "");
    try {
      try (OutputStream unpacked = Files.newOutputStream(inner, StandardOpenOption.WRITE)) {
        copyEntry(file, name, first, sidecar, unpacked);
      }
      String innerName = first.substring(first.lastIndexOf('/') + 1);
      Sidecar ofInner = sidecarOf(first, format(file, name, first), file, name, sidecar);
      copy(inner, innerName, entries.subList(1, entries.size()), ofInner, out);
    } finally {
      Files.deleteIfExists(inner);
    }
  }

  private static Format format(Path file, String name, String wanted) throws IOException {
    Format format = Format.of(file, name);
    if (format == null) {
      throw new NoSuchFileException(wanted, null, name + " is no archive");
    }
    return format;
  }

  /// What the sidecars inside an archive say of one entry, over what holds for the archive.
  private Sidecar sidecarOf(String entry, Format format, Path file, String name, Sidecar archive)
      throws IOException {
    return Sidecars.of(
        InnerSidecars.of(format, file, name, archive.password(), budget), entry, archive);
  }

  private void copyEntry(Path file, String name, String wanted, Sidecar sidecar, OutputStream out)
      throws IOException {
    Format format = format(file, name, wanted);
    Names names = new Names();
    try (Cursor cursor = Cursors.open(format, file, name, sidecar.password(), budget)) {
      for (Cursor.Entry entry = cursor.next(); entry != null; entry = cursor.next()) {
        budget.entry();
        if (entry.file() && names.of(entry.name()).equals(wanted)) {
          String password =
              entry.encrypted() ? sidecarOf(wanted, format, file, name, sidecar).password() : null;
          copyEntry(cursor, password, out);
          return;
        }
      }
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      throw new IOException(name + " is damaged", e);
    }
    throw new NoSuchFileException(wanted, null, "no such entry in " + name);
  }

  private void copyEntry(Cursor cursor, @Nullable String password, OutputStream out)
      throws IOException {
    try (InputStream in = cursor.open(password)) {
      byte[] buffer = new byte[1 << 16];
      long size = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        size += n;
        if (size > limits.entryBytes()) {
          throw new Budget.Exceeded("larger than " + limits.entryBytes() / 1_000_000 + " MB");
        }
        out.write(buffer, 0, n);
      }
    }
  }
}
