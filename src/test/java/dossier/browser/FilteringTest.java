package dossier.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Choosing among results in place: the page stays, what it says changes. */
@ExtendWith(Stage.Door.class)
class FilteringTest {

  private static final String CENTRAL_ASIA = ".rail input[value='central-asia']";

  private final Stage stage;

  FilteringTest(Stage stage) {
    this.stage = stage;
  }

  @Test
  void aFilterChangesResultsCountsTitleAndAddressAndTheBackButtonUndoesIt() {
    try (Visit visit = stage.visit()) {
      Page page = visit.open(stage.at("/search?q=border"));
      page.evaluate("document.body.dataset.same = 'yes'");
      String title = page.title();
      String count = page.locator("#results h1").textContent();
      page.locator(CENTRAL_ASIA).focus();
      page.keyboard().press("Space");
      assertThat(page.locator(".chip")).containsText("Central Asia");
      assertThat(page).hasURL(Pattern.compile(".*region=central-asia$"));
      assertThat(page.locator(CENTRAL_ASIA)).isFocused();
      assertThat(page.locator("body > [role=status]")).hasText(Pattern.compile("\\d+ reports?"));
      assertTrue(!page.title().equals(title), "the title stayed");
      page.goBack();
      assertThat(page.locator(".chip")).hasCount(0);
      assertThat(page).hasTitle(title);
      assertEquals(number(count), number(page.locator("#results h1").textContent()));
      assertEquals("yes", page.evaluate("document.body.dataset.same"), "the page was loaded anew");
      assertEquals(List.of(), visit.trouble);
    }
  }

  @Test
  void twoQuickChoicesAreBothKept() {
    try (Visit visit = stage.visit()) {
      Page page = visit.open(stage.at("/search"));
      page.evaluate(
          """
          () => ['en', 'fr'].forEach(lang =>
            document.querySelector(`.rail input[name=lang][value=${lang}]`).click())
          """);
      assertThat(page).hasURL(Pattern.compile(".*lang=en&lang=fr.*"));
      assertThat(page.locator(".chip")).hasCount(2);
    }
  }

  @Test
  void theHandlesOfTheDatesMoveFromAndTo() {
    try (Visit visit = stage.visit()) {
      Page page = visit.open(stage.at("/search"));
      Locator low = page.locator(".brush input").first();
      low.focus();
      page.keyboard().press("ArrowRight");
      assertThat(page).hasURL(Pattern.compile(".*from=\\d{4}&to=\\d{4}.*"));
      assertThat(page.locator(".chip")).containsText("to");
      assertThat(page.locator(".brush input").first()).isFocused();
      assertEquals(List.of(), visit.trouble);
    }
  }

  @Test
  void theKeyboardAloneLeadsFromTheSearchToTheOriginal() {
    try (Visit visit = stage.visit()) {
      Page page = visit.open(stage.at("/"));
      page.keyboard().press("/");
      page.keyboard().type("\"sleeper cells\" border");
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile(".*/search.*"));
      tabTo(page, CENTRAL_ASIA);
      page.keyboard().press("Space");
      assertThat(page.locator(".chip")).containsText("Central Asia");
      page.keyboard().press("j");
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile(".*/r/.*"));
      page.keyboard().press("n");
      assertThat(page.locator("mark.now")).isInViewport();
      tabTo(page, ".rep-h a.go");
      page.locator(".rep-h a.go").evaluate("a => a.setAttribute('download', '')");
      Download download = page.waitForDownload(() -> page.keyboard().press("Enter"));
      assertEquals(null, download.failure());
    }
  }

  @Test
  void resultsAndChartsStayLegibleInForcedColoursAndAtTwiceTheSize() {
    Browser.NewContextOptions half =
        new Browser.NewContextOptions().setViewportSize(720, 500).setDeviceScaleFactor(2);
    try (Visit visit = stage.visit(half)) {
      for (String path : List.of("/search?q=border", "/trends?q=border&with=water", "/browse")) {
        Page page = visit.open(stage.at(path));
        assertEquals(
            true, page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path);
        force(page);
        page.screenshot(
            new Page.ScreenshotOptions()
                .setPath(
                    java.nio.file.Path.of(
                        "target", "screens", "forced" + path.replaceAll("[^a-z]+", "-") + ".png")));
        assertEquals(
            List.of(),
            page.evaluate(
                """
                () => [...document.querySelectorAll('.chart rect:not(.all), .time rect')]
                  .filter(e => e.getBBox().height > 0)
                  .map(e => getComputedStyle(e).fill)
                  .filter(fill => fill === getComputedStyle(document.documentElement).backgroundColor)
                """),
            path);
      }
    }
  }

  /** Playwright writes options in lower case of the default locale, which is Turkish here. */
  private static void force(Page page) {
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ROOT);
      page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
    } finally {
      Locale.setDefault(usual);
    }
  }

  private static String number(String text) {
    return text.replaceFirst("(?s)^\\D*(\\d+).*", "$1");
  }

  private static void tabTo(Page page, String selector) {
    for (int i = 0; i < 200; i++) {
      if (page.locator(selector)
          .first()
          .evaluate("e => e === document.activeElement")
          .equals(true)) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("the keyboard does not reach " + selector);
  }
}
