package dossier.bench;

import dossier.search.Dimension;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// A search, put to every side in its own words.
///
/// @param kind how its words are meant
/// @param words as they stand in English texts, but for [Kind#PREFIX] and [Kind#FUZZY]
/// @param filters what is chosen in the facets
/// @param from first year; 0 for no beginning
/// @param newest whether the newest come first instead of the best
/// @param page from 1
record Asked(
    Kind kind,
    List<String> words,
    Map<Dimension, String> filters,
    int from,
    boolean newest,
    int page) {

  /// What may stand between two words that are near each other.
  static final int NEAR = 8;

  static final int SIZE = 10;

  /// The kinds of searches there are.
  enum Kind {
    /// A word of few reports.
    RARE,
    /// A word of a third of all reports, or more.
    COMMON,
    AND2,
    AND3,
    OR5,
    /// Two words side by side, as written.
    PHRASE,
    /// Two words with at most [#NEAR] others between.
    NEAR,
    /// The beginning of a word.
    PREFIX,
    /// A word with one letter wrong.
    FUZZY,
    /// No words: a region and a threat type are chosen.
    FILTERS,
    /// No words: what somebody chooses who looks around, newest first, some pages deep.
    BROWSE;

    boolean hasWords() {
      return this != FILTERS && this != BROWSE;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The same with the newest first, an order all sides agree on.
  Asked byDate() {
    return new Asked(kind, words, filters, from, true, page);
  }

  /// So many searches of each kind, drawn by chance.
  static List<Asked> drawn(Synthetic archive, int each, long seed) {
    List<Asked> all = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      for (Kind kind : Kind.values()) {
        all.add(drawn(kind, archive, new SplittableRandom(seed + 31L * all.size())));
      }
    }
    return all;
  }

  private static Asked drawn(Kind kind, Synthetic archive, RandomGenerator chance) {
    Wordstock stock = archive.english();
    List<String> words =
        switch (kind) {
          case RARE -> words(stock, 1, 120_000, 150_000, chance);
          case COMMON -> words(stock, 1, 60, 400, chance);
          case AND2 -> words(stock, 2, 60, 2_000, chance);
          case AND3 -> words(stock, 3, 60, 1_000, chance);
          case OR5 -> words(stock, 5, 200, 10_000, chance);
          case PHRASE -> {
            int first = rank(stock, 60, 1_500, chance);
            yield List.of(stock.word(first), stock.word(stock.follower(first)));
          }
          case NEAR -> words(stock, 2, 60, 800, chance);
          case PREFIX -> List.of(words(stock, 1, 600, 20_000, chance).getFirst().substring(0, 6));
          case FUZZY -> {
            String word = words(stock, 1, 600, 20_000, chance).getFirst();
            int at = 2 + chance.nextInt(word.length() - 3);
            yield List.of(word.substring(0, at) + 'y' + word.substring(at + 1));
          }
          case FILTERS, BROWSE -> List.of();
        };
    Map<Dimension, String> filters = new EnumMap<>(Dimension.class);
    if (!kind.hasWords()) {
      filters.put(Dimension.REGION, concept(archive.regions(), chance));
    }
    boolean browse = kind == Kind.BROWSE;
    if (kind == Kind.FILTERS || (browse && chance.nextBoolean())) {
      filters.put(Dimension.THREAT, concept(archive.threats(), chance));
    }
    if (browse && chance.nextInt(3) == 0) {
      filters.put(Dimension.LANGUAGE, "en");
    }
    int from = browse && chance.nextBoolean() ? 2005 + chance.nextInt(18) : 0;
    return new Asked(kind, words, filters, from, browse, browse ? 1 + chance.nextInt(3) : 1);
  }

  private static String concept(List<String> ids, RandomGenerator chance) {
    return ids.get((int) Math.pow(Math.min(60, ids.size()), chance.nextDouble()) - 1);
  }

  private static List<String> words(
      Wordstock stock, int count, int from, int to, RandomGenerator chance) {
    List<String> words = new ArrayList<>();
    while (words.size() < count) {
      String word = stock.word(rank(stock, from, to, chance));
      if (!words.contains(word)) {
        words.add(word);
      }
    }
    return words;
  }

  /// Long enough that it is no name by accident.
  private static int rank(Wordstock stock, int from, int to, RandomGenerator chance) {
    int rank = chance.nextInt(from, to);
    while (stock.word(rank).length() < 7) {
      rank = chance.nextInt(from, to);
    }
    return rank;
  }
}
