package dossier.search;

import dossier.report.Label;
import dossier.report.Report;
import dossier.text.Passage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Whether a report answers a clause, found out by reading it word by word: for reports of plain
 * words, in which a word has one form and no text matters but title and body.
 */
final class LookingClosely {

  private final List<String> words;
  private final List<Integer> pages;
  private final String text;

  private LookingClosely(String text, List<Passage> passages) {
    this.text = text;
    this.words = new ArrayList<>();
    this.pages = new ArrayList<>();
    for (Passage passage : passages) {
      for (String word : words(passage.text())) {
        words.add(word);
        pages.add(passage.page());
      }
    }
  }

  /** A run of words, both ends included. */
  private record Run(int first, int last) {}

  static boolean matches(Report report, Clause clause) {
    return switch (clause) {
      case Clause.And(List<Clause> all) -> {
        List<Clause.Pages> pages =
            all.stream().filter(c -> c instanceof Clause.Pages).map(c -> (Clause.Pages) c).toList();
        yield all.stream()
            .allMatch(each ->
                (each instanceof Clause.Not || pages.isEmpty())
                    ? matches(report, each)
                    : pages.stream().allMatch(page -> matchesOn(report, each, page)));
      }
      case Clause.Or(List<Clause> any) -> any.stream().anyMatch(each -> matches(report, each));
      case Clause.Some(List<Clause> some, int least) ->
          some.stream().filter(each -> matches(report, each)).count() >= least;
      case Clause.Not(Clause inner) -> !matches(report, inner);
      case Clause.Everything everything -> true;
      case Clause.Variants(Clause typed, List<Clause.Word> others) ->
          matches(report, typed) || others.stream().anyMatch(each -> matches(report, each));
      case Clause.Pages(int first, int last) -> report.pages() >= first;
      case Clause.Facet(Dimension dimension, String value) -> region(report, value);
      case Clause.Mentions mentions ->
          report.regions().stream().anyMatch(label -> label.id().equals(mentions.value()));
      case Clause.Dated(Clause.Time time, Span span) -> dated(report, time, span);
      case Clause.Word(Clause.Field field, String word) -> inFields(report, field, clause);
      case Clause.Prefix(Clause.Field field, String word) -> inFields(report, field, clause);
      case Clause.Phrase(Clause.Field field, String word) -> inFields(report, field, clause);
      case Clause.Verbatim(Clause.Field field, String word) -> inFields(report, field, clause);
      case Clause.Wildcard(Clause.Field field, String word) -> inFields(report, field, clause);
      case Clause.Fuzzy(Clause.Field field, String word, int e) -> inFields(report, field, clause);
      case Clause.Nearby(Clause.Field field, String word, int d) -> inFields(report, field, clause);
      case Clause.Near near -> inFields(report, near.field(), clause);
    };
  }

  /** Within a conjunction that asks for a page, text must match there. */
  private static boolean matchesOn(Report report, Clause clause, Clause.Pages page) {
    return switch (clause) {
      case Clause.Or(List<Clause> any) ->
          any.stream().anyMatch(each -> matchesOn(report, each, page));
      case Clause.And(List<Clause> all)
          when all.stream().noneMatch(c -> c instanceof Clause.Pages) ->
          all.stream().allMatch(each -> matchesOn(report, each, page));
      case Clause.And and -> matches(report, clause);
      case Clause.Not(Clause inner) -> !matchesOn(report, inner, page);
      case Clause.Pages pages -> matches(report, clause);
      case Clause.Facet facet -> matches(report, clause);
      case Clause.Dated dated -> matches(report, clause);
      case Clause.Mentions mentions -> matches(report, clause);
      case Clause.Everything everything -> true;
      case Clause.Verbatim(Clause.Field field, String exact) when field == null ->
          exact(exact)
              .matcher(report.body().text())
              .results()
              .map(found -> report.body().pageAt(found.start()))
              .anyMatch(at -> page.first() <= at && at <= page.last());
      default -> isTitle(clause) ? matches(report, clause) : onPage(report, clause, page);
    };
  }

  private static boolean isTitle(Clause clause) {
    return SExpression.of(clause).contains("title:");
  }

  private static boolean onPage(Report report, Clause clause, Clause.Pages page) {
    LookingClosely body = body(report);
    return body.runs(clause).stream()
        .map(run -> body.pages.get(run.first()))
        .anyMatch(at -> page.first() <= at && at <= page.last());
  }

  private static boolean inFields(Report report, Clause.Field field, Clause clause) {
    LookingClosely title =
        new LookingClosely(
            report.title(), List.of(new Passage(Passage.Kind.PARAGRAPH, 0, 1, report.title())));
    boolean titled = field == null || field == Clause.Field.TITLE;
    return (titled && title.has(clause)) || (field == null && body(report).has(clause));
  }

