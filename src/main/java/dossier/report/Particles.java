package dossier.report;

import java.util.LinkedHashSet;
import java.util.Set;

/// The words Arabic writes onto the next one: "and" (`و`, `ف`), "by", "like", "for" (`ب`, `ك`, `ل`)
/// and the article (`ال`, with "for" before it `لل`).
final class Particles {

  private static final int SHORTEST = 3;

  private Particles() {}

  /// The folded word itself and what is left without the particles it may begin with.
  static Set<String> strip(String word) {
    Set<String> forms = new LinkedHashSet<>();
    prepositions(word, forms);
    if (begins(word, 'و') || begins(word, 'ف')) {
      prepositions(word.substring(1), forms);
    }
    return forms;
  }

  private static void prepositions(String word, Set<String> forms) {
    article(word, forms);
    if (begins(word, 'ب') || begins(word, 'ك') || begins(word, 'ل')) {
      article(word.substring(1), forms);
    }
    if (word.startsWith("لل") && word.length() >= 2 + SHORTEST) {
      forms.add(word.substring(2));
      forms.add("ال" + word.substring(2));
    }
  }

  private static void article(String word, Set<String> forms) {
    forms.add(word);
    if (word.startsWith("ال") && word.length() >= 2 + SHORTEST) {
      forms.add(word.substring(2));
    }
  }

  private static boolean begins(String word, char particle) {
    return word.charAt(0) == particle && word.length() > SHORTEST;
  }
}
