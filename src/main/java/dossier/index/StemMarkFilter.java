package dossier.index;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Tells a stem from the word it stands beside: marks it, and drops it where it equals the word.
final class StemMarkFilter extends TokenFilter {

  /// In front of every stem; no tokenizer leaves it in a word.
  static final char MARK = '=';

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private String word = "";

  StemMarkFilter(TokenStream wordsAndStems) {
    super(wordsAndStems);
  }

  @Override
  public boolean incrementToken() throws IOException {
    while (input.incrementToken()) {
      if (step.getPositionIncrement() > 0) {
        word = term.toString();
        return true;
      }
      if (!word.contentEquals(term)) {
        String stem = term.toString();
        term.setEmpty().append(MARK).append(stem);
        return true;
      }
    }
    return false;
  }
}
