package dossier.text;

/// Hears that the reading of a document goes on.
interface Pulse {

  /// Tells how far it is.
  ///
  /// @param characters how many characters the document has said so far, with those of the
  ///   documents inside it
  void at(int characters);
}
