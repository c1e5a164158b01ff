package dossier.report;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts a text into words. Names in the vocabularies and texts are cut alike, so what matters is
/// that both fall apart in the same way:
///
/// - hyphens separate words; half-spaces (ZWNJ) and the letter-like apostrophes of Uzbek do not;
/// - an English possessive `'s` is dropped, an elided French article (`l'`, `d'`, `qu'`) is a word,
///   any other apostrophe inside a word is left out;
/// - an ideograph is a word.
final class Words {

  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
  private static final Set<String> ELIDED =
      Set.of("l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu");

  private final String text;
  private final List<Word> found = new ArrayList<>();
  private final StringBuilder folded = new StringBuilder();
  private int start;
  private int capitals;
  private int letters;
  private boolean capitalFirst;
  private int clause;

  private Words(String text) {
    this.text = text;
  }

  /// The form of `text` in which [#of] counts offsets.
  static String canonical(String text) {
    return NFC.normalize(text);
  }

  /// The words of `text`, which must be [#canonical].
  static List<Word> of(String text) {
    Words words = new Words(text);
    words.cut();
    return words.found;
  }

  /// All words folded, with single spaces between.
  static String folded(String text) {
    StringBuilder out = new StringBuilder();
    for (Word word : of(canonical(text))) {
      out.append(out.isEmpty() ? "" : " ").append(word.folded());
    }
    return out.toString();
  }

  private void cut() {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (isWordChar(c)) {
        take(i, c);
      } else if (isApostrophe(c)
          && !folded.isEmpty()
          && i + 1 < length
          && isWordChar(text.charAt(i + 1))) {
        i = apostrophe(i);
      } else if (!joins(c)) {
        close(i);
        if (endsClause(c)) {
          clause++;
        }
      }
    }
    close(length);
  }

  private void take(int i, char c) {
    boolean ideograph = c >= 0x2E80 && (Character.isIdeographic(c) || isKana(c));
    if (ideograph) {
      close(i);
    }
    if (folded.isEmpty()) {
      start = i;
      capitals = 0;
      letters = 0;
      capitalFirst = Character.isUpperCase(c);
    }
    letters++;
    if (Character.isUpperCase(c)) {
      capitals++;
    }
    Fold.append(folded, c);
    if (ideograph) {
      close(i + 1);
    }
  }

  /// Returns the index of the last character dealt with.
  private int apostrophe(int i) {
    char next = text.charAt(i + 1);
    boolean possessive =
        (next == 's' || next == 'S') && (i + 2 == text.length() || !isWordChar(text.charAt(i + 2)));
    if (possessive) {
      close(i);
      return i + 1;
    }
    if (ELIDED.contains(folded.toString())) {
      close(i);
    }
    return i;
  }

  private void close(int end) {
    if (folded.isEmpty()) {
      return;
    }
    Word.Shape shape =
        !capitalFirst
            ? Word.Shape.SMALL
            : capitals == letters ? Word.Shape.ALL_CAPITALS : Word.Shape.CAPITALISED;
    found.add(new Word(folded.toString(), start, end, shape, clause));
    folded.setLength(0);
  }

  private static boolean isWordChar(char c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    return c != 'ʻ' && c != 'ʼ' && (Character.isLetterOrDigit(c) || Character.isSurrogate(c));
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’' || c == '‘' || c == '`' || c == '´';
  }

  /// Whether `c` may stand inside a word without being part of what is compared.
  private static boolean joins(char c) {
    return c >= 0x80
        && (c == 'ʻ'
            || c == 'ʼ'
            || c == '\u200c'
            || c == '\u200d'
            || c == '\u00ad'
            || c == 'ـ'
            || Character.getType(c) == Character.NON_SPACING_MARK);
  }

  private static boolean isKana(char c) {
    return c >= 0x3040 && c <= 0x30FF;
  }

  private static boolean endsClause(char c) {
    return switch (c) {
      case '.', '!', '?', ';', ':', '؟', '؛', '۔', '。', '！', '？', '；' -> true;
      default -> false;
    };
  }
}
