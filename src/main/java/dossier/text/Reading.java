package dossier.text;

import dossier.archive.ArchiveFile;
import dossier.archive.Document;
import dossier.archive.Original;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The reading of one file, through as many workers as it takes.
///
/// A worker that dies, or is stopped, leaves its place known: the extractions given so far. The
/// next worker walks the same archive again and passes those by.
final class Reading {

  /// How an attempt ended.
  enum End {
    DONE,
    /// What needed a worker of its own has been read.
    PASSED,
    GONE,
    TOO_SLOW,
    TOO_MUCH_DISK
  }

  /// No document has more words than the worker sends; a worker that does is not ours any more.
  private static final long LONGEST = 64_000_000;

  private static final String UNKNOWN = "application/octet-stream";

  /// A document that has been announced and is not finished.
  private static final class Open {

    private final Document document;
    private final List<Passage> passages = new ArrayList<>();
    private long characters;

    Open(Document document) {
      this.document = document;
    }
  }

  private final Original original;
  private final Extractor.Visitor visitor;
  private final Workers.Limits limits;
  private final String ocr;
  private final Deque<Open> open = new ArrayDeque<>();
  private Ladder ladder = new Ladder();
  private int given;
  private int documents;
  private int reached;
  private boolean over;
  private Frame.@Nullable Opened container;
  private long startedNanos;
  private long lastNanos;

  Reading(Original original, Extractor.Visitor visitor, Workers.Limits limits, String ocr) {
    this.original = original;
    this.visitor = visitor;
    this.limits = limits;
    this.ocr = ocr;
  }

  boolean isOver() {
    return over;
  }

  /// Whether the next attempt needs a large worker.
  boolean isLarge() {
    return ladder.rung() == Ladder.Rung.LARGE
        || (ladder.rung() == Ladder.Rung.REST && ladder.reason() == Reason.MEMORY_LIMIT);
  }

  /// Where it is, for the log.
  String where() {
    return open.isEmpty() ? original.location().path() : open.getLast().document.location().path();
  }

  /// Reads with this worker as far as it goes.
  End with(Child child) throws InterruptedException {
    open.clear();
    startedNanos = System.nanoTime();
    boolean own = isLarge();
    int before = given;
    int most = ladder.rung() == Ladder.Rung.REST ? reached - 1 : Allowance.TOTAL;
    String path = original.path().toAbsolutePath().toString();
    try {
      child.send(new Frame.Read(unknown(), path, given, most, ocr));
      while (!over) {
        if (own && given > before) {
          over = container == null;
          return End.PASSED;
        }
        Frame frame = child.await(patience());
        lastNanos = System.nanoTime();
        if (frame == null) {
          return child.isOverDisk() ? End.TOO_MUCH_DISK : End.TOO_SLOW;
        }
        if (frame instanceof Frame.Gone) {
          return End.GONE;
        }
        take(frame, child);
      }
      return End.DONE;
    } catch (IOException e) {
      return End.GONE;
    }
  }

  private Document unknown() {
    return new Document(
        original.location(), original.sizeBytes(), ArchiveFile.NO_HASH, original.sidecar());
  }

  private long patience() {
    long silence = limits.silence().toNanos();
    if (open.isEmpty() || !ocr.isEmpty()) { // each page has its own limit in text recognition
      return silence;
    }
    long time = limits.time(open.getLast().document.sizeBytes()).toNanos();
    long all = ladder.rung() == Ladder.Rung.LARGE ? 3 * time : time;
    return Math.clamp(all - (System.nanoTime() - startedNanos), 0, silence);
  }

  private void take(Frame frame, Child child) throws IOException {
    switch (frame) {
      case Frame.Seen seen -> seen(seen.document(), child);
      case Frame.Passages some -> collect(some.passages());
      case Frame.Finished finished -> give(extracted(finished, close()));
      case Frame.Left _ -> give(new Extraction.Unwanted(close().document, "", millis()));
      case Frame.Refused r -> refuse(r);
      case Frame.Skipped s -> give(new Extraction.Skipped(s.document(), s.rule(), "", millis()));
      case Frame.Opened opened -> {
        if (container == null && open.isEmpty()) {
          container = opened;
        }
      }
      case Frame.Closed c -> {
        closeIf(c.document());
        give(
            new Extraction.Container(
                c.document(), c.documents(), c.mediaType(), c.cut(), "", millis()));
      }
      case Frame.Done _ -> over = true;
      case Frame.Alive alive -> reached = Math.max(reached, alive.characters());
      case Frame.Gone _, Frame.Read _, Frame.Answer _ ->
          throw new IOException("a worker does not send this");
    }
  }

