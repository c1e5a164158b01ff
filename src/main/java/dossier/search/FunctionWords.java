package dossier.search;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Words that hold a sentence together and say nothing of what it is about, of the languages long
/// queries are most often typed in. A word that means something in another one of them is none:
/// `war`, `die`, `son`, `mine`.
final class FunctionWords {

  private static final String ALL =
      """
      a about an and any are as at be been being between by can could did do does for from had has
      have he her his how i if in into is it its me must my no not of on or our shall she should so
      some such than that the their them then there these they this those to was we were what when
      where which while who whom whose why with would you your
      à au aux avec ce ces cette comme dans de des du elle et il ils je la le les leur leurs mais ne
      nous ou où par pas pour quand que quel quelle quelles quels qui sa se ses sont sur un une vous
      aber als am auf aus bei das dem den der des ein eine einem einen einer eines es für hat ich im
      ist mit nach nicht oder sich sie sind über und uns vom von vor was welche welcher welches wenn
      werden wie wir wird zu zum zur
      al como con cual cuales cuándo cómo del dónde el ella en entre es esta este están ha han las
      los más para pero por qué quién se sobre son su sus una unos y
      che chi come da dal dalla dei del della delle di è e gli il lo nei nel nella per perché più quali
      sono su sul sulla tra un uno
      ao aos as com da das de do dos e é em entre esta este foi na nas no nos o os ou para pela pelo
      qual quais quando que são sem seu sua um uma
      а без бы в во все вы где да для до его ее если же за и из или их к как какая какие какой ко
      когда которые который кто ли мы на не но о об он она они от по под при с со так то у что чтобы
      это эта эти
      bir bu da de gibi hangi için ile kim mi mı nasıl ne neden nerede ve veya
      أو إلى الذي التي عن على في كيف ما ماذا متى من هذا هذه هل هو هي و
      آن از است این با برای به چه در را که و یا
      """;

  private static final Set<String> WORDS =
      Pattern.compile("\\s+").splitAsStream(ALL).collect(Collectors.toUnmodifiableSet());

  private FunctionWords() {}

  /// Whether a word is one, in any case.
  static boolean has(String word) {
    return WORDS.contains(word.toLowerCase(Locale.ROOT));
  }
}
