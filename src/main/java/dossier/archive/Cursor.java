package dossier.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Goes over the entries of one archive, in their order.
interface Cursor extends Closeable {

  /// An entry.
  ///
  /// @param name as the archive gives it, decoded but not cleaned
  /// @param file whether it is a plain file: no folder, link or device
  /// @param encrypted whether it opens only with a password
  /// @param sizeBytes declared size unpacked, -1 when the archive does not say
  record Entry(String name, boolean file, boolean encrypted, long sizeBytes) {}

  /// The next entry, null behind the last one.
  @Nullable Entry next() throws IOException;

  /// The bytes of the entry [#next] gave last.
  ///
  /// @param password opens the entry when it is encrypted; not asked for otherwise
  InputStream open(@Nullable String password) throws IOException;

  /// Why entries may be missing behind the last one, empty when none is.
  default String cut() {
    return "";
  }
}
