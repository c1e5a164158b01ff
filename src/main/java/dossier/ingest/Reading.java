package dossier.ingest;

import dossier.archive.Document;
import dossier.archive.Location;
import dossier.archive.Original;
import dossier.archive.Stamp;
import dossier.report.Classifier;
import dossier.report.Report;
import dossier.search.LedgerEntry;
import dossier.search.LedgerEntry.Outcome;
import dossier.text.Extraction;
import dossier.text.Extractor;
import dossier.text.Properties;
import dossier.text.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the extractor finds in one file, on its way into the books.
final class Reading implements Extractor.Visitor {

  private static final Logger LOG = LoggerFactory.getLogger(Reading.class);
  private static final String UNKNOWN_TYPE = "application/octet-stream";

  private final Original original;
  private final Books books;
  private final Relabelling relabelling;
  private final Extractor extractor;
  private final Tracker tracker;
  private final Runnable next;
  private final Set<Location> seen = new HashSet<>();
  private boolean cut;

  /// @param next run between two documents
  Reading(
      Original original,
      Books books,
      Relabelling relabelling,
      Extractor extractor,
      Tracker tracker,
      Runnable next) {
    this.original = original;
    this.books = books;
    this.relabelling = relabelling;
    this.extractor = extractor;
    this.tracker = tracker;
    this.next = next;
  }

  @Override
  public boolean wanted(Document document) {
    return books.wanted(document);
  }

  @Override
  public void found(Extraction extraction) {
    relabelling.steadily(() -> take(extraction));
    next.run();
  }

  private void take(Extraction extraction) {
    Document document = extraction.document();
    seen.add(document.location());
    if (extraction instanceof Extraction.Unwanted) {
      seen.addAll(books.inside(document.location()));
    }
    // The file itself comes last: what else was known inside it is no longer there, unless walking
    // it stopped before the end.
    if (document.location().equals(original.location())) {
      cut |= extraction instanceof Extraction.Container archive && !archive.cut().isEmpty();
      if (!cut) {
        // Noted before the file itself is, which then is not read again.
        books.vanishInside(original.location(), seen);
      }
    }
    switch (extraction) {
      case Extraction.Extracted extracted -> index(extracted);
      case Extraction.Refused refused -> {
        refuse(refused, refused.reason(), refused.detail(), refused.mediaType());
      }
      case Extraction.Container container -> {
        boolean whole = container.cut().isEmpty();
        cut |= !whole; // what was known behind the cut may still be there
        Outcome outcome = whole ? Outcome.CONTAINER : Outcome.PARTIAL;
        books.note(entry(container, outcome, null, container.cut(), container.mediaType()));
      }
      case Extraction.Unwanted unwanted -> books.known(document, stamp(document));
      case Extraction.Skipped skipped ->
          books.note(entry(skipped, Outcome.SKIPPED, null, skipped.rule(), UNKNOWN_TYPE));
    }
  }

  /// The file has been read to its end.
  void done() {
    books.settle(original.location(), extractor::edition);
  }

  private void index(Extraction.Extracted extracted) {
    Classifier classifier = relabelling.classifier();
    Document document = books.identified(extracted.document());
    Report report;
    try {
      report =
          classifier.classify(document, extracted.text(), books.added(classifier.id(document)));
    } catch (RuntimeException e) {
      // A mistake of ours on one document must not stop the run, nor lose the document.
      LOG.error("Labelling {} failed", document.location(), e);
      refuse(extracted, Reason.CRASHED, "labelling it failed", extracted.text().mediaType());
      return;
    }
    Outcome outcome = extracted.missing().isEmpty() ? Outcome.INDEXED : Outcome.PARTIAL;
    List<String> remarks = new ArrayList<>(extracted.missing());
    remarks.addAll(document.sidecar().problems());
    remarks.addAll(classifier.problems(document));
    books.index(
        report,
        entry(extracted, outcome, null, String.join(" ", remarks), extracted.text().mediaType()));
  }

  /// What could not be read is still found by its name.
  private void refuse(Extraction extraction, Reason reason, String detail, String mediaType) {
    Classifier classifier = relabelling.classifier();
    Document document = books.identified(extraction.document());
    Properties properties =
        extraction instanceof Extraction.Refused refused ? refused.properties() : Properties.NONE;
    String id = classifier.unreadId(document);
    Report unread = classifier.unread(document, mediaType, properties, reason, books.added(id));
    books.refuse(unread, entry(extraction, Outcome.REFUSED, reason, detail, mediaType));
    boolean waits = reason == Reason.NEEDS_OCR && extractor.recognises();
    if (!waits) {
      tracker.refused();
    }
  }

  private LedgerEntry entry(
      Extraction extraction,
      Outcome outcome,
      @Nullable Reason reason,
      String detail,
      String mediaType) {
    Document document = extraction.document();
    return new LedgerEntry(
        document.location(),
        stamp(document),
        outcome,
        reason,
        detail,
        mediaType,
        extraction.parser(),
        outcome == Outcome.SKIPPED ? "" : extractor.edition(mediaType),
        extraction.millis(),
        1,
        Instant.EPOCH,
        null);
  }

  /// Documents inside archives have no time of their own: the archive's decides when they are
  /// looked at.
  private Stamp stamp(Document document) {
    boolean onDisk = document.location().equals(original.location());
    return new Stamp(
        document.sizeBytes(),
        onDisk ? original.modifiedMillis() : 0,
        document.sha256(),
        onDisk ? original.sidecar().fingerprint() : document.sidecar().fingerprint());
  }
}
