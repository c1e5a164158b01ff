package dossier.bench;

import dossier.text.Passage;
import dossier.text.Passage.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Text made up by chance: sentences, paragraphs, headings, list items and running heads.
final class Prose {

  private static final int WORDS_ON_PAGE = 380;

  private final Wordstock words;
  private final RandomGenerator chance;
  private final List<String> names;
  private final Map<String, Integer> used = new HashMap<>();
  private int written;

  /// @param names of what it is about; the first ones stand most often
  Prose(Wordstock words, RandomGenerator chance, List<String> names) {
    this.words = words;
    this.chance = chance;
    this.names = names;
  }

  /// How often a name stands in what was written so far.
  int used(String name) {
    return used.getOrDefault(name, 0);
  }

  String title() {
    String title = line(4 + chance.nextInt(5));
    return names.isEmpty() || chance.nextBoolean() ? title : title + " in " + names.getFirst();
  }

  /// About so many words, in reading order.
  List<Passage> passages(int length, boolean paged) {
    List<Passage> passages = new ArrayList<>();
    written = 0;
    int page = 0;
    for (int i = 0; written < length; i++) {
      int here = paged ? 1 + written / WORDS_ON_PAGE : 1;
      if (paged && here > page) {
        passages.add(new Passage(Kind.FURNITURE, 0, here, "Page " + here));
      }
      page = here;
      switch (i % 8) {
        case 0 -> passages.add(new Passage(Kind.HEADING, 2, page, line(3 + chance.nextInt(5))));
        case 6 -> passages.add(new Passage(Kind.ITEM, 0, page, sentence()));
        default -> passages.add(new Passage(Kind.PARAGRAPH, 0, page, paragraph()));
      }
    }
    return passages;
  }

  private String paragraph() {
    StringBuilder text = new StringBuilder();
    for (int i = 3 + chance.nextInt(4); i > 0; i--) {
      text.append(text.isEmpty() ? "" : " ").append(sentence());
    }
    return text.toString();
  }

  /// Eight to 26 words, at times with a name among them.
  String sentence() {
    StringBuilder text = new StringBuilder();
    int length = 8 + chance.nextInt(18);
    int name = !names.isEmpty() && chance.nextInt(3) == 0 ? chance.nextInt(length) : -1;
    int before = -1;
    for (int i = 0; i < length; i++) {
      before = words.next(before, chance);
      String word = i == name ? name() : words.word(before);
      text.append(i == 0 ? capital(word) : word);
      boolean comma = i < length - 1 && chance.nextInt(12) == 0;
      text.append(i == length - 1 ? "." : comma ? ", " : " ");
    }
    written += length;
    return text.toString();
  }

  private String name() {
    int at = chance.nextInt(1 + chance.nextInt(names.size()));
    used.merge(names.get(at), 1, Integer::sum);
    return names.get(at);
  }

  private String line(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(i == 0 ? "" : " ").append(capital(words.word(words.next(-1, chance))));
    }
    written += length;
    return text.toString();
  }

  static String capital(String word) {
    int end = word.offsetByCodePoints(0, 1);
    return word.substring(0, end).toUpperCase(java.util.Locale.ROOT) + word.substring(end);
  }
}
