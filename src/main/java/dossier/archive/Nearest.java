package dossier.archive;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// What an editor most likely meant by a word that is not known.
public final class Nearest {

  private Nearest() {}

  /// ` (did you mean “...”?)` with the nearest of `known`, or nothing when none is near.
  public static String to(String given, Collection<String> known) {
    return of(given, known).map(word -> " (did you mean “" + word + "”?)").orElse("");
  }

  /// The nearest of `known`; empty when none is near.
  public static Optional<String> of(String given, Collection<String> known) {
    return known.stream()
        .filter(word -> distance(given, word) <= allowed(word))
        .min(
            Comparator.comparingInt((String word) -> distance(given, word))
                .thenComparing(word -> word));
  }

  private static int allowed(String word) {
    return word.length() <= 3 ? 1 : Math.max(2, word.length() / 4);
  }

  /// Levenshtein's distance: the fewest letters to add, drop or change.
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
