package dossier.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZMethodConfiguration;
import org.jspecify.annotations.Nullable;

/// The entries of a 7z file. One password opens all of them: that of the archive.
final class SevenZCursor implements Cursor {

  private final SevenZFile file;
  private final Budget budget;

  private SevenZCursor(SevenZFile file, Budget budget) {
    this.file = file;
    this.budget = budget;
  }

  /// @throws PasswordRequiredException when its directory is encrypted and there is no password
  /// @throws Trouble.WrongPassword when the password does not open its directory
  static Cursor open(Path file, @Nullable String password, Budget budget) throws IOException {
    try {
      return new SevenZCursor(opened(file, password), budget);
    } catch (IOException | RuntimeException e) {
      if (password != null && needsPassword(file)) {
        throw new Trouble.WrongPassword(e);
      }
      throw e;
    }
  }

  private static SevenZFile opened(Path file, @Nullable String password) throws IOException {
    SevenZFile.Builder builder = SevenZFile.builder().setMaxMemoryLimitKiB(Cursors.MEMORY_KIB);
    if (password != null) {
      builder.setPassword(password);
    }
    return builder.setPath(file).get();
  }

  /// A directory read with a wrong password looks like a damaged one.
  private static boolean needsPassword(Path file) {
    try (SevenZFile opened = opened(file, null)) {
      return opened == null;
    } catch (PasswordRequiredException e) {
      return true;
    } catch (IOException | RuntimeException e) {
      return false; // it is damaged, as was found before
    }
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
        name == null ? "" : name,
        plain,
        isEncrypted(entry),
        entry.hasStream() ? entry.getSize() : 0);
  }

  private static boolean isEncrypted(SevenZArchiveEntry entry) {
    Iterable<? extends SevenZMethodConfiguration> methods = entry.getContentMethods();
    if (methods != null) {
      for (SevenZMethodConfiguration method : methods) {
        if (method.getMethod() == SevenZMethod.AES256SHA256) {
          return true;
        }
      }
    }
    return false;
  }

  /// 7-Zip on Unix keeps the file mode in the upper half of the Windows attributes.
  private static boolean isLink(SevenZArchiveEntry entry) {
    int mode = entry.getHasWindowsAttributes() ? entry.getWindowsAttributes() >>> 16 : 0;
    int type = mode & 0xf000;
    return type != 0 && type != 0x8000;
  }

  @Override
  public InputStream open(@Nullable String password) {
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
