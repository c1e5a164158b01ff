package dossier.text;

import dossier.archive.Document;
import dossier.archive.Original;

/// Reads originals outside this process, in worker processes with limits on time and memory.
///
/// Thread-safe: as many calls of [#read] run side by side as there are workers, further ones wait.
public interface Extractor extends AutoCloseable {

  /// Reads one file: a document gives one extraction for each document inside it, such as the
  /// attachments of an e-mail, and then one for itself; an archive file one for each document
  /// inside, in the order of the archive, and then one [Extraction.Container] for itself.
  ///
  /// Whatever the file does to the worker, this returns normally with an extraction that says so.
  ///
  /// @throws InterruptedException when the calling thread is interrupted; the worker is stopped
  void read(Original original, Visitor visitor) throws InterruptedException;

  /// What reads documents of this media type now. Where it is not what read a document before,
  /// reading it again may give something else.
  ///
  /// @param mediaType as extractions give it, `application/octet-stream` where it is not known
  /// @return a short text, to be kept and compared
  String edition(String mediaType);

  /// Whether images of pages can be read.
  default boolean recognises() {
    return false;
  }

  /// Reads a file as [#read] does, and images of pages as well, which takes seconds a page.
  default void recognise(Original original, Visitor visitor) throws InterruptedException {
    read(original, visitor);
  }

  /// Stops all workers at once.
  @Override
  void close();

  /// Whom the extractor tells; called on the thread that called [#read].
  interface Visitor {

    /// Whether the document is to be read, asked when its bytes have been hashed and before they
    /// are parsed. A document that is not wanted is given as [Extraction.Unwanted].
    boolean wanted(Document document);

    /// One document is done.
    void found(Extraction extraction);
  }
}
