package dossier.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks archive files that try to be too much. */
class LimitsTest {

  @TempDir Path folder;

  private Diary walk(Path file, ArchiveFile.Limits limits) throws IOException {
    return Diary.of(file, Sidecar.NONE, limits, folder.resolve("temp"));
  }

  @Test
  void theLimitsAreThoseTheManualTells() {
    assertEquals(
        new ArchiveFile.Limits(1_000_000, 50_000_000_000L, 200, 100_000_000, 4_000_000_000L, 8),
        ArchiveFile.Limits.STANDARD);
  }

  @Test
  void aNestOfBombsComesToAnEndAndSaysWhy() throws IOException {
    byte[] bytes = zipOf(1, "0.dll", new byte[50_000]);
    for (int level = 0; level < 5; level++) {
      bytes = zipOf(16, ".zip", bytes); // 16^5 times 50 KB would be 52 GB
    }
    Path file = Files.write(folder.resolve("42.zip"), bytes);
    ArchiveFile.Limits limits =
        new ArchiveFile.Limits(1_000_000, 50_000_000_000L, 200, 1_000_000, 4_000_000_000L, 8);
    Diary diary = walk(file, limits);
    assertTrue(diary.documents.size() < 1000, "" + diary.documents.size());
    String last = diary.lines.getLast();
    assertTrue(last.endsWith("unpacks to more than 200 times its size"), last);
    assertTrue(last.startsWith("42.zip holds "), last);
  }

  @Test
  void aHundredThousandEntriesAreWalked() throws IOException {
    Path file = folder.resolve("many.zip");
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (int i = 0; i < 100_000; i++) {
        zip.putNextEntry(new ZipEntry("folder " + i % 100 + "/" + i + ".txt"));
        zip.write(String.valueOf(i).getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    Diary diary = walk(file, ArchiveFile.Limits.STANDARD);
    assertEquals(100_000, diary.documents.size());
    assertEquals("many.zip holds 100000", diary.lines.getLast());
    assertEquals("many.zip!/folder 99/99999.txt=99999", diary.lines.get(99_999));
  }

  private static byte[] zipOf(int copies, String name, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < copies; i++) {
        zip.putNextEntry(new ZipEntry(i + name));
        zip.write(content);
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
