package dossier.text;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// One document to be read.
///
/// @param name its file name, which helps to tell the format
/// @param file where it lies
/// @param allowance how much it may say
/// @param password what opens it; null when none is known
/// @param ocr languages to read images of pages in, as tesseract names them (`eng+rus`); empty when
///   they are not to be read
/// @param inside who is given the documents inside it
record Task(
    String name,
    Path file,
    Allowance allowance,
    @Nullable String password,
    String ocr,
    Inside inside) {

  /// Who is given the documents inside a document.
  interface Inside {

    /// A document that lies unpacked in a file until this returns.
    ///
    /// @param task what to read it with; its name may be that of another document inside the same
    void file(Task task);

    /// A document that has no bytes of its own, read already.
    void read(String name, Outcome outcome);
  }

  @Override
  public String toString() {
    return "Task[" + name + "]"; // and never the password
  }
}
