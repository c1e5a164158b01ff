package dossier.web;

import dossier.report.Body;
import dossier.report.Report;
import dossier.text.Passage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The end of a link that opens a page of the reading view with a passage marked: the anchor of the
/// page, and a text fragment by <https://wicg.github.io/scroll-to-text-fragment/>. Browsers that do
/// not know those open the page. The script of the reading view goes by the same rules.
final class Fragment {

  /// A passage of more words is told by its first and its last five.
  private static final int FEW = 12;

  private static final int ENDS = 5;
  private static final int BEFORE = 4;

  private final Report report;
  private final Body body;
  private final List<String> words;

  private Fragment(Report report, String quote) {
    this.report = report;
    this.body = report.body();
    this.words = words(quote);
  }

  /// @param page 0 for none
  /// @param quote the words of the passage; empty for none
  static String of(Report report, int page, String quote) {
    String anchor = page == 0 ? "" : "p" + page;
    if (quote.isBlank()) {
      return anchor.isEmpty() ? "" : "#" + anchor;
    }
    return "#" + anchor + ":~:text=" + new Fragment(report, quote).text(page);
  }

  private String text(int page) {
    String start = start(words);
    String ends = words.size() > FEW ? "," + encoded(last(words, ENDS)) : "";
    Matcher found = pattern(start).matcher(body.text());
    if (!found.find(from(page)) || once(start, found.start())) {
      return encoded(start) + ends;
    }
    int passage = body.passageAt(found.start());
    String lead = body.text().substring(body.start(passage), found.start());
    String near = last(words(lead), BEFORE);
    if (!near.isEmpty() && once(near + " " + start, found.start())) {
      return encoded(near) + "-," + encoded(start) + ends;
    }
    if (passage == 0) {
      return encoded(start) + ends;
    }
    // The same paragraph stands elsewhere, as in a summary: what is above it tells which is meant.
    String above = last(words(body.passages().get(passage - 1).text()), BEFORE);
    List<String> wider = words(lead + " " + String.join(" ", words));
    String wide = wider.size() > FEW ? "," + encoded(last(words, ENDS)) : "";
    return encoded(above) + "-," + encoded(start(wider)) + wide;
  }

  /// Where a page begins in the body; its beginning when the page has no text.
  private int from(int page) {
    for (int i = 0; i < body.passages().size(); i++) {
      if (body.passages().get(i).page() >= page) {
        return body.start(i);
      }
    }
    return 0;
  }

  /// Whether these words stand in one place of the reading view. Headings stand in its outline too.
  private boolean once(String text, int place) {
    if (body.passages().get(body.passageAt(place)).kind() == Passage.Kind.HEADING) {
      return false;
    }
    String all = report.title() + "\n" + report.summary() + "\n" + body.text();
    return pattern(text).matcher(all).results().limit(2).count() < 2;
  }

  private static Pattern pattern(String text) {
    return Pattern.compile(
        words(text).stream().map(Pattern::quote).collect(Collectors.joining("\\s+")));
  }

  private static String start(List<String> words) {
    return String.join(" ", words.subList(0, words.size() > FEW ? ENDS : words.size()));
  }

  private static String last(List<String> words, int count) {
    return String.join(" ", words.subList(Math.max(0, words.size() - count), words.size()));
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }

  /// A hyphen means something in a text fragment.
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("-", "%2D");
  }
}
