package dossier.index;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.util.AttributeSource;
import org.jspecify.annotations.Nullable;

/// Makes a word of every Chinese, Japanese and Korean character. These texts have no spaces, or
/// words with particles grown on, and a dictionary cuts query and text apart differently: with
/// whole words 核武器 hides 武器. Cut into characters, which [Translator] looks for side by side, any
/// part of a longer word is found, and exactly that part is marked.
///
/// Half-width katakana become full-width, long vowels short (サーバー is サーバ), and traditional
/// characters simplified ones, each alone: what depends on neighbours (乾) keeps the usual reading.
final class IdeographFilter extends TokenFilter {

  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
  private static final Transliterator SIMPLIFIED =
      Transliterator.getInstance("Traditional-Simplified");

  private static final char LONG = 'ー';

  /// Characters met so far, as they are looked for. Bounded by the number of characters there are.
  private static final Map<String, String> SPELLED = new ConcurrentHashMap<>();

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);

  /// The rest of a word that is being cut, and what it looked like.
  private String rest = "";

  private int start;
  private int end;
  private AttributeSource.@Nullable State word;

  IdeographFilter(TokenStream words) {
    super(words);
  }

  /// Whether a word is one character of these scripts.
  static boolean isIdeograph(String word) {
    return !word.isEmpty()
        && word.codePointCount(0, word.length()) == 1
        && isCut(word.codePointAt(0));
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (rest.isEmpty()) {
      if (!input.incrementToken()) {
        return false;
      }
      String whole = term.toString();
      if (whole.isEmpty() || !isCut(whole.codePointAt(0))) {
        return true;
      }
      rest = whole;
      start = offset.startOffset();
      end = offset.endOffset();
      word = captureState();
    }
    restoreState(word);
    String character = rest.substring(0, length(rest));
    rest = rest.substring(character.length());
    int from = start;
    start = rest.isEmpty() ? end : Math.min(end, from + character.length());
    offset.setOffset(from, start);
    term.setEmpty().append(SPELLED.computeIfAbsent(character, IdeographFilter::spelled));
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    rest = "";
    word = null;
  }

  private static boolean isCut(int character) {
    return switch (UnicodeScript.of(character)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
      default -> false;
    };
  }

  /// UTF-16 length of the first character with what voices or lengthens it.
  private static int length(String text) {
    int length = Character.charCount(text.codePointAt(0));
    while (length < text.length() && isMark(text.charAt(length))) {
      length++;
    }
    return length;
  }

  private static boolean isMark(char c) {
    return switch (c) {
      case LONG, '\uFF70', '\uFF9E', '\uFF9F' -> true;
      default -> Character.getType(c) == Character.NON_SPACING_MARK;
    };
  }

  private static String spelled(String character) {
    String normal = NFKC.normalize(character);
    String full = normal.length() > 1 ? normal.replace(String.valueOf(LONG), "") : normal;
    return UnicodeScript.of(full.codePointAt(0)) == UnicodeScript.HAN
        ? SIMPLIFIED.transliterate(full)
        : full;
  }
}
