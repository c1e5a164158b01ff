package dossier.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.tar.TarUtils;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/// The kinds of archive files, told by their first bytes.
enum Format {
  ZIP("application/zip"),
  SEVEN_Z("application/x-7z-compressed"),
  TAR("application/x-tar"),
  GZIP("application/gzip"),
  BZIP2("application/x-bzip2"),
  XZ("application/x-xz");

  /// Names that are documents whatever their content looks like, most of them zip files inside.
  private static final Set<String> DOCUMENTS =
      Set.of(
          "pdf", "docx", "docm", "dotx", "xlsx", "xlsm", "pptx", "pptm", "ppsx", "odt", "ods",
          "odp", "odg", "ott", "epub", "doc", "xls", "ppt", "rtf", "txt", "md", "html", "htm",
          "xhtml", "xml", "csv", "eml", "msg", "fb2", "pages", "numbers", "key", "jar", "war",
          "apk", "xps", "oxps", "vsdx", "jpg", "jpeg", "png", "gif", "tif", "tiff");

  private static final int TAR_BLOCK = 512;
  private static final int MEMORY_KIB = 128 * 1024;

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  /// Whether the name alone says that it is no archive.
  static boolean isDocumentName(String name) {
    int dot = name.lastIndexOf('.');
    return dot >= 0 && DOCUMENTS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  /// The format of an archive file, null when it is none.
  static @Nullable Format of(Path file, String name) throws IOException {
    if (isDocumentName(name)) {
      return null;
    }
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(TAR_BLOCK);
    }
    if (starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6)) {
      return isOfficeFile(file) ? null : ZIP;
    }
    if (SevenZFile.matches(head, head.length)) {
      return SEVEN_Z;
    }
    if (starts(head, 0x1f, 0x8b)) {
      return GZIP;
    }
    if (starts(head, 'B', 'Z', 'h') && head.length > 3 && head[3] >= '1' && head[3] <= '9') {
      return BZIP2;
    }
    if (starts(head, 0xfd, '7', 'z', 'X', 'Z', 0)) {
      return XZ;
    }
    return isTar(head) ? TAR : null;
  }

  private static boolean starts(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /// The header of a tar file has no magic in its oldest form, but always a checksum.
  private static boolean isTar(byte[] head) {
    try {
      return head.length == TAR_BLOCK && head[0] != 0 && TarUtils.verifyCheckSum(head);
    } catch (IllegalArgumentException e) {
      return false; // where the checksum would be is no number
    }
  }

  /// Office Open XML, OpenDocument and EPUB, and Java's own, name themselves by an entry.
  private static boolean isOfficeFile(Path file) {
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      return zip.getEntry("[Content_Types].xml") != null
          || zip.getEntry("META-INF/container.xml") != null
          || zip.getEntry("META-INF/MANIFEST.MF") != null
          || zip.getEntry("mimetype") != null;
    } catch (IOException | RuntimeException e) {
      return false; // a damaged zip file: walking it will say so
    }
  }

  /// Opens an archive of this format.
  ///
  /// @param name the archive's name: a single packed file is called after it
  Cursor open(Path file, String name, Budget budget) throws IOException {
    return switch (this) {
      case ZIP -> new ZipCursor(ZipFile.builder().setPath(file).get(), budget);
      case SEVEN_Z -> {
        SevenZFile.Builder builder = SevenZFile.builder().setMaxMemoryLimitKiB(MEMORY_KIB);
        yield new SevenZCursor(builder.setPath(file).get(), budget);
      }
      case TAR -> new TarCursor(budget.counted(Files.newInputStream(file)));
      case GZIP, BZIP2, XZ -> packed(file, name, budget);
    };
  }

  private Cursor packed(Path file, String name, Budget budget) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      BufferedInputStream plain = new BufferedInputStream(budget.counted(unpacked(in)), 1 << 16);
      plain.mark(TAR_BLOCK);
      byte[] head = plain.readNBytes(TAR_BLOCK);
      plain.reset();
      return isTar(head) ? new TarCursor(plain) : new SingleCursor(plain, withoutSuffix(name));
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private InputStream unpacked(InputStream in) throws IOException {
    return switch (this) {
      case GZIP ->
          GzipCompressorInputStream.builder()
              .setInputStream(in)
              .setDecompressConcatenated(true)
              .get();
      case BZIP2 -> new BZip2CompressorInputStream(in, true);
      case XZ ->
          XZCompressorInputStream.builder()
              .setInputStream(in)
              .setDecompressConcatenated(true)
              .setMemoryLimitKiB(MEMORY_KIB)
              .get();
      case ZIP, SEVEN_Z, TAR -> throw new IllegalStateException(Arrays.toString(values()));
    };
  }

  private static String withoutSuffix(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name + ".unpacked";
  }
}
