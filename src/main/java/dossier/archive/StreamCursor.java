package dossier.archive;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.dump.DumpArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.jspecify.annotations.Nullable;

/// The entries of an archive that is read from its first byte to its last.
final class StreamCursor implements Cursor {

  private final ArchiveInputStream<? extends ArchiveEntry> in;
  private final Budget budget;
  private final boolean countedBelow;
  private @Nullable ArchiveEntry current;

  /// @param in the archive; closed with this
  /// @param countedBelow whether the bytes of the archive are counted already, as they are where it
  ///   is packed as a whole: then only what does not lie in the archive is counted here
  StreamCursor(ArchiveInputStream<? extends ArchiveEntry> in, Budget budget, boolean countedBelow) {
    this.in = in;
    this.budget = budget;
    this.countedBelow = countedBelow;
  }

  @Override
  public @Nullable Entry next() throws IOException {
    ArchiveEntry entry = in.getNextEntry();
    current = entry;
    if (entry == null) {
      return null;
    }
    boolean zip = entry instanceof ZipArchiveEntry;
    String name = zip ? ZipCursor.name((ZipArchiveEntry) entry) : entry.getName();
    boolean encrypted = zip && ((ZipArchiveEntry) entry).getGeneralPurposeBit().usesEncryption();
    return new Entry(name == null ? "" : name, isFile(entry), encrypted, entry.getSize());
  }

  private static boolean isFile(ArchiveEntry entry) {
    return switch (entry) {
      case TarArchiveEntry tar -> isFile(tar);
      case CpioArchiveEntry cpio -> cpio.isRegularFile();
      case DumpArchiveEntry dump -> dump.isFile();
      case ZipArchiveEntry zip -> !zip.isDirectory() && !zip.isUnixSymlink();
      default -> !entry.isDirectory();
    };
  }

  private static boolean isFile(TarArchiveEntry entry) {
    return entry.isFile()
        && !entry.isSymbolicLink()
        && !entry.isLink()
        && !entry.isBlockDevice()
        && !entry.isCharacterDevice()
        && !entry.isFIFO();
  }

  @Override
  public InputStream open(@Nullable String password) {
    InputStream entry = CloseShieldInputStream.wrap(in);
    boolean holes = current instanceof TarArchiveEntry tar && tar.isSparse();
    return countedBelow && !holes ? entry : budget.counted(entry);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
