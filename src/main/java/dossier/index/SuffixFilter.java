package dossier.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/// A light stemmer for languages Lucene has none for, or one that cuts too much: takes endings of
/// number and case off the end of a word, the longest first, as long as a word is left. It will cut
/// too much now and then, which is why the word itself counts for more than its stem.
final class SuffixFilter extends TokenFilter {

  static final Map<String, Integer> KAZAKH =
      endings(
          4,
          "лар лер дар дер тар тер ның нің дың дің тың тің ға ге қа ке да де та те дан ден тан тен"
              + " нан нен ны ні ды ді ты ті мен бен пен ндағы ндегі дағы дегі");

  static final Map<String, Integer> KYRGYZ =
      endings(
          4,
          "лар лер лор лөр дар дер дор дөр тар тер тор төр нын нин нун нүн дын дин дун дүн тын тин"
              + " тун түн га ге го гө ка ке ко кө да де до дө та те то тө дан ден дон дөн тан тен"
              + " тон төн ны ни ну нү ды ди ду дү ты ти ту тү");

  static final Map<String, Integer> TAJIK = endings(4, "ҳо ҳои ҳоро ҳоеро он гон гони ро и");

  /// In both alphabets.
  static final Map<String, Integer> UZBEK =
      endings(
          4,
          "lar lari larning larni larga larda lardan ning ni ga ka qa da dan dagi лар лари ларнинг"
              + " ларни ларга ларда лардан нинг ни га ка қа да дан даги");

  /// Plural, feminine and belonging, as [Analysis] spells them. The endings of two and of many need
  /// a longer word: Sudan, Lebanon and Bahrain only look like them, and cut would be "blacks",
  /// "milk" and "sea".
  static final Map<String, Integer> ARABIC =
      union(endings(3, "ها ات يه ه ي يين يون يان يات"), endings(4, "ان ون ين"));

  /// Plural, and what is said of a person or a country, as [Analysis] spells them. The latter
  /// endings need a long word: short ones belong to it, as in "ship" and "Iran".
  static final Map<String, Integer> PERSIAN =
      union(endings(3, "ها هاي هايي هايش هايشان هايم هايمان"), endings(5, "ي ان"));

  /// Written between a Persian word and its ending.
  private static final char ZERO_WIDTH_NON_JOINER = '\u200C';

  private static final int LONGEST_ENDING = 7;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
  private final Map<String, Integer> endings;

  /// @param endings each with the number of characters that stay at least
  SuffixFilter(TokenStream words, Map<String, Integer> endings) {
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
    for (int ending = Math.min(LONGEST_ENDING, length - 1); ending > 0; ending--) {
      int rest = length - ending;
      Integer least = endings.get(new String(term.buffer(), rest, ending));
      if (least != null && rest >= least) {
        return term.charAt(rest - 1) == ZERO_WIDTH_NON_JOINER ? rest - 1 : rest;
      }
    }
    return length;
  }

  private static Map<String, Integer> endings(int least, String list) {
    return Stream.of(list.split(" ")).collect(Collectors.toMap(ending -> ending, any -> least));
  }

  private static Map<String, Integer> union(Map<String, Integer> one, Map<String, Integer> other) {
    Map<String, Integer> union = new HashMap<>(one);
    union.putAll(other);
    return union;
  }
}
