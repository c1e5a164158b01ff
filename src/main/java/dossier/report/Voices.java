package dossier.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells whether a name speaks rather than being spoken of: in "Moscow said" and "Пекин заявил" the
/// capital stands for a government that comments on what happens elsewhere.
final class Voices {

  /// Verbs of saying, as they follow a name.
  private static final Set<String> VERBS =
      folded(
          """
          said says say denied denies deny called calls blamed blames accused accuses warned warns
          announced announces insisted insists claimed claims condemned condemns urged urges demanded
          demands rejected rejects welcomed welcomes replied replies answered answers protested protests
          confirmed confirms argued argues
          заявил заявила заявили заявляет сообщил сообщила сообщает отрицает отрицала обвинил обвинила
          обвиняет обвинили предупредил предупредила назвал назвала называет осудил осудила потребовал
          потребовала опроверг опровергла
          dit affirme accuse dénonce dément déclare condamne estime assure réclame
          dice dijo acusa acusó denuncia denunció niega negó afirma afirmó condena condenó
          sagte sagt bestreitet beschuldigt erklärte warnt dementiert
          """);

  private Voices() {}

  /// Whether a verb of saying stands behind a name.
  ///
  /// @param to index of the word after the name
  static boolean speaks(List<Word> words, int to) {
    return to > 0
        && to < words.size()
        && words.get(to).clause() == words.get(to - 1).clause()
        && VERBS.contains(words.get(to).folded());
  }

  private static Set<String> folded(String verbs) {
    return Stream.of(verbs.strip().split("\\s+", -1))
        .map(Words::folded)
        .collect(Collectors.toUnmodifiableSet());
  }
}
