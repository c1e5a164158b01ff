package dossier.exchange;

import java.util.List;
import java.util.stream.Collectors;

/// A report printed in one style.
///
/// @param style the name of the style
/// @param reference the entry of the list of references
/// @param inText what stands in the text, in its brackets, with the page
public record Citation(String style, List<Run> reference, List<Run> inText) {

  /// A piece of it: plain text, never markup.
  ///
  /// @param italic whether it is printed in italics
  public record Run(String text, boolean italic) {}

  public Citation {
    reference = List.copyOf(reference);
    inText = List.copyOf(inText);
  }

  /// The words alone.
  static String words(List<Run> runs) {
    return runs.stream().map(Run::text).collect(Collectors.joining());
  }
}
