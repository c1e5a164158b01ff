package dossier.text;

import dossier.archive.Document;
import java.util.List;

/// What came of reading one document.
public sealed interface Extraction {

  /// How the sentence on pages ends that are images nobody has read yet.
  String NEEDS_RECOGNITION = "they need text recognition.";

  /// The document that was read.
  Document document();

  /// Which parser read it, a short name such as `PdfParser`; empty when none got that far.
  String parser();

  /// How long reading took, in milliseconds.
  long millis();

  /// It was read.
  ///
  /// @param text what it says
  /// @param missing what could not be read of it, one sentence each; empty when all was
  record Extracted(Document document, Text text, List<String> missing, String parser, long millis)
      implements Extraction {
    public Extracted {
      missing = List.copyOf(missing);
    }
  }

  /// It could not be read.
  ///
  /// @param reason why
  /// @param detail one line more about it, in plain words; may be empty
  /// @param mediaType detected media type, `application/octet-stream` when unknown
  /// @param properties what the file says about itself all the same
  record Refused(
      Document document,
      Reason reason,
      String detail,
      String mediaType,
      Properties properties,
      String parser,
      long millis)
      implements Extraction {}

  /// It is an archive file, or a document such as an e-mail that says nothing itself; the documents
  /// inside it were given before it.
  ///
  /// @param entries how many documents were found inside, those that could not be read included
  /// @param mediaType detected media type
  /// @param cut why walking stopped before the end, empty when it did not
  record Container(
      Document document, int entries, String mediaType, String cut, String parser, long millis)
      implements Extraction {}

  /// It was left unread because the visitor did not want it: its content is known.
  record Unwanted(Document document, String parser, long millis) implements Extraction {}

  /// It is no document: a sidecar, or noise such as `Thumbs.db`.
  ///
  /// @param rule which rule says so, in plain words
  record Skipped(Document document, String rule, String parser, long millis)
      implements Extraction {}
}
