package dossier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.search.Hit;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands around the text of a report to read it by. */
class ReadingDeskTest extends PortalCase {

  @Test
  void wordsAreFoundInOneReportWithoutLosingThoseOfTheSearch() throws Exception {
    String page = get("/r/border?q=border&lang=en&sort=oldest&find=list&hit=2").body();

    assertTrue(page.contains("<mark id=\"h2\" class=\"now\">list</mark>"), page);
    assertTrue(page.contains("<mark class=\"aside-m\">border</mark>"), page);
    assertFalse(page.contains("id=\"h4\""), "the border has no number now");
    assertTrue(page.contains("2 of 3"), page);
    assertTrue(page.contains("find=list&amp;hit=3#h3"), page);
    assertTrue(page.contains("<input type=\"hidden\" name=\"lang\" value=\"en\">"), page);
    assertTrue(page.contains("<input type=\"hidden\" name=\"q\" value=\"border\">"), page);
    assertFalse(page.contains("<input type=\"hidden\" name=\"find\""), page);
    assertTrue(page.contains("action=\"/r/border#h1\""), page);
    assertTrue(page.contains("href=\"/search?q=border&amp;lang=en&amp;sort=oldest\">Back"), page);
    assertTrue(page.contains("href=\"/r/border?q=border&amp;lang=en&amp;sort=oldest\""), page);
  }

  @Test
  void matchesOfTheSearchGiveWayToThoseFoundHere() {
    List<Spot> spots =
        Spot.of(
            List.of(new Hit.Mark(5, 8), new Hit.Mark(12, 14)),
            List.of(new Hit.Mark(0, 2), new Hit.Mark(4, 13), new Hit.Mark(13, 14)));

    assertEquals(
        List.of(
            new Spot(0, 2, 0),
            new Spot(4, 5, 0),
            new Spot(5, 8, 1),
            new Spot(8, 12, 0),
            new Spot(12, 14, 2)),
        spots);
  }

  @Test
  void theMapHasATickForEveryPlaceThatLeadsThere() throws Exception {
    String map = get("/r/border?q=border&find=list").body();
    map = map.substring(map.indexOf("<svg class=\"hitmap"), map.indexOf("<rect class=\"here\""));

    assertEquals(3, map.split("<a href=", -1).length - 1, map);
    assertTrue(map.contains("find=list&amp;hit=3#h3\" tabindex=\"-1\" data-n=\"3\""), map);
    assertTrue(map.contains("<title>Page 3, 1 match</title>"), map);
    assertTrue(map.contains("class=\"o\""), map);
  }

  @Test
  void theResultsBesideAreOneStepAwayAcrossTheirPages() throws Exception {
    String second = get("/r/border?q=border").body();
    String alone = get("/r/border?q=border&page=2&size=1").body();

    assertTrue(second.contains("Result 2 of 2"), second);
    assertTrue(second.contains("href=\"/r/water?q=border\" rel=\"prev\""), second);
    assertFalse(second.contains("rel=\"next\""), second);
    assertTrue(alone.contains("href=\"/r/water?q=border&amp;size=1\" rel=\"prev\""), alone);
    assertTrue(alone.contains("href=\"/search?q=border&amp;page=2&amp;size=1\">Back"), alone);
    assertFalse(get("/r/border").body().contains("Back to the results"));
    assertFalse(get("/r/undated?q=border").body().contains("Result "));
  }

  @Test
  void theOriginalStandsBesideTheTextInAFrameOfThePortalsOwn() throws Exception {
    HttpResponse<String> both = get("/r/border?q=border&view=both&hit=4");
    HttpResponse<String> text = get("/r/water?view=both");

    assertTrue(header(both, "content-security-policy").endsWith("; frame-src 'self'"));
    assertTrue(
        both.body().contains("<iframe class=\"beside no-p\" src=\"/r/border/original#page=3\""));
    assertTrue(both.body().contains("href=\"/r/border?q=border&amp;hit=4#h4\""), "the way back");
    assertTrue(
        header(get("/r/border/original"), "content-security-policy")
            .contains("frame-ancestors 'self'"));
    assertFalse(header(text, "content-security-policy").contains("frame-src"));
    assertFalse(text.body().contains("<iframe"), "only PDF has a viewer");
    assertTrue(
        header(get("/r/hostile/original"), "content-security-policy")
            .contains("frame-ancestors 'none'"));
  }

  @Test
  void everyPageOfAPdfOpensInTheOriginal() throws Exception {
    String page = get("/r/border?q=border&hit=4").body();

    assertTrue(page.contains("href=\"/r/border/original#page=2\""), page);
    assertTrue(page.contains("class=\"btn go\" href=\"/r/border/original#page=3\""), page);
    assertFalse(get("/r/water").body().contains("#page="));
  }

  @Test
  void sizeAndWidthStandInTheAddress() throws Exception {
    String page = get("/r/border?q=border&width=wide&text=huge&hit=2").body();
    String odd = get("/r/border?width=%22%3E&text=9&view=x&part=-1&p=0&hit=1e9").body();

    assertTrue(page.contains("data-width=\"wide\" data-text=\"huge\""), page);
    assertTrue(
        page.contains(
            "href=\"/r/border?q=border&amp;width=wide&amp;text=small&amp;hit=2#h2\" data-key"),
        page);
    assertTrue(odd.contains("data-width=\"normal\" data-text=\"normal\""), odd);
  }

  @Test
  void onPaperThereIsAnAddress() throws Exception {
    String address = "http://localhost:" + portal.port() + "/r/border";
    assertTrue(get("/r/border?q=border").body().contains("Dossier, " + address + ". Opened on "));
  }
}
