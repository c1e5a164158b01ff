package dossier.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Puts the documents that lie in an archive into it; entries are sorted and have a fixed time. */
final class Bundle {

  private static final Instant TIME = Zip.TIME.toInstant(ZoneOffset.UTC);

  private Bundle() {}

  /**
   * The files of a corpus folder, by path.
   *
   * @param documents contents by location, {@code !/} between an archive and its entry
   */
  static SortedMap<String, byte[]> files(Map<String, byte[]> documents) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    SortedMap<String, SortedMap<String, byte[]>> archives = new TreeMap<>();
    documents.forEach((location, content) -> {
      int entry = location.indexOf("!/");
      if (entry < 0) {
        files.put(location, content);
      } else {
        archives
            .computeIfAbsent(location.substring(0, entry), name -> new TreeMap<>())
            .put(location.substring(entry + 2), content);
      }
    });
    for (Map.Entry<String, SortedMap<String, byte[]>> archive : archives.entrySet()) {
      files.put(archive.getKey(), pack(archive.getKey(), archive.getValue()));
    }
    return files;
  }

  private static byte[] pack(String name, SortedMap<String, byte[]> entries) throws IOException {
    if (name.endsWith(".zip")) {
      return Zip.write(entries, false);
    }
    if (name.endsWith(".tar.gz")) {
      return tarGz(entries);
    }
    if (name.endsWith(".7z")) {
      return sevenZ(entries);
    }
    throw new IllegalArgumentException("no way to write the archive " + name);
  }

  private static byte[] tarGz(SortedMap<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new GzipCompressorOutputStream(bytes), "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      tar.setAddPaxHeadersForNonAsciiNames(true);
      for (Map.Entry<String, byte[]> file : entries.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
        entry.setNames("", "");
        entry.setModTime(FileTime.from(TIME));
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] sevenZ(SortedMap<String, byte[]> entries) throws IOException {
    try (SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel()) {
      try (SevenZOutputFile archive = new SevenZOutputFile(channel)) {
        for (Map.Entry<String, byte[]> file : entries.entrySet()) {
          SevenZArchiveEntry entry = new SevenZArchiveEntry();
          entry.setName(file.getKey());
          entry.setLastModifiedTime(FileTime.from(TIME));
          archive.putArchiveEntry(entry);
          archive.write(file.getValue());
          archive.closeArchiveEntry();
        }
      }
      int size = (int) channel.size();
      return java.util.Arrays.copyOf(channel.array(), size);
    }
  }
}
