package dossier.text;

/// Why a document could not be read. A closed set: the ledger counts by it.
public enum Reason {
  ENCRYPTED("Password needed", "Put a copy without a password in its place."),
  EMPTY("Empty file", "Nothing to do, or fetch the file again."),
  UNSUPPORTED("Format not supported", "Convert it to PDF, DOCX, ODT, HTML or plain text."),
  DAMAGED("Damaged file", "Fetch the file again from where it came."),
  TIME_LIMIT("Took too long to read", "Split the file, or convert it to another format."),
  MEMORY_LIMIT("Needed too much memory", "Split the file, or convert it to another format."),
  CRASHED("The reader of this format crashed", "Convert the file to another format."),
  BUDGET("Unpacks to more than the limit", "Unpack it yourself and leave out what is not needed."),
  NEEDS_OCR("Only images of pages, no text", "Run text recognition on it and put the result here.");

  private final String words;
  private final String advice;

  Reason(String words, String advice) {
    this.words = words;
    this.advice = advice;
  }

  /// The reason in plain words, as a sentence without its full stop.
  public String words() {
    return words;
  }

  /// What can be done about it, one sentence.
  public String advice() {
    return advice;
  }
}
