package dossier.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Cuts a query into its pieces. Whatever is typed gives pieces; punctuation that stands alone
/// gives none.
final class QueryTokenizer {

  /// Marks of one line open and close each other, in any direction: `„so“`, `“so”`, `»so«`.
  private static final List<String> QUOTES = List.of("\"„“”‟", "«»", "‹›");

  private final String text;
  private final Remarks remarks;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private QueryTokenizer(String text, Remarks remarks) {
    this.text = text;
    this.remarks = remarks;
  }

  /// The pieces of a clean text.
  static List<Token> tokens(String text, Remarks remarks) {
    QueryTokenizer tokenizer = new QueryTokenizer(text, remarks);
    while (tokenizer.at < text.length()) {
      tokenizer.next();
    }
    return tokenizer.tokens;
  }

  private void next() {
    switch (text.charAt(at)) {
      case ' ' -> at++;
      case '(' -> take(new Token.Open(), 1);
      case ')' -> take(new Token.Close(), 1);
      case '-', '+', '!' -> signs();
      default -> {
        if (isQuote(text.charAt(at))) {
          phrase();
        } else if (text.startsWith("&&", at)) {
          take(new Token.And("&&"), 2);
        } else if (text.startsWith("||", at)) {
          take(new Token.Or("||"), 2);
        } else {
          word(false);
        }
      }
    }
  }

  private void take(Token token, int length) {
    tokens.add(token);
    at += length;
  }

  /// Signs before a term. Elsewhere (`a - b`, `->`) they are punctuation.
  private void signs() {
    int end = at;
    while (end < text.length() && "-+!".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    if (startsTerm(end)) {
      for (char sign : text.substring(at, end).replace("+", "").toCharArray()) {
        tokens.add(new Token.Not(String.valueOf(sign)));
      }
    }
    at = end;
  }

  private void phrase() {
    String marks = Objects.requireNonNull(quotesOf(text.charAt(at)));
    int start = at + 1;
    int end = start;
    while (end < text.length() && marks.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String typed = text.substring(start, end);
    String words = wordsOf(typed);
    at = Math.min(end + 1, text.length());
    if (!TypedText.hasSearchable(words)) {
      remarks.emptyPhrase(end < text.length());
    } else {
      tokens.add(new Token.Phrase(words));
      if (end == text.length()) {
        remarks.neverClosed(words);
      }
      if (typed.indexOf('*') >= 0) {
        remarks.starInPhrase();
      }
    }
    suffixOfPhrase();
  }

  /// What follows a phrase in other query languages: `"…"~5`.
  private void suffixOfPhrase() {
    int end = at;
    if (end < text.length() && "~^".indexOf(text.charAt(end)) >= 0) {
      end++;
      while (end < text.length() && isDigitOrDot(text.charAt(end))) {
        end++;
      }
      remarks.noSuchSuffix(text.substring(at, end));
      at = end;
    }
  }

  /// A word, with the name before its colon if it has one.
  ///
  /// @param literal whether it is the value of a name: then neither operator nor name
  private void word(boolean literal) {
    boolean star = skipPunctuation();
    if (!startsWord(at)) {
      return;
    }
    int start = at;
    boolean address = isAddress(start);
    while (at < text.length() && !endsWord(start, literal, address)) {
      if (text.charAt(at) == ':' && !literal && !address && name(start)) {
        return;
      }
      at = text.charAt(at) == '(' ? innerParenthesisEnd() : at + 1;
    }
    Token token = WordReader.read(text.substring(start, at), literal, address, star, remarks);
    if (token != null) {
      tokens.add(token);
    }
  }

  /// Passes punctuation before a word.
  ///
  /// @return whether a star stood right before it
  private boolean skipPunctuation() {
    int start = at;
    while (at < text.length()
        && !isBoundary(text.charAt(at))
        && !TypedText.isSearchable(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at > start && text.charAt(at - 1) == '*';
  }

  /// Reads what stands before the colon at the current place as a name, if it can be one.
  private boolean name(int start) {
    String name = text.substring(start, at);
    if (name.length() < 2
        || !name.codePoints().allMatch(Character::isLetter)
        || WordReader.operator(name) != null) {
      return false;
    }
    Target target = Target.named(name);
    if (target != null) {
      take(new Token.Name(target), 1);
      if (at < text.length() && !isBoundary(text.charAt(at))) {
        word(true);
      }
      return true;
    }
    if (startsTerm(at + 1)) {
      take(new Token.UnknownName(name), 1);
      return true;
    }
    return false;
  }

  private boolean endsWord(int start, boolean literal, boolean address) {
    char c = text.charAt(at);
    if (c == '(') {
      boolean operator = !literal && WordReader.operator(text.substring(start, at)) != null;
      return operator || innerParenthesisEnd() < 0;
    }
    boolean doubled = text.startsWith("&&", at) || text.startsWith("||", at);
    return isBoundary(c) || (doubled && !literal && !address);
  }

  /// Where the parenthesis at the current place ends within the same word (`report(s)`), -1 when it
  /// does not.
  private int innerParenthesisEnd() {
    int end = at + 1;
    while (end < text.length() && !isBoundary(text.charAt(end))) {
      end++;
    }
    return end < text.length() && text.charAt(end) == ')' ? end + 1 : -1;
  }

  private boolean startsTerm(int place) {
    return place < text.length()
        && (startsWord(place) || isQuote(text.charAt(place)) || text.charAt(place) == '(');
  }

  private boolean startsWord(int place) {
    return place < text.length()
        && !isBoundary(text.charAt(place))
        && TypedText.isSearchable(text.codePointAt(place));
  }

  /// Whether an internet address begins here: letters and `://`.
  private boolean isAddress(int start) {
    int end = start;
    while (end < text.length() && isSchemeLetter(text.charAt(end))) {
      end++;
    }
    return end > start && text.startsWith("://", end);
  }

  private static boolean isSchemeLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+';
  }

  private static boolean isBoundary(char c) {
    return c == ' ' || c == '(' || c == ')' || isQuote(c);
  }

  static boolean isDigitOrDot(char c) {
    return (c >= '0' && c <= '9') || c == '.';
  }

  private static boolean isQuote(char c) {
    return quotesOf(c) != null;
  }

  private static @Nullable String quotesOf(char c) {
    return QUOTES.stream().filter(marks -> marks.indexOf(c) >= 0).findFirst().orElse(null);
  }

  /// What stands between quotation marks, without other such marks and stars.
  private static String wordsOf(String typed) {
    StringBuilder words = new StringBuilder(typed);
    for (int i = 0; i < words.length(); i++) {
      if (isQuote(words.charAt(i)) || words.charAt(i) == '*') {
        words.setCharAt(i, ' ');
      }
    }
    return TypedText.clean(words.toString());
  }
}
