package dossier.text;

/// A piece of a document before it is tidied up: what will become one passage, or several.
///
/// @param text may hold line breaks where the format has them
record Block(Passage.Kind kind, int level, int page, String text) {}
