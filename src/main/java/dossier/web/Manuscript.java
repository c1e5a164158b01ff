package dossier.web;

import dossier.report.Body;
import dossier.report.Report;
import dossier.text.Passage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The text of a report as pages of blocks, with its matches marked, and the headings of the whole.
/// Of a very long report one part is laid out.
final class Manuscript {

  /// A page, with all its text.
  ///
  /// @param id its anchor; empty when it began in the part before
  /// @param from where it begins, in thousandths of the whole text
  /// @param to where it ends
  record Page(int number, String id, List<Block> blocks, int from, int to) {}

  /// A heading, paragraph, list, table or piece of furniture.
  ///
  /// @param kind `heading`, `paragraph`, `list`, `table`, `furniture`
  /// @param level of a heading, 2 to 6
  /// @param id its anchor; empty for a list or table, whose rows have their own
  /// @param runs the words of a heading, paragraph or piece of furniture
  /// @param rows the items of a list, one cell each, or the rows of a table
  record Block(String kind, int level, String id, List<Run> runs, List<Row> rows) {}

  /// An item of a list, or a row of a table.
  ///
  /// @param id its anchor
  record Row(String id, List<List<Run>> cells) {}

  /// A heading of the outline.
  ///
  /// @param id its anchor
  /// @param href where it stands: the anchor alone when that is on this page
  record Entry(String title, String id, String href, int page, int depth) {}

  private static final int OUTLINE = 250;

  private final Report report;
  private final Body body;
  private final Places places;
  private final List<Spot> spots;
  private final int visited;
  private final List<Page> pages = new ArrayList<>();
  private final List<Entry> outline = new ArrayList<>();
  private final List<Integer> firsts = new ArrayList<>();
  private final Map<Integer, String> headingIds = new HashMap<>();
  private final Map<Integer, Integer> ranks = new HashMap<>();
  private int spot;

  private Manuscript(Report report, Body body, Places places, List<Spot> spots, int visited) {
    this.report = report;
    this.body = body;
    this.places = places;
    this.spots = spots;
    this.visited = visited;
  }

  /// Lays out the part of a report that is shown.
  ///
  /// @param spots what is marked, as places in its body
  /// @param visited the number of the match being visited, from 1; 0 for none
  static Manuscript of(Report report, Body body, Places places, List<Spot> spots, int visited) {
    Manuscript manuscript = new Manuscript(report, body, places, spots, visited);
    manuscript.headings();
    manuscript.layOut();
    return manuscript;
  }

  private void layOut() {
    int begin = places.first();
    int end = places.end();
    if (begin < end) {
      while (spot < spots.size() && spots.get(spot).to() <= body.start(begin)) {
        spot++;
      }
    }
    int next = 0;
    for (int page = 1; page <= report.pages(); page++) {
      int first = next;
      while (next < body.passages().size() && body.passages().get(next).page() <= page) {
        next++;
      }
      firsts.add(first);
      if (page >= places.firstPage() && page <= places.lastPage()) {
        int from = Math.max(first, begin);
        int to = Math.min(next, end);
        String id = first < begin ? "" : "p" + page;
        pages.add(new Page(page, id, blocks(from, to), thousandth(from), thousandth(to)));
      }
    }
  }

  /// Where a passage begins, in thousandths of the text.
  private int thousandth(int passage) {
    int length = body.text().length();
    return passage >= body.passages().size() ? 1000 : (int) (1000L * body.start(passage) / length);
  }

  List<Page> pages() {
    return pages;
  }

  /// Where a passage stands, as a link.
  String link(int passage) {
    return places.of(passage, anchor(passage));
  }

  /// Where a page begins, as a link.
  String pageLink(int page) {
    return places.ofPage(page);
  }

  private String anchor(int passage) {
    return headingIds.getOrDefault(passage, "t" + passage);
  }

  /// The index of the first passage of a page, or of what follows it when it has none.
  int firstPassage(int page) {
    return page <= firsts.size() ? firsts.get(page - 1) : body.passages().size();
  }

