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
  private final Classifier classifier;
  private final Tracker tracker;
  private final Set<Location> seen = new HashSet<>();
  private boolean cut;

  Reading(Original original, Books books, Classifier classifier, Tracker tracker) {
    this.original = original;
    this.books = books;
    this.classifier = classifier;
    this.tracker = tracker;
  }

  @Override
  public boolean wanted(Document document) {
    return books.wanted(document);
  }

  @Override
  public void found(Extraction extraction) {
    Document document = extraction.document();
    seen.add(document.location());
    if (document.location().equals(original.location())) {
      cut |= extraction instanceof Extraction.Container archive && !archive.cut().isEmpty();
      settle();
    }
    switch (extraction) {
      case Extraction.Extracted extracted -> index(extracted);
      case Extraction.Refused refused -> {
        tracker.refused();
        books.note(
            entry(
                refused, Outcome.REFUSED, refused.reason(), refused.detail(), refused.mediaType()));
      }
      case Extraction.Container container -> {
        boolean whole = container.cut().isEmpty();
        cut |= !whole;
        Outcome outcome = whole ? Outcome.CONTAINER : Outcome.PARTIAL;
        books.note(entry(container, outcome, null, container.cut(), container.mediaType()));
      }
      case Extraction.Unwanted unwanted -> books.known(document, stamp(document));
      case Extraction.Skipped skipped ->
          books.note(entry(skipped, Outcome.SKIPPED, null, skipped.rule(), UNKNOWN_TYPE));
    }
  }

  /// The file itself comes last: what else was known inside it is no longer there, unless walking
  /// it stopped before the end. This is noted before the file is, which then is not read again.
  private void settle() {
    if (!cut) {
      books.vanishInside(original.location(), seen);
    }
  }

  private void index(Extraction.Extracted extracted) {
    Document document = books.identified(extracted.document());
    Report report;
    try {
      report = classifier.classify(document, extracted.text(), books.added(document));
    } catch (RuntimeException e) {
      // A mistake of ours on one document must not stop the run, nor lose the document.
      LOG.error("Labelling {} failed", document.location(), e);
      books.note(
          entry(
              extracted,
              Outcome.REFUSED,
              Reason.CRASHED,
              "labelling it failed",
              extracted.text().mediaType()));
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
