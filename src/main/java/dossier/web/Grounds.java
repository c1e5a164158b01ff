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

  /// A character of nobody's alphabet, and those behind it.
  private static final char FIRST_SLOT = '\uE000';

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
        rest.isEmpty() ? "" : Words.count(rest.size(), "wordings") + ": " + times(rest));
  }

  private static String sum(Label label) {
    boolean byHand = label.origin() == Label.Origin.SIDECAR;
    String found = label.evidence().isEmpty() ? "" : times(label.evidence());
    if (!byHand) {
      return found;
    }
    return found.isEmpty()
        ? Words.say("grounds.by-hand")
        : Words.say("grounds.by-hand-found", "times", found);
  }

  private static String times(List<Label.Evidence> evidence) {
    return times(evidence.stream().mapToInt(Label.Evidence::count).sum());
  }

  private static String times(int count) {
    return Words.say("grounds.times", "n", count);
  }

  private Wording wording(Label.Evidence evidence) {
    List<Place> links = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    if (evidence.title()) {
      String title = slot(links, Words.say("grounds.title"), false, "#title");
      parts.add(Words.say("grounds.in-title", "title", title));
    }
    // The title's own page is no second place.
    if (!evidence.title() || evidence.count() > 1) {
      if (report.paged()) {
        int many = evidence.pages().size();
        String pages = Tongue.here().list(pages(evidence, links));
        parts.add(Words.say("grounds.on-pages", "n", many, "pages", pages));
      } else if (!evidence.pages().isEmpty()) {
        int first = passage(evidence.words(), 0, text.length());
        String href = first < 0 ? "" : manuscript.link(first);
        String here = slot(links, Words.say("grounds.text"), false, href);
        parts.add(Words.say("grounds.in-text", "text", here));
      }
    }
    String times = times(evidence.count());
    return parts.isEmpty()
        ? new Wording(evidence.words(), times, List.of())
        : new Wording(evidence.words(), times, places(Tongue.here().list(parts), links));
  }

  /// Stands for a link while a sentence is put together.
  private static String slot(List<Place> links, String text, boolean page, String href) {
    links.add(new Place("", text, page, href));
    return String.valueOf((char) (FIRST_SLOT + links.size() - 1));
  }

  /// A sentence cut behind each of its links.
  private static List<Place> places(String sentence, List<Place> links) {
    List<Place> places = new ArrayList<>();
    StringBuilder before = new StringBuilder(", ");
    for (int i = 0; i < sentence.length(); i++) {
      char letter = sentence.charAt(i);
      if (letter < FIRST_SLOT || letter >= FIRST_SLOT + links.size()) {
        before.append(letter);
        continue;
      }
      Place link = links.get(letter - FIRST_SLOT);
      places.add(new Place(before.toString(), link.text(), link.page(), link.href()));
      before.setLength(0);
    }
    if (!before.isEmpty()) {
      places.add(new Place(before.toString(), "", false, ""));
    }
    return places;
  }

  /// `1 to 3`, `5`, `8`, each number a link.
  private List<String> pages(Label.Evidence evidence, List<Place> links) {
    List<Integer> pages = evidence.pages();
    List<String> parts = new ArrayList<>();
    int most = links.size() + PLACES;
    int at = 0;
    while (at < pages.size()) {
      int end = at;
      while (end + 1 < pages.size() && pages.get(end + 1) == pages.get(end) + 1) {
        end++;
      }
      if (links.size() >= most) {
        parts.add(Words.say("grounds.more"));
        return parts;
      }
      if (end < at + 2) {
        end = at;
      }
      String from = page(links, evidence, pages.get(at));
      parts.add(
          end == at
              ? from
              : Words.say("span.both", "from", from, "to", page(links, evidence, pages.get(end))));
      at = end + 1;
    }
    return parts;
  }

  private String page(List<Place> links, Label.Evidence evidence, int page) {
    int from = manuscript.firstPassage(page);
    int to = manuscript.firstPassage(page + 1);
    int found = from < to ? passage(evidence.words(), body.start(from), body.end(to - 1)) : -1;
    String href = found < 0 ? manuscript.pageLink(page) : manuscript.link(found);
    return slot(links, Words.count(page), true, href);
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
