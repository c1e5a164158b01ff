/// The question and the answer, whichever engine answers.
///
/// A [dossier.search.Question] is what a reader asked, and it is the same thing as an address:
/// reading it from URL parameters and writing it back loses nothing. A [dossier.search.Query] is
/// the part a reader typed, understood as a tree of [dossier.search.Clause]s; understanding never
/// fails. An [dossier.search.Engine] keeps reports and the ledger and gives
/// [dossier.search.Answer]s. No search library is known here.
@NullMarked
package dossier.search;

import org.jspecify.annotations.NullMarked;
