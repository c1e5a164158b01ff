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
  record Read(Document document, String path, int known) implements Frame {}

  /// To the worker: the answer to [Seen].
  record Answer(boolean wanted) implements Frame {}

  /// A document has been hashed; the worker waits for an [Answer].
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
      String parser)
      implements Frame {}

  /// A document could not be read.
  record Refused(Document document, Reason reason, String detail, String mediaType, String parser)
      implements Frame {}

  /// The document last seen is not wanted, as answered.
  record Left() implements Frame {}

  /// An entry is no document.
  record Skipped(Document document, String rule) implements Frame {}

  /// An archive file is about to be walked.
  record Opened(Document document, String mediaType) implements Frame {}

  /// An archive file has been walked.
  record Closed(Document document, String mediaType, int documents, String cut) implements Frame {}

  /// Work goes on.
  record Alive() implements Frame {}

  /// The file is done: nothing more comes for this [Read].
  record Done() implements Frame {}

  /// The stream has ended, or is no stream of frames any more. Never sent.
  record Gone() implements Frame {}
}
