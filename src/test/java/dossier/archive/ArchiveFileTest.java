package dossier.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks real archive files. */
class ArchiveFileTest {

  private static final ArchiveFile.Limits LIMITS =
      new ArchiveFile.Limits(50, 1_000_000, 200, 50_000, 200_000, 3);

  @TempDir Path folder;

  private Diary walk(Path file) throws IOException {
    return Diary.of(file, Sidecar.NONE, LIMITS, folder.resolve("temp"));
  }

  private static Map<String, byte[]> entries(String... namesAndTexts) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      entries.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return entries;
  }

  private static byte[] zip(Charset names, Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path zipFile(String name, Map<String, byte[]> entries) throws IOException {
    return file(name, zip(StandardCharsets.UTF_8, entries));
  }

  @Test
  void aZipFileIsWalkedInItsOrder() throws IOException {
    Path file = zipFile("a.zip", entries("b/2.txt", "two", "a/1.txt", "one", "Thumbs.db", "x"));
    assertEquals(
        List.of(
            "a.zip!/b/2.txt=two",
            "a.zip!/a/1.txt=one",
            "a.zip!/Thumbs.db skipped: written by a file manager",
            "a.zip holds 2"),
        walk(file).lines);
  }

  @Test
  void anArchiveInAnArchiveIsAContainerAgain() throws IOException {
    byte[] inner = zip(StandardCharsets.UTF_8, entries("c.pdf", "see"));
    Path file = zipFile("a.zip", Map.of("b.zip", inner));
    assertEquals(
        List.of("a.zip!/b.zip!/c.pdf=see", "a.zip!/b.zip holds 1", "a.zip holds 1"),
        walk(file).lines);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ArchiveFile.copy(file, List.of("b.zip", "c.pdf"), Sidecar.NONE, folder, LIMITS, out);
    assertEquals("see", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void archivesNestedTooDeeplyAreRefused() throws IOException {
    byte[] bytes = zip(StandardCharsets.UTF_8, entries("x.txt", "x"));
    for (int i = 0; i < 5; i++) {
      bytes = zip(StandardCharsets.UTF_8, Map.of("n.zip", bytes));
    }
    assertEquals(
        "a.zip!/n.zip!/n.zip!/n.zip OVER_LIMIT: archives are nested too deeply here",
        walk(file("a.zip", bytes)).lines.getFirst());
  }

  @Test
  void aTarFilePackedWithGzipIsWalkedAndLinksAreNotFollowed() throws IOException {
    Path path = folder.resolve("all.tgz");
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(
            new GzipCompressorOutputStream(Files.newOutputStream(path)), "UTF-8")) {
      TarArchiveEntry link = new TarArchiveEntry("link.txt", TarConstants.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
      TarArchiveEntry entry = new TarArchiveEntry("отчёт.txt");
      entry.setSize(3);
      tar.putArchiveEntry(entry);
      tar.write("one".getBytes(StandardCharsets.UTF_8));
      tar.closeArchiveEntry();
    }
    assertEquals(List.of("all.tgz!/отчёт.txt=one", "all.tgz holds 1"), walk(path).lines);
  }

  @Test
  void aSevenZipFileIsWalked() throws IOException {
    Path path = folder.resolve("all.7z");
    try (SevenZOutputFile out = new SevenZOutputFile(path.toFile())) {
      for (String name : List.of("one.txt", "two.txt")) {
        SevenZArchiveEntry entry = new SevenZArchiveEntry();
        entry.setName(name);
        out.putArchiveEntry(entry);
        out.write(name.getBytes(StandardCharsets.UTF_8));
        out.closeArchiveEntry();
      }
    }
    assertEquals(
        List.of("all.7z!/one.txt=one.txt", "all.7z!/two.txt=two.txt", "all.7z holds 2"),
        walk(path).lines);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ArchiveFile.copy(path, List.of("two.txt"), Sidecar.NONE, folder, LIMITS, out);
    assertEquals("two.txt", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aSinglePackedFileHoldsOneDocument() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GzipCompressorOutputStream gzip = new GzipCompressorOutputStream(bytes)) {
      gzip.write("one".getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(
        List.of("r.txt.gz!/r.txt=one", "r.txt.gz holds 1"),
        walk(file("r.txt.gz", bytes.toByteArray())).lines);
  }

  @Test
  void namesThatClimbOrCollideStayData() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(
        zip(
            StandardCharsets.UTF_8,
            entries(
                "../../climb.txt", "1", "/etc/x.txt", "2", "etc\\x.txt", "3", "a!/b.txt", "4")));
    Path file = file("a.zip", bytes.toByteArray());
    assertEquals(
        List.of(
            "a.zip!/../../climb.txt=1",
            "a.zip!/etc/x.txt=2",
            "a.zip!/etc/x (2).txt=3",
            "a.zip!/a！/b.txt=4",
            "a.zip holds 4"),
        walk(file).lines);
    assertFalse(Files.exists(folder.resolve("../climb.txt").normalize()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ArchiveFile.copy(file, List.of("etc/x (2).txt"), Sidecar.NONE, folder, LIMITS, out);
    assertEquals("3", out.toString(StandardCharsets.UTF_8));
    assertThrows(
        NoSuchFileException.class,
        () -> ArchiveFile.copy(file, List.of("none.txt"), Sidecar.NONE, folder, LIMITS, out));
  }

  @Test
  void namesInTheCodePagesOfDosAreRead() throws IOException {
    byte[] russian = zip(Charset.forName("IBM866"), entries("Отчёт.txt", "1"));
    byte[] german = zip(Charset.forName("IBM437"), entries("Übersicht.txt", "1"));
    assertEquals("r.zip!/Отчёт.txt=1", walk(file("r.zip", russian)).lines.getFirst());
    assertEquals("g.zip!/Übersicht.txt=1", walk(file("g.zip", german)).lines.getFirst());
  }

  @Test
  void sidecarsInsideAnArchiveApplyWhereverTheyStand() throws IOException {
    Path file =
        zipFile(
            "a.zip",
            entries(
                "v/x.txt", "x", "v/x.txt.yaml", "title: Given\n", "archive.yaml", "series: S\n"));
    Diary diary = walk(file);
    assertEquals("Given", diary.documents.getFirst().sidecar().title());
    assertEquals("S", diary.documents.getFirst().sidecar().series());
    assertTrue(diary.lines.contains("a.zip!/v/x.txt.yaml skipped: sidecar"), "" + diary.lines);
  }

  @Test
  void whatAnEditorLeavesOutInsideAnArchiveIsSkipped() throws IOException {
    Path file =
        zipFile(
            "a.zip",
            entries(
                "x.txt",
                "x",
                "x.txt.yaml",
                "ignore: true",
                "old/archive.yaml",
                "ignore: true",
                "old/y.txt",
                "y",
                "z.txt",
                "z"));
    assertEquals(
        List.of(
            "a.zip!/x.txt skipped: left out by its sidecar",
            "a.zip!/x.txt.yaml skipped: sidecar",
            "a.zip!/old/archive.yaml skipped: sidecar",
            "a.zip!/old/y.txt skipped: left out by its sidecar",
            "a.zip!/z.txt=z",
            "a.zip holds 1"),
        walk(file).lines);
  }

  @Test
  void aBombIsRefusedAndWhatLiesBehindItIsRead() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("big.txt", new byte[300_000]);
    entries.put("after.txt", "still here".getBytes(StandardCharsets.UTF_8));
    assertEquals(
        List.of(
            "bomb.zip!/big.txt OVER_LIMIT: unpacks to more than 200 times its size",
            "bomb.zip!/after.txt=still here",
            "bomb.zip holds 2"),
        walk(zipFile("bomb.zip", entries)).lines.stream().map(String::strip).toList());
  }

  @Test
  void anArchiveFullOfBombsIsCutOffAndSaysSo() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < 40; i++) {
      entries.put(i + ".txt", new byte[300_000]);
    }
    List<String> lines = walk(zipFile("bombs.zip", entries)).lines;
    assertTrue(lines.getFirst().startsWith("bombs.zip!/0.txt OVER_LIMIT"), lines.getFirst());
    assertTrue(lines.size() < 30, "" + lines);
    assertTrue(lines.getLast().contains("unpacks to more than"), lines.getLast());
  }

  @Test
  void tooManyEntriesAreCutOff() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < 60; i++) {
      entries.put(i + ".txt", new byte[1]);
    }
    assertEquals(
        "many.zip holds 50: more than 50 entries",
        walk(zipFile("many.zip", entries)).lines.getLast());
  }

  @Test
  void whatStandsBeforeTheDamageIsKept() throws IOException {
    byte[] whole = zip(StandardCharsets.UTF_8, entries("1.txt", "one", "2.txt", "two"));
    String words =
        ": its directory is damaged or missing: the entries before the damage were looked at";
    int directory = new String(whole, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
    Path noDirectory = file("a.zip", Arrays.copyOf(whole, directory));
    assertEquals(
        List.of("a.zip!/1.txt=one", "a.zip!/2.txt=two", "a.zip holds 2" + words),
        walk(noDirectory).lines);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ArchiveFile.copy(noDirectory, List.of("2.txt"), Sidecar.NONE, folder, LIMITS, out);
    assertEquals("two", out.toString(StandardCharsets.UTF_8));
    List<String> cut = walk(file("cut.zip", Arrays.copyOf(whole, directory - 20))).lines;
    assertEquals("cut.zip!/1.txt=one", cut.getFirst());
    assertTrue(cut.getLast().startsWith("cut.zip holds 2: "), cut.getLast());
    assertEquals(
        List.of("no.zip DAMAGED: the archive is damaged or cut off"),
        walk(file("no.zip", Arrays.copyOf(whole, 20))).lines);
  }

  @Test
  void aZipFileBehindSomethingElseIsWalked() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("a program that unpacks it".getBytes(StandardCharsets.UTF_8));
    bytes.write(zip(StandardCharsets.UTF_8, entries("1.txt", "one")));
    Path file = file("self.zip", bytes.toByteArray());
    assertEquals(List.of("self.zip!/1.txt=one", "self.zip holds 1"), walk(file).lines);
  }

  @Test
  void anEncryptedEntryIsNamed() throws IOException {
    byte[] bytes = zip(StandardCharsets.UTF_8, entries("1.txt", "one"));
    int directory = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
    bytes[6] |= 1; // the flag in the local header, and in the directory
    bytes[directory + 8] |= 1;
    assertEquals(
        "e.zip!/1.txt ENCRYPTED: it opens only with a password",
        walk(file("e.zip", bytes)).lines.getFirst());
  }

  @Test
  void officeFilesAreDocumentsWhateverTheirName() throws IOException {
    Path word = zipFile("word.zip", entries("[Content_Types].xml", "x"));
    Path book = zipFile("book", entries("mimetype", "application/epub+zip"));
    Path named = zipFile("x.docx", entries("a.txt", "x"));
    for (Path file : List.of(word, book, named)) {
      assertEquals(null, ArchiveFile.mediaType(file, file.getFileName().toString()));
    }
    try (InputStream in = Files.newInputStream(word)) {
      assertEquals('P', in.read());
    }
  }
}
