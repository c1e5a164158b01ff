package dossier.text;

import dossier.archive.ArchiveFile;
import dossier.archive.Document;
import dossier.archive.Original;
import java.io.IOException;
import java.util.ArrayList;
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
    GONE,
    TOO_SLOW
  }

  /// No document has more words than the worker sends; a worker that does is not ours any more.
  private static final long LONGEST = 64_000_000;

  private static final String MEMORY_EXIT = "reading it takes more memory than a document may have";

  private final Original original;
  private final Extractor.Visitor visitor;
  private final Workers.Limits limits;
  private final List<Passage> passages = new ArrayList<>();
  private long characters;
  private int given;
  private int documents;
  private int failedAt = -1;
  private boolean over;
  private @Nullable Document current;
  private Frame.@Nullable Opened container;
  private long startedNanos;
  private long lastNanos;

  Reading(Original original, Extractor.Visitor visitor, Workers.Limits limits) {
    this.original = original;
    this.visitor = visitor;
    this.limits = limits;
  }

  boolean isOver() {
    return over;
  }

  /// Where it is, for the log.
  String where() {
    return current == null ? original.location().path() : current.location().path();
  }

  /// Reads with this worker as far as it goes.
  End with(Child child) throws InterruptedException {
    forget();
    startedNanos = System.nanoTime();
    try {
      child.send(new Frame.Read(unknown(), original.path().toAbsolutePath().toString(), given));
      while (!over) {
        Frame frame = child.await(patience());
        lastNanos = System.nanoTime();
        if (frame == null) {
          return End.TOO_SLOW;
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
    if (current == null) {
      return silence;
    }
    long left = limits.time(current.sizeBytes()).toNanos() - (System.nanoTime() - startedNanos);
    return Math.clamp(left, 0, silence);
  }

  private void take(Frame frame, Child child) throws IOException {
    switch (frame) {
      case Frame.Seen seen -> seen(seen.document(), child);
      case Frame.Passages some -> collect(some.passages());
      case Frame.Finished finished -> give(extracted(finished), true);
      case Frame.Left _ -> give(new Extraction.Unwanted(seen(), "", millis()), true);
      case Frame.Refused r ->
          give(
              new Extraction.Refused(
                  r.document(), r.reason(), r.detail(), r.mediaType(), r.parser(), millis()),
              true);
      case Frame.Skipped s ->
          give(new Extraction.Skipped(s.document(), s.rule(), "", millis()), false);
      case Frame.Opened opened -> {
        if (container == null) {
          container = opened;
        }
      }
      case Frame.Closed c ->
          give(
              new Extraction.Container(
                  c.document(), c.documents(), c.mediaType(), c.cut(), "", millis()),
              false);
      case Frame.Done _ -> over = true;
      case Frame.Alive _ -> {}
      case Frame.Gone _, Frame.Read _, Frame.Answer _ ->
          throw new IOException("a worker does not send this");
    }
  }

  private void seen(Document document, Child child) throws IOException {
    forget();
    boolean wanted = visitor.wanted(document);
    child.countDocument();
    current = document;
    startedNanos = System.nanoTime();
    child.send(new Frame.Answer(wanted));
  }

  private Document seen() throws IOException {
    if (current == null) {
      throw new IOException("no document has been announced");
    }
    return current;
  }

  private void collect(List<Passage> some) throws IOException {
    passages.addAll(some);
    for (Passage passage : some) {
      characters += passage.text().length();
    }
    if (characters > LONGEST) {
      throw new IOException("more text than a document may have");
    }
  }

  private Extraction extracted(Frame.Finished f) throws IOException {
    Text text =
        new Text(f.mediaType(), f.paged(), f.pages(), passages, f.properties(), f.language());
    return new Extraction.Extracted(seen(), text, f.missing(), f.parser(), millis());
  }

  private void give(Extraction extraction, boolean document) {
    forget();
    given++;
    documents += document ? 1 : 0;
    visitor.found(extraction);
    startedNanos = System.nanoTime();
  }

  private void forget() {
    current = null;
    passages.clear();
    characters = 0;
  }

  private long millis() {
    return TimeUnit.NANOSECONDS.toMillis(lastNanos - startedNanos);
  }

  /// The worker is gone. A crash is tried once more, in a new worker; then the document is refused
  /// and the next worker goes on behind it.
  void failed(End end, int exitCode) {
    boolean again = failedAt == given;
    failedAt = given;
    if (end != End.TOO_SLOW && !again) {
      return;
    }
    Reason reason =
        end == End.TOO_SLOW
            ? Reason.TIME_LIMIT
            : exitCode == Worker.OUT_OF_MEMORY ? Reason.MEMORY_LIMIT : Reason.CRASHED;
    Document document = current;
    if (document != null) {
      over = container == null;
      give(refused(document, reason), true);
    } else {
      over = true;
      giveUp(reason);
    }
  }

  /// Walking itself failed: nothing can be read behind this place.
  private void giveUp(Reason reason) {
    Frame.Opened opened = container;
    if (opened == null) {
      give(refused(unknown(), reason), true);
    } else {
      String cut = "stopped behind document " + documents + ": " + detail(reason);
      give(
          new Extraction.Container(
              opened.document(), documents, opened.mediaType(), cut, "", millis()),
          false);
    }
  }

  private Extraction refused(Document document, Reason reason) {
    return new Extraction.Refused(
        document, reason, detail(reason), "application/octet-stream", "", millis());
  }

  private static String detail(Reason reason) {
    return switch (reason) {
      case TIME_LIMIT -> "reading it did not come to an end";
      case MEMORY_LIMIT -> MEMORY_EXIT;
      case CRASHED -> "the reading process ended twice at this place";
      case ENCRYPTED, EMPTY, UNSUPPORTED, DAMAGED, BUDGET, NEEDS_OCR -> reason.words();
    };
  }
}
