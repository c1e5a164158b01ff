package dossier.web;

import dossier.report.Body;
import dossier.report.Report;
import dossier.search.Hit;
import dossier.search.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The bar above a report's text: what is marked in it, where the matches are, and a field to find
/// other words in this report only.
///
/// @param terms the words of the search; empty when there are none
/// @param stop the same view without them
/// @param find the words to find here; empty when there are none
/// @param stopFind the same view without them
/// @param action where the field leads; `fields` go with it
/// @param total `28 matches`; empty when nothing is looked for
/// @param position `3 of 28` when one is being visited, else as `total`
/// @param count how many there are
/// @param step address of any match but for its number
/// @param parts where they are, by page
/// @param map where they are in the whole report
record FindBar(
    String terms,
    String stop,
    String find,
    String stopFind,
    String action,
    List<Field> fields,
    String total,
    String position,
    int count,
    String step,
    String previous,
    String next,
    List<Part> parts,
    HitMap map) {

  /// How many bars have room, with the numbers of their pages below them.
  private static int bars(int pages) {
    return pages < 100 ? 24 : pages < 1000 ? 18 : 12;
  }

  /// What goes with the form.
  record Field(String name, String value) {}

  /// A page, or a few pages, with matches.
  ///
  /// @param href its first match; the page itself where it has none
  record Part(String name, String label, String href, int height) {}

  /// @param sought the matches that are numbered
  /// @param others those of the search while others are sought
  /// @param visited the number of the match being visited; 0 for none
  static FindBar of(
      Report report,
      Body body,
      Opening opening,
      Places places,
      List<Hit.Mark> sought,
      List<Hit.Mark> others,
      int visited) {
    String here = opening.address(report);
    int count = sought.size();
    String total = opening.sought().text().isEmpty() ? "" : Words.count(count, "matches");
    return new FindBar(
        opening.question().query().text(),
        opening.withoutQuestion().address(report),
        opening.find().text(),
        opening.finding(Query.of("")).address(report),
        "/r/" + report.id() + "#h1",
        fields(opening.finding(Query.of("")).address(report)),
        total,
        visited == 0
            ? total
            : Words.say("find.position", "at", Words.count(visited), "all", Words.count(count)),
        count,
        here + (here.contains("?") ? "&" : "?"),
        Addresses.hit(here, visited <= 1 ? Math.max(1, count) : visited - 1),
        Addresses.hit(here, visited >= count ? 1 : visited + 1),
        report.paged() && count > 0 ? parts(report, body, sought, here, places) : List.of(),
        HitMap.of(report, body, sought, others, here));
  }

  private static List<Field> fields(String address) {
    int query = address.indexOf('?');
    List<Field> fields = new ArrayList<>();
    Map<String, List<String>> parameters =
        Parameters.of(query < 0 ? "" : address.substring(query + 1));
    parameters.forEach(
        (name, values) -> values.forEach(value -> fields.add(new Field(name, value))));
    return List.copyOf(fields);
  }

  /// As many as there are pages, if they have room: beyond that pages are taken together evenly.
  private static List<Part> parts(
      Report report, Body body, List<Hit.Mark> marks, String here, Places places) {
    int bars = bars(report.pages());
    int together = (report.pages() + bars - 1) / bars;
    int count = (report.pages() + together - 1) / together;
    int[] matches = new int[count];
    int[] first = new int[count];
    for (int i = 0; i < marks.size(); i++) {
      int part = (body.pageAt(marks.get(i).from()) - 1) / together;
      if (matches[part]++ == 0) {
        first[part] = i + 1;
      }
    }
    int most = Arrays.stream(matches).max().orElse(1);
    List<Part> parts = new ArrayList<>();
    for (int part = 0; part < count; part++) {
      int from = part * together + 1;
      int to = Math.min(report.pages(), from + together - 1);
      parts.add(
          new Part(
              Integer.toString(from),
              from == to
                  ? Words.say("find.on-page", "page", from, "n", matches[part])
                  : Words.say("find.on-pages", "from", from, "to", to, "n", matches[part]),
              first[part] == 0 ? places.ofPage(from) : Addresses.hit(here, first[part]),
              Chart.height(matches[part], most, 17)));
    }
    return parts;
  }
}
