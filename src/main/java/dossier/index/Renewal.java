package dossier.index;

import dossier.report.Report;
import dossier.report.Vocabularies;
import dossier.search.LedgerEntry;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes a store of an older schema anew from what it stores, without reading any original.
final class Renewal {

  private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);

  private final IndexWriter writer;
  private final Vocabularies vocabularies;
  private final long begun = System.currentTimeMillis();

  /// Reports that could not be taken over: their ledger entries stay behind as well, so that the
  /// next run reads the originals again.
  private final Set<String> lost = new HashSet<>();

  private Renewal(IndexWriter writer, Vocabularies vocabularies) {
    this.writer = writer;
    this.vocabularies = vocabularies;
  }

  /// Copies reports, notes, ledger and commit data, and commits.
  static void copy(Directory from, IndexWriter writer, Vocabularies vocabularies)
      throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(from)) {
      Renewal renewal = new Renewal(writer, vocabularies);
      renewal.each(reader, renewal::report);
      renewal.each(reader, renewal::entry);
      Map<String, String> data = new HashMap<>(reader.getIndexCommit().getUserData());
      LOG.info("Renewed the index for a new version: {} reports", reader.numDocs());
      writer.setLiveCommitData(Store.data(data));
      writer.commit();
    }
  }

  private interface Step {
    void take(Document stored, long changed) throws IOException;
  }

  private void each(DirectoryReader reader, Step step) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      StoredFields stored = leaf.reader().storedFields();
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
        if (live == null || live.get(doc)) {
          step.take(stored.document(doc), Stamps.of(reader, leaf.docBase + doc));
        }
      }
    }
  }

  private void report(Document stored, long changed) throws IOException {
    String id = stored.get(Fields.ID);
    if (id == null) {
      return;
    }
    BytesRef report = stored.getBinaryValue(Fields.REPORT);
    BytesRef passages = stored.getBinaryValue(Fields.PASSAGES);
    if (report == null || passages == null) {
      note(id, stored, changed);
      return;
    }
    try {
      Report whole = Reports.whole(report, passages);
      Document renewed = Documents.of(whole, vocabularies);
      // Before changes were dated, nothing was known but when a report came.
      Stamps.keep(renewed, changed == Stamps.UNKNOWN ? whole.added().toEpochMilli() : changed);
      writer.updateDocument(Documents.id(id), renewed);
    } catch (com.fasterxml.jackson.core.JacksonException unreadable) {
      LOG.warn("Report {} cannot be taken over; its original is read again", id, unreadable);
      lost.add(id);
    }
  }

  private void note(String id, Document stored, long changed) throws IOException {
    List<String> own = List.of(stored.getValues(Fields.SETS));
    Document note = Documents.gone(id, stored.get(Fields.SUCCESSOR), own, vocabularies);
    Stamps.keep(note, changed == Stamps.UNKNOWN ? begun : changed);
    writer.updateDocument(Documents.id(id), note);
  }

  private void entry(Document stored, long changed) throws IOException {
    BytesRef json = stored.getBinaryValue(Fields.ENTRY);
    if (json == null) {
      return;
    }
    try {
      LedgerEntry entry = Json.entry(Reports.bytes(json));
      String report = entry.report();
      if (report == null || !lost.contains(report)) {
        writer.updateDocument(Documents.key(entry.location().path()), Documents.of(entry));
      }
    } catch (com.fasterxml.jackson.core.JacksonException unreadable) {
      LOG.warn("A ledger entry cannot be taken over; its file is read again", unreadable);
    }
  }
}
