package dossier.index;

import dossier.report.Body;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.lucene.util.BytesRef;

/// Where in the text of a report its pages begin.
final class PageTurns {

  /// Of a text on one page.
  static final PageTurns NONE = new PageTurns(new int[0], new int[0]);

  private final int[] starts;
  private final int[] pages;

  /// @param starts offsets, ascending
  /// @param pages the page that begins at each
  private PageTurns(int[] starts, int[] pages) {
    this.starts = starts;
    this.pages = pages;
  }

  /// As it is kept: eight bytes for each turn.
  static BytesRef of(Body body) {
    ByteBuffer turns = ByteBuffer.allocate(8 * body.passages().size());
    int page = 0;
    for (int i = 0; i < body.passages().size(); i++) {
      if (body.passages().get(i).page() != page) {
        page = body.passages().get(i).page();
        turns.putInt(body.start(i)).putInt(page);
      }
    }
    return new BytesRef(turns.array(), 0, turns.position());
  }

  static PageTurns of(BytesRef kept) {
    ByteBuffer turns = ByteBuffer.wrap(kept.bytes, kept.offset, kept.length);
    int[] starts = new int[kept.length / 8];
    int[] pages = new int[starts.length];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = turns.getInt();
      pages[i] = turns.getInt();
    }
    return new PageTurns(starts, pages);
  }

  /// The page that holds an offset.
  int pageAt(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    int index = found >= 0 ? found : -found - 2;
    return index < 0 ? 1 : pages[index];
  }
}
