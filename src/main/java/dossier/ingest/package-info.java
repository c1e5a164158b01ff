/// One run from corpus to engine: what was read, skipped, refused; the ledger; progress.
///
/// Start at [dossier.ingest.Ingest]. It decides what has to be read, lets the extractor read it and
/// the classifier label it, and writes reports and ledger entries to the engine together. It knows
/// neither Tika nor Lucene nor who watches its progress. [dossier.ingest.Relabelling] applies
/// edited vocabularies to what is stored.
@NullMarked
package dossier.ingest;

import org.jspecify.annotations.NullMarked;
