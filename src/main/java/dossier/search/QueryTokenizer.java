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

  /// How many parentheses are open around values that are no words, that of their name included.
  private int rawDepth;

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
      case '(' -> {
        rawDepth += rawDepth > 0 ? 1 : 0;
        take(new Token.Open(), 1);
      }
      case ')' -> {
        rawDepth -= rawDepth > 0 ? 1 : 0;
        take(new Token.Close(), 1);
      }
      case '-', '+', '!' -> signs();
      default -> {
        if (isVerbatim(at)) {
          at++;
          phrase(true);
        } else if (isQuote(text.charAt(at))) {
          phrase(false);
        } else if (text.startsWith("&&", at)) {
          take(new Token.And("&&"), 2);
        } else if (text.startsWith("||", at)) {
          take(new Token.Or("||"), 2);
        } else if (rawDepth > 0) {
          raw();
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

  /// Whether characters to be taken as they stand begin here: `="`.
  private boolean isVerbatim(int place) {
    return place + 1 < text.length()
        && text.charAt(place) == '='
        && isQuote(text.charAt(place + 1));
  }

  private void phrase(boolean verbatim) {
    String marks = Objects.requireNonNull(quotesOf(text.charAt(at)));
    int start = at + 1;
    int end = start;
    while (end < text.length() && marks.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String typed = text.substring(start, end);
    String words = verbatim ? typed.strip() : wordsOf(typed);
    at = Math.min(end + 1, text.length());
    if (!TypedText.hasSearchable(words)) {
      remarks.emptyPhrase(end < text.length());
      suffix();
      return;
    }
    if (end == text.length()) {
      remarks.neverClosed(words);
    }
    if (!verbatim && typed.indexOf('*') >= 0) {
      remarks.starInPhrase();
    }
    tokens.add(verbatim ? new Token.Verbatim(words) : near(words, suffix()));
  }

  /// What stands right behind a phrase: `~5`, or a suffix of other query languages; empty for none.
  private String suffix() {
    int end = at;
    if (end < text.length() && "~^".indexOf(text.charAt(end)) >= 0) {
      end++;
      while (end < text.length() && isDigitOrDot(text.charAt(end))) {
        end++;
      }
    }
    String suffix = text.substring(at, end);
    at = end;
    return suffix;
  }

  private Token near(String words, String suffix) {
    if (suffix.startsWith("~") && words.indexOf(' ') >= 0) {
      return new Token.Nearby(words, WordReader.distance(suffix.substring(1), suffix, remarks));
    }
    if (suffix.startsWith("~")) {
      remarks.oneWordNearby(suffix);
    } else if (!suffix.isEmpty()) {
      remarks.noSuchSuffix(suffix);
    }
    return new Token.Phrase(words);
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
  /// @return whether a star or question mark stood right before it
  private boolean skipPunctuation() {
    int start = at;
    while (at < text.length()
        && !isBoundary(text.charAt(at))
        && !TypedText.isSearchable(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at > start && "*?".indexOf(text.charAt(at - 1)) >= 0;
  }

  /// Reads what stands before the colon at the current place as a name, if it can be one.
  private boolean name(int start) {
    String name = text.substring(start, at);
    if (name.length() < 2
        || !name.codePoints().allMatch(Character::isLetter)
        || WordReader.isOperator(name)) {
      return false;
    }
    Target target = Target.named(name);
    if (target != null) {
      take(new Token.Name(target), 1);
      if (target.isRaw() && at < text.length() && text.charAt(at) == '(') {
        rawDepth = 1;
        take(new Token.Open(), 1);
      } else if (at < text.length() && !isBoundary(text.charAt(at)) && !isVerbatim(at)) {
        if (target.isRaw()) {
          raw();
        } else {
          word(true);
        }
      }
      return true;
    }
    if (startsTerm(at + 1)) {
      take(new Token.UnknownName(name), 1);
      return true;
    }
    return false;
  }

  /// A value up to the next space, mark or parenthesis.
  private void raw() {
    int start = at;
    while (at < text.length() && !isBoundary(text.charAt(at))) {
      at++;
    }
    String value = text.substring(start, at);
    Token operator = rawDepth > 0 ? WordReader.operator(value, remarks) : null;
    tokens.add(operator == null ? new Token.Word(value) : operator);
  }

  private boolean endsWord(int start, boolean literal, boolean address) {
    char c = text.charAt(at);
    if (c == '(') {
      boolean operator = !literal && WordReader.isOperator(text.substring(start, at));
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
        && (startsWord(place)
            || isVerbatim(place)
            || isQuote(text.charAt(place))
            || text.charAt(place) == '(');
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

  /// Whether a text holds a mark that would end a phrase begun by this one.
  static boolean hasQuoteLike(String text, char mark) {
    String marks = Objects.requireNonNull(quotesOf(mark));
    return text.chars().anyMatch(c -> marks.indexOf(c) >= 0);
  }

  private static boolean isQuote(char c) {
    return quotesOf(c) != null;
  }

  private static @Nullable String quotesOf(char c) {
    return QUOTES.stream().filter(marks -> marks.indexOf(c) >= 0).findFirst().orElse(null);
  }

  /// What stands between quotation marks, without other such marks and stars.
  static String wordsOf(String typed) {
    StringBuilder words = new StringBuilder(typed);
    for (int i = 0; i < words.length(); i++) {
      if (isQuote(words.charAt(i)) || words.charAt(i) == '*') {
        words.setCharAt(i, ' ');
      }
    }
    return TypedText.clean(words.toString());
  }
}
