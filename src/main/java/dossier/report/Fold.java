package dossier.report;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;

/// Folds characters to the form in which words are compared: lower case, without accents, one shape
/// for the letters that Arabic and Persian write differently, and ASCII digits.
///
/// Works on text in NFC, one character at a time, so that no context is needed. Cyrillic letters
/// with a breve (Russian `й`, Belarusian `ў`) are letters of their own and stay; `ё` becomes `е`,
/// as most texts write it.
final class Fold {

  private static final Normalizer2 CASE = Normalizer2.getNFKCCasefoldInstance();
  private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
  private static final Transliterator LATIN = Transliterator.getInstance("Latin-ASCII");

  /// Filled as characters are met; two threads that meet one at once write the same.
  private static final String[] FOLDS = new String[Character.MAX_VALUE + 1];

  private Fold() {}

  /// Appends the folded form of `c`, which may be empty or several letters.
  static void append(StringBuilder out, char c) {
    if (c < 0x80) {
      out.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
      return;
    }
    String fold = FOLDS[c];
    if (fold == null) {
      fold = fold(c);
      FOLDS[c] = fold;
    }
    out.append(fold);
  }

  private static String fold(char c) {
    if (Character.isDigit(c)) {
      return Integer.toString(Character.digit(c, 10));
    }
    if (Character.isSurrogate(c)) {
      return String.valueOf(c);
    }
    String lower = CASE.normalize(String.valueOf(c));
    if (lower.equals("й") || lower.equals("ў")) {
      return lower;
    }
    StringBuilder bare = new StringBuilder();
    for (char part : NFD.normalize(lower).toCharArray()) {
      if (Character.getType(part) != Character.NON_SPACING_MARK && part != 'ـ') {
        bare.append(arabic(part));
      }
    }
    boolean latin = UScript.getScript(UCharacter.toLowerCase(c)) == UScript.LATIN;
    return latin ? LATIN.transliterate(bare.toString()) : bare.toString();
  }

  private static char arabic(char c) {
    return switch (c) {
      case 'ى', 'ی', 'ې' -> 'ي';
      case 'ک' -> 'ك';
      case 'ة', 'ۀ', 'ە', 'ہ' -> 'ه';
      case 'ٱ' -> 'ا';
      default -> c;
    };
  }
}
