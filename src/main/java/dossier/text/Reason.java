package dossier.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Why a document could not be read. A closed set: the ledger counts by it.
public enum Reason {
  ENCRYPTED(
      "Password needed",
      "Write its password into a sidecar (password: …), or put a copy without one in its place."),
  EMPTY("Empty file", "Nothing to do, or fetch the file again."),
  UNSUPPORTED("Format not supported", "Convert it to PDF, DOCX, ODT, HTML or plain text."),
  DAMAGED("Damaged file", "Fetch the file again from where it came."),
  TIME_LIMIT("Took too long to read", "Split the file, or convert it to another format."),
  MEMORY_LIMIT("Needed too much memory", "Split the file, or convert it to another format."),
  CRASHED("The reader of this format crashed", "Convert the file to another format."),
  BUDGET("Unpacks to more than the limit", "Unpack it yourself and leave out what is not needed."),
  NEEDS_OCR(
      "Only images of pages, no text",
      "Start with --ocr and its language (--ocr eng), or put a copy here that was recognised.");

  private static final Map<String, Reason> SHORT =
      Map.of("timeout", TIME_LIMIT, "memory", MEMORY_LIMIT, "ocr", NEEDS_OCR);

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

  /// Its name in commands, addresses and JSON: `time-limit`.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The reason of this name or short name; null when there is none.
  public static @Nullable Reason of(String name) {
    for (Reason reason : values()) {
      if (reason.id().equals(name)) {
        return reason;
      }
    }
    return SHORT.get(name);
  }

  /// All names, in the order of this enum.
  public static List<String> names() {
    return Stream.of(values()).map(Reason::id).toList();
  }

  /// What people say for some of them.
  public static List<String> shortNames() {
    return List.copyOf(SHORT.keySet());
  }
}
