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
    assertTrue(page.contains("<li dir=\"auto\">a lorry</li>"), page);
    assertTrue(page.contains("<p class=\"furniture\" dir=\"auto\">Page 2 of 3</p>"), page);
    assertTrue(page.contains("href=\"/region/kazakhstan\">Kazakhstan</a>"), page);
    assertTrue(page.contains("“the kazakhstan” 3 times, pp. 1, 2"), page);
    assertTrue(page.contains("(estimated from the text)"), page);
    assertTrue(page.contains("ISSN 2785-2598"), page);
    assertFalse(page.contains("<mark"), page);
  }

  @Test
  void textOfAnotherLanguageSaysSoAndFindsItsOwnDirection() throws Exception {
    String page = get("/search?lang=ar").body();

    assertTrue(page.contains("<h2 lang=\"ar\" dir=\"auto\">"), page);
    assertTrue(get("/r/arabic").body().contains("<h1 lang=\"ar\" dir=\"auto\">"));
  }
}
