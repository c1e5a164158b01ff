package dossier.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The sidecars inside one archive, read in a pass of their own so that they are known before what
/// they describe, whatever the order. Only names are read where the format has a directory.
final class InnerSidecars {

  /// How many bytes of them are kept, names included.
  private static final long MOST_BYTES = 16 << 20;

  private InnerSidecars() {}

  /// Their bytes, by name. What cannot be read is not among them: the walk that follows meets the
  /// same trouble, and tells it.
  ///
  /// @param name the archive's name
  /// @param password the archive's own
  static Map<String, byte[]> of(
      Format format, Path file, String name, @Nullable String password, Budget budget)
      throws IOException {
    Map<String, byte[]> found = new HashMap<>();
    if (!format.hasSidecars()) {
      return found;
    }
    Names names = new Names();
    long bytes = 0;
    try (Cursor cursor = Cursors.open(format, file, name, password, budget.fresh())) {
      for (Cursor.Entry e = next(cursor); e != null; e = next(cursor)) {
        String entry = e.file() ? names.of(e.name()) : "";
        if (isSidecar(entry, e, password) && bytes < MOST_BYTES) {
          byte[] yaml = read(cursor, password);
          if (yaml != null) {
            found.put(entry, yaml);
            bytes += yaml.length + entry.length();
          }
        }
      }
    }
    return found;
  }

  private static Cursor.@Nullable Entry next(Cursor cursor) {
    try {
      return cursor.next();
    } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
      return null;
    }
  }

  private static byte @Nullable [] read(Cursor cursor, @Nullable String password) {
    try (InputStream in = cursor.open(password)) {
      return in.readNBytes(Sidecars.MAX_BYTES);
    } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
      return null;
    }
  }

  private static boolean isSidecar(String name, Cursor.Entry entry, @Nullable String password) {
    return Sidecars.looksLikeOne(name)
        && Noise.ruleInside(name) == null
        && (!entry.encrypted() || password != null)
        && entry.sizeBytes() <= Sidecars.MAX_BYTES;
  }
}
