package dossier.archive;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.jspecify.annotations.Nullable;

/// The entries of a 7z file.
final class SevenZCursor implements Cursor {

  private final SevenZFile file;
  private final Budget budget;

  SevenZCursor(SevenZFile file, Budget budget) {
    this.file = file;
    this.budget = budget;
  }

  @Override
  public @Nullable Entry next() throws IOException {
    SevenZArchiveEntry entry = file.getNextEntry();
    if (entry == null) {
      return null;
    }
    String name = entry.getName();
    boolean plain = !entry.isDirectory() && !entry.isAntiItem() && !isLink(entry);
    return new Entry(
        name == null ? "" : name, plain, false, entry.hasStream() ? entry.getSize() : 0);
  }

  /// 7-Zip on Unix keeps the file mode in the upper half of the Windows attributes.
  private static boolean isLink(SevenZArchiveEntry entry) {
    int mode = entry.getHasWindowsAttributes() ? entry.getWindowsAttributes() >>> 16 : 0;
    int type = mode & 0xf000;
    return type != 0 && type != 0x8000;
  }

  @Override
  public InputStream open() throws IOException {
    return budget.counted(
        new InputStream() {
          @Override
          public int read() throws IOException {
            return file.read();
          }

          @Override
          public int read(byte[] buffer, int from, int length) throws IOException {
            return file.read(buffer, from, length);
          }
        });
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