  private void seen(Document document, Child child) throws IOException {
    boolean wanted = visitor.wanted(document);
    child.countDocument();
    if (open.isEmpty()) {
      startedNanos = System.nanoTime();
      reached = 0;
    }
    open.push(new Open(document));
    child.send(new Frame.Answer(wanted));
  }

  private Open close() throws IOException {
    if (open.isEmpty()) {
      throw new IOException("no document has been announced");
    }
    return open.pop();
  }

  private void closeIf(Document document) {
    if (!open.isEmpty() && open.getFirst().document.location().equals(document.location())) {
      open.pop();
    }
  }

  private void refuse(Frame.Refused r) {
    closeIf(r.document());
    give(
        new Extraction.Refused(
            r.document(),
            r.reason(),
            r.detail(),
            r.mediaType(),
            r.properties(),
            r.parser(),
            millis()));
  }

  private void collect(List<Passage> some) throws IOException {
    Open document = open.peek();
    if (document == null) {
      throw new IOException("no document has been announced");
    }
    document.passages.addAll(some);
    for (Passage passage : some) {
      document.characters += passage.text().length();
    }
    if (document.characters > LONGEST) {
      throw new IOException("more text than a document may have");
    }
  }

  private Extraction extracted(Frame.Finished f, Open document) {
    Text text =
        new Text(
            f.mediaType(),
            f.paged(),
            f.pages(),
            document.passages,
            f.properties(),
            f.language(),
            f.recognised());
    List<String> missing = new ArrayList<>(f.missing());
    if (ladder.rung() == Ladder.Rung.REST && missing.remove(Allowance.CUT)) {
      missing.add("Its end is missing: " + ladder.detail() + ".");
    }
    return new Extraction.Extracted(document.document, text, missing, f.parser(), millis());
  }

  private void give(Extraction extraction) {
    boolean outermost = open.isEmpty();
    if (!(extraction instanceof Extraction.Skipped || extraction instanceof Extraction.Container)) {
      documents++;
    }
    visitor.found(instead(extraction));
    if (outermost) {
      given++;
      ladder = new Ladder();
      startedNanos = System.nanoTime();
    }
  }

  /// What is left of a document that has been cut where reading it went wrong may be nothing: then
  /// that is why it could not be read.
  private Extraction instead(Extraction extraction) {
    return ladder.rung() == Ladder.Rung.REST && extraction instanceof Extraction.Refused refused
        ? refused(refused.document())
        : extraction;
  }

  private long millis() {
    return TimeUnit.NANOSECONDS.toMillis(lastNanos - startedNanos);
  }

  /// The worker is gone.
  ///
  /// @param exitCode what it ended with
  void failed(End end, int exitCode) {
    Reason reason =
        switch (end) {
          case TOO_SLOW -> Reason.TIME_LIMIT;
          case TOO_MUCH_DISK -> Reason.BUDGET;
          case GONE, DONE, PASSED ->
              exitCode == Worker.OUT_OF_MEMORY ? Reason.MEMORY_LIMIT : Reason.CRASHED;
        };
    boolean some = !open.isEmpty() && reached > 1;
    if (ladder.climb(reason, some)) {
      return;
    }
    Document document = open.isEmpty() ? null : open.getLast().document;
    open.clear();
    over = document == null || container == null;
    if (document != null) {
      give(refused(document));
    } else {
      giveUp();
    }
  }

  /// Walking itself failed: nothing can be read behind this place.
  private void giveUp() {
    Frame.Opened opened = container;
    if (opened == null) {
      give(refused(unknown()));
    } else {
      String cut = "stopped behind document " + documents + ": " + ladder.detail();
      give(
          new Extraction.Container(
              opened.document(), documents, opened.mediaType(), cut, "", millis()));
    }
  }

  private Extraction refused(Document document) {
    return new Extraction.Refused(
        document, ladder.reason(), ladder.detail(), UNKNOWN, Properties.NONE, "", millis());
  }
}
