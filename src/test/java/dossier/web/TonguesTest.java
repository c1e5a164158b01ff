package dossier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TonguesTest extends PortalCase {

  private Document page(String path, String... headers) throws Exception {
    return Jsoup.parse(get(path, headers).body());
  }

  private static String lang(Document page) {
    return page.selectFirst("html").attr("lang");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "-  | -     | -                            | en-GB",
        "fr | ui=ru | ru                           | fr",
        "-  | ui=ru | fr                           | ru",
        "-  | -     | fr-CA,fr;q=0.8,en;q=0.5      | fr",
        "-  | -     | de, ru;q=0.4, fr;q=0.7       | fr",
        "-  | -     | ru;q=0, fr;q=0.1             | fr",
        "-  | -     | en-US,en;q=0.9,ru;q=0.8      | en-GB",
        "-  | -     | tr-TR                        | en-GB",
        "-  | -     | *                            | en-GB",
        "-  | -     | ;;q=x                        | en-GB",
        "xx | ui=xx | ru                           | ru",
        "FR | -     | -                            | fr",
      })
  void theAddressWinsThenWhatWasAskedBeforeThenTheBrowserThenEnglish(
      String asked, String cookie, String liked, String lang) throws Exception {
    Stream<String> headers =
        Stream.concat(
            cookie == null ? Stream.of() : Stream.of("Cookie", cookie),
            liked == null ? Stream.of() : Stream.of("Accept-Language", liked));
    String path = "/browse" + (asked == null ? "" : "?ui=" + asked);
    HttpResponse<String> answer = get(path, headers.toArray(String[]::new));

    assertEquals(lang, lang(Jsoup.parse(answer.body())));
    assertEquals(lang, header(answer, "Content-Language"));
    assertEquals("Accept-Encoding, Accept-Language, Cookie", header(answer, "Vary"));
  }

  @Test
  void aLanguageThatWasAskedForIsKept() throws Exception {
    String cookie = header(get("/?ui=fr"), "Set-Cookie");

    assertTrue(cookie.startsWith("ui=fr;"), cookie);
    for (String part : List.of("Path=/", "HttpOnly", "SameSite=Lax", "Max-Age=31536000")) {
      assertTrue(cookie.contains(part), cookie);
    }
    assertFalse(keeps(get("/?ui=xx")), "nothing to keep");
    assertFalse(keeps(get("/", "Accept-Language", "fr")), "nobody asked");
  }

  private static boolean keeps(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream().anyMatch(set -> set.startsWith("ui="));
  }

  @Test
  void everyPageLeadsToItselfInTheOtherLanguages() throws Exception {
    Document page = page("/search?q=border&from=2019&ui=fr");

    assertEquals(
        List.of("en-GB English", "fr Français", "ru Русский"),
        page.select(".tongues a").stream()
            .map(link -> link.attr("lang") + " " + link.text())
            .toList());
    assertEquals(
        "/search?q=border&from=2019&ui=ru", page.select(".tongues a[hreflang=ru]").attr("href"));
    assertEquals("Français", page.select(".tongues a[aria-current]").text());
    Document browse = page("/browse?ui=ru");
    assertTrue(browse.select("link[rel=canonical]").attr("href").endsWith("/browse"));
    assertEquals(3, browse.select("link[rel=alternate][hreflang]").size());
    assertEquals("", browse.select("meta[name=robots]").attr("content"), "a page of its own");
    Document report = page("/r/border?ui=ru");
    assertTrue(report.select("link[rel=canonical]").attr("href").endsWith("/r/border"));
    assertEquals(1, report.select("link[rel=canonical]").size());
    assertEquals("/nowhere?ui=ru", page("//nowhere").select(".tongues a").last().attr("href"));
  }

  @ParameterizedTest
  @CsvSource({
    "/search, ru, 5 отчётов",
    "/search?region=kazakhstan, ru, 1 отчёт",
    "/search, fr, 5 rapports"
  })
  void reportsAreCountedByTheRulesOfTheLanguage(String path, String ui, String count)
      throws Exception {
    Document page = page(path, "Cookie", "ui=" + ui);

    assertEquals(count, page.selectFirst("h1").ownText());
    assertTrue(page.title().contains(count), page.title());
  }

  @Test
  void everyNumberHasItsRussianForm() {
    Tongue russian = new Tongues(new WebFiles(null)).all().getLast();
    assertEquals("ru", russian.id());
    assertEquals(
        List.of("1 отчёт", "2 отчёта", "5 отчётов", "11 отчётов", "21 отчёт", "1\u00a0002 отчёта"),
        Stream.of(1, 2, 5, 11, 21, 1002).map(n -> russian.say("count.reports", "n", n)).toList());
  }

  @Test
  void labelsDatesAndRemarksAreInTheLanguageOfThePage() throws Exception {
    String remark = page("/search?q=border+AND&ui=fr").select(".notice").text();
    assertTrue(remark.contains("AND ne porte sur rien"), remark);
    Document french = page("/search?ui=fr");
    String text = french.text();
    assertTrue(text.contains("Arabe"), "languages by their French names: " + text);
    assertTrue(french.select(".src time").eachText().contains("mai 2024"), text);
    assertTrue(page("/search?ui=ru").text().contains("Казахстан"), "a label by its name");
    String none = page("/search?q=border&region=mali&ui=ru").text();
    assertTrue(none.contains("Также упоминания региона или угрозы"), none);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/search",
        "/search?q=border+AND&explain=1",
        "/search?q=xyzzy",
        "/search/region",
        "/browse",
        "/trends?q=border",
        "/status",
        "/region/mali",
        "/threat/terrorism",
        "/year/2024",
        "/r/border?q=cells",
        "/r/water",
        "/r/border/cite?page=2",
        "/nowhere"
      })
  void noSentenceIsMissingOnAnyPage(String path) throws Exception {
    for (String ui : List.of("en", "ru", "fr")) {
      Document page = page(path, "Cookie", "ui=" + ui);
      String html = page.select("body").outerHtml();
      for (String key : new WebFiles(null).messages("en").keySet()) {
        boolean shown = html.contains(">" + key + "<") || html.contains("\"" + key + "\"");
        assertFalse(shown && key.contains("."), ui + " " + key);
      }
      assertFalse(page.text().matches("(?s).*[{}].*"), ui + " " + page.text());
    }
  }

  @Test
  void whatIsReadByProgramsIsInEnglish() throws Exception {
    String[] french = {"Cookie", "ui=fr", "Accept-Language", "fr"};
    String json = get("/search.json?q=border+AND", french).body();
    assertTrue(json.contains("AND has nothing to work on"), json);
    assertFalse(json.contains("\"key\""), json);
    assertEquals(
        get("/search.atom?q=border").headers().firstValue("ETag"),
        get("/search.atom?q=border", french).headers().firstValue("ETag"));
    assertEquals(get("/trends.csv").body(), get("/trends.csv", french).body());
    String suggested = get("/suggest.json?q=mal", french).body();
    assertTrue(
        suggested.contains("\"note\":\"Région\"") || !suggested.contains("region"), suggested);
    assertTrue(get("/sw.js", french).body().contains("Le portail est injoignable"));
  }

  @Test
  void hostileTextInASentenceStaysText() throws Exception {
    Document page = page("/search/region?q=%3Cimg+src%3Dx%3E%EE%80%80&ui=fr");

    assertEquals(0, page.select("img").size());
    assertTrue(page.select(".head bdi").text().contains("<img src=x>"), page.text());
  }

  @Test
  void aFileInTheFolderIsALanguageAtOnce(@TempDir Path folder) throws Throwable {
    copy(Path.of("web"), folder);
    PortalSettings usual = PortalSettings.local(0);
    PortalSettings live =
        new PortalSettings(
            usual.host(), usual.port(), usual.publicUrl(), usual.title(), usual.corpus(), folder);
    Portal other = Portal.start(live, engine, Shelf::vocabularies, PortalCase::original, desk);
    at(
        other,
        () -> {
          assertEquals("en-GB", lang(page("/browse?ui=de")));
          Files.writeString(
              folder.resolve("messages/de.properties"), "browse.title = Stöbern <b>\n");
          Document german = page("/browse?ui=de");
          assertEquals("de", lang(german));
          assertEquals("Stöbern <b>", german.selectFirst("h1").text());
          assertEquals("Deutsch", german.select(".tongues a[aria-current]").text());
          assertTrue(german.text().contains("Region by threat type"), "English where it is silent");
        });
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
