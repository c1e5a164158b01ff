package dossier.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

  @TempDir Path corpus;

  private Archive archive;

  @BeforeEach
  void open() {
    archive = new Archive(corpus);
  }

  @Test
  void aCorpusThatDoesNotExistIsEmpty() throws IOException {
    assertEquals(List.of(), new Archive(corpus.resolve("missing")).changes(Map.of(), 0));
  }

  @Test
  void everyFileIsToBeReadTheFirstTime() throws IOException {
    write("b.txt", "two");
    write("2024/обзор.txt", "one");
    write("2024/تقرير.txt", "three");
    assertEquals(
        List.of("read 2024/обзор.txt", "read 2024/تقرير.txt", "read b.txt"), changes(Map.of()));
  }

  @Test
  void noiseAndSidecarsAreSkippedByNamedRules() throws IOException {
    write("a.pdf", "x");
    write("a.pdf.yaml", "title: A");
    write("archive.yaml", "series: S");
    write("alone.yaml", "just: data");
    write(".hidden/b.txt", "x");
    write("Thumbs.db", "x");
    write("~$draft.docx", "x");
    assertEquals(
        List.of(
            "skip .hidden/b.txt: lies in the hidden folder .hidden",
            "skip Thumbs.db: written by a file manager",
            "read a.pdf",
            "skip a.pdf.yaml: sidecar",
            "skip alone.yaml: sidecar without its document",
            "skip archive.yaml: sidecar",
            "skip ~$draft.docx: lock file of an office program"),
        changes(Map.of()));
  }

  @Test
  void aSymbolicLinkIsNotFollowed() throws IOException {
    Path outside = Files.createTempFile("outside", ".txt");
    Files.createSymbolicLink(corpus.resolve("link.txt"), outside);
    assertEquals(List.of("skip link.txt: symbolic link, not followed"), changes(Map.of()));
    Files.delete(outside);
  }

  @Test
  void theSameSizeAndTimeIsTheSameFile() throws IOException {
    write("a.txt", "words");
    assertEquals(List.of("same a.txt"), changes(known("a.txt")));
  }

  @Test
  void anotherTimeWithTheSameBytesIsOnlyTouched() throws IOException {
    write("a.txt", "words");
    Map<Location, Stamp> known = known("a.txt");
    Files.setLastModifiedTime(corpus.resolve("a.txt"), FileTime.fromMillis(1_000_000));
    assertEquals(List.of("touched a.txt at 1000000"), changes(known));
  }

  @Test
  void otherBytesOfTheSameSizeAreRead() throws IOException {
    write("a.txt", "words");
    Map<Location, Stamp> known = known("a.txt");
    write("a.txt", "sword");
    Files.setLastModifiedTime(corpus.resolve("a.txt"), FileTime.fromMillis(1_000_000));
    assertEquals(List.of("read a.txt"), changes(known));
  }

  @Test
  void anotherSidecarMeansReadingAgain() throws IOException {
    write("a.txt", "words");
    Map<Location, Stamp> known = known("a.txt");
    write("a.txt.yaml", "title: Better");
    assertEquals(List.of("read a.txt", "skip a.txt.yaml: sidecar"), changes(known));
  }

  @Test
  void whatAnEditorLeavesOutIsSkippedUntilTheWordIsTakenBack() throws IOException {
    write("a.txt", "words");
    write("old/b.txt", "words");
    Map<Location, Stamp> known = known("a.txt");
    write("a.txt.yaml", "ignore: true");
    write("old/archive.yaml", "ignore: true");
    assertEquals(
        List.of(
            "skip a.txt: left out by its sidecar",
            "skip a.txt.yaml: sidecar",
            "skip old/archive.yaml: sidecar",
            "skip old/b.txt: left out by its sidecar"),
        changes(known));
    Sidecar ignoring =
        Sidecars.of(Map.of("a.txt.yaml", "ignore: true".getBytes(UTF_8)), "a.txt", Sidecar.NONE);
    Stamp stamp = known.get(new Location("a.txt"));
    known.put(
        new Location("a.txt"),
        new Stamp(stamp.sizeBytes(), stamp.modifiedMillis(), "", ignoring.fingerprint()));
    assertEquals("same a.txt", changes(known).getFirst());
    write("a.txt.yaml", "ignore: false");
    assertEquals("read a.txt", changes(known).getFirst());
    Files.delete(corpus.resolve("a.txt.yaml"));
    assertEquals("read a.txt", changes(known).getFirst());
  }

  @Test
  void whatIsGoneHasVanished() throws IOException {
    write("a.txt", "words");
    Map<Location, Stamp> known = known("a.txt");
    Files.delete(corpus.resolve("a.txt"));
    assertEquals(List.of("vanished a.txt"), changes(known));
  }

  @Test
  void aFileStillBeingWrittenIsLeftAloneAndHasNotVanished() throws IOException {
    write("a.txt", "words");
    Map<Location, Stamp> known = known("a.txt");
    Files.setLastModifiedTime(corpus.resolve("a.txt"), FileTime.fromMillis(5_000));
    assertEquals(List.of(), archive.changes(known, 4_000));
  }

  private void write(String name, String text) throws IOException {
    Path file = corpus.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Map<Location, Stamp> known(String name) throws IOException {
    Path file = corpus.resolve(name);
    Map<Location, Stamp> known = new HashMap<>();
    known.put(
        new Location(name),
        new Stamp(Files.size(file), Files.getLastModifiedTime(file).toMillis(), Hash.of(file), ""));
    return known;
  }

  private List<String> changes(Map<Location, Stamp> known) throws IOException {
    return archive.changes(known, Long.MAX_VALUE).stream().map(ArchiveTest::print).toList();
  }

  private static String print(Change change) {
    return switch (change) {
      case Change.Read read -> "read " + read.original().location();
      case Change.Touched touched ->
          "touched " + touched.original().location() + " at " + touched.stamp().modifiedMillis();
      case Change.Skip skip -> "skip " + skip.original().location() + ": " + skip.rule();
      case Change.Same same -> "same " + same.original().location();
      case Change.Vanished vanished -> "vanished " + vanished.location();
    };
  }
}
