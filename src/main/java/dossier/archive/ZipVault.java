package dossier.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.model.FileHeader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/// Opens the encrypted entries of a zip file, which commons-compress finds but cannot read: those
/// of the old kind and those with AES.
final class ZipVault implements Closeable {

  private final ZipFile zip;
  private final Map<Long, FileHeader> byOffset = new HashMap<>();

  ZipVault(Path file) throws IOException {
    zip = new ZipFile(file.toFile());
    for (FileHeader header : zip.getFileHeaders()) {
      byOffset.put(header.getOffsetLocalHeader(), header);
    }
  }

  /// @throws IOException when the password is wrong, which may show only as nonsense in the bytes
  InputStream open(ZipArchiveEntry entry, String password) throws IOException {
    FileHeader header = byOffset.get(entry.getLocalHeaderOffset());
    if (header == null) {
      throw new IOException("its directory can be read in two ways");
    }
    zip.setPassword(password.toCharArray());
    return zip.getInputStream(header);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
