package dossier.index;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/// A light stemmer for languages Lucene has none for: takes endings of number and case off the end
/// of a word, the longest first, as long as a word is left. It will cut too much now and then,
/// which is why the word itself counts for more than its stem.
final class SuffixFilter extends TokenFilter {

  static final Set<String> KAZAKH =
      endings(
          "лар лер дар дер тар тер ның нің дың дің тың тің ға ге қа ке да де та те дан ден тан тен"
              + " нан нен ны ні ды ді ты ті мен бен пен ндағы ндегі дағы дегі");

  static final Set<String> KYRGYZ =
      endings(
          "лар лер лор лөр дар дер дор дөр тар тер тор төр нын нин нун нүн дын дин дун дүн тын тин"
              + " тун түн га ге го гө ка ке ко кө да де до дө та те то тө дан ден дон дөн тан тен"
              + " тон төн ны ни ну нү ды ди ду дү ты ти ту тү");

  static final Set<String> TAJIK = endings("ҳо ҳои ҳоро ҳоеро он гон гони ро и");

  /// In both alphabets.
  static final Set<String> UZBEK =
      endings(
          "lar lari larning larni larga larda lardan ning ni ga ka qa da dan dagi лар лари ларнинг"
              + " ларни ларга ларда лардан нинг ни га ка қа да дан даги");

  private static final int SHORTEST_STEM = 4;
  private static final int LONGEST_ENDING = 7;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
  private final Set<String> endings;

  SuffixFilter(TokenStream words, Set<String> endings) {
    super(words);
    this.endings = endings;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (!keyword.isKeyword()) {
      // Number, then case: more than two endings of these kinds do not follow one another.
      term.setLength(shorter(shorter(term.length())));
    }
    return true;
  }

  /// The length without the longest ending, of a word of the first `length` characters.
  private int shorter(int length) {
    int longest = Math.min(LONGEST_ENDING, length - SHORTEST_STEM);
    for (int ending = longest; ending > 0; ending--) {
      if (endings.contains(new String(term.buffer(), length - ending, ending))) {
        return length - ending;
      }
    }
    return length;
  }

  private static Set<String> endings(String list) {
    return Set.of(list.split(" "));
  }
}
