package dossier.archive;

/// What has to be done about one file of the corpus, compared with what was known of it.
public sealed interface Change {

  /// It is new, or its bytes or sidecars changed: read it.
  record Read(Original original) implements Change {}

  /// Only its time changed; its bytes are the same.
  ///
  /// @param stamp what is known of it from now on
  record Touched(Original original, Stamp stamp) implements Change {}

  /// It is no document by rule.
  ///
  /// @param rule which rule says so, in plain words
  record Skip(Original original, String rule) implements Change {}

  /// Nothing has to be done.
  record Same(Original original) implements Change {}

  /// It was known and is no longer there.
  record Vanished(Location location) implements Change {}
}
