package dossier.archive;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.jspecify.annotations.Nullable;

/// The entries of a tar file.
final class TarCursor implements Cursor {

  private final TarArchiveInputStream tar;

  /// @param in the tar file, unpacked and counted; closed with this
  TarCursor(InputStream in) {
    tar = new TarArchiveInputStream(in, "UTF-8");
  }

  @Override
  public @Nullable Entry next() throws IOException {
    TarArchiveEntry entry = tar.getNextEntry();
    return entry == null
        ? null
        : new Entry(entry.getName(), entry.isFile() && !isLink(entry), false, entry.getSize());
  }

  private static boolean isLink(TarArchiveEntry entry) {
    return entry.isSymbolicLink()
        || entry.isLink()
        || entry.isBlockDevice()
        || entry.isCharacterDevice()
        || entry.isFIFO();
  }

  @Override
  public InputStream open() {
    return CloseShieldInputStream.wrap(tar);
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
