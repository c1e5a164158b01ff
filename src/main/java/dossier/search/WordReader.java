package dossier.search;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Says what a word stands for: itself, the beginning of words, or an operator.
final class WordReader {

  private static final String CLOSING_PUNCTUATION = "*?!.,;:…؟،؛。，、！？；：";
  private static final int SHORTEST_PREFIX = 2;
  private static final Pattern NEARNESS = Pattern.compile("O?NEAR/\\d+");
  private static final Pattern WILDCARD = Pattern.compile("\\*|[\\p{L}\\p{N}]\\?[\\p{L}\\p{N}]");

  private final Remarks remarks;
  private String text;
  private boolean star;

  private WordReader(String text, Remarks remarks) {
    this.text = text;
    this.remarks = remarks;
  }

  /// Reads a word.
  ///
  /// @param typed begins with a searchable character, holds no space
  /// @param literal whether it is the value of a name and so never an operator
  /// @param address whether it is an internet address
  /// @param starBefore whether a star stood before it
  /// @return null when it is to be left out
  static @Nullable Token read(
      String typed, boolean literal, boolean address, boolean starBefore, Remarks remarks) {
    WordReader reader = new WordReader(typed, remarks);
    reader.stripEnd(address);
    if (address) {
      return new Token.Word(reader.text);
    }
    Token operator = literal || reader.star ? null : operator(reader.text);
    if (operator != null) {
      return operator;
    }
    if (!literal && NEARNESS.matcher(reader.text).matches()) {
      remarks.noNearness(reader.text);
      return null;
    }
    return reader.term(starBefore);
  }

  /// The operator of this name, null when there is none.
  static @Nullable Token operator(String word) {
    return switch (word) {
      case "AND" -> new Token.And(word);
      case "OR" -> new Token.Or(word);
      case "NOT" -> new Token.Not(word);
      case "SOME" -> new Token.Some(word);
      default -> null;
    };
  }

  private Token term(boolean starBefore) {
    if (starBefore || WILDCARD.matcher(text).find()) {
      remarks.misplacedWildcard(text);
      return new Token.Word(text);
    }
    if (!star) {
      return new Token.Word(text);
    }
    if (lettersAtEnd() < SHORTEST_PREFIX) {
      remarks.shortPrefix(text);
      return new Token.Word(text);
    }
    return new Token.Prefix(text);
  }

  /// Takes off what ends a sentence, a star, and the suffixes of other query languages.
  private void stripEnd(boolean address) {
    int length;
    do {
      length = text.length();
      int end = length;
      while (CLOSING_PUNCTUATION.indexOf(text.charAt(end - 1)) >= 0) {
        end--;
        star |= text.charAt(end) == '*';
      }
      text = text.substring(0, end);
      if (!address) {
        stripSuffix();
      }
    } while (text.length() < length);
  }

  /// Takes off `~`, `~2`, `^1.5`.
  private void stripSuffix() {
    int start = text.length();
    while (QueryTokenizer.isDigitOrDot(text.charAt(start - 1)) && start > 1) {
      start--;
    }
    if ("~^".indexOf(text.charAt(start - 1)) >= 0) {
      remarks.noSuchSuffix(text.substring(start - 1));
      text = text.substring(0, start - 1);
    }
  }

  private int lettersAtEnd() {
    int letters = 0;
    int at = text.length();
    while (at > 0) {
      int c = text.codePointBefore(at);
      if (Character.isLetterOrDigit(c)) {
        letters++;
      } else if (TypedText.isSearchable(c) || !isJoined(c)) {
        return letters;
      }
      at -= Character.charCount(c);
    }
    return letters;
  }

  /// Whether a character belongs to the letter before it: accents, vowel signs, joiners.
  private static boolean isJoined(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT;
  }
}
