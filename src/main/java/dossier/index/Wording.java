package dossier.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// A word of a text: as the index looks for it, and as it is written.
///
/// @param folded with case and accents folded
/// @param key its stem as it stands in the index; the folded word in a language without stems
/// @param from UTF-16 offset of its first character
/// @param to UTF-16 offset behind its last character
/// @param shown as written, without an article or genitive that an apostrophe joins to it
record Wording(String folded, String key, int from, int to, String shown) {

  /// The words of a text in order.
  ///
  /// @param language of the text, as BCP 47 tag
  static List<Wording> of(String text, String language) {
    return of(text, 0, language);
  }

  /// The same, their places counted from where the text begins in a longer one.
  static List<Wording> of(String text, int begin, String language) {
    TokenStream tokens = Analysis.of(language).tokenStream(Fields.BODY, text);
    return of(text, begin, tokens);
  }

  /// The words of these tokens of a text.
  ///
  /// @param stream is read and closed
  static List<Wording> of(String text, int begin, TokenStream stream) {
    List<Wording> words = new ArrayList<>();
    try (TokenStream tokens = stream) {
      CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = tokens.getAttribute(PositionIncrementAttribute.class);
      OffsetAttribute offset = tokens.getAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        String word = term.toString();
        if (word.isEmpty()) {
          continue;
        }
        boolean stem = word.charAt(0) == StemMarkFilter.MARK;
        if (step.getPositionIncrement() > 0 && !stem) {
          int from = offset.startOffset();
          int to = offset.endOffset();
          String shown = shown(text.substring(from, to), word);
          words.add(new Wording(word, word, begin + from, begin + to, shown));
        } else if (stem && !words.isEmpty()) {
          Wording last = words.removeLast();
          words.add(last.key.equals(last.folded) ? last.stemmed(word) : last);
        }
      }
      tokens.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from memory", impossible);
    }
    return words;
  }

  private Wording stemmed(String stem) {
    return new Wording(folded, stem, from, to, shown);
  }

  /// `Iran` of `Iran's` and `armée` of `l’armée`: the part as long as what is looked for.
  private static String shown(String written, String folded) {
    if (written.length() == folded.length()) {
      return written; // as nearly every word: splitting each would take longer than counting them
    }
    for (String part : written.split("['’ʼ]", -1)) {
      if (part.length() == folded.length()) {
        return part;
      }
    }
    return written;
  }

  /// Whether it could say what a text is on: not a number, and not a mere letter or two.
  boolean says() {
    int first = folded.codePointAt(0);
    boolean short1 = folded.codePointCount(0, folded.length()) < 3;
    return folded.length() <= Gist.LONGEST
        && !hasDigit()
        && (Character.isIdeographic(first) ? folded.length() > 1 : !short1);
  }

  private boolean hasDigit() {
    for (int i = 0; i < folded.length(); i += Character.charCount(folded.codePointAt(i))) {
      if (Character.isDigit(folded.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }
}
