package dossier.search;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Says what a word stands for: itself, the beginning of words, or an operator.
final class WordReader {

  private static final String CLOSING_PUNCTUATION = "*?!.,;:…؟،؛。，、！？；：";
  private static final int SHORTEST_PREFIX = 2;
  private static final int SHORTEST_FUZZY = 3;

  /// The longest word in which one letter may differ when nobody says how many.
  private static final int SHORT = 5;

  private static final Pattern NEARNESS = Pattern.compile("NEAR(?:/([0-9]*))?");
  private static final Pattern WILDCARD =
      Pattern.compile("\\*|[\\p{L}\\p{N}\\p{M}]\\?+[\\p{L}\\p{N}]");
  private static final Pattern MISPLACED = Pattern.compile("(?<![\\p{L}\\p{N}\\p{M}*?])[*?]*\\*");

  private final Remarks remarks;
  private String text;
  private boolean star;

  /// `~` and what stands behind it; empty when there is none.
  private String fuzzy = "";

  private WordReader(String text, Remarks remarks) {
    this.text = text;
    this.remarks = remarks;
  }

  /// Reads a word.
  ///
  /// @param typed begins with a searchable character, holds no space
  /// @param literal whether it is the value of a name and so never an operator
  /// @param address whether it is an internet address
  /// @param starBefore whether a star or question mark stood before it
  /// @return null when it is to be left out
  static @Nullable Token read(
      String typed, boolean literal, boolean address, boolean starBefore, Remarks remarks) {
    WordReader reader = new WordReader(typed, remarks);
    reader.stripEnd(address);
    if (address) {
      return new Token.Word(reader.text);
    }
    boolean begun = reader.star && reader.lettersAtEnd() >= SHORTEST_PREFIX;
    Token operator = literal || begun ? null : operator(reader.text, remarks);
    if (operator == null) {
      return reader.term(starBefore);
    }
    if (!reader.fuzzy.isEmpty()) {
      remarks.noSuchSuffix(reader.fuzzy);
    }
    return operator;
  }

  /// Whether a word is an operator.
  static boolean isOperator(String word) {
    return operator(word, new Remarks()) != null;
  }

  /// The operator that a word is; null when it is none.
  static @Nullable Token operator(String word, Remarks remarks) {
    Matcher near = NEARNESS.matcher(word);
    if (near.matches()) {
      String number = near.group(1) == null ? "" : near.group(1);
      return new Token.Near(word, distance(number, word, remarks));
    }
    return switch (word) {
      case "AND" -> new Token.And(word);
      case "OR" -> new Token.Or(word);
      case "NOT" -> new Token.Not(word);
      case "SOME" -> new Token.Some(word);
      default -> null;
    };
  }

  /// How many words may stand between: what was typed, brought into range.
  ///
  /// @param number digits and dots, or nothing
  /// @param typed what is told of
  static int distance(String number, String typed, Remarks remarks) {
    String digits = number.indexOf('.') < 0 ? number : number.substring(0, number.indexOf('.'));
    if (digits.isEmpty()) {
      return Token.Near.USUAL;
    }
    if (digits.length() > 9 || Integer.parseInt(digits) > Clause.Near.MOST) {
      remarks.otherDistance(typed);
      return Clause.Near.MOST;
    }
    return Integer.parseInt(digits);
  }

  private Token term(boolean wildcardBefore) {
    if (wildcardBefore) {
      remarks.leadingWildcard(text);
    }
    boolean wildcard = WILDCARD.matcher(text).find();
    if (wildcard && (MISPLACED.matcher(text).find() || letters() < SHORTEST_PREFIX)) {
      remarks.misplacedWildcard(text);
      return new Token.Word(text);
    }
    if (wildcard || star) {
      if (!fuzzy.isEmpty()) {
        remarks.noSuchSuffix(fuzzy);
      }
      return wildcard ? new Token.Wildcard(star ? text + "*" : text) : prefix();
    }
    return fuzzy.isEmpty() ? new Token.Word(text) : fuzzy();
  }

  private Token prefix() {
    if (lettersAtEnd() < SHORTEST_PREFIX) {
      remarks.shortPrefix(text);
      return new Token.Word(text);
    }
    return new Token.Prefix(text);
  }

  private Token fuzzy() {
    if (letters() < SHORTEST_FUZZY) {
      remarks.shortFuzzy(text);
      return new Token.Word(text);
    }
    int usual = letters() <= SHORT ? 1 : Clause.Fuzzy.MOST;
    return switch (fuzzy) {
      case "~" -> new Token.Fuzzy(text, usual);
      case "~1" -> new Token.Fuzzy(text, 1);
      case "~2" -> new Token.Fuzzy(text, 2);
      default -> {
        remarks.otherEdits(fuzzy, usual);
        yield new Token.Fuzzy(text, usual);
      }
    };
  }

  private long letters() {
    return text.codePoints().filter(Character::isLetterOrDigit).count();
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

  /// Takes off `~`, `~2`, `^1.5`; of several the last `~` counts.
  private void stripSuffix() {
    int start = text.length();
    while (QueryTokenizer.isDigitOrDot(text.charAt(start - 1)) && start > 1) {
      start--;
    }
    if ("~^".indexOf(text.charAt(start - 1)) >= 0) {
      String suffix = text.substring(start - 1);
      if (suffix.startsWith("~") && fuzzy.isEmpty()) {
        fuzzy = suffix;
      } else {
        remarks.noSuchSuffix(suffix);
      }
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
