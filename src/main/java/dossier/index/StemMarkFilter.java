package dossier.index;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Tells a stem from the word it stands beside, and from the stems of other languages: marks it
/// with its language, as in `=en:attack`. A word that is its own stem has one all the same: were it
/// left out, a stem could only be looked for among the words of every language, and Arabic "Sudan"
/// would find Persian "profit".
final class StemMarkFilter extends TokenFilter {

  /// In front of every stem; no tokenizer leaves it in a word.
  static final char MARK = '=';

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final String mark;

  /// @param language of the stems, as in [Analysis]
  StemMarkFilter(TokenStream wordsAndStems, String language) {
    super(wordsAndStems);
    this.mark = MARK + language + ':';
  }

  @Override
  public boolean incrementToken() throws IOException {
    while (input.incrementToken()) {
      if (step.getPositionIncrement() > 0) {
        return true;
      }
      if (!term.isEmpty()) {
        String stem = term.toString();
        term.setEmpty().append(mark).append(stem);
        return true;
      }
    }
    return false;
  }
}
