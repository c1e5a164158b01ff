package dossier.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.arj.ArjArchiveInputStream;
import org.apache.commons.compress.archivers.cpio.CpioArchiveInputStream;
import org.apache.commons.compress.archivers.dump.DumpArchiveInputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.tar.TarUtils;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.apache.commons.compress.compressors.lzma.LZMACompressorInputStream;
import org.apache.commons.compress.compressors.snappy.FramedSnappyCompressorInputStream;
import org.apache.commons.compress.compressors.z.ZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/// The kinds of archive files, told by their first bytes.
enum Format {
  ZIP("application/zip"),
  SEVEN_Z("application/x-7z-compressed"),
  TAR("application/x-tar"),
  GZIP("application/gzip"),
  BZIP2("application/x-bzip2"),
  XZ("application/x-xz"),
  AR("application/x-archive"),
  ARJ("application/x-arj"),
  CPIO("application/x-cpio"),
  DUMP("application/x-tika-unix-dump"),
  COMPRESS("application/x-compress"),
  LZMA("application/x-lzma"),
  LZ4("application/x-lz4"),
  SNAPPY("application/x-snappy-framed"),
  ZLIB("application/zlib"),
  MBOX("application/mbox");

  /// Names that are documents whatever their content looks like, most of them zip files inside.
  private static final Set<String> DOCUMENTS =
      Set.of(
          "pdf", "docx", "docm", "dotx", "xlsx", "xlsm", "pptx", "pptm", "ppsx", "odt", "ods",
          "odp", "odg", "ott", "epub", "doc", "xls", "ppt", "rtf", "txt", "md", "html", "htm",
          "xhtml", "xml", "csv", "eml", "msg", "fb2", "pages", "numbers", "key", "jar", "war",
          "apk", "xps", "oxps", "vsdx", "jpg", "jpeg", "png", "gif", "tif", "tiff");

  /// How many first bytes tell the format of any.
  static final int HEAD_BYTES = 1024;

  private static final int TAR_BLOCK = 512;

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
      head = in.readNBytes(HEAD_BYTES);
    }
    Format format = of(head);
    boolean namedZip = name.toLowerCase(Locale.ROOT).endsWith(".zip");
    if (format == null && namedZip && isZipFurtherOn(file)) {
      return ZIP;
    }
    return format == ZIP && isOfficeFile(file, namedZip) ? null : format;
  }

  /// A zip file is told by its end: anything may stand before it, such as a program that unpacks
  /// it.
  private static boolean isZipFurtherOn(Path file) {
    try (ZipFile zip = ZipFile.builder().setIgnoreLocalFileHeader(true).setPath(file).get()) {
      return zip.getEntries().hasMoreElements();
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static @Nullable Format of(byte[] head) {
    int length = head.length;
    // The second is an empty zip file, the others began as the first of several parts.
    if (starts(head, 'P', 'K', 3, 4)
        || starts(head, 'P', 'K', 5, 6)
        || starts(head, 'P', 'K', 7, 8, 'P', 'K', 3, 4)
        || starts(head, 'P', 'K', '0', '0', 'P', 'K', 3, 4)) {
      return ZIP;
    } else if (SevenZFile.matches(head, length)) {
      return SEVEN_Z;
    } else if (starts(head, 0x1f, 0x8b)) {
      return GZIP;
    } else if (starts(head, 'B', 'Z', 'h') && length > 3 && head[3] >= '1' && head[3] <= '9') {
      return BZIP2;
    } else if (starts(head, 0xfd, '7', 'z', 'X', 'Z', 0)) {
      return XZ;
    } else if (ArArchiveInputStream.matches(head, length)) {
      return AR;
    } else if (FramedLZ4CompressorInputStream.matches(head, length)) {
      return LZ4;
    } else if (FramedSnappyCompressorInputStream.matches(head, length)) {
      return SNAPPY;
    } else if (MboxCursor.matches(head)) {
      return MBOX;
    }
    return isTar(head) ? TAR : ofShortMagic(head);
  }

  /// Formats whose mark is so short that other files may begin with it by chance.
  private static @Nullable Format ofShortMagic(byte[] head) {
    int length = head.length;
    if (length == HEAD_BYTES && DumpArchiveInputStream.matches(head, length)) {
      return DUMP;
    } else if (CpioArchiveInputStream.matches(head, length)) {
      return CPIO;
    } else if (ArjArchiveInputStream.matches(head, length) && isArjHeader(head)) {
      return ARJ;
    } else if (ZCompressorInputStream.matches(head, length)) {
      return COMPRESS;
    } else if (isLzma(head)) {
      return LZMA;
    }
    return isZlib(head) ? ZLIB : null;
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
  static boolean isTar(byte[] head) {
    try {
      return head.length >= TAR_BLOCK
          && head[0] != 0
          && TarUtils.verifyCheckSum(Arrays.copyOf(head, TAR_BLOCK));
    } catch (IllegalArgumentException e) {
      return false; // where the checksum would be is no number
    }
  }

  /// Office Open XML, OpenDocument and EPUB, and Java's own, name themselves by an entry. That of
  /// Java also stands in packed-up sources.
  private static boolean isOfficeFile(Path file, boolean namedZip) {
    try (ZipFile zip = ZipFile.builder().setIgnoreLocalFileHeader(true).setPath(file).get()) {
      return zip.getEntry("[Content_Types].xml") != null
          || zip.getEntry("META-INF/container.xml") != null
          || (!namedZip && zip.getEntry("META-INF/MANIFEST.MF") != null)
          || zip.getEntry("mimetype") != null;
    } catch (IOException | RuntimeException e) {
      return false; // a damaged zip file: walking it will say so
    }
  }

  /// Behind the mark stands the length of the header, 2,600 bytes at most.
  private static boolean isArjHeader(byte[] head) {
    int length = head.length < 4 ? 0 : (head[2] & 0xff) | (head[3] & 0xff) << 8;
    return length >= 30 && length <= 2600;
  }

  /// Behind the mark stand the size of the dictionary and that of the content, which is unknown
  /// (all bits set) or below a terabyte.
  private static boolean isLzma(byte[] head) {
    if (head.length < 13 || !LZMACompressorInputStream.matches(head, head.length)) {
      return false;
    }
    boolean unknown = true;
    for (int i = 5; i < 13; i++) {
      unknown &= head[i] == -1;
    }
    return unknown || (head[10] == 0 && head[11] == 0 && head[12] == 0);
  }

  /// Many a text begins with the two bytes of zlib: it has to unpack as well.
  private static boolean isZlib(byte[] head) {
    if (!starts(head, 0x78) || head.length < 8 || ((head[0] << 8) + (head[1] & 0xff)) % 31 != 0) {
      return false;
    }
    byte[] plain = new byte[HEAD_BYTES];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(head);
      int total = 0;
      int n = inflater.inflate(plain);
      for (; n > 0; n = inflater.inflate(plain)) {
        total += n;
      }
      return total > 0 && !inflater.needsDictionary();
    } catch (DataFormatException e) {
      return false;
    } finally {
      inflater.end();
    }
  }

  /// Whether sidecars may stand in an archive of this format beside what they describe.
  boolean hasSidecars() {
    return this != MBOX;
  }
}
