package dossier.bench;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How good a ranking is, by the definitions of `trec_eval`.
///
/// @param ndcg nDCG at 10: gains are the grades, discounted by the binary logarithm of the rank
///   plus one, as a part of the best possible order's (Järvelin and Kekäläinen 2002)
/// @param map average precision, over the ranks given
/// @param recall how much of what is relevant is among the first 100
/// @param found how many documents the system returned, at most 1000
record Measures(double ndcg, double map, double recall, double found) {

  private static final int NDCG = 10;
  private static final int RECALL = 100;

  static Measures of(List<String> ranking, Map<String, Integer> relevant) {
    Set<String> seen = new HashSet<>();
    double gain = 0;
    double precision = 0;
    int hits = 0;
    int early = 0;
    for (int rank = 1; rank <= ranking.size(); rank++) {
      String id = ranking.get(rank - 1);
      if (!seen.add(id)) {
        throw new IllegalStateException("found twice for one query: " + id);
      }
      int grade = relevant.getOrDefault(id, 0);
      if (grade > 0) {
        hits++;
        precision += (double) hits / rank;
        gain += rank <= NDCG ? discounted(grade, rank) : 0;
        early += rank <= RECALL ? 1 : 0;
      }
    }
    return new Measures(
        gain / best(relevant),
        precision / relevant.size(),
        (double) early / relevant.size(),
        ranking.size());
  }

  static Measures mean(List<Measures> all) {
    return new Measures(
        all.stream().mapToDouble(Measures::ndcg).average().orElse(0),
        all.stream().mapToDouble(Measures::map).average().orElse(0),
        all.stream().mapToDouble(Measures::recall).average().orElse(0),
        all.stream().mapToDouble(Measures::found).average().orElse(0));
  }

  private static double best(Map<String, Integer> relevant) {
    List<Integer> grades =
        relevant.values().stream().sorted(Comparator.reverseOrder()).limit(NDCG).toList();
    double gain = 0;
    for (int rank = 1; rank <= grades.size(); rank++) {
      gain += discounted(grades.get(rank - 1), rank);
    }
    return gain;
  }

  private static double discounted(int grade, int rank) {
    return grade * Math.log(2) / Math.log(rank + 1.0);
  }
}
