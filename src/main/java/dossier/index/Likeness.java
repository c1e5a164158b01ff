package dossier.index;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;

/// What the signatures of a snapshot tell of the text of its documents that have one.
final class Likeness {

  private final Snapshot snapshot;

  Likeness(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /// How much of what either says both say, from 0 to 1.
  double common(int document, int other) {
    LeafReaderContext here = leaf(document);
    LeafReaderContext there = leaf(other);
    Signatures signatures = snapshot.segment(here).signatures;
    Signatures others = snapshot.segment(there).signatures;
    int row = signatures.row(document - here.docBase);
    return signatures.common(row, others, others.row(other - there.docBase));
  }

  /// How many words one has.
  int words(int document) {
    LeafReaderContext leaf = leaf(document);
    Signatures signatures = snapshot.segment(leaf).signatures;
    return signatures.part(signatures.row(document - leaf.docBase), Signature.WORDS);
  }

  private LeafReaderContext leaf(int document) {
    return snapshot.leaves().get(ReaderUtil.subIndex(document, snapshot.leaves()));
  }
}
