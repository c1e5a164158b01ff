package dossier.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks the mails of mailboxes. */
class MailboxTest {

  private static final String BOX =
      """
      From someone@example.org Mon Jan  1 12:00:00 2024
      Subject: =?UTF-8?B?0J7RgtGH0ZHRgg==?=
       on borders / rivers
      From: a@example.org

      First words.

      From here on nothing is a new mail.
      >From the archive.

      From - Tue Jan 02 08:15:00 2024
      From: b@example.org

      No subject here.
      From someone Tue Jan 02 08:15:00 2024 is said in the middle.

      From c@example.org Wed Jan  3 12:00:00 2024
      SUBJECT: ..\\..\\climb
      """;

  @TempDir Path folder;

  private Diary walk(Path file) throws IOException {
    return Diary.of(file, Sidecar.NONE, ArchiveFile.Limits.STANDARD, folder.resolve("temp"));
  }

  private static String copy(Path file, String entry) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ArchiveFile.copy(
        file,
        List.of(entry),
        Sidecar.NONE,
        file.resolveSibling("temp"),
        ArchiveFile.Limits.STANDARD,
        out);
    return out.toString(UTF_8);
  }

  @Test
  void eachMailIsAnEntryCalledByItsNumberAndSubject() throws IOException {
    for (String end : List.of("\n", "\r\n")) {
      Path box = Files.writeString(folder.resolve("all.mbox"), BOX.replace("\n", end));
      Diary diary = walk(box);
      List<String> names = new ArrayList<>();
      diary.documents.forEach(document -> names.add(document.location().path()));
      assertEquals(
          List.of(
              "all.mbox!/00001 Отчёт on borders rivers.eml",
              "all.mbox!/00002.eml",
              "all.mbox!/00003 .. .. climb.eml"),
          names);
      assertEquals("all.mbox holds 3", diary.lines.getLast());
      String first = copy(box, "00001 Отчёт on borders rivers.eml");
      assertTrue(first.startsWith("Subject: ="), first);
      assertTrue(first.contains(">From the archive." + end), first);
      String second = copy(box, "00002.eml");
      assertTrue(second.contains("in the middle." + end), second);
      assertEquals("SUBJECT: ..\\..\\climb" + end, copy(box, "00003 .. .. climb.eml"));
    }
  }

  @Test
  void aLineWithoutEndAndAMailboxWithoutEndKeepMemoryFlat() throws IOException {
    Path box = folder.resolve("long.mbox");
    byte[] words = "no end of it, ".repeat(4000).getBytes(UTF_8);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(box))) {
      out.write("From a@example.org Mon Jan  1 12:00:00 2024\nSubject: ".getBytes(UTF_8));
      for (int i = 0; i < 1000; i++) {
        out.write(words);
      }
      out.write("\n\nFrom b@example.org Mon Jan  1 12:00:00 2024\nSubject: B\n\nx".getBytes(UTF_8));
    }
    Diary diary = walk(box);
    assertEquals(2, diary.documents.size());
    assertEquals("long.mbox!/00002 B.eml", diary.documents.get(1).location().path());
    assertTrue(diary.documents.getFirst().location().name().length() < 100);
    long size = diary.documents.getFirst().sizeBytes();
    assertEquals(1000L * words.length + "Subject: \n\n".length(), size);
  }
}
