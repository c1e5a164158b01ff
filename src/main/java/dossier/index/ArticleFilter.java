package dossier.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/// Takes off what Arabic writes in front of a word without a space: the article, what joins it, and
/// "and". Twice, so that a word that only begins like "and" is cut alike with the article and
/// without.
final class ArticleFilter extends TokenFilter {

  /// The article alone and with "and", "so", "by", "like" and "for", then "and" alone: those of the
  /// light10 stemmer of Larkey, Ballesteros and Connell.
  private static final List<String> BEGINNINGS =
      List.of("وال", "فال", "بال", "كال", "ال", "لل", "و");

  private static final int SHORTEST_STEM = 3;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

  ArticleFilter(TokenStream words) {
    super(words);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (!keyword.isKeyword()) {
      String word = term.toString();
      term.setEmpty().append(shorter(shorter(word)));
    }
    return true;
  }

  private static String shorter(String word) {
    for (String beginning : BEGINNINGS) {
      if (word.startsWith(beginning) && word.length() - beginning.length() >= SHORTEST_STEM) {
        return word.substring(beginning.length());
      }
    }
    return word;
  }
}
