package dossier.search;

/// Something the reader should know about how a question was understood or answered.
///
/// @param kind what it is about, for programs: `query`, `range`, `parameter`, `partial`, `ingest`
/// @param text one or two plain sentences
public record Notice(String kind, String text) {}