  /// The headings; deeper ones are left out when there are too many to overlook.
  List<Entry> outline() {
    int deepest = 5;
    while (deepest > 1 && outline(deepest).size() > OUTLINE) {
      deepest--;
    }
    // The title may be the only heading of its depth, and it is not listed.
    List<Entry> entries = outline(deepest);
    return (entries.isEmpty() ? outline : entries).stream().limit(OUTLINE).toList();
  }

  private List<Entry> outline(int deepest) {
    return outline.stream().filter(entry -> entry.depth() <= deepest).toList();
  }

  private List<Block> blocks(int first, int end) {
    List<Block> blocks = new ArrayList<>();
    int at = first;
    while (at < end) {
      Passage passage = body.passages().get(at);
      switch (passage.kind()) {
        case HEADING -> blocks.add(heading(at++));
        case PARAGRAPH -> blocks.add(words("paragraph", at++));
        case FURNITURE -> blocks.add(words("furniture", at++));
        case ITEM -> {
          List<Row> rows = new ArrayList<>();
          while (at < end && body.passages().get(at).kind() == Passage.Kind.ITEM) {
            rows.add(new Row(anchor(at), List.of(runs(body.start(at), body.end(at++)))));
          }
          blocks.add(new Block("list", 0, "", List.of(), rows));
        }
        case ROW -> {
          List<Row> rows = new ArrayList<>();
          while (at < end && body.passages().get(at).kind() == Passage.Kind.ROW) {
            rows.add(new Row(anchor(at), cells(at++)));
          }
          blocks.add(new Block("table", 0, "", List.of(), rows));
        }
      }
    }
    return List.copyOf(blocks);
  }

  private Block words(String kind, int index) {
    String id = anchor(index);
    return new Block(kind, 0, id, runs(body.start(index), body.end(index)), List.of());
  }

  /// The headings of the whole report. Levels never skip one on the way down, whatever the document
  /// does, so that the outline reads well aloud.
  private void headings() {
    int rank = 1;
    for (int index = 0; index < body.passages().size(); index++) {
      Passage passage = body.passages().get(index);
      if (passage.kind() == Passage.Kind.HEADING) {
        rank = Math.min(Math.min(passage.level() + 1, rank + 1), 6);
        String id = "s" + (headingIds.size() + 1);
        headingIds.put(index, id);
        ranks.put(index, rank);
        // The title is above the outline already.
        if (!passage.text().equals(report.title())) {
          String href = places.of(index, id);
          outline.add(new Entry(passage.text(), id, href, passage.page(), rank - 1));
        }
      }
    }
  }

  private Block heading(int index) {
    List<Run> runs = runs(body.start(index), body.end(index));
    return new Block("heading", ranks.getOrDefault(index, 2), anchor(index), runs, List.of());
  }

  private List<List<Run>> cells(int index) {
    List<List<Run>> cells = new ArrayList<>();
    int from = body.start(index);
    for (String cell : body.passages().get(index).text().split("\t", -1)) {
      cells.add(runs(from, from + cell.length()));
      from += cell.length() + 1;
    }
    return cells;
  }

  /// The runs of a stretch of the body. A match that crosses its edges is marked on both sides and
  /// has its anchor on the first.
  private List<Run> runs(int from, int to) {
    List<Run> runs = new ArrayList<>();
    int at = from;
    while (spot < spots.size() && spots.get(spot).from() < to) {
      Spot next = spots.get(spot);
      int start = Math.max(next.from(), at);
      int end = Math.min(next.to(), to);
      if (start > at) {
        runs.add(Run.plain(body.text().substring(at, start)));
      }
      if (end > start) {
        int number = next.from() >= from ? next.number() : 0;
        boolean now = next.number() > 0 && next.number() == visited;
        runs.add(new Run(body.text().substring(start, end), true, number, now, next.aside()));
        at = end;
      }
      if (next.to() > to) {
        break;
      }
      spot++;
    }
    if (at < to) {
      runs.add(Run.plain(body.text().substring(at, to)));
    }
    return List.copyOf(runs);
  }
}
