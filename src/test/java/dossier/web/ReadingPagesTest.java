package dossier.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ReadingPagesTest extends PortalCase {

  @Test
  void theReadingViewMarksEveryMatchWithAnAnchorAndStepsWithoutScript() throws Exception {
    String page = get("/r/border?q=border&hit=2").body();

    assertTrue(page.contains("<mark id=\"h1\">border</mark>"), page);
    assertTrue(page.contains("<mark id=\"h2\" class=\"now\">border</mark>"), page);
    assertTrue(page.contains("<mark id=\"h4\">border</mark>"), page);
    assertFalse(page.contains("id=\"h5\""), page);
    assertTrue(page.contains("2 of 4"), page);
    assertTrue(page.contains("/r/border?q=border&amp;hit=3#h3"), page);
    assertTrue(page.contains("/r/border?q=border&amp;hit=1#h1"), page);
    assertTrue(page.contains("id=\"p3\""), page);
    assertTrue(page.contains("href=\"/search?q=border\">Back to the results"), page);
  }

  @Test
  void theReadingViewHasOutlineTableListFurnitureFactsAndEvidence() throws Exception {
    String page = get("/r/border").body();

    assertTrue(page.contains("<h2 id=\"s1\" dir=\"auto\">Three provinces</h2>"), page);
    assertTrue(page.contains("<h3 id=\"s2\" dir=\"auto\">What silence costs</h3>"), page);
    assertTrue(page.contains("<td dir=\"auto\">9 border posts</td>"), page);
    assertTrue(page.contains("<li id=\"t4\" dir=\"auto\">a lorry</li>"), page);
    assertTrue(page.contains("<p class=\"furniture\" dir=\"auto\">Page 2 of 3</p>"), page);
    assertTrue(page.contains("href=\"/region/kazakhstan\">Kazakhstan</a>"), page);
    assertTrue(page.contains("(estimated from the text)"), page);
    assertTrue(page.contains("ISSN 2785-2598"), page);
    assertFalse(page.contains("<mark"), page);
  }

  @Test
  void aLabelOpensToItsWordsWithLinksToThePassagesTheyStandIn() throws Exception {
    String page = get("/r/border?q=cells").body();
    String text = page.replaceAll("<[^>]*>", "").replaceAll("\\s+", " ");

    assertTrue(
        text.contains(
            "sleeper cells: 6 times, in the title and on pages 1 to 3dormant: 2 times,"
                + " on pages 1 and 3the border: once, in the title"),
        text);
    assertTrue(text.contains("Sleeper cells: 9 times"), "the sum for those who only hear it");
    assertTrue(page.contains("in the <a href=\"#title\">title</a>"), page);
    assertTrue(page.contains("<h1 id=\"title\""), page);
    assertTrue(page.contains("<a href=\"#p1\" aria-label=\"page 1\">1</a>"), page);
    assertTrue(page.contains("<a href=\"#t8\" aria-label=\"page 3\">3</a>"), page);
    assertTrue(page.contains("<p id=\"t8\" dir=\"auto\">A dormant list"), page);
    assertTrue(text.contains("Terrorismset by hand"), text);
    assertTrue(text.contains("Kazakhstan: set by hand, found 3 times"), text);
  }

  @Test
  void withoutPagesTheWordsLeadToTheFirstPassageThatHoldsThem() throws Exception {
    String page = get("/r/water").body();

    assertTrue(page.contains("<p id=\"t1\" dir=\"auto\">Water and border canals.</p>"), page);
    assertTrue(page.contains("canals</bdi>: 2 times, in the <a href=\"#t1\">text</a>"), page);
    assertTrue(page.contains("the uzbekistan</bdi>: 3 times, in the text<"), page);
  }

  @Test
  void whatStandsAboveALabelIsNoMereMention() throws Exception {
    String page = get("/r/border").body();
    String mentions = page.substring(page.indexOf("<dt>Mentions</dt>"));

    assertTrue(page.contains("<dt>Region</dt>"), page);
    assertTrue(mentions.contains("href=\"/region/mali\""), page);
    assertFalse(mentions.contains("href=\"/region/central-asia\""), page);
    assertTrue(
        page.indexOf("href=\"/region/kazakhstan\"") < page.indexOf("href=\"/region/central-asia\""),
        page);
  }

  @Test
  void textOfAnotherLanguageSaysSoAndFindsItsOwnDirection() throws Exception {
    String page = get("/search?lang=ar").body();

    assertTrue(page.contains("<h2 lang=\"ar\" dir=\"auto\">"), page);
    assertTrue(get("/r/arabic").body().contains("<h1 id=\"title\" lang=\"ar\" dir=\"auto\">"));
  }
}
