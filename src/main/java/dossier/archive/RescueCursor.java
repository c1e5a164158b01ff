package dossier.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/// What can be had of a zip file whose directory, which stands at its end, is damaged or missing:
/// the entries one behind the other, up to the damage.
final class RescueCursor implements Cursor {

  private static final String CUT =
      "its directory is damaged or missing: the entries before the damage were looked at";

  private final Cursor entries;
  private @Nullable Entry first;

  private RescueCursor(Cursor entries, Entry first) {
    this.entries = entries;
    this.first = first;
  }

  /// The entries of the file; null when there is not even one.
  static @Nullable Cursor open(Path file, Budget budget) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    // A stored entry that tells its size only behind its bytes could end anywhere: it is not read.
    Cursor entries =
        new StreamCursor(new ZipArchiveInputStream(in, "UTF-8", true, false), budget, false);
    Entry first = next(entries);
    if (first == null) {
      entries.close();
      return null;
    }
    return new RescueCursor(entries, first);
  }

  /// Where the damage begins is the end; [#cut] says so.
  private static @Nullable Entry next(Cursor entries) {
    try {
      return entries.next();
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  @Override
  public @Nullable Entry next() {
    Entry entry = first;
    first = null;
    return entry == null ? next(entries) : entry;
  }

  @Override
  public InputStream open(@Nullable String password) throws IOException {
    return entries.open(password);
  }

  @Override
  public String cut() {
    return CUT;
  }

  @Override
  public void close() throws IOException {
    entries.close();
  }
}
