package dossier.index;

import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Brings the spellings of a lower-case word with apostrophes or dots in it together: `state's` is
/// `state`, `l’armée` is `armée`, Uzbek `oʻzbek`, `o'zbek` and `o’zbek` are `ozbek`, `u.s` is `us`.
/// The same for every language, because nobody says which one a query is in.
final class SpellingFilter extends TokenFilter {

  /// What French, Italian and Catalan put in front of a vowel.
  private static final Set<String> ELIDED =
      Set.of(
          "l", "d", "qu", "j", "m", "n", "s", "t", "c", "jusqu", "lorsqu", "puisqu", "quoiqu",
          "presqu", "dell", "all", "nell", "sull", "dall", "coll", "un", "quell", "dov", "com");

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  SpellingFilter(TokenStream words) {
    super(words);
  }

  @Override
  public boolean incrementToken() throws java.io.IOException {
    if (!input.incrementToken()) {
      return false;
    }
    for (int i = 0; i < term.length(); i++) {
      char c = term.charAt(i);
      if (isApostrophe(c) || c == '.') {
        String simple = simplify(term.toString());
        term.setEmpty().append(simple);
        break;
      }
    }
    return true;
  }

  private static String simplify(String word) {
    StringBuilder even = new StringBuilder(word);
    for (int i = 0; i < even.length(); i++) {
      if (isApostrophe(even.charAt(i))) {
        even.setCharAt(i, '\'');
      }
    }
    String text = even.toString();
    int first = text.indexOf('\'');
    if (first > 0 && first < text.length() - 2 && ELIDED.contains(text.substring(0, first))) {
      text = text.substring(first + 1);
    }
    if (text.length() > 2 && text.endsWith("'s")) {
      text = text.substring(0, text.length() - 2);
    }
    text = isAcronym(text) ? text.replace(".", "") : text;
    String bare = text.replace("'", "");
    return bare.isEmpty() ? word : bare;
  }

  /// Single letters with dots between.
  private static boolean isAcronym(String text) {
    if (text.length() < 3) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (i % 2 == 0 ? !Character.isLetter(text.charAt(i)) : text.charAt(i) != '.') {
        return false;
      }
    }
    return true;
  }

  private static boolean isApostrophe(char c) {
    return switch (c) {
      case '\'',
          '`',
          '\u00B4',
          '\u02BB',
          '\u02BC',
          '\u02B9',
          '\u2018',
          '\u2019',
          '\u201B',
          '\uFF07' ->
          true;
      default -> false;
    };
  }
}
