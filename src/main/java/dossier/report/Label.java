package dossier.report;

import java.util.List;

/// That a report is about, or mentions, an entry of a vocabulary, and why.
///
/// @param id the entry
/// @param strength about or mentions
/// @param origin who says so
/// @param evidence what the rules found, most frequent first; empty for a label set by hand
public record Label(String id, Strength strength, Origin origin, List<Evidence> evidence) {

  /// How strongly a report carries a label. Facets count what a report is about.
  public enum Strength {
    ABOUT,
    MENTIONS
  }

  /// Where a label comes from.
  public enum Origin {
    SIDECAR,
    RULE
  }

  /// Words that caused a label.
  ///
  /// @param words as they first stand in the text
  /// @param count how often, at least 1
  /// @param title whether they stand in the title
  /// @param pages the pages they stand on, ascending
  public record Evidence(String words, int count, boolean title, List<Integer> pages) {
    public Evidence {
      pages = List.copyOf(pages);
    }
  }

  public Label {
    evidence = List.copyOf(evidence);
  }
}
