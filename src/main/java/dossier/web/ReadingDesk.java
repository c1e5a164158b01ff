package dossier.web;

import dossier.report.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands around a report's text to read it by: the ways on and back, the parts of a very long
/// one, the original beside it, size and width of the text.
///
/// @param neighbours the search one came from
/// @param issues the series it appeared in
/// @param before the part before the one shown; null when there is none
/// @param after the part behind it; null when there is none
/// @param shown the part that is shown, in words; empty when that is the whole
/// @param original address of the original
/// @param at what leads to its page, to be put behind that address; empty where it has no pages
/// @param pdf whether the browser's own viewer can show it, page by page
/// @param both whether it stands beside the text
/// @param besides the same view with the original beside the text, or without
/// @param width name of the width of the text
/// @param text name of the size of the text
/// @param sizes the choices of both
/// @param source address to print under the title
/// @param opened when this was, for those who print it
record ReadingDesk(
    Neighbours.View neighbours,
    Issues.View issues,
    @Nullable Part before,
    @Nullable Part after,
    String shown,
    String original,
    String at,
    boolean pdf,
    boolean both,
    String besides,
    String width,
    String text,
    List<Choice> sizes,
    String source,
    String opened) {

  /// A part of a very long report.
  record Part(String href, String name) {}

  /// A choice of how text is shown.
  ///
  /// @param key `width` or `text`, and `value` its value, as the address has them
  record Choice(String label, String key, String value, String href, boolean current) {}

  /// @param page of the original to open it at; 0 when the original is not the report's own file
  /// @param portal where readers find the portal, without a slash at its end
  static ReadingDesk of(
      Report report,
      Opening opening,
      Places places,
      Neighbours.View neighbours,
      Issues.View issues,
      int page,
      String portal) {
    Parts parts = places.parts();
    int shown = places.shown();
    boolean pdf = page > 0 && report.paged() && report.mediaType().equals("application/pdf");
    String address = "/r/" + report.id();
    return new ReadingDesk(
        neighbours,
        issues,
        shown > 1 ? part(places, shown - 1) : null,
        shown < parts.count() ? part(places, shown + 1) : null,
        parts.count() > 1 ? parts.name(shown) : "",
        address + "/original",
        pdf ? "#page=" + page : "",
        pdf,
        pdf && opening.both(),
        opening.with(!opening.both()).place(report),
        Opening.name(opening.width()),
        Opening.name(opening.text()),
        sizes(report, opening),
        portal + address,
        Words.day(Instant.now()));
  }

  private static Part part(Places places, int part) {
    return new Part(places.part(part), places.parts().name(part));
  }

  private static List<Choice> sizes(Report report, Opening opening) {
    List<Choice> choices = new ArrayList<>();
    for (Opening.Size size : Opening.Size.values()) {
      choices.add(
          new Choice(
              label(size),
              "text",
              Opening.name(size),
              opening.with(size).place(report),
              size == opening.text()));
    }
    for (Opening.Width width : Opening.Width.values()) {
      choices.add(
          new Choice(
              label(width),
              "width",
              Opening.name(width),
              opening.with(width).place(report),
              width == opening.width()));
    }
    return List.copyOf(choices);
  }

  private static String label(Opening.Size size) {
    return Words.say("text." + Opening.name(size));
  }

  private static String label(Opening.Width width) {
    return Words.say("width." + Opening.name(width));
  }
}
