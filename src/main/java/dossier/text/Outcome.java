package dossier.text;

import java.util.List;

/// What a worker made of one document.
sealed interface Outcome {

  /// It was read. Parameters as in [Text] and [Extraction.Extracted].
  record Words(
      String mediaType,
      boolean paged,
      int pages,
      List<Passage> passages,
      Properties properties,
      List<String> missing,
      String parser,
      int recognised)
      implements Outcome {}

  /// It could not be read. Parameters as in [Extraction.Refused].
  record No(Reason reason, String detail, String mediaType, Properties properties, String parser)
      implements Outcome {

    /// Nothing is known of what the file says about itself.
    No(Reason reason, String detail, String mediaType) {
      this(reason, detail, mediaType, Properties.NONE, "");
    }
  }
}
