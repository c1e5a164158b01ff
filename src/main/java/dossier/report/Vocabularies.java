package dossier.report;

/// The vocabularies reports are labelled by, and the names that are searched for together.
///
/// @param regions regions: the UN M49 tree and the groupings of the field
/// @param threats threat types: main types and subtypes
/// @param synonyms names of one thing: the labels of both, and those an analyst listed
public record Vocabularies(Vocabulary regions, Vocabulary threats, Synonyms synonyms) {

  /// Vocabularies without a list of further names.
  public Vocabularies(Vocabulary regions, Vocabulary threats) {
    this(regions, threats, Synonyms.of(regions, threats));
  }

  /// The same with other names to be searched for together.
  public Vocabularies with(Synonyms others) {
    return new Vocabularies(regions, threats, others);
  }
}
