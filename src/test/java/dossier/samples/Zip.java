package dossier.samples;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Zip files whose bytes depend on nothing but their content. */
final class Zip {

  /** Time of every entry: early enough to be no report's date, and the same in every time zone. */
  static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  private Zip() {}

  /**
   * Writes the entries in their order.
   *
   * @param storedFirst whether the first entry is stored uncompressed, as the {@code mimetype} of
   *     ODT and EPUB has to be
   */
  static byte[] write(Map<String, byte[]> entries, boolean storedFirst) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      boolean stored = storedFirst;
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(entry(entry.getKey(), entry.getValue(), stored));
        zip.write(entry.getValue());
        zip.closeEntry();
        stored = false;
      }
    }
    return bytes.toByteArray();
  }

  private static ZipEntry entry(String name, byte[] content, boolean stored) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    if (stored) {
      CRC32 crc = new CRC32();
      crc.update(content);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      entry.setCrc(crc.getValue());
    }
    return entry;
  }

  /** The same entries in the same order with the fixed time. */
  static byte[] withFixedTimes(byte[] zip) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return write(entries, false);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
