package dossier.report;

import dossier.text.Passage;
import java.util.Arrays;
import java.util.List;

/// The text of a report as one string, and where each passage begins in it. All offsets are UTF-16.
public final class Body {

  private final List<Passage> passages;
  private final String text;
  private final int[] starts;

  private Body(List<Passage> passages, String text, int[] starts) {
    this.passages = passages;
    this.text = text;
    this.starts = starts;
  }

  /// The body of these passages.
  public static Body of(List<Passage> passages) {
    StringBuilder text = new StringBuilder();
    int[] starts = new int[passages.size()];
    for (int i = 0; i < starts.length; i++) {
      if (i > 0) {
        boolean turned = passages.get(i).page() != passages.get(i - 1).page();
        text.append(turned ? '\f' : '\n');
      }
      starts[i] = text.length();
      text.append(passages.get(i).text());
    }
    return new Body(List.copyOf(passages), text.toString(), starts);
  }

  /// The whole text.
  public String text() {
    return text;
  }

  /// The text with furniture blanked out by spaces, so that offsets stay: what is searched.
  public String searchable() {
    char[] chars = text.toCharArray();
    for (int i = 0; i < starts.length; i++) {
      if (passages.get(i).kind() == Passage.Kind.FURNITURE) {
        Arrays.fill(chars, starts[i], end(i), ' ');
      }
    }
    return new String(chars);
  }

  /// The passages.
  public List<Passage> passages() {
    return passages;
  }

  /// Where passage `index` begins.
  public int start(int index) {
    return starts[index];
  }

  /// Where passage `index` ends, exclusive.
  public int end(int index) {
    return starts[index] + passages.get(index).text().length();
  }

  /// The index of the passage that holds `offset`; the one before it where `offset` is a separator.
  ///
  /// @throws IndexOutOfBoundsException when the body has no passages or `offset` is negative
  public int passageAt(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    int index = found >= 0 ? found : -found - 2;
    if (index < 0) {
      throw new IndexOutOfBoundsException("offset " + offset);
    }
    return index;
  }

  /// The page that holds `offset`.
  public int pageAt(int offset) {
    return passages.get(passageAt(offset)).page();
  }
}
