package dossier.web;

import dossier.report.Body;
import dossier.report.Label;
import dossier.report.Report;
import dossier.report.Vocabulary;
import dossier.search.Dimension;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the labels of a report rest on, with links to where the words stand.
final class Grounds {

  /// A label of the report.
  ///
  /// @param href where the reports of this label are
  /// @param sum who or what says so, in few words; may be empty
  /// @param wordings what was found, most frequent first
  /// @param more what was found beyond these; empty when nothing was
  record Carried(String label, String href, String sum, List<Wording> wordings, String more) {}

  /// Words that caused a label, how often, and where: `14 times, in the title and on pages 1 to 3`.
  ///
  /// @param places the rest of the sentence
  record Wording(String words, String times, List<Place> places) {}

  /// A piece of a sentence that ends in a link.
  ///
  /// @param before what is said before it
  /// @param page whether it is the number of a page
  /// @param href empty where there is nothing to lead to
  record Place(String before, String text, boolean page, String href) {}

  private static final int WORDINGS = 20;
  private static final int PLACES = 12;

  private final Facets facets;
  private final Report report;
  private final Manuscript manuscript;
  private final Body body;
  private final String text;

  /// @param manuscript the report laid out: it knows the anchors
  Grounds(Facets facets, Report report, Body body, Manuscript manuscript) {
    this.facets = facets;
    this.report = report;
    this.manuscript = manuscript;
    this.body = body;
    this.text = body.searchable();
  }

  /// What the report is about, strongest first: what the facets count. A region or type above one
  /// of them is so by itself; it follows them when the text names it, too.
  List<Carried> about(Dimension dimension) {
    List<Label> about = new ArrayList<>();
    labels(dimension).stream().filter(Grounds::isAbout).forEach(about::add);
    Set<String> implied = implied(dimension);
    labels(dimension).stream()
        .filter(label -> !isAbout(label) && implied.contains(label.id()))
        .forEach(about::add);
    return about.stream().map(label -> carried(dimension, label)).toList();
  }

  /// What it only mentions.
  List<Carried> mentioned() {
    List<Carried> mentioned = new ArrayList<>();
    for (Dimension dimension : List.of(Dimension.REGION, Dimension.THREAT)) {
      Set<String> implied = implied(dimension);
      labels(dimension).stream()
          .filter(label -> !isAbout(label) && !implied.contains(label.id()))
          .forEach(label -> mentioned.add(carried(dimension, label)));
    }
    return mentioned;
  }

  private List<Label> labels(Dimension dimension) {
    return dimension == Dimension.REGION ? report.regions() : report.threats();
  }

  private static boolean isAbout(Label label) {
    return label.strength() == Label.Strength.ABOUT;
  }

  /// The ids above what the report is about.
  private Set<String> implied(Dimension dimension) {
    Vocabulary tree = dimension == Dimension.REGION ? facets.regions() : facets.threats();
    Set<String> implied = new HashSet<>();
    labels(dimension).stream()
        .filter(Grounds::isAbout)
        .forEach(label -> implied.addAll(tree.ancestors(label.id())));
    return implied;
  }

  private Carried carried(Dimension dimension, Label label) {
    List<Label.Evidence> evidence = label.evidence();
    List<Label.Evidence> rest =
        evidence.subList(Math.min(WORDINGS, evidence.size()), evidence.size());
    return new Carried(
        facets.label(dimension, label.id()),
        "/" + dimension.parameter() + "/" + label.id(),
        sum(label),
        evidence.stream().limit(WORDINGS).map(this::wording).toList(),
        rest.isEmpty()
            ? ""
            : Words.count(rest.size(), "other wording", "other wordings") + ": " + times(rest));
  }

  private static String sum(Label label) {
    boolean byHand = label.origin() == Label.Origin.SIDECAR;
    String found = label.evidence().isEmpty() ? "" : times(label.evidence());
    if (!byHand) {
      return found;
    }
    return found.isEmpty() ? "set by hand" : "set by hand, found " + found;
  }

  private static String times(List<Label.Evidence> evidence) {
    return times(evidence.stream().mapToInt(Label.Evidence::count).sum());
  }

  private static String times(int count) {
    return count == 1 ? "once" : Words.count(count) + " times";
  }

  private Wording wording(Label.Evidence evidence) {
    List<Place> places = new ArrayList<>();
    if (evidence.title()) {
      places.add(new Place(", in the ", "title", false, "#title"));
    }
    // The title's own page is no second place.
    if (!evidence.title() || evidence.count() > 1) {
      if (report.paged()) {
        pages(evidence, places);
      } else if (!evidence.pages().isEmpty()) {
        String before = evidence.title() ? " and in the " : ", in the ";
        int first = passage(evidence.words(), 0, text.length());
        places.add(new Place(before, "text", false, first < 0 ? "" : manuscript.link(first)));
      }
    }
    return new Wording(evidence.words(), times(evidence.count()), places);
  }

  /// `and on pages 1 to 3, 5 and 8`, each number a link.
  private void pages(Label.Evidence evidence, List<Place> places) {
    List<Integer> pages = evidence.pages();
    String before =
        (evidence.title() ? " and on " : ", on ") + (pages.size() == 1 ? "page " : "pages ");
    int most = places.size() + PLACES;
    int at = 0;
    while (at < pages.size()) {
      int end = at;
      while (end + 1 < pages.size() && pages.get(end + 1) == pages.get(end) + 1) {
        end++;
      }
      if (places.size() >= most) {
        places.add(new Place(" and more", "", false, ""));
        return;
      }
      if (end < at + 2) {
        end = at;
      }
      places.add(page(before, evidence, pages.get(at)));
      if (end > at) {
        places.add(page(" to ", evidence, pages.get(end)));
      }
      at = end + 1;
      before = at == pages.size() - 1 ? " and " : ", ";
    }
  }

  private Place page(String before, Label.Evidence evidence, int page) {
    int from = manuscript.firstPassage(page);
    int to = manuscript.firstPassage(page + 1);
    int found = from < to ? passage(evidence.words(), body.start(from), body.end(to - 1)) : -1;
    String href = found < 0 ? manuscript.pageLink(page) : manuscript.link(found);
    return new Place(before, Words.count(page), true, href);
  }

  /// The first passage that holds the words as they are written, the title aside; -1 when none
  /// does: then they stand there in another case or form.
  private int passage(String words, int from, int to) {
    int at = text.indexOf(words, from, to);
    while (at >= 0) {
      int passage = body.passageAt(at);
      boolean title = body.passages().get(passage).text().equals(report.title());
      if (!title && isWhole(at, at + words.length())) {
        return passage;
      }
      at = text.indexOf(words, at + 1, to);
    }
    return -1;
  }

  private boolean isWhole(int from, int to) {
    return (from == 0 || !joined(from - 1, from)) && (to == text.length() || !joined(to - 1, to));
  }

  /// Whether two neighbouring characters belong to one word.
  private boolean joined(int left, int right) {
    char a = text.charAt(left);
    char b = text.charAt(right);
    return Character.isLetterOrDigit(a)
        && Character.isLetterOrDigit(b)
        && !Character.isIdeographic(a)
        && !Character.isIdeographic(b);
  }
}
