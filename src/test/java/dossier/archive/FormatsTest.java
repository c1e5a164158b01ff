package dossier.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks archive files of the rarer formats. */
class FormatsTest {

  @TempDir Path folder;

  private List<String> walk(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    return Diary.of(file, Sidecar.NONE, ArchiveFile.Limits.STANDARD, folder.resolve("temp")).lines;
  }

  private String mediaType(String name, byte[] bytes) throws IOException {
    return ArchiveFile.mediaType(Files.write(folder.resolve(name), bytes), name);
  }

  private static byte[] packed(String compressor, byte[] bytes)
      throws IOException, CompressorException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packing =
        new CompressorStreamFactory().createCompressorOutputStream(compressor, out)) {
      packing.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] tar() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
      for (String name : List.of("../../climb.txt", "/etc/absolute.txt", "a\nb\u202ecod.txt")) {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(3);
        tar.putArchiveEntry(entry);
        tar.write("one".getBytes(UTF_8));
        tar.closeArchiveEntry();
      }
      byte[] types = {
        TarConstants.LF_SYMLINK,
        TarConstants.LF_LINK,
        TarConstants.LF_CHR,
        TarConstants.LF_BLK,
        TarConstants.LF_FIFO,
        TarConstants.LF_DIR
      };
      for (byte type : types) {
        TarArchiveEntry entry = new TarArchiveEntry("odd" + type + ".txt", type);
        entry.setLinkName("/etc/passwd");
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
      }
      TarArchiveEntry device = new TarArchiveEntry("C:\\CON", true);
      device.setSize(3);
      tar.putArchiveEntry(device);
      tar.write("two".getBytes(UTF_8));
      tar.closeArchiveEntry();
    }
    return out.toByteArray();
  }

  @Test
  void aTarFilePackedInAnyWayIsWalkedAndItsNamesStayData() throws Exception {
    List<String> kinds =
        List.of("gz", "bzip2", "xz", "lzma", "lz4-framed", "snappy-framed", "deflate");
    for (String kind : kinds) {
      assertEquals(
          List.of(
              "x!/../../climb.txt=one",
              "x!/etc/absolute.txt=one",
              "x!/a\ufffdb\ufffdcod.txt=one",
              "x!/C:/CON=two",
              "x holds 4"),
          walk("x", packed(kind, tar())),
          kind);
    }
    assertEquals(5, walk("x.tar", tar()).size());
  }

  @Test
  void aSingleFilePackedWithCompressIsTold() throws IOException {
    byte[] packed = {0x1f, (byte) 0x9d, (byte) 0x90, 0x6f, (byte) 0xdc, (byte) 0x94, 0x01};
    assertEquals("application/x-compress", mediaType("a.txt.Z", packed));
    assertEquals(List.of("a.txt.Z!/a.txt=one", "a.txt.Z holds 1"), walk("a.txt.Z", packed));
  }

  @Test
  void anArFileIsWalked() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ArArchiveOutputStream ar = new ArArchiveOutputStream(out)) {
      ar.putArchiveEntry(new ArArchiveEntry("1.txt", 3));
      ar.write("one".getBytes(UTF_8));
      ar.closeArchiveEntry();
    }
    assertEquals(List.of("a!/1.txt=one", "a holds 1"), walk("a", out.toByteArray()));
  }

  @Test
  void aCpioFileIsWalked() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CpioArchiveOutputStream cpio = new CpioArchiveOutputStream(out)) {
      CpioArchiveEntry entry = new CpioArchiveEntry("in/1.txt", 3);
      cpio.putArchiveEntry(entry);
      cpio.write("one".getBytes(UTF_8));
      cpio.closeArchiveEntry();
    }
    assertEquals(List.of("a!/in/1.txt=one", "a holds 1"), walk("a", out.toByteArray()));
  }

  @Test
  void aDumpThatAsksForAllMemoryIsDamaged() throws IOException {
    ByteBuffer head = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
    head.putInt(24, 60012).putInt(896, 0x1fffff); // the mark, and the size of blocks
    int sum = 0;
    for (int i = 0; i < 256; i++) {
      sum += head.getInt(4 * i);
    }
    head.putInt(28, 84446 - sum);
    assertEquals("application/x-tika-unix-dump", mediaType("a.dump", head.array()));
    assertEquals(
        List.of("a.dump DAMAGED: the archive is damaged or cut off"), walk("a.dump", head.array()));
  }

  @Test
  void textsThatBeginLikeAnArchiveAreNone() throws IOException {
    assertNull(
        mediaType("a", "x^2 + y^2 is a circle, as is known since antiquity".getBytes(UTF_8)));
    assertNull(mediaType("b", "From here on it is told at 10:15\nwhat came".getBytes(UTF_8)));
    assertNull(mediaType("c", "PK is short for Pakistan".getBytes(UTF_8)));
    ByteArrayOutputStream zlib = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(zlib)) {
      out.write("one".getBytes(UTF_8));
    }
    assertEquals("application/zlib", mediaType("d", zlib.toByteArray()));
    zlib.reset();
    zlib.write("]\0\0 not of lzma".getBytes(UTF_8));
    assertNull(mediaType("e", zlib.toByteArray()));
  }

  @Test
  void aTruncatedTarFileGivesWhatStandsBeforeTheDamage() throws Exception {
    byte[] cut = Arrays.copyOf(tar(), 3 * 512 + 1); // within the bytes of the second entry
    List<String> lines = walk("a.tar", cut);
    assertEquals("a.tar!/../../climb.txt=one", lines.getFirst());
    assertEquals(
        "a.tar!/etc/absolute.txt DAMAGED: the archive is damaged or cut off", lines.get(1));
  }

  @Test
  void aTruncatedPackedTarFileGivesWhatStandsBeforeTheDamage() throws Exception {
    byte[] noise = new byte[200_000];
    Random random = new Random(7);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
      for (int i = 1; i <= 3; i++) {
        TarArchiveEntry entry = new TarArchiveEntry(i + ".bin");
        entry.setSize(noise.length);
        tar.putArchiveEntry(entry);
        random.nextBytes(noise);
        tar.write(noise);
        tar.closeArchiveEntry();
      }
    }
    for (String kind : List.of("gz", "xz", "lz4-framed")) {
      byte[] packed = packed(kind, out.toByteArray());
      Path file = Files.write(folder.resolve("a.t"), Arrays.copyOf(packed, packed.length - 10_000));
      Diary diary =
          Diary.of(file, Sidecar.NONE, ArchiveFile.Limits.STANDARD, folder.resolve("temp"));
      assertEquals(2, diary.documents.size(), kind);
      assertEquals("a.t holds 3: the archive is damaged or cut off", diary.lines.getLast(), kind);
    }
  }

  @Test
  void filesWithoutBytesAreSkipped() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
      tar.putArchiveEntry(new TarArchiveEntry("empty.pdf"));
      tar.closeArchiveEntry();
    }
    assertEquals(
        List.of("a.tar!/empty.pdf skipped: empty file, no bytes", "a.tar holds 0"),
        walk("a.tar", out.toByteArray()));
  }

  @Test
  void aSolidSevenZipFileIsWalked() throws IOException {
    Path path = folder.resolve("all.7z");
    byte[] text = "the same words again and again, many times over".repeat(1000).getBytes(UTF_8);
    try (SevenZOutputFile out = new SevenZOutputFile(path.toFile())) {
      for (int i = 0; i < 20; i++) {
        SevenZArchiveEntry entry = new SevenZArchiveEntry();
        entry.setName(i + ".txt");
        out.putArchiveEntry(entry);
        out.write(text);
        out.closeArchiveEntry();
      }
    }
    List<String> lines = walk("all.7z", Files.readAllBytes(path));
    assertEquals("all.7z!/19.txt=the same words again", lines.get(19));
    assertEquals("all.7z holds 20", lines.getLast());
  }
}
