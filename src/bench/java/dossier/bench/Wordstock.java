package dossier.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Made-up words of one language. The word of rank r is drawn about once in r times (Zipf), the
/// first ranks are short, and a quarter of all words is followed by the same other word each time,
/// so that phrases recur.
final class Wordstock {

  private static final String[] ENGLISH_FIRST =
      ("the of and to in a for on that by with as was from its were at has this been are be an or"
              + " had not it which after their")
          .split(" ");

  /// No syllable of one language is one of another, and all words of French, Russian and Arabic
  /// begin with letters that no English word here does: no stem of one is a word of another.
  private static final String[] ENGLISH =
      ("ba ker to mal is tan gro vel shi ra kor du men ti sa lo per ga di no fe zu ar en os ul sec"
              + " ter bor pro con tra int sta wat lin")
          .split(" ");

  private static final String[] FRENCH = "jeu quo xau joi quen xeau jou qui jai quel".split(" ");
  private static final String[] RUSSIAN =
      "бор ка вен до жи лу мар по сти ров гра та ни зем".split(" ");
  private static final String[] ARABIC = "با مر كت سل دو ني شر حم عل قد فو زي".split(" ");

  private final String[] words;
  private final double reach;

  private Wordstock(String[] first, String[] syllables, int size, RandomGenerator chance) {
    Set<String> known = new HashSet<>(List.of(first));
    List<String> all = new ArrayList<>(List.of(first));
    while (all.size() < size) {
      int length = all.size() < 500 ? 2 : all.size() < 20_000 ? 3 : 4;
      // Words of few syllables run out where there are few syllables.
      int more = chance.nextInt(syllables.length < 20 ? 3 : 2);
      String word = word(syllables, length + more, chance);
      if (known.add(word)) {
        all.add(word);
      }
    }
    words = all.toArray(String[]::new);
    reach = Math.log(size);
  }

  /// The words of a language.
  ///
  /// @param language `en`, `fr`, `ru` or `ar`
  static Wordstock of(String language, int size, long seed) {
    SplittableRandom chance = new SplittableRandom(seed ^ language.hashCode());
    return switch (language) {
      case "fr" -> new Wordstock(new String[0], FRENCH, size, chance);
      case "ru" -> new Wordstock(new String[0], RUSSIAN, size, chance);
      case "ar" -> new Wordstock(new String[0], ARABIC, size, chance);
      default -> new Wordstock(ENGLISH_FIRST, ENGLISH, size, chance);
    };
  }

  private static String word(String[] syllables, int length, RandomGenerator chance) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append(syllables[chance.nextInt(syllables.length)]);
    }
    return word.toString();
  }

  int size() {
    return words.length;
  }

  /// The word of a rank, from 0.
  String word(int rank) {
    return words[rank];
  }

  /// The rank of the next word.
  ///
  /// @param before the rank of the word before; -1 at a beginning
  int next(int before, RandomGenerator chance) {
    return before >= 0 && chance.nextInt(4) == 0 ? follower(before) : drawn(chance);
  }

  /// The word that makes a phrase with a word; neither is among the very frequent ones.
  int follower(int rank) {
    return 100 + Math.floorMod(rank * 7_919, Math.min(5_000, words.length - 100));
  }

  private int drawn(RandomGenerator chance) {
    return Math.min(words.length - 1, (int) Math.exp(reach * chance.nextDouble()) - 1);
  }
}
