package dossier.text;

import static dossier.text.Samples.PROSE;
import static dossier.text.Samples.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.archive.Document;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What hostile and broken files do to workers, and workers to their processes. */
class WorkersTest {

  private static final Workers.Limits SHORT =
      new Workers.Limits(
          Duration.ofSeconds(20),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          Duration.ofSeconds(4),
          128,
          256,
          500,
          100);

  @TempDir static Path folder;
  private static Workers workers;

  private static Workers.Setup setup() {
    return new Workers.Setup(folder.resolve("temp"), "", SHORT);
  }

  @BeforeAll
  static void start() {
    workers = Workers.start(1, setup());
  }

  @AfterAll
  static void close() {
    workers.close();
  }

  private static Extraction.Refused refused(String name, byte[] bytes) throws Exception {
    return Given.refused(workers, Samples.write(folder.resolve(name), bytes));
  }

  private static void nextFileIsRead() throws Exception {
    Text text =
        Given.text(workers, Samples.write(folder.resolve("next.txt"), utf8("Title\n\n" + PROSE)));
    assertEquals(2, text.passages().size());
  }

  @Test
  void aDocumentThatHangsIsStoppedAndTheNextOneRead() throws Exception {
    assertEquals(Reason.TIME_LIMIT, refused("a.trap", utf8("hang")).reason());
    nextFileIsRead();
  }

  @Test
  void aDocumentThatCrashesItsWorkerIsRefusedAndTheNextOneRead() throws Exception {
    Extraction.Refused refused = refused("b.trap", utf8("crash"));
    assertEquals(Reason.CRASHED, refused.reason());
    assertEquals(64, refused.document().sha256().length());
    nextFileIsRead();
  }

  @Test
  void aDocumentThatFillsTheMemoryIsRefusedAndTheNextOneRead() throws Exception {
    assertEquals(Reason.MEMORY_LIMIT, refused("c.trap", utf8("memory")).reason());
    nextFileIsRead();
  }

  @Test
  void aDocumentThatFillsTheDiskIsRefusedAndNothingStaysOfIt() throws Exception {
    assertEquals(Reason.BUDGET, refused("disk.trap", utf8("disk")).reason());
    nextFileIsRead();
    workers.close();
    try (Stream<Path> left = Files.list(folder.resolve("temp"))) {
      assertEquals(List.of(), left.toList());
    }
    workers = Workers.start(1, setup());
  }

  @Test
  void aDocumentThatNeedsMoreMemoryIsReadInALargerWorker() throws Exception {
    // It has no words, which is found out only where there is room for it.
    assertEquals(Reason.EMPTY, refused("large.trap", utf8("large")).reason());
    nextFileIsRead();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hang", "crash", "memory"})
  void whatStandsBeforeATrapIsKept(String trap) throws Exception {
    Path file = Samples.write(folder.resolve("words.trap"), utf8("words " + trap));
    Extraction.Extracted extracted =
        assertInstanceOf(Extraction.Extracted.class, Given.all(workers, file).getFirst());
    int passages = extracted.text().passages().size();
    assertTrue(passages >= 100, "kept " + passages);
    assertEquals(1, extracted.missing().size());
    assertTrue(extracted.missing().getFirst().startsWith("Its end is missing: "));
    nextFileIsRead();
  }

  @Test
  void anAttachmentThatHangsTakesOnlyWhatStandsBehindIt() throws Exception {
    String mail =
        """
        From: a@example.org
        Subject: Two annexes
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        %s
        --b
        Content-Type: text/plain; name="one.txt"
        Content-Disposition: attachment; filename="one.txt"

        One
        --b
        Content-Type: application/octet-stream; name="two.trap"
        Content-Disposition: attachment; filename="two.trap"

        hang
        --b--
        """
            .formatted(PROSE)
            .replace("\n", "\r\n");
    List<Extraction> all =
        Given.all(workers, Samples.write(folder.resolve("annexes.eml"), utf8(mail)));
    assertEquals("annexes.eml!/one.txt", all.getFirst().document().location().path());
    assertEquals("annexes.eml", all.getLast().document().location().path());
    Extraction.Extracted kept = assertInstanceOf(Extraction.Extracted.class, all.getLast());
    assertEquals(List.of("Its end is missing: reading it did not come to an end."), kept.missing());
    nextFileIsRead();
  }

  @Test
  void aDocumentNestedTooDeeplyIsRefused() throws Exception {
    assertEquals(Reason.DAMAGED, refused("d.trap", utf8("deep")).reason());
  }

  @Test
  void whatALibraryPrintsDoesNotSpoilTheWire() throws Exception {
    assertEquals(Reason.EMPTY, refused("e.trap", utf8("noise")).reason());
    nextFileIsRead();
  }

  @Test
  void walkingAnArchiveGoesOnBehindADocumentThatKillsTheWorker() throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("1.txt", utf8("One\n\n" + PROSE));
    entries.put("2.trap", utf8("crash"));
    entries.put("3.txt", utf8("Three\n\n" + PROSE));
    entries.put("4.trap", utf8("hang"));
    entries.put("5.txt", utf8("Five\n\n" + PROSE));
    List<Extraction> all = Given.all(workers, Samples.zip(folder.resolve("killers.zip"), entries));
    assertEquals(
        List.of(
            "killers.zip!/1.txt Extracted",
            "killers.zip!/2.trap Refused",
            "killers.zip!/3.txt Extracted",
            "killers.zip!/4.trap Refused",
            "killers.zip!/5.txt Extracted",
            "killers.zip Container"),
        all.stream()
            .map(e -> e.document().location() + " " + e.getClass().getSimpleName())
            .toList());
    Extraction.Container container = (Extraction.Container) all.getLast();
    assertEquals(5, container.entries());
    assertEquals("", container.cut());
  }

