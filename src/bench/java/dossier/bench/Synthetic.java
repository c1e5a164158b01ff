package dossier.bench;

import dossier.archive.Hash;
import dossier.archive.Location;
import dossier.report.Concept;
import dossier.report.Label;
import dossier.report.Published;
import dossier.report.Published.Precision;
import dossier.report.Report;
import dossier.report.Series;
import dossier.report.Vocabularies;
import dossier.report.Vocabulary;
import dossier.text.Passage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// An archive made up by chance: the report of a number is the same whenever and in whatever order
/// it is asked for, and another one under another seed. Every hundredth is a revised version of an
/// earlier one. Thread-safe.
final class Synthetic {

  /// The newest day a report can appear on.
  static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);

  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
  private static final Instant ADDED = Instant.parse("2026-07-01T00:00:00Z");
  private static final int SERIES = 300;
  private static final int REVISED = 100;
  private static final String[] TYPES = {
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "text/html",
    "text/plain",
    "message/rfc822"
  };
  private static final int[] TYPE_SHARES = {60, 20, 10, 6, 4};
  private static final String[] LANGUAGES = {"en", "ru", "fr", "ar"};
  private static final int[] LANGUAGE_SHARES = {82, 8, 6, 4};

  private final long seed;
  private final Vocabularies vocabularies;
  private final List<Concept> countries;
  private final List<Concept> threats;
  private final Map<String, Wordstock> words = new LinkedHashMap<>();

  Synthetic(long seed, Vocabularies vocabularies) {
    this.seed = seed;
    this.vocabularies = vocabularies;
    this.countries =
        vocabularies.regions().all().stream().filter(one -> one.kind().equals("country")).toList();
    this.threats = List.copyOf(vocabularies.threats().all());
    words.put("en", Wordstock.of("en", 150_000, seed));
    words.put("ru", Wordstock.of("ru", 40_000, seed));
    words.put("fr", Wordstock.of("fr", 40_000, seed));
    words.put("ar", Wordstock.of("ar", 40_000, seed));
  }

  Wordstock english() {
    return words("en");
  }

  Vocabularies vocabularies() {
    return vocabularies;
  }

  /// Ids of countries, those of most reports first.
  List<String> regions() {
    return countries.stream().map(Concept::id).toList();
  }

  /// Ids of threat types, those of most reports first.
  List<String> threats() {
    return threats.stream().map(Concept::id).toList();
  }

  private Wordstock words(String language) {
    return words.getOrDefault(language, words.get("en"));
  }

  /// The report of a number, from 0.
  Report report(int number) {
    return number % REVISED == REVISED - 1
        ? revised(number, number - REVISED / 2, "")
        : made(number, "");
  }

  /// The same, surely in this language.
  Report report(int number, String language) {
    return number % REVISED == REVISED - 1
        ? revised(number, number - REVISED / 2, language)
        : made(number, language);
  }

  private Report revised(int number, int of, String language) {
    Report first = made(of, language);
    List<Passage> passages = new ArrayList<>(first.passages());
    RandomGenerator chance = chance(number);
    Prose prose = new Prose(words(first.language()), chance, List.of());
    Passage last = passages.removeLast();
    String more = last.text() + " " + prose.sentence();
    passages.add(new Passage(last.kind(), last.level(), last.page(), more));
    return report(number, first, first.title() + " (revised)", passages);
  }

  private Report report(int number, Report like, String title, List<Passage> passages) {
    return new Report(
        id(number),
        location(number, like.mediaType()),
        sha(number),
        like.sizeBytes(),
        like.mediaType(),
        title,
        like.series(),
        like.published(),
        like.authors(),
        like.language(),
        like.summary(),
        like.paged(),
        like.pages(),
        passages,
        like.regions(),
        like.threats(),
        null,
        null,
        0,
        ADDED.plusSeconds(number));
  }

  private Report made(int number, String asked) {
    RandomGenerator chance = chance(number);
    String drawn = LANGUAGES[drawn(LANGUAGE_SHARES, chance)];
    String language = asked.isEmpty() ? drawn : asked;
    String type = TYPES[drawn(TYPE_SHARES, chance)];
    List<Concept> regions = concepts(countries, 1 + chance.nextInt(5), chance);
    List<Concept> dangers = concepts(threats, 1 + chance.nextInt(3), chance);
    Prose prose = new Prose(words(language), chance, names(language, regions, dangers));
    boolean paged = type.equals(TYPES[0]);
    String title = prose.title();
    List<Passage> passages = prose.passages(length(chance), paged);
    int pages = passages.getLast().page();
    String summary = prose.sentence() + " " + prose.sentence();
    return new Report(
        id(number),
        location(number, type),
        sha(number),
        50_000 + chance.nextInt(2_000_000),
        type,
        title,
        series(chance),
        published(chance),
        List.of(author(chance), author(chance)).subList(0, chance.nextInt(3)),
        language,
        summary,
        paged,
        pages,
        passages,
        labels(language, regions, 1 + chance.nextInt(2), prose, vocabularies.regions()),
        labels(language, dangers, 2, prose, vocabularies.threats()),
        null,
        null,
        0,
        ADDED.plusSeconds(number));
  }

  private static List<String> names(String language, List<Concept> some, List<Concept> others) {
    List<String> names = new ArrayList<>();
    some.forEach(each -> names.add(name(each, language)));
    others.forEach(each -> names.add(name(each, language)));
    return names;
  }

  private static String name(Concept concept, String language) {
    return concept.labels().getOrDefault(language, concept.label());
  }

  /// Words of a report: log-normal, half of them below 900.
  private static int length(RandomGenerator chance) {
    return Math.clamp(Math.round(900 * Math.exp(0.7 * chance.nextGaussian())), 300, 6_000);
  }

  /// Different ones, the first of the list most often.
  private static List<Concept> concepts(List<Concept> all, int count, RandomGenerator chance) {
    List<Concept> some = new ArrayList<>();
    while (some.size() < count) {
      Concept one = all.get((int) Math.pow(all.size(), chance.nextDouble()) - 1);
      if (some.contains(one)) {
        count--;
      } else {
        some.add(one);
      }
    }
    return some;
  }

  private static List<Label> labels(
      String language, List<Concept> concepts, int about, Prose prose, Vocabulary vocabulary) {
    List<Label> labels = new ArrayList<>();
    for (Concept concept : concepts) {
      Label.Strength strength =
          labels.size() < about ? Label.Strength.ABOUT : Label.Strength.MENTIONS;
      String name = name(concept, language);
      List<Label.Evidence> evidence =
          List.of(new Label.Evidence(name, Math.max(1, prose.used(name)), false, List.of(1)));
      if (vocabulary.get(concept.id()) != null) {
        labels.add(new Label(concept.id(), strength, Label.Origin.RULE, evidence));
      }
    }
    return labels;
  }

  private @Nullable Series series(RandomGenerator chance) {
    if (chance.nextInt(10) == 0) {
      return null;
    }
    int number = (int) Math.pow(SERIES, chance.nextDouble());
    Wordstock english = words("en");
    String name = "Review of " + english.word(200 + number) + " and " + english.word(900 + number);
    return new Series(name, null, "" + (1 + chance.nextInt(30)), "" + (1 + chance.nextInt(12)));
  }

  /// More of them each year; four in a hundred known to the month only, one to the year, one not at
  /// all.
  private static @Nullable Published published(RandomGenerator chance) {
    int kind = chance.nextInt(100);
    if (kind == 0) {
      return null;
    }
    long days = LAST_DAY.toEpochDay() - FIRST_DAY.toEpochDay();
    LocalDate day = FIRST_DAY.plusDays((long) (days * Math.sqrt(chance.nextDouble())));
    Precision precision = kind == 1 ? Precision.YEAR : kind < 6 ? Precision.MONTH : Precision.DAY;
    return new Published(day, precision, Published.Source.METADATA);
  }

  private String author(RandomGenerator chance) {
    Wordstock english = words("en");
    return Prose.capital(english.word(3_000 + chance.nextInt(4_000)))
        + " "
        + Prose.capital(english.word(8_000 + chance.nextInt(9_000)));
  }

  private static int drawn(int[] shares, RandomGenerator chance) {
    int at = chance.nextInt(100);
    int kind = 0;
    while (at >= shares[kind]) {
      at -= shares[kind++];
    }
    return kind;
  }

  private RandomGenerator chance(int number) {
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
  }

  private String id(int number) {
    return sha(number).substring(0, 16);
  }

  private String sha(int number) {
    return Hash.of(seed + "/" + number);
  }

  private static Location location(int number, String type) {
    String ending =
        switch (type) {
          case "application/pdf" -> "pdf";
          case "text/html" -> "html";
          case "text/plain" -> "txt";
          case "message/rfc822" -> "eml";
          default -> "docx";
        };
    return new Location("reports/%03d/%d.%s".formatted(number / 1000, number, ending));
  }
}
