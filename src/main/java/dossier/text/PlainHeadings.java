package dossier.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Tells headings in plain text and e-mail, which have no sign for them.
final class PlainHeadings {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_HEADING = 80;
  private static final int LONGEST_LINE = 150;
  private static final Pattern ENDED = Pattern.compile("[.,;:…]$|@");

  private PlainHeadings() {}

  /// The first line of a text that stands alone is its title. Short lines alone between paragraphs
  /// are headings; above the first paragraph they say who wrote it, and when.
  static List<Passage> told(List<Passage> passages) {
    boolean begun = false;
    List<Passage> headed = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      boolean followed = i + 1 < passages.size();
      boolean title = i == 0 && followed && isHeading(passage, LONGEST_TITLE);
      boolean heading =
          begun
              && followed
              && isHeading(passage, LONGEST_HEADING)
              && passages.get(i + 1).text().length() > LONGEST_HEADING;
      headed.add(
          title || heading
              ? new Passage(Passage.Kind.HEADING, title ? 1 : 2, passage.page(), passage.text())
              : passage);
      begun |= passage.text().length() > LONGEST_LINE;
    }
    return headed;
  }

  private static boolean isHeading(Passage passage, int longest) {
    String text = passage.text();
    return passage.kind() == Passage.Kind.PARAGRAPH
        && text.length() <= longest
        && !Character.isLowerCase(text.codePointAt(0))
        && !ENDED.matcher(text).find();
  }
}