  private static LookingClosely body(Report report) {
    return new LookingClosely(report.body().text(), report.passages());
  }

  private boolean has(Clause clause) {
    if (clause instanceof Clause.Verbatim verbatim) {
      return exact(verbatim.text()).matcher(text).find();
    }
    return !runs(clause).isEmpty();
  }

  private static Pattern exact(String typed) {
    String exact = Pattern.quote(typed).replace(" ", "\\E\\s+\\Q");
    return Pattern.compile("(?<!\\w)" + exact + "(?!\\w)");
  }

  private Set<Run> runs(Clause clause) {
    return switch (clause) {
      case Clause.Word(Clause.Field field, String word) -> single(word::equals);
      case Clause.Prefix(Clause.Field field, String word) -> single(each -> each.startsWith(word));
      case Clause.Wildcard(Clause.Field field, String word) ->
          single(Pattern.compile(word.replace("*", ".*").replace("?", ".")).asMatchPredicate());
      case Clause.Fuzzy(Clause.Field field, String word, int edits) ->
          single(each -> each.charAt(0) == word.charAt(0) && distance(each, word) <= edits);
      case Clause.Phrase(Clause.Field field, String phrase) -> phrase(words(phrase));
      case Clause.Nearby(Clause.Field field, String phrase, int distance) ->
          nearby(words(phrase), distance);
      case Clause.Near(Clause left, Clause right, int distance) ->
          near(runs(left), runs(right), distance);
      case Clause.Or(List<Clause> any) -> {
        Set<Run> runs = new HashSet<>();
        any.forEach(each -> runs.addAll(runs(each)));
        yield runs;
      }
      default -> throw new IllegalArgumentException("no words: " + clause);
    };
  }

  private Set<Run> single(Predicate<String> word) {
    Set<Run> runs = new HashSet<>();
    IntStream.range(0, words.size())
        .filter(i -> word.test(words.get(i)))
        .forEach(i -> runs.add(new Run(i, i)));
    return runs;
  }

  private Set<Run> phrase(List<String> phrase) {
    Set<Run> runs = new HashSet<>();
    for (int i = 0; i + phrase.size() <= words.size(); i++) {
      if (words.subList(i, i + phrase.size()).equals(phrase)) {
        runs.add(new Run(i, i + phrase.size() - 1));
      }
    }
    return runs;
  }

  private Set<Run> nearby(List<String> wanted, int distance) {
    Set<Run> runs = new HashSet<>();
    for (int from = 0; from < words.size(); from++) {
      int end = Math.min(words.size(), from + wanted.size() + distance);
      for (int to = from + wanted.size(); to <= end; to++) {
        List<String> left = new ArrayList<>(words.subList(from, to));
        if (wanted.stream().allMatch(left::remove)) {
          runs.add(new Run(from, to - 1));
        }
      }
    }
    return runs;
  }

  private static Set<Run> near(Set<Run> left, Set<Run> right, int distance) {
    Set<Run> runs = new HashSet<>();
    for (Run a : left) {
      for (Run b : right) {
        int between = Math.max(a.first(), b.first()) - Math.min(a.last(), b.last()) - 1;
        if (between >= 0 && between <= distance) {
          runs.add(new Run(Math.min(a.first(), b.first()), Math.max(a.last(), b.last())));
        }
      }
    }
    return runs;
  }

  /** Letters added, dropped, changed or exchanged with their neighbour. */
  private static int distance(String a, String b) {
    int[][] rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          rows[i][j] = i + j;
          continue;
        }
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        rows[i][j] =
            Math.min(
                rows[i - 1][j - 1] + (same ? 0 : 1), Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
      }
    }
    return rows[a.length()][b.length()];
  }

  private static boolean region(Report report, String value) {
    return report.regions().stream()
        .filter(label -> label.strength() == Label.Strength.ABOUT)
        .anyMatch(label ->
            label.id().equals(value)
                || Sample.VOCABULARIES.regions().ancestors(label.id()).contains(value));
  }

  private static boolean dated(Report report, Clause.Time time, Span span) {
    LocalDate from = span.firstDay() == null ? LocalDate.MIN : span.firstDay();
    LocalDate to = span.lastDay() == null ? LocalDate.MAX : span.lastDay();
    if (time == Clause.Time.ADDED) {
      LocalDate added = LocalDate.ofInstant(report.added(), ZoneOffset.UTC);
      return !added.isBefore(from) && !added.isAfter(to);
    }
    return report.published() != null
        && !report.published().last().isBefore(from)
        && !report.published().first().isAfter(to);
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
