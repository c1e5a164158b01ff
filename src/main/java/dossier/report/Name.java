package dossier.report;

/// Words by which a vocabulary entry is recognised, as written in its file.
///
/// @param id the entry
/// @param role what finding them means
/// @param language language of the texts they are looked for in, `""` for all
/// @param text the words; of [Role#NEAR] `a|b ~6 c|d`
record Name(String id, Role role, String language, String text) {

  /// What it means that the words of a name stand in a text.
  enum Role {
    /// They name the entry.
    STRONG,
    /// They name the entry if something else does, too.
    WEAK,
    /// They look like the entry and are something else.
    NOT,
    /// As [#NOT], and the bare label stands for that other bearer of the name in the whole text.
    NAMESAKE,
    /// Words of two lists standing near each other name the entry.
    NEAR
  }
}
