package dossier.web;

import dossier.report.Body;
import dossier.report.Report;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A very long report in parts that a browser lays out at once; any other is one part. Parts begin
/// with a page, unless a page is itself too long or there are no pages.
///
/// A report of 2,000 pages as one document was 7.6 MB and took a server seconds to write and a
/// browser as long to lay out; a part takes a twentieth.
final class Parts {

  /// A report of up to this weight, some 170 pages, is shown whole.
  private static final int WHOLE = 600_000;

  /// What a part weighs, more or less.
  private static final int PART = 150_000;

  /// What a page weighs, in characters, beside its text.
  private static final int PAGE = 500;

  private final Report report;
  private final Body body;

  /// The first passage of each part.
  private final List<Integer> firsts = new ArrayList<>(List.of(0));

  private Parts(Report report, Body body) {
    this.report = report;
    this.body = body;
  }

  static Parts of(Report report, Body body) {
    Parts parts = new Parts(report, body);
    if (body.text().length() + PAGE * (long) report.pages() > WHOLE) {
      parts.cut();
    }
    return parts;
  }

  private void cut() {
    int begun = 0;
    int page = 0;
    for (int at = 1; at < body.passages().size(); at++) {
      boolean turned = pageOf(at) != pageOf(at - 1);
      page = turned ? at : page;
      int turns = pageOf(at) - pageOf(begun);
      if (body.end(at) - body.start(begun) + (long) PAGE * turns > PART) {
        // Where the page began, if that is not where the part did.
        begun = report.paged() && page > begun ? page : at;
        firsts.add(begun);
      }
    }
  }

  private int pageOf(int passage) {
    return body.passages().get(passage).page();
  }

  /// How many there are, at least 1.
  int count() {
    return firsts.size();
  }

  /// The part, from 1, of a passage.
  int of(int passage) {
    int found = Collections.binarySearch(firsts, passage);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /// The part, from 1, of a place in the body.
  int at(int offset) {
    return count() == 1 ? 1 : of(body.passageAt(offset));
  }

  /// The first passage of a part.
  int first(int part) {
    return firsts.get(part - 1);
  }

  /// The passage behind the last of a part.
  int end(int part) {
    return part == count() ? body.passages().size() : firsts.get(part);
  }

  /// The first page a part shows; the first part begins with the first page, whatever is on it.
  int firstPage(int part) {
    return part == 1 ? 1 : pageOf(first(part));
  }

  /// The last page a part shows: pages without text before the next part belong to it.
  int lastPage(int part) {
    if (part == count()) {
      return report.pages();
    }
    int next = pageOf(end(part));
    return pageOf(end(part) - 1) == next ? next : next - 1;
  }

  /// The part that shows the beginning of a page.
  int ofPage(int page) {
    for (int part = 1; part < count(); part++) {
      if (page <= lastPage(part)) {
        return part;
      }
    }
    return count();
  }

  /// What a reader calls it: `pages 101 to 150`, `part 3 of 12`.
  String name(int part) {
    if (!report.paged()) {
      return Words.say("part.of", "part", part, "all", count());
    }
    int from = firstPage(part);
    int to = lastPage(part);
    return from == to
        ? Words.say("part.page", "page", from)
        : Words.say("part.pages", "from", from, "to", to);
  }
}
