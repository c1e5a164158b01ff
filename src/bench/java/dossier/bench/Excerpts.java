package dossier.bench;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/// Snippets with their pages, by Lucene's own highlighter from the offsets in the index.
final class Excerpts extends UnifiedHighlighter {

  private static final int MOST = 3;

  /// @param text what is shown
  /// @param page the page it stands on
  /// @param marks begin and end of what matched
  record Piece(int page, String text, List<int[]> marks) {}

  /// @param kind words alone need not be looked for by running the query on each hit
  Excerpts(IndexSearcher searcher, Asked.Kind kind) {
    super(
        builder(searcher, Bare.ANALYZER)
            .withMaxLength(Integer.MAX_VALUE - 1)
            .withBreakIterator(() -> BreakIterator.getSentenceInstance(Locale.ROOT))
            .withWeightMatches(kind == Asked.Kind.PHRASE || kind == Asked.Kind.NEAR)
            .withFormatter(new Formatter()));
  }

  List<List<Piece>> of(Query query, int[] hits) throws IOException {
    Map<String, Object[]> found =
        highlightFieldsAsObjects(new String[] {Bare.BODY}, query, hits, new int[] {MOST});
    List<List<Piece>> all = new ArrayList<>();
    for (Object each : found.get(Bare.BODY)) {
      all.add(each instanceof Pieces(List<Piece> pieces) ? pieces : List.of());
    }
    return all;
  }

  static boolean marked(List<Piece> pieces) {
    return pieces.stream().anyMatch(piece -> !piece.marks().isEmpty());
  }

  private record Pieces(List<Piece> pieces) {}

  private static final class Formatter extends PassageFormatter {

    @Override
    public Object format(Passage[] passages, String content) {
      List<Piece> pieces = new ArrayList<>();
      int at = 0;
      int page = 1;
      for (Passage passage : passages) {
        for (; at < passage.getStartOffset(); at++) {
          page += content.charAt(at) == '\f' ? 1 : 0;
        }
        String text = content.substring(passage.getStartOffset(), passage.getEndOffset());
        List<int[]> marks = new ArrayList<>();
        for (int i = 0; i < passage.getNumMatches(); i++) {
          int from = passage.getMatchStarts()[i] - passage.getStartOffset();
          int to = passage.getMatchEnds()[i] - passage.getStartOffset();
          marks.add(new int[] {from, to});
        }
        pieces.add(new Piece(page, text, marks));
      }
      return new Pieces(pieces);
    }
  }
}
