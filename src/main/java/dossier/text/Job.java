package dossier.text;

import dossier.archive.ArchiveFile;
import dossier.archive.Document;
import dossier.archive.Hash;
import dossier.archive.Location;
import dossier.archive.Names;
import dossier.archive.Sidecar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// One file in the worker: its documents, as walking tells them, and what lies inside those. The
/// first extractions were given by an earlier worker and are passed by.
final class Job implements ArchiveFile.Visitor, Task.Inside {

  private static final int PASSAGES_A_FRAME = 512;
  private static final String UNKNOWN = "application/octet-stream";

  /// Archives in mails in archives: deeper than this nothing is taken out.
  private static final int DEEPEST = 8;

  /// An archive file inside a document; the archive files of the corpus may hold more.
  private static final ArchiveFile.Limits INSIDE =
      new ArchiveFile.Limits(10_000, 2_000_000_000, 200, 100_000_000, 500_000_000, 4);

  private final Worker worker;
  private final int known;
  private final int most;
  private final String ocr;
  private final Deque<Open> open = new ArrayDeque<>();
  private int count;

  Job(Worker worker, Frame.Read read) {
    this.worker = worker;
    this.known = read.known();
    this.most = read.most();
    this.ocr = read.ocr();
  }

  /// A document that is being read.
  private static final class Open {

    private final Document document;
    private final Names names = new Names();
    private int documents;

    Open(Document document) {
      this.document = document;
    }
  }

  /// Whether the extraction that comes now is new.
  private boolean isNew() {
    return !open.isEmpty() || count++ >= known;
  }

  @Override
  public boolean passes(Location location) {
    if (open.isEmpty() && count < known) {
      count++;
      return true;
    }
    return false;
  }

  @Override
  public void document(Document document, Path file) {
    boolean first = count == known;
    if (!isNew() || !wanted(document)) {
      return;
    }
    Allowance allowance = Allowance.of(first ? most : Allowance.TOTAL, worker);
    read(
        document,
        new Task(
            document.location().name(), file, allowance, document.sidecar().password(), ocr, this));
  }

  private boolean wanted(Document document) {
    if (open.isEmpty()) {
      worker.begin();
    } else {
      worker.tellReached();
    }
    worker.send(new Frame.Seen(document));
    boolean wanted = worker.answer();
    if (!wanted) {
      worker.send(new Frame.Left());
    }
    return wanted;
  }

  private void read(Document document, Task task) {
    open.push(new Open(document));
    Outcome outcome = worker.read(task);
    Open done = open.pop();
    tell(document, outcome, done.documents);
  }

  private void tell(Document document, Outcome outcome, int documents) {
    switch (outcome) {
      case Outcome.No no -> {
        boolean holder =
            documents > 0 && (no.reason() == Reason.EMPTY || no.reason() == Reason.NEEDS_OCR);
        worker.send(
            holder
                ? new Frame.Closed(document, no.mediaType(), documents, "")
                : new Frame.Refused(
                    document,
                    no.reason(),
                    no.detail(),
                    no.mediaType(),
                    no.properties(),
                    no.parser()));
      }
      case Outcome.Words words -> words(words);
    }
  }

  private void words(Outcome.Words words) {
    List<Passage> passages = Ending.apart(Allowance.within(words.passages()));
    List<String> missing = new ArrayList<>(words.missing());
    if (passages.size() < words.passages().size() && !missing.contains(Allowance.CUT)) {
      missing.add(Allowance.CUT);
    }
    for (int from = 0; from < passages.size(); from += PASSAGES_A_FRAME) {
      int to = Math.min(from + PASSAGES_A_FRAME, passages.size());
      worker.send(new Frame.Passages(passages.subList(from, to)));
    }
    worker.send(
        new Frame.Finished(
            words.mediaType(),
            words.paged(),
            words.pages(),
            words.properties(),
            Language.of(passages),
            missing,
            words.parser(),
            words.recognised()));
  }

  @Override
  public void file(Task task) {
    Document document = inside(task.name(), 0, ArchiveFile.NO_HASH);
    if (document.location().entries().size() > DEEPEST) {
      refuse(document, Reason.BUDGET, "documents nested too deeply");
      return;
    }
    try {
      Document hashed = worker.hashed(document, task.file());
      if (!ArchiveFile.walk(hashed, task.file(), worker.temp(), INSIDE, this) && wanted(hashed)) {
        read(hashed, task);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void read(String name, Outcome outcome) {
    if (outcome instanceof Outcome.No no && no.reason() == Reason.EMPTY) {
      return; // a picture or a drawing in an office file's own format
    }
    Document document = inside(name, 0, hash(outcome));
    if (wanted(document)) {
      tell(document, outcome, 0);
    }
  }

  /// What has no bytes of its own is told from others by its words.
  private static String hash(Outcome outcome) {
    StringBuilder words = new StringBuilder();
    if (outcome instanceof Outcome.Words read) {
      read.passages().forEach(passage -> words.append(passage.text()).append('\n'));
    }
    return Hash.of(words.toString());
  }

  private Document inside(String name, long size, String sha256) {
    Open around = open.element();
    around.documents++;
    Location location = around.document.location().entry(around.names.of(name));
    return new Document(location, size, sha256, Sidecar.NONE);
  }

  @Override
  public void skipped(Document document, String rule) {
    if (isNew()) {
      worker.send(new Frame.Skipped(document, rule));
    }
  }

  @Override
  public void unreadable(Document document, ArchiveFile.Problem problem, String detail) {
    Reason reason =
        switch (problem) {
          case ENCRYPTED -> Reason.ENCRYPTED;
          case DAMAGED -> Reason.DAMAGED;
          case OVER_LIMIT -> Reason.BUDGET;
          case UNSUPPORTED -> Reason.UNSUPPORTED;
        };
    refuse(document, reason, detail);
  }

  void refuse(Document document, Reason reason, String detail) {
    if (isNew()) {
      worker.send(new Frame.Refused(document, reason, detail, UNKNOWN, Properties.NONE, ""));
    }
  }

  @Override
  public void opened(Document archive, String mediaType) {
    worker.send(new Frame.Opened(archive, mediaType));
  }

  @Override
  public void closed(Document archive, String mediaType, int documents, String cut) {
    if (isNew()) {
      worker.send(new Frame.Closed(archive, mediaType, documents, cut));
    }
  }

  @Override
  public void progress() {
    worker.at(0);
  }
}
