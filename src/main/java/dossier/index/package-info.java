/// The embedded engine: keeps reports in Lucene, answers from Lucene.
///
/// Start at [dossier.index.LuceneEngine]. Everything Lucene stays in here: questions come in and
/// answers go out as records of `dossier.search`. Nothing here knows where reports come from or who
/// asks.
@NullMarked
package dossier.index;

import org.jspecify.annotations.NullMarked;
