package dossier.report;

import dossier.report.Lexicon.End;
import dossier.report.Lexicon.Sign;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds the names of one lexicon in the passages of one text.
final class Finder {

  /// A name that stands in a text.
  ///
  /// @param from first word
  /// @param to word after the last
  record Occurrence(String id, boolean strong, int from, int to) {}

  private record Match(End end, int from, int to) {
    int length() {
      return to - from;
    }
  }

  private static final Set<String> READ_WITH_RUSSIAN = Set.of("kk", "ky", "tg", "uz", "uk", "be");

  private final Lexicon lexicon;
  private final boolean[] languages;
  private final boolean persian;
  private final Set<String> namesakes = new HashSet<>();

  /// @param language BCP 47 tag of the text, `und` when unknown
  Finder(Lexicon lexicon, String language) {
    this.lexicon = lexicon;
    String primary = Locale.forLanguageTag(language).getLanguage();
    this.persian = primary.equals("fa");
    this.languages = new boolean[lexicon.languages().size()];
    for (int i = 0; i < languages.length; i++) {
      languages[i] = applies(lexicon.languages().get(i), primary);
    }
  }

  private static boolean applies(String asked, String language) {
    return asked.isEmpty()
        || asked.equals("en")
        || language.isEmpty()
        || asked.equals(language)
        || (asked.equals("ru") && READ_WITH_RUSSIAN.contains(language));
  }

  /// The names in one passage, in no order. Where names of different entries overlap, the longest
  /// counts; what a `not` phrase covers does not.
  List<Occurrence> find(List<Word> words) {
    List<Match> matches = matches(words);
    if (matches.isEmpty()) {
      return List.of();
    }
    List<Match> named = with(matches, Sign.STRONG);
    named.addAll(with(matches, Sign.WEAK));
    for (Match not : with(matches, Sign.NOT)) {
      named.removeIf(match -> covers(not, match));
    }
    for (Match other : with(matches, Sign.NAMESAKE)) {
      namesakes.add(other.end().id());
      named.removeIf(match -> covers(other, match));
    }
    List<Occurrence> found = longest(named, words.size());
    nearOnes(words, matches, found);
    return found;
  }

  /// The entries of whose label another bearer stood in the passages looked at so far.
  Set<String> namesakes() {
    return namesakes;
  }

  private List<Match> matches(List<Word> words) {
    List<Match> matches = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      for (int term : known(word).starts()) {
        follow(lexicon.root(), term, words, i, i, matches);
      }
    }
    return matches;
  }

  /// Goes on from a place in the tree along the word at `at`, which may be this term.
  private void follow(
      Lexicon.Node node, int term, List<Word> words, int from, int at, List<Match> matches) {
    Lexicon.Node next = node.next(term);
    if (next == null || !lexicon.terms().term(term).accepts(words.get(at).shape())) {
      return;
    }
    int to = at + 1;
    for (End end : next.ends()) {
      if (languages[end.language()]) {
        matches.add(new Match(end, from, to));
      }
    }
    if (to < words.size() && !next.isLast()) {
      for (int following : known(words.get(to)).terms()) {
        follow(next, following, words, from, to, matches);
      }
    }
  }

  private Lexicon.Known known(Word word) {
    // Persian writes these words apart, and much of it would fall into false stems.
    boolean particles = word.folded().charAt(0) >= 'ء' && !persian;
    return lexicon.termsOf(word.folded(), particles);
  }

  private static List<Match> with(List<Match> matches, Sign sign) {
    List<Match> found = new ArrayList<>();
    for (Match match : matches) {
      if (match.end().sign() == sign) {
        found.add(match);
      }
    }
    return found;
  }

  private static boolean covers(Match not, Match match) {
    return not.end().id().equals(match.end().id())
        && not.from() < match.to()
        && match.from() < not.to();
  }

  private static List<Occurrence> longest(List<Match> named, int words) {
    named.sort(
        Comparator.comparingInt(Match::length)
            .reversed()
            .thenComparing(match -> match.end().sign())
            .thenComparingInt(Match::from));
    Match[] taken = new Match[words];
    List<Occurrence> found = new ArrayList<>();
    for (Match match : named) {
      if (free(taken, match, found)) {
        for (int i = match.from(); i < match.to(); i++) {
          taken[i] = match;
        }
        found.add(occurrence(match));
      }
    }
    return found;
  }

  /// Whether nothing longer stands there; one span may name several entries, each once.
  private static boolean free(Match[] taken, Match match, List<Occurrence> found) {
    for (int i = match.from(); i < match.to(); i++) {
      Match other = taken[i];
      if (other != null && (other.from() != match.from() || other.to() != match.to())) {
        return false;
      }
    }
    for (Occurrence other : found) {
      if (other.from() == match.from()
          && other.to() == match.to()
          && other.id().equals(match.end().id())) {
        return false;
      }
    }
    return true;
  }

  private static Occurrence occurrence(Match match) {
    boolean strong = match.end().sign() == Sign.STRONG;
    return new Occurrence(match.end().id(), strong, match.from(), match.to());
  }

  private void nearOnes(List<Word> words, List<Match> matches, List<Occurrence> found) {
    List<Match> rights = with(matches, Sign.RIGHT);
    for (Match left : rights.isEmpty() ? List.<Match>of() : with(matches, Sign.LEFT)) {
      for (Match right : rights) {
        if (near(left, right) && clause(words, left) == clause(words, right)) {
          rights.remove(right);
          addNear(left, right, found);
          break;
        }
      }
    }
  }

  private static int clause(List<Word> words, Match match) {
    return words.get(match.from()).clause();
  }

  private boolean near(Match left, Match right) {
    int rule = left.end().rule();
    int gap = Math.max(left.from(), right.from()) - Math.min(left.to(), right.to());
    return right.end().rule() == rule && gap >= 0 && gap <= lexicon.within(rule);
  }

  /// A pair counts like a strong cue, unless a strong cue of the same entry says it already.
  private static void addNear(Match left, Match right, List<Occurrence> found) {
    int from = Math.min(left.from(), right.from());
    int to = Math.max(left.to(), right.to());
    String id = left.end().id();
    for (Occurrence other : found) {
      if (other.strong() && other.from() < to && from < other.to() && other.id().equals(id)) {
        return;
      }
    }
    found.add(new Occurrence(id, true, from, to));
  }
}
