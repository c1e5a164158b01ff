package dossier.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// What analysis makes of a text, kept so that it need not be analysed twice: once for the index,
/// and once more for what the words say about it. A very long text is analysed anew for each, so
/// that what is kept stays within some megabytes.
final class Tokens {

  /// In UTF-16 units; about three hundred pages.
  private static final int LONGEST = 1_000_000;

  private final String text;
  private final String language;
  private final boolean kept;
  private int size;
  private char[] terms = new char[0];
  private int[] ends = new int[0];
  private int[] from = new int[0];
  private int[] to = new int[0];
  private int[] steps = new int[0];

  private Tokens(String text, String language) {
    this.text = text;
    this.language = language;
    this.kept = text.length() <= LONGEST;
  }

  /// The tokens of a text.
  ///
  /// @param language of the text, as BCP 47 tag
  static Tokens of(String text, String language) {
    Tokens tokens = new Tokens(text, language);
    if (tokens.kept) {
      tokens.keep();
    }
    return tokens;
  }

  /// The tokens for an index, from the first on. Of texts in one language one stream is read at a
  /// time.
  TokenStream stream() {
    return kept ? new Kept(0, size) : Analysis.of(language).tokenStream(Fields.BODY, text);
  }

  /// The words of a part of the text, their places counted in the whole.
  ///
  /// @param first where the part begins: between two words
  /// @param end where it ends, exclusive; a word that reaches beyond belongs to it
  List<Wording> words(int first, int end) {
    return kept
        ? Wording.of(text, 0, new Kept(at(first), at(end)))
        : Wording.of(text.substring(first, end), first, language);
  }

  /// All words.
  List<Wording> words() {
    return words(0, text.length());
  }

  /// Index of the first token that begins at this offset or behind it.
  private int at(int offset) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (from[middle] < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void keep() {
    terms = new char[text.length() * 2 + 16];
    int guess = text.length() / 3 + 8;
    ends = new int[guess];
    from = new int[guess];
    to = new int[guess];
    steps = new int[guess];
    try (TokenStream tokens = Analysis.of(language).tokenStream(Fields.BODY, text)) {
      CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = tokens.getAttribute(PositionIncrementAttribute.class);
      OffsetAttribute offset = tokens.getAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        add(term, step.getPositionIncrement(), offset.startOffset(), offset.endOffset());
      }
      tokens.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from memory", impossible);
    }
  }

  private void add(CharTermAttribute term, int step, int start, int end) {
    if (size == ends.length) {
      int more = size * 2;
      ends = Arrays.copyOf(ends, more);
      from = Arrays.copyOf(from, more);
      to = Arrays.copyOf(to, more);
      steps = Arrays.copyOf(steps, more);
    }
    int begin = begin(size);
    int behind = begin + term.length();
    if (behind > terms.length) {
      terms = Arrays.copyOf(terms, behind * 2);
    }
    System.arraycopy(term.buffer(), 0, terms, begin, term.length());
    ends[size] = behind;
    from[size] = start;
    to[size] = end;
    steps[size++] = step;
  }

  private int begin(int token) {
    return token == 0 ? 0 : ends[token - 1];
  }

  /// Some of the tokens again.
  private final class Kept extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final int behind;
    private int next;

    Kept(int first, int behind) {
      this.next = first;
      this.behind = behind;
    }

    @Override
    public boolean incrementToken() {
      if (next == behind) {
        return false;
      }
      clearAttributes();
      int begin = begin(next);
      term.copyBuffer(terms, begin, ends[next] - begin);
      step.setPositionIncrement(steps[next]);
      offset.setOffset(from[next], to[next]);
      next++;
      return true;
    }

    @Override
    public void end() throws IOException {
      super.end();
      offset.setOffset(text.length(), text.length());
    }
  }
}
