package dossier.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dossier.web.Portal;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a reader comes for: from a question to the passage that answers it, and to the original. */
@ExtendWith(Stage.Door.class)
class JourneyTest {

  private final Stage stage;

  JourneyTest(Stage stage) {
    this.stage = stage;
  }

  @Test
  void aReaderComesFromAQuestionToThePassageAndTheOriginal() {
    try (Visit visit = stage.visit()) {
      Page page = visit.open(stage.at("/"));
      toThePassage(page);
      inView(page, page.locator("mark.now"));
      PlaywrightAssertions.assertThat(page.locator("#pos"))
          .hasText(Pattern.compile("\\d+ of \\d+"));
      String first = page.locator("#pos").textContent();
      page.locator("[data-hit='1']").click();
      PlaywrightAssertions.assertThat(page.locator("#pos")).not().hasText(first);
      String second = page.locator("#pos").textContent();
      inView(page, page.locator("mark.now"));
      page.keyboard().press("n");
      PlaywrightAssertions.assertThat(page.locator("#pos")).not().hasText(second);
      page.keyboard().press("Shift+N");
      PlaywrightAssertions.assertThat(page.locator("#pos")).hasText(second);
      assertEquals(1, page.locator("mark.now").count());
      original(page);
      assertEquals(List.of(), visit.trouble);
    }
  }

  @Test
  void theSameJourneyNeedsNoScript() {
    Browser.NewContextOptions plain = new Browser.NewContextOptions().setJavaScriptEnabled(false);
    try (Visit visit = stage.visit(plain.setViewportSize(1440, 1000))) {
      Page page = visit.open(stage.at("/"));
      toThePassage(page);
      PlaywrightAssertions.assertThat(page.locator("mark:target")).isInViewport();
      String before = page.url();
      page.locator("[data-hit='1']").click();
      page.waitForURL(url -> !url.equals(before));
      PlaywrightAssertions.assertThat(page.locator("mark.now")).isInViewport();
      PlaywrightAssertions.assertThat(page.locator("#pos"))
          .hasText(Pattern.compile("\\d+ of \\d+"));
      original(page);
      assertEquals(List.of(), visit.trouble);
    }
  }

