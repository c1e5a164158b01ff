/// The question and the answer, whichever engine answers.
///
/// A [dossier.search.Question] is what a reader asked, and it is the same thing as an address:
/// [dossier.search.QuestionUrl] reads it from URL parameters and writes it back without loss. A
/// [dossier.search.Query] is the part a reader typed, understood as a tree of
/// [dossier.search.Clause]s; understanding never fails, and says in [dossier.search.Notice]s what
/// it had to repair. A [dossier.search.Selection] is what is chosen in one facet, and makes the
/// next choice. An [dossier.search.Engine] keeps reports and the ledger and gives
/// [dossier.search.Answer]s, which arrange their counts as facets to choose from. No search library
/// is known here.
///
/// A query goes from clean text (`TypedText`) through pieces (`QueryTokenizer`, `WordReader`) to
/// the tree (`QueryParser`), by way of what each piece is looked for in (`Target`); `QueryPrinter`
/// writes the tree back. To add a kind of clause, add the case to [dossier.search.Clause] and a
/// token for it: the compiler then names the parser, the printer and each engine.
@NullMarked
package dossier.search;

import org.jspecify.annotations.NullMarked;
