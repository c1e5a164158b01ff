package dossier.report;

import java.util.List;

/// The vocabulary files cannot be used. Carries every problem found in them, not only the first.
public final class VocabularyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  VocabularyException(List<String> problems) {
    super("The vocabularies have problems:\n" + String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /// One sentence each, beginning with `file:line: `, in the order of the files.
  public List<String> problems() {
    return problems;
  }
}
