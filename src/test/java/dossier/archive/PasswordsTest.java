package dossier.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens archive files that need a password. */
class PasswordsTest {

  private static final String NEEDED = "it opens only with a password";
  private static final String WRONG = "the password in its sidecar does not open it";

  @TempDir Path folder;

  private List<String> walk(Path file, String yaml) throws IOException {
    String name = file.getFileName().toString();
    Sidecar sidecar = Sidecars.of(Map.of(name + ".yaml", yaml.getBytes(UTF_8)), name, Sidecar.NONE);
    return Diary.of(file, sidecar, ArchiveFile.Limits.STANDARD, folder.resolve("temp")).lines;
  }

  private Path zip(EncryptionMethod method, String... passwordsNamesAndTexts) throws IOException {
    Path path = Files.createDirectories(folder.resolve("corpus")).resolve("a.zip");
    for (int i = 0; i < passwordsNamesAndTexts.length; i += 3) {
      ZipParameters parameters = new ZipParameters();
      parameters.setFileNameInZip(passwordsNamesAndTexts[i + 1]);
      parameters.setEncryptFiles(!passwordsNamesAndTexts[i].isEmpty());
      parameters.setEncryptionMethod(method);
      try (ZipFile zip = new ZipFile(path.toFile(), passwordsNamesAndTexts[i].toCharArray())) {
        byte[] text = passwordsNamesAndTexts[i + 2].getBytes(UTF_8);
        zip.addStream(new ByteArrayInputStream(text), parameters);
      }
    }
    return path;
  }

  @Test
  void anEncryptedZipFileOpensWithThePasswordInItsSidecar() throws IOException {
    for (EncryptionMethod method : List.of(EncryptionMethod.ZIP_STANDARD, EncryptionMethod.AES)) {
      Path file = zip(method, "пароль", "1.txt", "one", "", "2.txt", "two");
      assertEquals(
          List.of("a.zip!/1.txt=one", "a.zip!/2.txt=two", "a.zip holds 2"),
          walk(file, "password: пароль"));
      assertEquals(
          List.of("a.zip!/1.txt ENCRYPTED: " + NEEDED, "a.zip!/2.txt=two", "a.zip holds 2"),
          walk(file, "title: none"));
      assertEquals(
          List.of("a.zip!/1.txt ENCRYPTED: " + WRONG, "a.zip!/2.txt=two", "a.zip holds 2"),
          walk(file, "password: other"));
      Files.delete(file);
    }
  }

  @Test
  void anEntryMayHaveAPasswordOfItsOwn() throws IOException {
    Path file =
        zip(
            EncryptionMethod.AES,
            "inner",
            "in/1.txt",
            "one",
            "outer",
            "2.txt",
            "two",
            "",
            "in/1.txt.yaml",
            "password: inner");
    assertEquals(
        List.of(
            "a.zip!/in/1.txt=one",
            "a.zip!/2.txt=two",
            "a.zip!/in/1.txt.yaml skipped: sidecar",
            "a.zip holds 2"),
        walk(file, "password: outer"));
    Files.writeString(file.resolveSibling("archive.yaml"), "password: outer");
    assertEquals("one", original("a.zip!/in/1.txt"));
    assertEquals("two", original("a.zip!/2.txt"));
  }

  @Test
  void anEncryptedSevenZipFileOpensWithThePasswordInItsSidecar() throws IOException {
    Path file = Files.createDirectories(folder.resolve("corpus")).resolve("a.7z");
    try (SevenZOutputFile out = new SevenZOutputFile(file.toFile(), "sesame".toCharArray())) {
      SevenZArchiveEntry entry = new SevenZArchiveEntry();
      entry.setName("1.txt");
      out.putArchiveEntry(entry);
      out.write("one".getBytes(UTF_8));
      out.closeArchiveEntry();
    }
    assertEquals(List.of("a.7z!/1.txt=one", "a.7z holds 1"), walk(file, "password: sesame"));
    assertEquals("a.7z!/1.txt ENCRYPTED: " + NEEDED, walk(file, "title: x").getFirst());
    assertEquals("a.7z!/1.txt ENCRYPTED: " + WRONG, walk(file, "password: x").getFirst());
    Location inside = new Location("a.7z!/1.txt");
    assertThrows(IOException.class, () -> archive().open(inside));
    Files.writeString(file.resolveSibling("a.7z.yaml"), "password: sesame");
    assertEquals("one", original("a.7z!/1.txt"));
    try (Stream<Path> left = Files.list(folder.resolve("opened"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  private Archive archive() {
    return new Archive(folder.resolve("corpus"), folder.resolve("opened"));
  }

  private String original(String location) throws IOException {
    try (InputStream in = archive().open(new Location(location))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
