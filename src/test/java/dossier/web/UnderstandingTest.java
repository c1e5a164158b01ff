package dossier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What pages say about how a search was understood. */
class UnderstandingTest extends PortalCase {

  @Test
  void aRepairedSearchSaysSoAndLeadsToTheExactReading() throws Exception {
    String page = get("/search?q=border+AND&region=central-asia").body();

    assertTrue(page.contains("AND has nothing to work on"), page);
    assertTrue(page.contains("Understood as <code dir=\"auto\">border</code>"), page);
    assertTrue(
        page.contains(
            "<a href=\"/search?q=border+AND&amp;reading=literal&amp;region=central-asia\">"),
        page);
  }

  @Test
  void theExactReadingTakesEveryCharacterAsTextAndLeadsBack() throws Exception {
    String page = get("/search?q=border+AND&reading=literal").body();

    assertFalse(page.contains("nothing to work on"), page);
    assertTrue(page.contains("<a href=\"/search?q=border+AND\">Searched for the words"), page);
    assertTrue(page.contains("<input type=\"hidden\" name=\"reading\" value=\"literal\">"), page);
  }

  @Test
  void aPlainSearchIsNotExplainedUnlessAsked() throws Exception {
    String page = get("/search?q=border+cells").body();

    assertFalse(page.contains("Understood as"), page);
    assertFalse(page.contains("Why here"), page);
    assertTrue(page.contains("<a href=\"/search?q=border+cells&amp;explain=1\">Explain</a>"), page);
  }

  @Test
  void anExplainedSearchShowsItsTreeAndWhatEachPlaceIsMadeOf() throws Exception {
    String page = get("/search?q=border+cell&explain=1").body();
    String dated = get("/search?q=border+NOT+date:2020&explain=1").body();

    assertTrue(page.contains("all of"), page);
    assertTrue(page.contains("the word “border” in any form"), page);
    assertTrue(dated.contains("without"), dated);
    assertTrue(dated.contains("published in 2020"), dated);
    assertTrue(page.contains("<summary>Why here</summary>"), page);
    assertTrue(page.contains("(title 3.00, text 2.50)"), page);
    assertTrue(page.contains("0.50: how recent it is"), page);
    assertTrue(page.contains("4.00 in all"), page);
    assertTrue(page.contains(">Hide the explanation</a>"), page);
  }

  @Test
  void theHelpPageIsTheGuideWithItsSearchesAsLinks() throws Exception {
    HttpResponse<String> page = get("/help");

    assertEquals(200, page.statusCode(), page.body());
    assertTrue(page.body().contains("What can be typed into the search box</h1>"), page.body());
    assertTrue(
        page.body().contains("<a href=\"/search?q=border+water\"><code>border water</code></a>"),
        page.body());
    assertTrue(page.body().contains("<em>kaz</em>"), page.body());
    assertFalse(page.body().contains("|---"), page.body());
    assertTrue(get("/").body().contains("href=\"/help\""), "linked from every page");
  }
}
