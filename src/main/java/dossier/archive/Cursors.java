package dossier.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.arj.ArjArchiveInputStream;
import org.apache.commons.compress.archivers.cpio.CpioArchiveInputStream;
import org.apache.commons.compress.archivers.dump.DumpArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.deflate.DeflateCompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.apache.commons.compress.compressors.lzma.LZMACompressorInputStream;
import org.apache.commons.compress.compressors.snappy.FramedSnappyCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.compress.compressors.z.ZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/// Opens archives of every format.
final class Cursors {

  /// Memory a format may ask for to be unpacked: 128 MiB.
  static final int MEMORY_KIB = 128 * 1024;

  private static final int BUFFER = 1 << 16;
  private static final int SMALL_BUFFER = 1 << 12;

  /// Where the header of a dump says how many blocks of a kilobyte are written at once.
  private static final int DUMP_BLOCKS = 896;

  private static final String UTF_8 = "UTF-8";

  private Cursors() {}

  /// The entries of an archive.
  ///
  /// @param name the archive's name: a single packed file is called after it
  /// @param password opens the archive when it is encrypted as a whole
  static Cursor open(
      Format format, Path file, String name, @Nullable String password, Budget budget)
      throws IOException {
    return switch (format) {
      case ZIP -> zip(file, budget);
      case SEVEN_Z -> SevenZCursor.open(file, password, budget);
      case MBOX -> new MboxCursor(budget.counted(Files.newInputStream(file)));
      case TAR, AR, ARJ, CPIO, DUMP -> stream(format, file, budget);
      case GZIP, BZIP2, XZ, COMPRESS, LZMA, LZ4, SNAPPY, ZLIB -> packed(format, file, name, budget);
    };
  }

  private static Cursor zip(Path file, Budget budget) throws IOException {
    try {
      // Each entry's own header is looked at when its turn comes: a damaged one harms no other.
      return new ZipCursor(
          ZipFile.builder().setIgnoreLocalFileHeader(true).setPath(file).get(), file, budget);
    } catch (IOException | RuntimeException e) {
      Cursor rescue = RescueCursor.open(file, budget);
      if (rescue == null) {
        throw e;
      }
      return rescue;
    }
  }

  private static Cursor stream(Format format, Path file, Budget budget) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      return switch (format) {
        case TAR -> new StreamCursor(new TarArchiveInputStream(in, UTF_8), budget, false);
        case AR -> new StreamCursor(new ArArchiveInputStream(in), budget, false);
        case ARJ -> new StreamCursor(new ArjArchiveInputStream(in), budget, false);
        case CPIO -> new StreamCursor(new CpioArchiveInputStream(in, UTF_8), budget, false);
        case DUMP -> {
          checkDump(in);
          yield new StreamCursor(new DumpArchiveInputStream(in, UTF_8), budget, false);
        }
        case ZIP, SEVEN_Z, MBOX, GZIP, BZIP2, XZ, COMPRESS, LZMA, LZ4, SNAPPY, ZLIB ->
            throw new IllegalArgumentException(format.name());
      };
    } catch (IOException | RuntimeException | Error e) {
      in.close();
      throw e;
    }
  }

  /// The library takes a buffer of as many blocks at once as the header says, be they two thousand
  /// million.
  private static void checkDump(InputStream in) throws IOException {
    in.mark(DUMP_BLOCKS + 4);
    in.skipNBytes(DUMP_BLOCKS);
    int blocks = Integer.reverseBytes(ByteBuffer.wrap(in.readNBytes(4)).getInt());
    in.reset();
    if (blocks < 1 || blocks > 1024) {
      throw new IOException("blocks of " + blocks + " KB");
    }
  }

  private static Cursor packed(Format format, Path file, String name, Budget budget)
      throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      // Where a packed file breaks off, at most a buffer of what stands before is lost.
      InputStream plain =
          new BufferedInputStream(budget.counted(unpacked(format, in)), SMALL_BUFFER);
      plain.mark(Format.HEAD_BYTES);
      byte[] head = plain.readNBytes(Format.HEAD_BYTES);
      plain.reset();
      return Format.isTar(head)
          ? new StreamCursor(new TarArchiveInputStream(plain, UTF_8), budget, true)
          : new SingleCursor(plain, withoutSuffix(name));
    } catch (IOException | RuntimeException | Error e) {
      in.close();
      throw e;
    }
  }

  private static InputStream unpacked(Format format, InputStream in) throws IOException {
    return switch (format) {
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
      case COMPRESS -> new ZCompressorInputStream(in, MEMORY_KIB);
      case LZMA ->
          LZMACompressorInputStream.builder()
              .setInputStream(in)
              .setMemoryLimitKiB(MEMORY_KIB)
              .get();
      case LZ4 -> new FramedLZ4CompressorInputStream(in, true);
      case SNAPPY -> new FramedSnappyCompressorInputStream(in);
      case ZLIB -> new DeflateCompressorInputStream(in);
      case ZIP, SEVEN_Z, MBOX, TAR, AR, ARJ, CPIO, DUMP ->
          throw new IllegalArgumentException(format.name());
    };
  }

  private static String withoutSuffix(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name + ".unpacked";
  }
}
