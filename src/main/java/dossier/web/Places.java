package dossier.web;

/// Where the places of a report are: on the page that is shown, or in another part of a very long
/// report.
///
/// @param shown the part that is shown, from 1
/// @param here address of the view without a place in it
record Places(Parts parts, int shown, String here) {

  int first() {
    return parts.first(shown);
  }

  int end() {
    return parts.end(shown);
  }

  int firstPage() {
    return parts.firstPage(shown);
  }

  int lastPage() {
    return parts.lastPage(shown);
  }

  /// A link to an anchor in a passage.
  String of(int passage, String anchor) {
    return in(parts.of(passage), anchor);
  }

  /// A link to the beginning of a page.
  String ofPage(int page) {
    return in(parts.ofPage(page), "p" + page);
  }

  private String in(int part, String anchor) {
    return part == shown ? "#" + anchor : part(part) + "#" + anchor;
  }

  /// The address of a part.
  String part(int part) {
    return here + (here.contains("?") ? "&" : "?") + "part=" + part;
  }
}
