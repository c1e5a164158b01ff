package dossier.report;

/// The vocabularies reports are labelled by.
///
/// @param regions regions: the UN M49 tree and the groupings of the field
/// @param threats threat types: main types and subtypes
public record Vocabularies(Vocabulary regions, Vocabulary threats) {}
