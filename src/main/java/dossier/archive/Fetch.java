package dossier.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// Fetches one entry out of an archive file.
///
/// @param temp where archives inside archives are unpacked
record Fetch(Path temp, Budget budget, ArchiveFile.Limits limits) {

  /// @param name the archive's own name
  void copy(Path file, String name, List<String> entries, OutputStream out) throws IOException {
    String first = entries.getFirst();
    if (entries.size() == 1) {
      copyEntry(file, name, first, out);
      return;
    }
    Path inner = Files.createTempFile(temp, "entry", "");
    try {
      try (OutputStream unpacked = Files.newOutputStream(inner)) {
        copyEntry(file, name, first, unpacked);
      }
      String innerName = first.substring(first.lastIndexOf('/') + 1);
      copy(inner, innerName, entries.subList(1, entries.size()), out);
    } finally {
      Files.deleteIfExists(inner);
    }
  }

  private void copyEntry(Path file, String name, String wanted, OutputStream out)
      throws IOException {
    Format format = Format.of(file, name);
    if (format == null) {
      throw new NoSuchFileException(wanted, null, name + " is no archive");
    }
    Names names = new Names();
    try (Cursor cursor = format.open(file, name, budget)) {
      for (Cursor.Entry entry = cursor.next(); entry != null; entry = cursor.next()) {
        budget.entry();
        if (entry.file() && names.of(entry.name()).equals(wanted)) {
          try (InputStream in = cursor.open()) {
            copy(in, out);
          }
          return;
        }
      }
    } catch (RuntimeException e) {
      throw new IOException(name + " is damaged", e);
    }
    throw new NoSuchFileException(wanted, null, "no such entry in " + name);
  }

  private void copy(InputStream in, OutputStream out) throws IOException {
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
