/// The embedded engine: keeps reports in Lucene, answers from Lucene.
///
/// Start at [dossier.index.LuceneEngine]. Everything Lucene stays in here: questions come in and
/// answers go out as records of `dossier.search`. Nothing here knows where reports come from or who
/// asks.
///
/// In: `Changes` and `Documents` turn records into documents, `Analysis` their text into terms,
/// `Store` keeps the folder and its generations. Out: a `Snapshot` is one commit, warm; an
/// `Inquiry` puts one question to it, translated by the `Translator`, counted by a `Tally`, quoted
/// and marked by `Hits`. Words of which letters are open are `Shape`s, which an `Expansion` finds
/// the words of the index for; a `Vicinity` brings clauses near each other; `Sifting` looks at the
/// places a query matches, on a page or in the very characters. `Reasons` take a score apart.
/// `LuceneDiscovery` helps to the right words, mostly by the `Gist` kept with each report. What
/// weighs how much is in `Weights`, and nowhere else.
@NullMarked
package dossier.index;

import org.jspecify.annotations.NullMarked;
