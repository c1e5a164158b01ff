package dossier.search;

import java.util.List;

/// Something the reader should know about how a question was understood or answered.
///
/// @param kind what it is about, for programs: `query`, `range`, `parameter`, `partial`, `ingest`
/// @param text one or two plain sentences, in English
/// @param key the name of what is said, for who says it in another language; empty when it has none
/// @param values the numbers and words in it, in the order of the English sentence
public record Notice(String kind, String text, String key, List<Object> values) {

  public Notice {
    values = List.copyOf(values);
  }

  /// A sentence that is there in one language only.
  public Notice(String kind, String text) {
    this(kind, text, "", List.of());
  }
}