  @Test
  void aReaderFindsOtherWordsAndGoesOnToTheNextResultByKeys() {
    try (Visit visit = stage.visit()) {
      Page page = visit.open(stage.firstResult("/search?q=%22sleeper+cells%22+border&type=pdf"));
      page.keyboard().press("f");
      PlaywrightAssertions.assertThat(page.locator("#find")).isFocused();
      page.keyboard().type("group");
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile(".*find=group.*"));
      PlaywrightAssertions.assertThat(page.locator("mark.now"))
          .hasText(Pattern.compile("[Gg]roup.*"));
      inView(page, page.locator("mark.now"));
      assertTrue(
          page.locator("mark.aside-m").count() > 0, "the words of the search are marked too");
      page.locator(".hitmap a").last().click();
      PlaywrightAssertions.assertThat(page.locator("#pos"))
          .hasText(Pattern.compile("(\\d+) of \\1"));
      page.locator("#main").press("]");
      PlaywrightAssertions.assertThat(page.locator(".ways").first()).containsText("Result 2 of");
      PlaywrightAssertions.assertThat(page.locator("#find")).hasValue("");
      assertEquals(List.of(), visit.trouble);
    }
  }

  @Test
  void aVeryLongReportGoesOnWhileOneScrolls() {
    try (Visit visit = stage.visit()) {
      Page page = visit.open(stage.at("/r/" + Archives.LONG + "#p900"));
      PlaywrightAssertions.assertThat(page.locator("#p900")).isInViewport();
      int pages = page.locator(".page").count();
      assertTrue(pages < 400, pages + " pages at once");
      page.keyboard().press("End");
      PlaywrightAssertions.assertThat(page.locator(".onward.before")).hasCount(1);
      page.waitForCondition(() -> page.locator(".page").count() > pages);
      PlaywrightAssertions.assertThat(page.locator(".page[id]").last())
          .not()
          .hasAttribute("id", "p900");
      page.locator("[data-more=before]").click();
      page.waitForCondition(
          () -> page.locator("#p600").count() + page.locator("#p700").count() > 0);
      List<?> ids =
          (List<?>) page.evaluate("[...document.querySelectorAll('.page')].map(e => e.id)");
      assertEquals(ids.stream().distinct().toList(), ids, "no page stands twice");
      assertEquals(List.of(), visit.trouble);
    }
  }

  @Test
  void sizeAndWidthAreRememberedForTheNextReport() {
    try (Visit visit = stage.visit()) {
      Page page = visit.open(stage.firstResult("/search?q=border"));
      page.locator(".sizes summary").click();
      page.locator("[data-value=huge]").click();
      page.navigate(stage.firstResult("/search?lang=fr"));
      assertEquals("huge", page.locator("html").getAttribute("data-text"));
      assertEquals("26px", page.locator(".doc").evaluate("e => getComputedStyle(e).fontSize"));
    }
  }

  @Test
  void theRunUnderWayIsToldWithoutAVisit() {
    try (Visit visit = stage.visit()) {
      Page page = visit.open(Stage.address(stage.archives.reading, "/status"));
      PlaywrightAssertions.assertThat(page.locator("#running")).isVisible();
      int before = stage.archives.done.get();
      stage.archives.done.set(before + 7);
      PlaywrightAssertions.assertThat(page.locator("[data-run=doneWords]"))
          .hasText(Integer.toString(before + 7));
      assertEquals(before + 7, page.locator("#running progress").evaluate("e => e.value"));
    }
  }

  @Test
  void whenThePortalCannotBeReachedItsOwnPageSaysSo() throws Exception {
    Portal other = stage.archives.another();
    try (other;
        Visit visit = stage.visit()) {
      Page page = visit.open(Stage.address(other, "/browse"));
      page.evaluate("navigator.serviceWorker.ready.then(() => 0)");
      String address = Stage.address(other, "/search?q=border");
      other.close();
      page.navigate(address);
      PlaywrightAssertions.assertThat(page.locator("h1")).hasText("The portal cannot be reached");
      assertEquals(address, page.url());
    }
  }

  @Test
  void filtersAreAppliedFromTheKeyboardAlone() {
    try (Visit visit = stage.visit()) {
      Page page = visit.open(stage.at("/search?q=border"));
      page.keyboard().press("/");
      PlaywrightAssertions.assertThat(page.locator(".band .search input")).isFocused();
      tabTo(page, ".rail input[value='central-asia']");
      page.keyboard().press("Space");
      tabTo(page, ".rail .apply button");
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile(".*region=central-asia.*"));
      page.keyboard().press("/");
      tabTo(page, ".hit h2 a");
      assertTrue(outlined(page), "the focused result shows no outline");
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile(".*/r/.*"));
    }
  }

  @Test
  void resultsAreWalkedWithLetters() {
    try (Visit visit = stage.visit()) {
      Page page = visit.open(stage.at("/search?q=border"));
      page.keyboard().press("j");
      page.keyboard().press("j");
      PlaywrightAssertions.assertThat(page.locator(".hit h2 a").nth(1)).isFocused();
      page.keyboard().press("k");
      PlaywrightAssertions.assertThat(page.locator(".hit h2 a").first()).isFocused();
      page.keyboard().press("?");
      PlaywrightAssertions.assertThat(page.locator("#help")).isVisible();
      page.keyboard().press("Escape");
      PlaywrightAssertions.assertThat(page.locator("#help")).isHidden();
    }
  }

  @Test
  void theSkipLinkComesFirst() {
    try (Visit visit = stage.visit()) {
      Page page = visit.open(stage.at("/browse"));
      page.keyboard().press("Tab");
      PlaywrightAssertions.assertThat(page.locator(".skip")).isFocused();
      PlaywrightAssertions.assertThat(page.locator(".skip")).isInViewport();
      page.keyboard().press("Enter");
      PlaywrightAssertions.assertThat(page.locator("#main")).isFocused();
    }
  }

  private static void toThePassage(Page page) {
    page.locator(".hero input[name=q]").fill("\"sleeper cells\" border");
    page.locator(".hero input[name=q]").press("Enter");
    page.locator(".rail .value a", named("Central Asia")).first().click();
    PlaywrightAssertions.assertThat(page.locator(".chip")).containsText("Central Asia");
    Page.LocatorOptions paged = new Page.LocatorOptions().setHasText(Pattern.compile("p\\. \\d+"));
    Locator link = page.locator(".hit .snips a.pg[href*='hit=']", paged).last();
    String number = link.textContent().replaceFirst("(?s)^\\s*p\\. (\\d+).*", "$1");
    link.click();
    page.waitForURL(Pattern.compile(".*/r/.*#.*"));
    assertTrue(page.locator(".doc mark").count() > 1, "the words of the query are not marked");
    Locator target = page.locator(".page:has(mark:target)");
    assertEquals("p" + number, target.getAttribute("id"), "the snippet's page is not the match's");
  }

  private static Page.LocatorOptions named(String words) {
    return new Page.LocatorOptions().setHasText(words);
  }

  private static void inView(Page page, Locator mark) {
    PlaywrightAssertions.assertThat(mark).isInViewport();
    Object covered =
        mark.evaluate(
            """
            m => { const b = m.getBoundingClientRect();
              return document.elementFromPoint(b.x + b.width / 2, b.y + b.height / 2) !== m }
            """);
    assertEquals(false, covered, "something covers the match at " + page.url());
  }

  private static void original(Page page) {
    Locator link = page.locator(".rep-h a.go");
    // A click on a PDF opens the browser's own viewer; asked to save it, every format is the same.
    link.evaluate("a => a.setAttribute('download', '')");
    Download download = page.waitForDownload(() -> link.press("Enter"));
    assertEquals(null, download.failure());
    assertTrue(download.suggestedFilename().contains("."), download.suggestedFilename());
  }

  private static void tabTo(Page page, String selector) {
    for (int i = 0; i < 200; i++) {
      page.keyboard().press("Tab");
      if (page.locator(selector + ":focus").count() > 0) {
        return;
      }
    }
    throw new AssertionError("200 tabs did not reach " + selector);
  }

  private static boolean outlined(Page page) {
    Object width = page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle");
    return "solid".equals(width);
  }
}
