package dossier.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.search.QuestionUrl.Understood;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionUrlTest {

  private static final long SEED = 27852598;

  @Test
  void writesWhatIsNotUsualInAFixedOrder() {
    assertEquals("", QuestionUrl.write(Question.of("  ")));
    Question question =
        new Question(
            Query.of("\"sleeper cells\" border & title:water"),
            Map.of(
                Dimension.THREAT,
                new Selection(List.of("sleeper-cells"), List.of()),
                Dimension.REGION,
                new Selection(List.of("central-asia", "sahel"), List.of("mali"))),
            new Span("2020", "2024-05"),
            Question.Undated.INCLUDE,
            Question.Scope.MENTIONS,
            Question.Sort.NEWEST,
            Question.Versions.ALL,
            3,
            25);
    assertEquals(
        "?q=%22sleeper+cells%22+border+%26+title:water&region=central-asia&region=sahel"
            + "&region=-mali&threat=sleeper-cells&undated=include&scope=mentions&from=2020"
            + "&to=2024-05&sort=newest&versions=all&page=3&size=25",
        QuestionUrl.write(question));
  }

  @Test
  void everyQuestionSurvivesItsAddress() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    for (int i = 0; i < 2_000; i++) {
      Question question = randomQuestion(random);
      String url = QuestionUrl.write(question);
      String about = "seed " + SEED + ", question " + i + ": " + url;
      assertEquals(new Understood(question, List.of()), read(url), about);
      assertEquals("/search" + url, URI.create("/search" + url).toString(), about);
    }
  }

  @Test
  void aGapFilledIsTheAddressOfTheValue() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    for (int i = 0; i < 500; i++) {
      Question question = randomQuestion(random);
      for (Dimension dimension : Dimension.values()) {
        List<String> chosen = question.selection(dimension).any();
        String id = chosen.isEmpty() ? "côte d'ivoire & 1/2" : chosen.getFirst();
        String about = "seed " + SEED + ", question " + i + ", " + dimension + ": " + id;
        QuestionUrl.Gap gap = QuestionUrl.gap(question, dimension);
        Question only = question.with(dimension, Selection.NOTHING.with(id));
        assertEquals(QuestionUrl.write(only), gap.with(id), about);
        Question without = question.with(dimension, Selection.NOTHING.excluding(id));
        assertEquals(QuestionUrl.write(without), gap.with("-" + id), about);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          page=0                    => ``                       => “0” is out of range for “page”: 1 is used.
          page=-7                   => ``                       => “-7” is out of range for “page”: 1 is used.
          page=99999999999999999999 => ?page=10000000           => “99999999999999999999” is out of range for “page”: 10000000 is used.
          page=two                  => ``                       => “two” is no value of “page”: 1 is used.
          size=1000                 => ?size=100                => “1000” is out of range for “size”: 100 is used.
          size=                     => ``                       => ``
          sort=best                 => ``                       => “best” is no value of “sort”: the usual is used.
          sort=relevance            => ``                       => ``
          undated=default           => ``                       => ``
          scope=mentions            => ?scope=mentions          => ``
          from=2024-13              => ?from=2024-12            => “2024-13” is out of range for “from”: 2024-12 is used.
          from=2023-02-31           => ?from=2023-02-28         => “2023-02-31” is out of range for “from”: 2023-02-28 is used.
          to=2024-02-30             => ?to=2024-02-29           => “2024-02-30” is out of range for “to”: 2024-02-29 is used.
          to=2024-00-00             => ?to=2024-01-01           => “2024-00-00” is out of range for “to”: 2024-01-01 is used.
          from=0000                 => ?from=0001               => “0000” is out of range for “from”: 0001 is used.
          to=20245                  => ?to=9999                 => “20245” is out of range for “to”: 9999 is used.
          from=2024-5-3             => ?from=2024-05-03         => ``
          from=yesterday            => ``                       => “yesterday” is no value of “from”: it was left out; dates are written 2024, 2024-05 or 2024-05-31.
          from=2025&to=2023-06      => ?from=2023-06&to=2025    => “from” lies behind “to”: the two were exchanged.
          from=2024-06&to=2024      => ?from=2024-06&to=2024    => ``
          region=mali&region=-niger => ?region=mali&region=-niger => ``
          region=&region=+          => ``                       => ``
          region=--x                => ``                       => “--x” is no value of “region”: it was left out.
          region=mali&region=mali   => ?region=mali             => ``
          utm_source=mail&Q=x       => ``                       => ``
          q=a+AND&reading=literal   => ?q=a+AND&reading=literal => ``
          q=a&q=b                   => ?q=a                     => ``
          q=a&plain=+b++c+&plain=&plain=b+c&plain=д => ?q=a&plain=b+c&plain=%D0%B4 => ``
          region=KAZAKHSTAN&type=PDF => ?region=kazakhstan&type=pdf => ``
          lang=RU&lang=-EN&lang=ZH-hans => ?lang=ru&lang=zh-Hans&lang=-en => ``
          lang=I_i&lang=RU_&threat=-WATER => ?threat=-water&lang=i_i&lang=ru_ => ``
          q=wat%EF%BF%BDer          => ?q=water                 => Some characters of “q” came broken: they were left out.
          region=%EF%BF%BD          => ``                       => Some characters of “region” came broken: they were left out.
          """)
  void whatCannotBeTakenAsItStandsIsBroughtInAndTold(String url, String written, String notice) {
    Understood understood = read("?" + url);
    assertEquals(written, QuestionUrl.write(understood.question()));
    assertEquals(
        notice.isEmpty() ? List.of() : List.of(notice),
        understood.notices().stream().map(Notice::text).toList());
  }

  @Test
  void noticesSayWhatKindTheyAre() {
    assertEquals(
        List.of("parameter", "range"),
        read("?sort=x&page=0").notices().stream().map(Notice::kind).toList());
  }

  @Test
  void aHundredValuesOfAFacetAreUsed() {
    List<String> many = IntStream.range(0, 5_000).mapToObj(i -> "r" + i).toList();
    Understood understood = QuestionUrl.parse(Map.of("region", many));
    assertEquals(many.subList(0, 100), understood.question().selection(Dimension.REGION).any());
    assertEquals(
        List.of("Only the first 100 values of “region” are used."),
        understood.notices().stream().map(Notice::text).toList());
  }

  @Test
  void junkIsUnderstoodToo() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    List<String> names =
        List.of(
            "q", "plain", "region", "threat", "series", "lang", "type", "undated", "scope", "from",
            "to", "sort", "page", "size", "", "x");
    for (int i = 0; i < 1_000; i++) {
      Map<String, List<String>> parameters = new LinkedHashMap<>();
      for (String name : names) {
        parameters.put(name, Stream.generate(() -> junk(random)).limit(random.nextInt(3)).toList());
      }
      try {
        Understood understood = QuestionUrl.parse(parameters);
        assertEquals(
            understood.question(), read(QuestionUrl.write(understood.question())).question());
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + SEED + ", parameters " + i + ": " + parameters, e);
      }
    }
  }

  @Test
  void aSpanThatIsNoneCannotBeMade() {
    for (String date : List.of("", "24", "2024-13", "2024-02-30", "0000", "20245", "２０２４")) {
      assertThrows(IllegalArgumentException.class, () -> new Span(date, null), date);
      assertThrows(IllegalArgumentException.class, () -> new Span(null, date), date);
    }
    assertThrows(IllegalArgumentException.class, () -> new Span("2024-06", "2024-05-31"));
    assertEquals(LocalDate.of(9999, 12, 31), new Span("0001", "9999").lastDay());
    assertEquals(LocalDate.of(2024, 2, 29), new Span("2024-02-29", "2024-02").lastDay());
  }

  private static String junk(RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> Integer.toString(random.nextInt());
      case 1 -> "%d-%d-%d".formatted(random.nextInt(12000), random.nextInt(15), random.nextInt(40));
      case 2 ->
          List.of("only", "mentions", "oldest", "2024", "2021-02", "-", "x").get(random.nextInt(7));
      default -> QueryTest.randomText(random);
    };
  }

  private static Question randomQuestion(RandomGenerator random) {
    Map<Dimension, Selection> selections = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      selections.put(
          dimension, new Selection(randomIds(random, dimension), randomIds(random, dimension)));
    }
    return new Question(
        (random.nextBoolean()
                ? Query.of(QueryTest.randomText(random))
                : Query.literal(QueryTest.randomText(random)))
            .plain(
                Stream.generate(() -> QueryTest.randomText(random))
                    .limit(random.nextInt(3))
                    .toList()),
        selections,
        randomSpan(random),
        anyOf(random, Question.Undated.values()),
        anyOf(random, Question.Scope.values()),
        anyOf(random, Question.Sort.values()),
        anyOf(random, Question.Versions.values()),
        1 + random.nextInt(random.nextBoolean() ? 3 : Question.MAX_PAGE),
        1 + random.nextInt(Question.MAX_SIZE));
  }

  private static Span randomSpan(RandomGenerator random) {
    while (true) {
      try {
        return new Span(randomDate(random), randomDate(random));
      } catch (IllegalArgumentException reversed) {
        assertTrue(reversed.getMessage().startsWith("no span of dates"), reversed.getMessage());
      }
    }
  }

  private static String randomDate(RandomGenerator random) {
    String day = LocalDate.of(1, 1, 1).plusDays(random.nextInt(3_652_059)).toString();
    return switch (random.nextInt(4)) {
      case 0 -> null;
      case 1 -> day.substring(0, 4);
      case 2 -> day.substring(0, 7);
      default -> day;
    };
  }

  /// Ids in the spelling of the index.
  private static List<String> randomIds(RandomGenerator random, Dimension dimension) {
    List<String> ids = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String id =
          dimension == Dimension.LANGUAGE
              ? List.of("ru", "zh-Hans", "pt-BR", "und", "fa").get(random.nextInt(5))
              : random.nextBoolean()
                  ? "id-" + random.nextInt(9)
                  : QueryTest.randomText(random).toLowerCase(Locale.ROOT);
      if (Selection.isId(id)) {
        ids.add(id);
      }
    }
    return ids;
  }

  private static <T> T anyOf(RandomGenerator random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  /// Reads an address as a server does.
  private static Understood read(String url) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String parameter : url.replaceFirst("^\\?", "").split("&", -1)) {
      String[] parts = parameter.split("=", 2);
      parameters
          .computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
          .add(parts.length > 1 ? decoded(parts[1]) : "");
    }
    return QuestionUrl.parse(parameters);
  }

  private static String decoded(String encoded) {
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }
}
