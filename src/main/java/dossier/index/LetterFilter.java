package dossier.index;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// The letters that Kazakh, Kyrgyz, Tajik, Uzbek, Tatar and Ukrainian add to the Russian alphabet,
/// as somebody types them on a Russian keyboard: тоҷикистон as точикистон. They are no accents to
/// Unicode, and what folding makes of them nobody types. For text in lower case.
final class LetterFilter extends TokenFilter {

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  LetterFilter(TokenStream folded) {
    super(folded);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    char[] letters = term.buffer();
    for (int i = 0; i < term.length(); i++) {
      letters[i] = plain(letters[i]);
    }
    return true;
  }

  private static char plain(char letter) {
    return switch (letter) {
      case 'қ', 'ҡ' -> 'к';
      case 'ғ', 'ґ' -> 'г';
      case 'ҳ', 'һ' -> 'х';
      case 'ҷ' -> 'ч';
      case 'ң' -> 'н';
      case 'ү', 'ұ' -> 'у';
      case 'ө' -> 'о';
      case 'ә' -> 'а';
      case 'і', 'ї' -> 'и';
      case 'є' -> 'е';
      default -> letter;
    };
  }
}
