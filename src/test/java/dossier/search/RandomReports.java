package dossier.search;

import dossier.report.Label.Strength;
import dossier.report.Report;
import dossier.text.Passage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Reports, questions and clauses by chance, the same for the same seed. */
final class RandomReports {

  static final List<String> WORDS = List.of("alpha", "bravo", "charlie", "delta", "echo");
  static final List<String> REGIONS =
      List.of("kazakhstan", "uzbekistan", "tajikistan", "central-asia", "mali", "niger", "africa");
  static final List<String> THREATS = List.of("terrorism", "sleeper-cells", "cyber", "espionage");
  static final List<String> DATES =
      List.of("2019", "2020", "2020-02", "2020-03-15", "2020-03-31", "2021-12", "2022-01-01");

  final RandomGenerator random;

  RandomReports(long seed) {
    random = new Random(seed);
  }

  List<Report> reports(int count) {
    List<Report> reports = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      reports.add(report("r" + i));
    }
    return reports;
  }

  Report report(String id) {
    Sample report = Sample.report(id).title(pick(WORDS)).language(pick(List.of("en", "ru", "und")));
    for (int i = random.nextInt(4); i > 0; i--) {
      report.passage(
          Passage.Kind.PARAGRAPH,
          i > 2 ? 1 : 2,
          pick(WORDS) + " " + pick(WORDS) + " " + pick(WORDS) + ".");
    }
    report.type(pick(List.of("application/pdf", "text/html", "text/plain")));
    for (String region : some(REGIONS, 3)) {
      report.region(region, pick(List.of(Strength.values())));
    }
    for (String threat : some(THREATS, 2)) {
      report.threat(threat, pick(List.of(Strength.values())));
    }
    if (random.nextInt(4) > 0) {
      report.dated(pick(DATES));
    }
    if (random.nextBoolean()) {
      report.series(pick(List.of("Weekly Note", "Обзор", "Monitor")), null, "1", "2");
    }
    return report.build();
  }

  Question question() {
    Question question =
        new Question(
            Ask.ask(random.nextInt(3) == 0 ? new Clause.Everything() : plain(1)).query(),
            java.util.Map.of(),
            span(),
            pick(List.of(Question.Undated.values())),
            pick(List.of(Question.Scope.values())),
            pick(List.of(Question.Sort.values())),
            pick(List.of(Question.Versions.values())),
            1,
            10);
    question =
        question.with(
            Dimension.REGION,
            selection(
                List.of(
                    "asia",
                    "central-asia",
                    "kazakhstan",
                    "turkic-states",
                    "mali",
                    "africa",
                    "nowhere")));
    question = question.with(Dimension.THREAT, selection(THREATS));
    question =
        question.with(Dimension.SERIES, selection(List.of("weekly-note", "obzor", "monitor")));
    question = question.with(Dimension.LANGUAGE, selection(List.of("en", "ru", "und")));
    return question.with(Dimension.TYPE, selection(List.of("pdf", "html", "txt")));
  }

  Clause clause(int depth) {
    if (depth > 0 && random.nextInt(3) > 0) {
      return switch (random.nextInt(4)) {
        case 3 ->
            new Clause.Some(
                List.of(clause(depth - 1), clause(0), clause(0)), 1 + random.nextInt(3));
        case 0 -> new Clause.And(List.of(clause(depth - 1), clause(depth - 1)));
        case 1 -> new Clause.Or(List.of(clause(depth - 1), clause(depth - 1), clause(0)));
        default -> {
          Clause inner = clause(depth - 1);
          yield inner instanceof Clause.Not ? inner : new Clause.Not(inner);
        }
      };
    }
    Clause.Field field = random.nextInt(3) > 0 ? null : pick(List.of(Clause.Field.values()));
    return switch (random.nextInt(13)) {
      case 6 -> new Clause.Verbatim(field, text() + " " + text());
      case 7 -> new Clause.Wildcard(field, text() + pick(List.of("*", "?")) + text());
      case 8 -> new Clause.Fuzzy(field, text(), 1 + random.nextInt(2));
      case 9 -> new Clause.Nearby(field, text() + " " + text(), random.nextInt(5));
      case 10 -> {
        Clause left = clause(depth);
        Clause right = clause(depth);
        yield Clause.Near.canJoin(left, right)
            ? new Clause.Near(left, right, random.nextInt(9))
            : left;
      }
      case 11 -> new Clause.Dated(pick(List.of(Clause.Time.values())), new Span(pick(DATES), null));
      case 12 -> new Clause.Pages(1 + random.nextInt(3), 3);
      case 0 -> new Clause.Prefix(field, text());
      case 1 -> new Clause.Phrase(field, text() + " " + text());
      case 2 -> new Clause.Facet(pick(List.of(Dimension.values())), text());
      case 3 -> new Clause.Everything();
      case 4 -> new Clause.Mentions(text());
      default -> new Clause.Word(field, text());
    };
  }

  /** A tree of plain words and known values, whose answer can be found by reading. */
  Clause plain(int depth) {
    if (depth > 0 && random.nextInt(3) > 0) {
      return switch (random.nextInt(4)) {
        case 0 -> new Clause.And(List.of(plain(depth - 1), plain(depth - 1)));
        case 1 -> new Clause.Or(List.of(plain(depth - 1), plain(depth - 1)));
        case 2 ->
            new Clause.And(List.of(new Clause.Pages(1 + random.nextInt(2), 2), plainText(null)));
        default -> {
          Clause inner = plain(depth - 1);
          yield inner instanceof Clause.Not ? inner : new Clause.Not(inner);
        }
      };
    }
    Clause.Field field = random.nextInt(4) > 0 ? null : Clause.Field.TITLE;
    return switch (random.nextInt(10)) {
      case 0 -> new Clause.Verbatim(field, verbatim());
      case 1 -> new Clause.Wildcard(field, pick(List.of("al*a", "br?vo", "c?a*", "d*lt*", "e*o")));
      case 2 -> new Clause.Fuzzy(field, pick(List.of("alpah", "bravos", "elta", "charley")), 2);
      case 3 -> new Clause.Nearby(field, pick(WORDS) + " " + pick(WORDS), random.nextInt(4));
      case 4, 5 -> new Clause.Near(nearable(field), nearable(field), random.nextInt(4));
      case 6 ->
          new Clause.Dated(
              pick(List.of(Clause.Time.values())),
              new Span(pick(DATES.subList(0, 4)), random.nextBoolean() ? null : "2026"));
      case 7 -> new Clause.Facet(Dimension.REGION, pick(REGIONS));
      case 8 -> new Clause.Prefix(field, pick(WORDS).substring(0, 2));
      default -> plainText(field);
    };
  }

  private Clause plainText(Clause.Field field) {
    return random.nextBoolean()
        ? new Clause.Word(field, pick(WORDS))
        : new Clause.Phrase(field, pick(WORDS) + " " + pick(WORDS));
  }

  private Clause nearable(Clause.Field field) {
    return switch (random.nextInt(4)) {
      case 0 -> new Clause.Or(List.of(plainText(field), plainText(field)));
      case 1 -> new Clause.Prefix(field, pick(WORDS).substring(0, 2));
      default -> plainText(field);
    };
  }

  private String verbatim() {
    return pick(WORDS) + pick(List.of("", ".", " " + pick(WORDS), " " + pick(WORDS) + "."));
  }

  /** A word, or anything at all: unpaired surrogates, controls, marks, scripts. */
  private String text() {
    if (random.nextBoolean()) {
      return pick(WORDS);
    }
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i >= 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> text.append((char) random.nextInt(0x10000));
        case 1 -> text.appendCodePoint(random.nextInt(0x110000));
        case 2 ->
            text.append(pick(List.of("'", "’s", ".", "-", "=", "*", " ", "\u0000", "ﷺ", "u.s.")));
        default -> text.append(pick(WORDS).charAt(0));
      }
    }
    return text.toString().isBlank() ? "blank" : text.toString();
  }

  private Span span() {
    return switch (random.nextInt(4)) {
      case 0 -> new Span(pick(DATES), null);
      case 1 -> new Span(null, pick(DATES));
      case 2 -> new Span(pick(DATES.subList(0, 4)), pick(DATES.subList(4, 7)));
      default -> Span.ALWAYS;
    };
  }

  private Selection selection(List<String> values) {
    return random.nextInt(3) > 0
        ? Selection.NOTHING
        : new Selection(List.copyOf(some(values, 2)), List.copyOf(some(values, 1)));
  }

  private <T> Set<T> some(List<T> values, int most) {
    Set<T> some = new LinkedHashSet<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      some.add(pick(values));
    }
    return some;
  }

  <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
