package dossier.search;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {

  private static final long SEED = 20261123;

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  /// Fragments that make operators, names, brackets and broken text likely.
  private static final List<String> FRAGMENTS =
      List.of(
          "a",
          "border",
          "kaz",
          "Al-Qaida",
          "AND",
          "OR",
          "NOT",
          "and",
          "&&",
          "||",
          "!",
          "-",
          "+",
          "(",
          ")",
          "(",
          ")",
          "\"",
          "\"",
          "„",
          "“",
          "”",
          "«",
          "»",
          "‹",
          "›",
          "*",
          "?",
          "~",
          "^",
          "~2",
          "~9",
          "=\"",
          "=«",
          "te?t",
          "k*z",
          "NEAR",
          "NEAR/3",
          "date:",
          "added:",
          "page:",
          "2024",
          "..",
          "2023-06..",
          "last 6 months",
          "yesterday",
          "12",
          ":",
          "title:",
          "author:",
          "issn:",
          "REGION:",
          "threat:",
          "lang:",
          "mentions:",
          "type:",
          "foo:",
          "aa:bb:",
          "http://x.org/a?b=1&c=(d)",
          "10:30",
          "AC/DC",
          "report(s)",
          "NEAR/5",
          "قزاقستان",
          "می‌خواهم",
          "ישראל",
          "Казахстан",
          "中国",
          "\u202E",
          "\u200F",
          "\uD83D\uDE00",
          "\uD83D",
          "\uDE00",
          "\u0000",
          "\u0007",
          "\t",
          "\u00A0",
          "\u200B",
          "\u0301",
          "e\u0301",
          "İ",
          "ß",
          ".",
          ",",
          ";",
          "…",
          "'",
          "’",
          "#",
          "@",
          "$",
          "€",
          "☢",
          "_",
          "/",
          "\\",
          "|",
          "&",
          "=",
          "<",
          ">",
          "%",
          "[",
          "]",
          "{",
          "}",
          " ",
          " ",
          " ",
          " ",
          " ",
          " ");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          # words and operators
          ``                              => (everything)
          border                          => border
          border sleeper                  => (and border sleeper)
          border AND sleeper              => (and border sleeper)
          border and sleeper              => (and border and sleeper)
          border OR sleeper               => (or border sleeper)
          a b OR c d                      => (or (and a b) (and c d))
          a (b OR c) d                    => (and a (or b c) d)
          a AND b AND (c AND d)           => (and a b c d)
          a OR (b OR c)                   => (or a b c)
          ((a))                           => a
          NOT a                           => (not a)
          a NOT b                         => (and a (not b))
          a AND NOT b                     => (and a (not b))
          a OR NOT b                      => (or a (not b))
          NOT NOT a                       => a
          NOT (NOT (a))                   => a
          NOT (a OR b)                    => (not (or a b))
          a -b                            => (and a (not b))
          -a -b                           => (and (not a) (not b))
          a !b                            => (and a (not b))
          +a +b                           => (and a b)
          a && b || c                     => (or (and a b) c)
          a&&b                            => (and a b)
          a||b                            => (or a b)
          NOT(a b)                        => (not (and a b))
          -(a OR b) c                     => (and (not (or a b)) c)
          # phrases
          "sleeper cells" border          => (and [sleeper cells] border)
          „sleeper cells“                 => [sleeper cells]
          “sleeper cells”                 => [sleeper cells]
          «спящие ячейки»                 => [спящие ячейки]
          »schlafende Zellen«             => [schlafende Zellen]
          ‹cellules›                      => [cellules]
          «the "inner" one»               => [the inner one]
          "a  b"                          => [a b]
          -"a b"                          => (not [a b])
          "border"                        => [border]
          rock"n"roll                     => (and rock [n] roll)
          # beginnings
          kaz*                            => (prefix kaz)
          Al-Qa*                          => (prefix Al-Qa)
          title:kaz*                      => (prefix title:kaz)
          کاز*                            => (prefix کاز)
          k*z                             => (wildcard k*z)
          radicali?ation                  => (wildcard radicali?ation)
          radi*ali*                       => (wildcard radi*ali*)
          title:te??t                     => (wildcard title:te??t)
          CVE-20?4-3*94                   => (wildcard CVE-20?4-3*94)
          # nearly so, and exactly so
          terror~                         => (fuzzy terror 2)
          kabul~                          => (fuzzy kabul 1)
          tashkent~1                      => (fuzzy tashkent 1)
          title:iran~2                    => (fuzzy title:iran 2)
          ="Al-Qaʿida; 1st"               => (verbatim [Al-Qaʿida; 1st])
          =«the "inner" one*»             => (verbatim [the "inner" one*])
          title:="U.S."                   => (verbatim title:[U.S.])
          -="a b" c                       => (and (not (verbatim [a b])) c)
          # near
          "water sharing"~8               => (nearby [water sharing] 8)
          title:"water sharing"~          => (nearby title:[water sharing] 10)
          terror* NEAR/10 border          => (near (prefix terror) border 10)
          a NEAR b                        => (near a b 10)
          a b NEAR/3 c d                  => (and a (near b c 3) d)
          NOT a NEAR/3 b                  => (not (near a b 3))
          a NEAR/3 b NEAR/4 "c d"         => (near (near a b 3) [c d] 4)
          a NEAR/3 (b NEAR/4 c)           => (near a (near b c 4) 3)
          (a OR "b c") NEAR/3 (d OR ezra~) => (near (or a [b c]) (or d (fuzzy ezra 1)) 3)
          title:(a NEAR/3 b)              => (near title:a title:b 3)
          near the border                 => (and near the border)
          title:NEAR                      => title:NEAR
          # dates and pages
          date:2024                       => (date 2024 2024)
          date:2024-5                     => (date 2024-05 2024-05)
          DATE:2024-05-17,                => (date 2024-05-17 2024-05-17)
          date:2023-06..2024-05           => (date 2023-06 2024-05)
          date:..2020 a                   => (and (date - 2020) a)
          date:2020.. a                   => (and (date 2020 -) a)
          date:"2023 .. 2024"             => (date 2023 2024)
          date:(2020 OR 2022..)           => (or (date 2020 2020) (date 2022 -))
          -date:2024                      => (not (date 2024 2024))
          date:"last 6 months"            => (date 2026-05-24 2026-11-23)
          date:last-2-weeks               => (date 2026-11-10 2026-11-23)
          date:"Past 10 days"             => (date 2026-11-14 2026-11-23)
          date:"last 1 year"              => (date 2025-11-24 2026-11-23)
          date:"last year"                => (date 2025 2025)
          date:"this year"                => (date 2026 2026)
          date:"last month"               => (date 2026-10 2026-10)
          date:"this month"               => (date 2026-11 2026-11)
          date:"last week"                => (date 2026-11-16 2026-11-22)
          date:"this week"                => (date 2026-11-23 2026-11-29)
          added:yesterday                 => (added 2026-11-22 2026-11-22)
          added:today..                   => (added 2026-11-23 -)
          added:"last 999999 years"       => (added 0001-01-01 2026-11-23)
          page:12 water                   => (and (page 12 12) water)
          page:3..5                       => (page 3 5)
          page:5-3                        => (page 3 5)
          # names
          title:water                     => title:water
          TITLE:water                     => title:water
          title:"water wars"              => title:[water wars]
          title: water                    => title:water
          -title:water                    => (not title:water)
          title:(water OR food)           => (or title:water title:food)
          title:(water region:mali)       => (and title:water (region mali))
          title:AND                       => title:AND
          title:10:30                     => title:10:30
          issn:2785-2598 volume:42        => (and issn:2785-2598 volume:42)
          region:Kazakhstan               => (region kazakhstan)
          region:"Central Asia"           => (region central-asia)
          region:CENTRAL-ASIA             => (region central-asia)
          threat:(cyber OR climate)       => (or (threat cyber) (threat climate))
          mentions:Kazakhstan             => (mentions kazakhstan)
          MENTIONS:"Central Asia" -b      => (and (mentions central-asia) (not b))
          mentions:(mali OR terrorism)    => (or (mentions mali) (mentions terrorism))
          series:"Geopolitical Report"    => (series geopolitical-report)
          lang:RU type:PDF                => (and (lang ru) (type pdf))
          # what stays a word
          http://x.y/z?q=1                => http://x.y/z?q=1
          (https://x.org/a_(b))           => https://x.org/a_(b)
          10:30                           => 10:30
          AC/DC                           => AC/DC
          C++                             => C++
          report(s)                       => report(s)
          Who attacked Mali?              => (and Who attacked Mali)
          Mali - Niger                    => (and Mali Niger)
          Mali -> Niger                   => (and Mali Niger)
          R & D                           => (and R D)
          2020-2023                       => 2020-2023
          .NET                            => NET
          ☢ €5                            => (and ☢ €5)
          C:\\temp                        => C:\\temp
          foo:                            => foo
          OR:border                       => OR:border
          region:مالی؟                    => (region مالی)
          می‌خواهم                        => می‌خواهم
          """)
  void isUnderstoodWithoutARemark(String typed, String tree) {
    Query query = Query.of(typed, TODAY);
    assertEquals(tree, SExpression.of(query.clause()));
    assertEquals(List.of(), query.notices());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          "sleeper cells      => [sleeper cells]       => The quotation mark was never closed: searched for the phrase “sleeper cells”.
          a ""                => a                     => There is no word between the quotation marks: they were left out.
          a b"                => (and a b)             => There is no word behind the quotation mark: it was left out.
          "kaz* x"            => [kaz x]                => Between quotation marks a star stands for nothing: it was left out.
          (a b                => (and a b)             => A parenthesis was never closed: it was closed at the end.
          a) b                => (and a b)             => A closing parenthesis has no opening one: it was left out.
          a AND               => a                     => AND has nothing to work on: it was left out. In small letters it is an ordinary word.
          AND a               => a                     => AND has nothing to work on: it was left out. In small letters it is an ordinary word.
          a OR OR b           => (or a b)              => OR has nothing to work on: it was left out. In small letters it is an ordinary word.
          a AND OR b          => (or a b)              => AND has nothing to work on: it was left out. In small letters it is an ordinary word.
          a NOT               => a                     => NOT has nothing to work on: it was left out. In small letters it is an ordinary word.
          a &&                => a                     => “&&” has nothing to work on: it was left out.
          -()                 => (everything)          => “-” has nothing to work on: it was left out.
          title:              => (everything)          => Nothing to look for follows “title:”: it was left out.
          title:!!! OR a      => a                     => Nothing to look for follows “title:”: it was left out.~OR has nothing to work on: it was left out. In small letters it is an ordinary word.
          foo:bar             => (and foo bar)         => “foo” is not a field: searched for the words. The fields are title, summary, author, issn, volume, issue, region, threat, series, lang, type, mentions, date, added, page.
          -foo:"b c"          => (not (and foo [b c])) => “foo” is not a field: searched for the words. The fields are title, summary, author, issn, volume, issue, region, threat, series, lang, type, mentions, date, added, page.
          k*                  => k                     => A star needs at least two letters or digits before it: searched for the word “k”.
          a-b*                => a-b                   => A star needs at least two letters or digits before it: searched for the word “a-b”.
          *stan               => stan                  => A star or question mark cannot begin a word: searched for “stan”.
          mentions:kaz*       => (mentions kaz)        => A star has no effect behind “mentions:”.
          region:kaz*         => (region kaz)          => A star has no effect behind “region:”.
          *stan*              => (prefix stan)         => A star or question mark cannot begin a word: searched for “stan”.
          ?error              => error                 => A star or question mark cannot begin a word: searched for “error”.
          a*                  => a                     => A star needs at least two letters or digits before it: searched for the word “a”.
          C:/*x               => C:/*x                 => A star or question mark needs letters before it: searched for “C:/*x” as it stands.
          kaz*~               => (prefix kaz)          => “~” means nothing here: it was left out.
          un~                 => un                    => “~” needs a word of at least three letters: searched for “un” as it stands.
          terror~3            => (fuzzy terror 2)      => “~3” cannot be: words may differ in one letter or two. Searched with “~2”.
          iran~0.8            => (fuzzy iran 1)        => “~0.8” cannot be: words may differ in one letter or two. Searched with “~1”.
          region:mali~        => (region mali)         => “~” means nothing here: it was left out.
          "water"~8           => [water]               => “~8” is for several words between the quotation marks: it was left out.
          "a b"~99999         => (nearby [a b] 1000)   => “~99999” is too far: at most 1000 words may stand between.
          a NEAR/9999999999 b => (near a b 1000)       => “NEAR/9999999999” is too far: at most 1000 words may stand between.
          ="a b               => (verbatim [a b])      => The quotation mark was never closed: searched for the phrase “a b”.
          a =""               => a                     => There is no word between the quotation marks: they were left out.
          a NEAR/5            => a                     => NEAR/5 has nothing to work on: it was left out. In small letters it is an ordinary word.
          NEAR a              => a                     => NEAR has nothing to work on: it was left out. In small letters it is an ordinary word.
          a NEAR -b           => (and a (not b))       => NEAR has nothing to work on: it was left out. In small letters it is an ordinary word.
          a NEAR title:b      => (and a title:b)       => “NEAR” joins words, phrases and groups of OR in one field, 5 within each other at most: searched for both sides anywhere in a report.
          a NEAR region:mali  => (and a (region mali)) => “NEAR” joins words, phrases and groups of OR in one field, 5 within each other at most: searched for both sides anywhere in a report.
          a NEAR/2 (b c)      => (and a b c)           => “NEAR/2” joins words, phrases and groups of OR in one field, 5 within each other at most: searched for both sides anywhere in a report.
          titel:water         => (and titel water)     => “titel” is not a field (did you mean “title”?): searched for the words. The fields are title, summary, author, issn, volume, issue, region, threat, series, lang, type, mentions, date, added, page.
          date:soon a         => a                     => “soon” is no date: “date:” was left out. Dates are written 2024, 2024-05, 2024-05-31, 2023-06..2024-05 or "last 6 months".
          date:.. a           => a                     => “..” is no date: “date:” was left out. Dates are written 2024, 2024-05, 2024-05-31, 2023-06..2024-05 or "last 6 months".
          date:2024-02-31     => (date 2024-02-29 2024-02-29) => There is no “2024-02-31”: 2024-02-29 is used.
          date:2024..2020     => (date 2020 2024)      => “2024..2020” ends before it begins: the two were exchanged.
          page:x a            => a                     => “x” is no page: it was left out. Pages are written 12 or 12..14.
          page:0 a            => a                     => “0” is no page: it was left out. Pages are written 12 or 12..14.
          terror^2.5          => terror                => “^2.5” means nothing here: it was left out.
          !!!                 => (everything)          => There is no word to search for: every report is shown.
          *                   => (everything)          => There is no word to search for: every report is shown.
          """)
  void isRepairedWithARemark(String typed, String tree, String remarks) {
    Query query = Query.of(typed, TODAY);
    assertEquals(tree, SExpression.of(query.clause()));
    assertEquals(
        Stream.of(remarks.split("~(?=[A-Z])")).map(text -> new Notice("query", text)).toList(),
        told(query));
  }

  @Test
  void controlCharactersAndHalvesOfPairsAreIgnored() {
    Query query =
        Query.of("\u0000bor\u0007der\uD83D\t\u202Eslee\u00ADper\u00A0\u200FAND cells\uDE00 ");
    assertEquals("border sleeper AND cells", query.text());
    assertEquals("(and border sleeper cells)", SExpression.of(query.clause()));
    assertEquals(List.of(), query.notices());
  }

  @Test
  void whatIsBeyondTwoThousandCharactersIsCutAndTold() {
    Query query = Query.of("a".repeat(1999) + "\uD83D\uDE00bcd");
    assertEquals("a".repeat(1999), query.text());
    assertEquals(
        List.of(
            new Notice(
                "query",
                "Only the first 2000 characters of a search are read: the last 5 were left out.")),
        told(query));
    assertEquals(1999, Query.of("a ".repeat(1100)).text().length(), "ends between words");
  }

  @Test
  void wordsBeyondTwoHundredAndFiftySixAreCutAndTold() {
    Query query = Query.of("a ".repeat(255) + "OR (b OR (title:c d))");
    assertEquals("(or (and%s) b)".formatted(" a".repeat(255)), SExpression.of(query.clause()));
    assertEquals(
        List.of(
            new Notice(
                "query",
                "Only the first 256 words and phrases of a search are used: the last 2 were left"
                    + " out.")),
        told(query));
  }

  @Test
  void parenthesesBeyondFiftyAreLeftOutAndTold() {
    Query query = Query.of("(a OR ".repeat(200) + "b" + ")".repeat(200));
    assertEquals("(or" + " a".repeat(200) + " b)", SExpression.of(query.clause()));
    assertEquals(
        List.of(new Notice("query", "Parentheses within more than 50 others were left out.")),
        told(query));
    assertEquals("b", SExpression.of(Query.of("(".repeat(1000) + "b").clause()));
  }

  @Test
  void remarksDoNotFloodThePage() {
    String names =
        IntStream.range(0, 26)
            .mapToObj(i -> "f" + (char) ('a' + i) + ":x")
            .collect(Collectors.joining(" "));
    List<Notice> notices = Query.of(names).notices();
    assertEquals(9, notices.size());
    assertEquals("19 more remarks of this kind are not shown.", notices.getLast().text());
  }

  @Test
  void ofALongQueryNotEveryWordIsRequired() {
    Query query =
        Query.of("Who attacked the border posts of Tajikistan in 2019? lang:ru -maritime");
    assertEquals(
        "(and (some 2 attacked border posts Tajikistan 2019) (lang ru) (not maritime))",
        SExpression.of(query.clause()));
    assertEquals(
        List.of(
            "Not every word was required: reports with all of them come first.",
            "In a search of this length such words are not looked for: “Who”, “the”, “of”, “in”."),
        query.notices().stream().map(Notice::text).toList());
    assertEquals(
        "attacked AND border AND posts AND Tajikistan AND 2019 AND lang:ru AND NOT maritime",
        query.strict());
    assertEquals(List.of(), Query.of(query.strict()).notices());
    assertEquals("", Query.of(query.strict()).strict());
  }

  @Test
  void aFewWordsAreAllRequiredAndOperatorsAreTakenAtTheirWord() {
    for (String strict :
        List.of(
            "the border posts again",
            "a AND border posts of tajikistan attacked",
            "posts of tajikistan attacked OR raided",
            "title:(who attacked border posts tajikistan)",
            "\"who attacked the border posts\"",
            "to be or not to be")) {
      assertEquals("", Query.of(strict).strict(), strict);
    }
    assertEquals("(and Iran Syria)", SExpression.of(Query.of("is Iran in or by Syria").clause()));
    assertEquals(
        "(some 1 WHO border posts health)",
        SExpression.of(Query.of("the WHO and border posts on health").clause()));
  }

  @Test
  void someOfTheWordsCanBeAskedFor() {
    assertEquals(
        "(or (and (some 1 a b [c d]) e) f)",
        SExpression.of(Query.of("SOME (a b \"c d\") AND e OR f").clause()));
    assertEquals("a", SExpression.of(Query.of("SOME (a)").clause()));
    Query dangling = Query.of("a SOME b");
    assertEquals("(and a b)", SExpression.of(dangling.clause()));
    assertEquals(1, dangling.notices().size());
  }

  @Test
  void understoodNamesEveryOperator() {
    assertAll(
        () -> assertEquals("", Query.of("").understood()),
        () -> assertEquals("(a AND b) OR NOT c", Query.of("a b OR -c").understood()),
        () ->
            assertEquals(
                "title:kaz* AND NOT (\"x y\" OR region:central-asia)",
                Query.of("title:kaz* -(«x y» OR region:\"Central Asia\")").understood()),
        () -> assertEquals("type:\"a.b\"", Query.of("type:a.b").understood()));
  }

  @Test
  void relativeDatesAreSaidAsTheDaysTheyMeanToday() {
    assertEquals(
        "water AND date:2026-05-24..2026-11-23",
        Query.of("water date:\"last 6 months\"", TODAY).understood());
    assertEquals(
        "(added:2026-11-22 OR date:..2020) AND (terror* NEAR/10 border)",
        Query.of("(added:yesterday OR date:..2020) terror* NEAR border", TODAY).understood());
  }

  @Test
  void readAsWordsNoCharacterHasAMeaning() {
    Query query = Query.literal("NOT title:\"a  b\" - OR (c* ~");
    assertEquals("(and NOT title:\"a b\" OR (c*)", SExpression.of(query.clause()));
    assertEquals(List.of(), query.notices());
    assertEquals("(everything)", SExpression.of(Query.literal(" ... ").clause()));
    assertEquals("a", SExpression.of(Query.literal("a").clause()));
    assertEquals(2, Query.literal("a ".repeat(3000)).notices().size());
    assertNotEquals(Query.of("a"), Query.literal("a"));
  }

  @Test
  void queriesAreEqualWhenTheyAskTheSame() {
    assertEquals(Query.of("a".repeat(2000)), Query.of("a".repeat(2100)));
    assertEquals(Query.of("a  b ").hashCode(), Query.of("a b").hashCode());
    assertNotEquals(Query.of("a"), Query.of("b"));
  }

  @Test
  void anythingTypedIsUnderstood() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    for (int i = 0; i < 10_000; i++) {
      String typed = randomText(random);
      String about = "seed " + SEED + ", text " + i + ": " + escaped(typed);
      Query query;
      try {
        query = Query.of(typed);
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError(about, e);
      }
      assertTrue(query.text().length() <= Query.MAX_LENGTH, about);
      assertEquals(query, Query.of(query.text()), about);
      Clause again = QueryParser.parse(query.understood(), TODAY, new Remarks());
      assertEquals(query.clause(), again, () -> about + "\nunderstood " + query.understood());
      assertEquals(
          List.of(),
          query.notices().stream().filter(notice -> notice.text().isBlank()).toList(),
          about);
    }
  }

  static String randomText(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(random.nextInt(20) == 0 ? 400 : 16);
    for (int i = 0; i < pieces; i++) {
      text.append(
          random.nextInt(8) == 0
              ? Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1))
              : FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
    }
    return text.toString();
  }

  private static String escaped(String text) {
    return text.chars()
        .mapToObj(c -> c >= ' ' && c < 127 ? String.valueOf((char) c) : "\\u%04X".formatted(c))
        .collect(Collectors.joining());
  }

  /** What is said in English, whatever stands in it. */
  private static List<Notice> told(Query query) {
    return query.notices().stream().map(told -> new Notice(told.kind(), told.text())).toList();
  }
}
