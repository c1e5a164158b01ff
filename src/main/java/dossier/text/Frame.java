package dossier.text;

import dossier.archive.Document;
import java.util.List;

/// What goes over the wire between the portal and a worker process. [Wire] writes and reads it.
sealed interface Frame {

  /// To the worker: read this file.
  ///
  /// @param document the file, its hash not known yet
  /// @param path where it lies on this machine
  /// @param known how many extractions an earlier attempt gave: they are passed by
  /// @param most how many characters the first document that is not passed by may say
  /// @param ocr as in [Task]
  record Read(Document document, String path, int known, int most, String ocr) implements Frame {}

  /// To the worker: the answer to [Seen].
  record Answer(boolean wanted) implements Frame {}

  /// A document has been hashed; the worker waits for an [Answer]. While it is read the documents
  /// inside it are seen and finished, each before it.
  record Seen(Document document) implements Frame {}

  /// Some passages of the document last seen, in order.
  record Passages(List<Passage> passages) implements Frame {}

  /// The document last seen is read, its passages have been sent.
  record Finished(
      String mediaType,
      boolean paged,
      int pages,
      Properties properties,
      String language,
      List<String> missing,
      String parser,
      int recognised)
      implements Frame {}

  /// A document could not be read.
  record Refused(
      Document document,
      Reason reason,
      String detail,
      String mediaType,
      Properties properties,
      String parser)
      implements Frame {}

  /// The document last seen is not wanted, as answered.
  record Left() implements Frame {}

  /// An entry is no document.
  record Skipped(Document document, String rule) implements Frame {}

  /// An archive file is about to be walked.
  record Opened(Document document, String mediaType) implements Frame {}

  /// An archive file has been walked, or a document that says nothing but for those inside it.
  record Closed(Document document, String mediaType, int documents, String cut) implements Frame {}

  /// Work goes on.
  ///
  /// @param characters how many the outermost document has said so far
  record Alive(int characters) implements Frame {}

  /// The file is done: nothing more comes for this [Read].
  record Done() implements Frame {}

  /// The stream has ended, or is no stream of frames any more. Never sent.
  record Gone() implements Frame {}
}
