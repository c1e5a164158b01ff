package dossier.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two versions of a report, and a query that was repaired, as a reader meets them. */
@ExtendWith(Stage.Door.class)
class VersionsTest {

  private final Stage stage;

  VersionsTest(Stage stage) {
    this.stage = stage;
  }

  @Test
  void aRevisedReportIsOneHitWithItsVersionsAndWhatDiffers() {
    try (Visit visit = visit()) {
      Page page = visit.open(stage.at("/search?q=" + TwoVersions.PLACE));
      PlaywrightAssertions.assertThat(page.locator(".hit")).hasCount(1);
      PlaywrightAssertions.assertThat(page.locator(".tools h1")).containsText("2 reports");
      assertClean(page);
      Locator versions = page.locator(".hit .side a");
      PlaywrightAssertions.assertThat(versions).containsText("2 versions");
      versions.click();
      Locator shelf = page.locator("#versions");
      PlaywrightAssertions.assertThat(shelf).isInViewport();
      assertClean(page);
      shelf.getByText("what differs").click();
      PlaywrightAssertions.assertThat(page.locator(".diff del")).hasText("eleven");
      PlaywrightAssertions.assertThat(page.locator(".diff ins")).hasText("fourteen");
      assertClean(page);
      assertEquals(List.of(), visit.trouble);
    }
  }

  @Test
  void noVersionIsHiddenWithoutATrace() {
    try (Visit visit = visit()) {
      String search = stage.at("/search?q=" + TwoVersions.PLACE);
      Page page = visit.open(search);
      page.getByText("Show every report by itself").click();
      page.waitForURL(search + "&versions=all");
      PlaywrightAssertions.assertThat(page.locator(".hit")).hasCount(2);
      PlaywrightAssertions.assertThat(page.locator(".hit h2").first()).containsText("Kupalsk");
      String feed = page.request().get(stage.at("/search.atom?q=" + TwoVersions.PLACE)).text();
      assertEquals(2, feed.split("<entry ", -1).length - 1, feed);
      String table = page.request().get(stage.at("/search.csv?q=" + TwoVersions.PLACE)).text();
      assertTrue(table.contains("draft"), table);
      assertEquals(List.of(), visit.trouble);
    }
  }

  @Test
  void theVersionsOfAHitAreSeenOnASmallScreenAndInACloseList() {
    try (Visit visit = visit()) {
      visit.page.setViewportSize(360, 740);
      Page page = visit.open(stage.at("/search?q=" + TwoVersions.PLACE));
      PlaywrightAssertions.assertThat(page.locator(".hit .side a")).isVisible();
      PlaywrightAssertions.assertThat(page.locator(".hit .side").getByText("Format")).isHidden();
      assertClean(page);
      page.setViewportSize(1440, 1000);
      page.locator(".hits").evaluate("list => list.classList.add('close')");
      PlaywrightAssertions.assertThat(page.locator(".hit .side a")).isVisible();
      PlaywrightAssertions.assertThat(page.locator(".hit .side").getByText("Format")).isHidden();
    }
  }

  @Test
  void aRepairedQuerySaysHowItWasReadAndTheExactReadingIsOneClickAway() {
    try (Visit visit = visit()) {
      Page page = visit.open(stage.at("/search?q=(border+OR+%22water"));
      PlaywrightAssertions.assertThat(page.locator(".notice").first()).isVisible();
      PlaywrightAssertions.assertThat(page.locator(".notice.muted")).containsText("Understood as");
      assertTrue(page.locator(".hit").count() > 0, "nothing found");
      assertClean(page);
      page.getByText("Search for exactly these words instead").click();
      page.waitForURL("**/search?q=*reading=literal");
      PlaywrightAssertions.assertThat(page.locator("main #q")).hasValue("(border OR \"water");
      PlaywrightAssertions.assertThat(page.getByText("Read operators again")).isVisible();
      assertClean(page);
      assertEquals(List.of(), visit.trouble);
    }
  }

  private Visit visit() {
    return stage.visit(
        new Browser.NewContextOptions().setViewportSize(1440, 1000).setBypassCSP(true));
  }

  private static void assertClean(Page page) {
    assertEquals(
        List.of(),
        new AxeBuilder(page)
            .setLegacyMode(true).analyze().getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                .toList());
  }
}
