package dossier.web;

import dossier.report.Body;
import dossier.report.Report;
import dossier.search.Hit;
import dossier.text.Passage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The whole text of a report as pages of blocks, with its matches marked and its headings listed.
final class Manuscript {

  /// A page, with all its text.
  record Page(int number, List<Block> blocks) {}

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
  record Entry(String title, String id, int page, int depth) {}

  private static final int OUTLINE = 60;

  private final String title;
  private final Body body;
  private final List<Hit.Mark> marks;
  private final int visited;
  private final List<Page> pages = new ArrayList<>();
  private final List<Entry> outline = new ArrayList<>();
  private final List<Integer> firsts = new ArrayList<>();
  private final Map<Integer, String> headingIds = new HashMap<>();
  private int mark;
  private int rank = 1;

  private Manuscript(String title, Body body, List<Hit.Mark> marks, int visited) {
    this.title = title;
    this.body = body;
    this.marks = marks;
    this.visited = visited;
  }

  /// Lays out a report.
  ///
  /// @param marks where it matches, as places in its body
  /// @param visited the number of the match being visited, from 1; 0 for none
  static Manuscript of(Report report, Body body, List<Hit.Mark> marks, int visited) {
    Manuscript manuscript = new Manuscript(report.title(), body, marks, visited);
    int next = 0;
    for (int page = 1; page <= report.pages(); page++) {
      int first = next;
      while (next < report.passages().size() && report.passages().get(next).page() <= page) {
        next++;
      }
      manuscript.firsts.add(first);
      manuscript.pages.add(new Page(page, manuscript.blocks(first, next)));
    }
    return manuscript;
  }

  List<Page> pages() {
    return pages;
  }

  /// The anchor of a passage.
  String anchor(int passage) {
    return headingIds.getOrDefault(passage, "t" + passage);
  }

  /// The index of the first passage of a page, or of what follows it when it has none.
  int firstPassage(int page) {
    return page <= firsts.size() ? firsts.get(page - 1) : body.passages().size();
  }

  /// The headings; deeper ones are left out when there are too many to overlook.
  List<Entry> outline() {
    for (int depth = 5; depth >= 1; depth--) {
      int most = depth;
      List<Entry> entries = outline.stream().filter(entry -> entry.depth() <= most).toList();
      if (entries.size() <= OUTLINE) {
        return entries;
      }
    }
    return outline.stream().filter(entry -> entry.depth() == 1).limit(OUTLINE).toList();
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

  /// Levels never skip one on the way down, whatever the document does, so that the outline reads
  /// well aloud.
  private Block heading(int index) {
    Passage passage = body.passages().get(index);
    rank = Math.min(Math.min(passage.level() + 1, rank + 1), 6);
    String id = "s" + (headingIds.size() + 1);
    headingIds.put(index, id);
    // The title is above the outline already.
    if (!passage.text().equals(title)) {
      outline.add(new Entry(passage.text(), id, passage.page(), rank - 1));
    }
    return new Block("heading", rank, id, runs(body.start(index), body.end(index)), List.of());
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
    while (mark < marks.size() && marks.get(mark).from() < to) {
      Hit.Mark next = marks.get(mark);
      int start = Math.max(next.from(), at);
      int end = Math.min(next.to(), to);
      if (start > at) {
        runs.add(Run.plain(body.text().substring(at, start)));
      }
      if (end > start) {
        int number = next.from() >= from ? mark + 1 : 0;
        runs.add(new Run(body.text().substring(start, end), true, number, mark + 1 == visited));
        at = end;
      }
      if (next.to() > to) {
        break;
      }
      mark++;
    }
    if (at < to) {
      runs.add(Run.plain(body.text().substring(at, to)));
    }
    return List.copyOf(runs);
  }
}
