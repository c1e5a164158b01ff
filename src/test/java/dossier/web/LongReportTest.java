package dossier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.archive.Location;
import dossier.report.Report;
import dossier.text.Passage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A report of 600 pages, and as much text without pages. */
class LongReportTest extends PortalCase {

  private static final int PAGES = 600;

  @Test
  void everyPageAndEveryWordIsInExactlyOnePart() throws Throwable {
    at(
        paged(),
        () -> {
          List<String> parts = all("/r/long?q=border");
          assertTrue(parts.size() > 4, parts.size() + " parts");
          String whole = String.join("", parts);
          assertEquals(numbers(1, PAGES), found("<section class=\"page\" id=\"p(\\d+)\"", whole));
          assertEquals(numbers(0, PAGES - 1), found("of paragraph (\\d+)\\.", whole));
          assertEquals(numbers(1, PAGES), found("<mark id=\"h(\\d+)\"", whole));
          for (String part : parts) {
            assertTrue(part.length() < 500_000, "a part has " + part.length() + " characters");
          }
        });
  }

  @Test
  void textWithoutPagesIsInPartsToo() throws Throwable {
    at(
        portal(report(1)),
        () -> {
          List<String> parts = all("/r/long");
          assertTrue(parts.size() > 4, parts.size() + " parts");
          String whole = String.join("", parts);
          assertEquals(List.of(1), found("id=\"p(\\d+)\"", whole), "an anchor stands once");
          assertEquals(numbers(0, PAGES - 1), found("of paragraph (\\d+)\\.", whole));
          assertTrue(parts.getFirst().contains("Go on: part 2 of " + parts.size()));
        });
  }

  @Test
  void aMatchAPageAndAHeadingOpenThePartTheyStandIn() throws Throwable {
    at(
        paged(),
        () -> {
          String match = get("/r/long?q=border&hit=400").body();
          assertTrue(match.contains("<mark id=\"h400\" class=\"now\">"), match);
          assertTrue(match.contains("id=\"p400\""), match);
          assertFalse(match.contains("id=\"p1\""), match);
          assertTrue(get("/r/long?p=555").body().contains("id=\"p555\""));
          assertTrue(get("/r/long?part=99999&hit=99999").body().contains("id=\"p" + PAGES + "\""));
          String first = get("/r/long").body();
          String heading = first(first, "href=\"(/r/long\\?part=\\d+#s6)\"");
          assertTrue(get(heading.replaceAll("#.*", "")).body().contains("id=\"s6\""), heading);
          assertTrue(first.contains("href=\"#s1\""), first);
        });
  }

  @Test
  void aReportOfUsualLengthIsWhole() throws Exception {
    String page = get("/r/border").body();

    assertFalse(page.contains("data-more"), page);
    assertEquals(List.of(1, 2, 3), found("<section class=\"page\" id=\"p(\\d+)\"", page));
  }

  private Portal paged() {
    return portal(report(PAGES));
  }

  private Portal portal(Report report) {
    FakeEngine one = new FakeEngine(Shelf.vocabularies(), List.of(report));
    return Portal.start(
        PortalSettings.local(0), one, Shelf::vocabularies, PortalCase::original, desk);
  }

  /** The text of all parts, as one comes from each to the next. */
  private List<String> all(String address) throws Exception {
    List<String> parts = new ArrayList<>();
    String next = address;
    while (!next.isEmpty()) {
      String page = get(next).body();
      int text = page.indexOf("<div class=\"doc\"");
      parts.add(page.substring(text, page.indexOf("<aside", text)));
      next = first(page, "href=\"([^\"]*)\" data-more=\"after\"").replace("&amp;", "&");
    }
    return parts;
  }

  private static String first(String page, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(page);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static List<Integer> found(String pattern, String page) {
    return Pattern.compile(pattern)
        .matcher(page)
        .results()
        .map(one -> Integer.valueOf(one.group(1)))
        .toList();
  }

  private static List<Integer> numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).boxed().toList();
  }

  private static Report report(int pages) {
    List<Passage> text = new ArrayList<>();
    String filling = "and on and on ".repeat(150);
    for (int i = 0; i < PAGES; i++) {
      int page = pages == 1 ? 1 : i + 1;
      if (i % 100 == 0) {
        text.add(new Passage(Passage.Kind.HEADING, 1, page, "Chapter " + (i / 100 + 1)));
      }
      String words = "The border " + filling + "to the end of paragraph " + i + ".";
      text.add(new Passage(Passage.Kind.PARAGRAPH, 0, page, words));
    }
    return new Report(
        "long",
        new Location("long.pdf"),
        "ab".repeat(32),
        1000,
        "application/pdf",
        "A long report",
        null,
        null,
        List.of(),
        "en",
        "",
        pages > 1,
        pages,
        text,
        List.of(),
        List.of(),
        null,
        null,
        0,
        Instant.EPOCH);
  }
}
