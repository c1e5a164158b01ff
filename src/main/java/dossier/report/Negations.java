package dossier.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the words of a passage that are denied: "no evidence of sleeper cells", "взрывов не
/// зафиксировано". A threat that is denied is no evidence that the report is about it.
final class Negations {

  /// Phrases that deny what follows in the clause.
  private static final Set<String> AHEAD =
      phrases(
          """
          no evidence of|no evidence that|no evidence for|no sign of|no signs of|no indication of|no indications of
          no reports of|no record of|no trace of|did not find|found no|find no|absence of|lack of evidence
          not a case of|nothing to suggest|ruled out|free of|there is no|there are no|there was no|there were no
          нет данных о|нет признаков|нет доказательств|нет свидетельств|не обнаружено|не обнаружили|не выявлено
          не зафиксировано|не подтверждено|отсутствие|отсутствуют
          aucune preuve de|aucune preuve d|aucun signe de|aucun signe d|aucun indice de|aucun indice d
          pas de preuve de|n'a pas trouvé|n'ont pas trouvé|absence de
          لا دليل على|لا يوجد دليل على|لا توجد أدلة على|لا مؤشرات على|لم يعثر على|لم تسجل
          هیچ نشانه‌ای از|هیچ مدرکی از|نبود
          no hay pruebas de|no hay indicios de|sin pruebas de|ausencia de
          keine hinweise auf|keine belege für|keine anzeichen für
          """);

  /// Phrases that deny what stands before them in the clause.
  private static final Set<String> BEHIND =
      phrases(
          """
          not found|not observed|not detected|was ruled out|were ruled out|not recorded|not confirmed
          не обнаружено|не обнаружены|не выявлено|не выявлены|не зафиксировано|не зафиксированы|не подтвердилось
          n'a pas été observé|n'ont pas été observés|n'a été constaté
          табылған жоқ|анықталған жоқ|тіркелмеді|aniqlanmadi|topilmadi|دیده نشد|یافت نشد|مشاهده نشد
          """);

  private static final Set<String> FIRST_WORDS =
      Stream.concat(AHEAD.stream(), BEHIND.stream())
          .map(phrase -> phrase.split(" ", 2)[0])
          .collect(Collectors.toUnmodifiableSet());

  private static final int REACH = 6;
  private static final int LONGEST_PHRASE = 5;

  private Negations() {}

  /// For each word whether it is denied.
  static boolean[] in(List<Word> words) {
    boolean[] denied = new boolean[words.size()];
    for (int i = 0; i < words.size(); i++) {
      if (!FIRST_WORDS.contains(words.get(i).folded())) {
        continue;
      }
      StringBuilder phrase = new StringBuilder();
      for (int j = i; j < Math.min(words.size(), i + LONGEST_PHRASE); j++) {
        phrase.append(j == i ? "" : " ").append(words.get(j).folded());
        if (AHEAD.contains(phrase.toString())) {
          deny(denied, words, j, 1);
        }
        if (BEHIND.contains(phrase.toString())) {
          deny(denied, words, i, -1);
        }
      }
    }
    return denied;
  }

  private static void deny(boolean[] denied, List<Word> words, int from, int step) {
    for (int k = 1; k <= REACH; k++) {
      int i = from + k * step;
      if (i < 0 || i >= words.size() || words.get(i).clause() != words.get(from).clause()) {
        return;
      }
      denied[i] = true;
    }
  }

  private static Set<String> phrases(String table) {
    List<String> phrases = new ArrayList<>();
    table.lines().flatMap(line -> Stream.of(line.split("\\|", -1))).forEach(phrases::add);
    return phrases.stream().map(Words::folded).collect(Collectors.toUnmodifiableSet());
  }
}