  @Test
  void brokenFilesSayWhatIsWrongInPlainWords() throws Exception {
    Path pdf = Samples.pdf(folder.resolve("whole.pdf"), List.of(List.of("Some words")));
    byte[] whole = Files.readAllBytes(pdf);
    byte[] random = new byte[5000];
    RandomGenerator source = new SplittableRandom(42);
    source.nextBytes(random);
    check(Reason.EMPTY, refused("empty.pdf", new byte[0]));
    check(Reason.DAMAGED, refused("cut.pdf", Arrays.copyOf(whole, 60)));
    check(Reason.DAMAGED, refused("random.pdf", random));
    check(Reason.UNSUPPORTED, refused("random.bin", random));
    check(Reason.UNSUPPORTED, refused("random.txt", random));
    check(Reason.DAMAGED, refused("cut.docx", Arrays.copyOf(docx(), 300)));
    check(Reason.ENCRYPTED, Given.refused(workers, Samples.encryptedPdf(folder.resolve("e.pdf"))));
    check(
        Reason.NEEDS_OCR,
        Given.refused(workers, Samples.pdf(folder.resolve("scan.pdf"), List.of(List.of(" ")))));
  }

  private static byte[] docx() throws Exception {
    return Files.readAllBytes(Samples.docx(folder.resolve("whole.docx")));
  }

  private static void check(Reason reason, Extraction.Refused refused) {
    assertEquals(reason, refused.reason(), refused.toString());
    assertFalse(refused.detail().isEmpty(), refused.toString());
    assertFalse(refused.detail().contains("Exception"), refused.toString());
  }

  @Test
  void aDocumentThatIsNotWantedIsHashedButNotRead() throws Exception {
    Given given = new Given();
    given.wanted = false;
    Path file = Samples.write(folder.resolve("known.trap"), utf8("crash"));
    workers.read(Given.original(file), given);
    Document asked = given.asked.getFirst();
    assertEquals(5, asked.sizeBytes());
    assertEquals("cdb2e0d0f873ce53", asked.sha256().substring(0, 16));
    assertInstanceOf(Extraction.Unwanted.class, given.found.getFirst());
  }

  @Test
  void noWorkerIsLeftAfterClosing() throws Exception {
    List<ProcessHandle> children;
    try (Workers own = Workers.start(2, setup())) {
      List<ProcessHandle> before = ProcessHandle.current().children().toList();
      Given.text(own, Samples.write(folder.resolve("one.txt"), utf8("One\n\n" + PROSE)));
      children =
          ProcessHandle.current().children().filter(child -> !before.contains(child)).toList();
    }
    assertEquals(1, children.size());
    assertFalse(children.getFirst().isAlive());
  }

  @Test
  void readingAfterClosingIsAMistakeThatIsTold() throws Exception {
    Workers own = Workers.start(1);
    own.close();
    Path file = Samples.write(folder.resolve("late.txt"), utf8(PROSE));
    assertThrows(IllegalStateException.class, () -> Given.all(own, file));
  }

  @Test
  void aWorkerEndsWithThePortalEvenWhenThatIsKilled() throws Exception {
    Path file = Samples.write(folder.resolve("forever.trap"), utf8("hang"));
    Process portal =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Portal.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    try {
      assertEquals('!', portal.getInputStream().read(), "the document is about to be parsed");
      List<ProcessHandle> its = portal.descendants().toList();
      assertEquals(1, its.size());
      portal.destroyForcibly().waitFor();
      its.getFirst().onExit().get(30, TimeUnit.SECONDS);
      assertFalse(its.getFirst().isAlive());
    } finally {
      portal.destroyForcibly();
    }
  }

  /** A process with a worker that hangs; says `!` when the worker has been given its document. */
  static final class Portal {
    public static void main(String[] args) throws Exception {
      Given given =
          new Given() {
            @Override
            public boolean wanted(Document document) {
              System.out.print('!');
              System.out.flush();
              return true;
            }
          };
      Workers.start(1).read(Given.original(Path.of(args[0])), given);
    }
  }
}
