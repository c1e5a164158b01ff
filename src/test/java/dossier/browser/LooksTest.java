package dossier.browser;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every page light and dark, wide and narrow, and its states narrow and light: nothing axe objects
 * to, no sideways scrolling, nothing on the console. What each looked like is kept in
 * `target/screens`.
 */
@ExtendWith(Stage.Door.class)
class LooksTest {

  private static final Path SCREENS = Path.of("target", "screens");
  private static final int WIDE = 1440;
  private static final int NARROW = 360;

  private final Stage stage;

  LooksTest(Stage stage) {
    this.stage = stage;
  }

  /** A page to look at: what it is called, the status it comes with, and its address. */
  private record Sight(String name, int status, String address) {}

  private List<Sight> sights() {
    String cells = "/search?q=%22sleeper+cells%22+border";
    String portal = "&region=central-asia&threat=terrorism&lang=en&from=2019&to=2026";
    Archives archives = stage.archives;
    return List.of(
        here("home", "/"),
        here("results", cells + portal),
        here("results-none", "/search?q=%22sleeper+cells%22+xyzzy&region=central-asia&to=2020"),
        read("reading-pdf", cells + "&type=pdf"),
        read("reading-arabic", "/search?lang=ar&sort=newest"),
        here("threat", "/threat/terrorism"),
        here("year", "/year/2024"),
        here("browse", "/browse"),
        here("trends", "/trends?q=border&with=water&by=threat"),
        here("status", "/status"),
        here("not-found", 404, "/nowhere"),
        new Sight("empty", 200, Stage.address(archives.empty, "/")));
  }

  /** The same pages in states that change little of what they are made of. */
  private List<Sight> states() {
    Archives archives = stage.archives;
    String cells = "/search?q=%22sleeper+cells%22+border";
    return List.of(
        here("api", "/api"),
        here("record", "/search/record?q=%22last+months%22+border&region=central-asia"),
        here("results-russian", "/search?q=border&region=central-asia&ui=ru"),
        here("results-none-french", "/search?q=%22sleeper+cells%22+xyzzy&ui=fr"),
        also("reading-russian", cells + "&type=pdf", "&ui=ru"),
        here("browse-french", "/browse?ui=fr"),
        here("status-russian", "/status?ui=ru"),
        here("results-arabic", "/search?lang=ar&lang=fa"),
        here("results-notices", "/search?q=(border+OR+%22cells&size=0&page=0&from=soon"),
        here("results-beyond", "/search?q=border&page=4000"),
        read("reading-html", "/search?q=%22sleeper+cells%22+border&type=html"),
        also("reading-find", cells + "&type=pdf", "&find=group&text=huge&hit=1"),
        also("reading-both", cells + "&type=pdf", "&view=both&width=wide"),
        here("gone", 410, "/r/" + Archives.GONE),
        here("hostile", "/r/" + Hostile.LABELLED + "?q=kraken"),
        here("region-none", "/region/iceland"),
        here("all-regions", "/search/region?q=border&order=az"),
        here("results-days", "/search?from=2023-10&to=2023-10&region=-mali"),
        here("series", "/series/steppe-and-mountain-review"),
        here("browse-years", "/browse?from=2021&to=2024"),
        new Sight("empty-status", 200, Stage.address(archives.empty, "/status")),
        new Sight("running-status", 200, Stage.address(archives.reading, "/status")),
        new Sight("broken", 500, Stage.address(archives.broken, "/search?q=border")));
  }

  private Sight here(String name, String path) {
    return here(name, 200, path);
  }

  private Sight here(String name, int status, String path) {
    return new Sight(name, status, stage.at(path));
  }

  private Sight read(String name, String search) {
    return new Sight(name, 200, stage.firstResult(search));
  }

  private Sight also(String name, String search, String parameters) {
    return new Sight(name, 200, stage.firstResult(search) + parameters);
  }

  @TestFactory
  Stream<DynamicTest> everyPageIsAccessibleAndFits() {
    return sights().stream()
        .map(sight ->
            DynamicTest.dynamicTest(
                sight.name(),
                () -> lookAt(sight, List.of(WIDE, NARROW), List.of("light", "dark"))));
  }

  @TestFactory
  Stream<DynamicTest> everyStateIsAccessibleAndFitsWhereSpaceIsShort() {
    return states().stream()
        .map(sight ->
            DynamicTest.dynamicTest(
                sight.name(), () -> lookAt(sight, List.of(NARROW), List.of("light"))));
  }

  private void lookAt(Sight sight, List<Integer> widths, List<String> schemes) {
    List<String> wrong = new ArrayList<>();
    try (Visit visit = visit(WIDE, ColorScheme.LIGHT)) {
      assertEquals(sight.status(), visit.status(sight.address()), sight.address());
      // What a reading view folds away is looked at, too.
      visit.page.evaluate(
          "document.querySelectorAll('.aside details').forEach(e => e.open = true)");
      for (int width : widths) {
        visit.page.setViewportSize(width, height(width));
        for (String scheme : schemes) {
          visit.paint(scheme);
          String where = sight.name() + "-" + width + "-" + scheme;
          keep(visit.page, where, true);
          tooWide(visit.page).forEach(box -> wrong.add(where + ": sticks out: " + box));
          axe(visit.page, scheme).forEach(violation -> wrong.add(where + ": " + violation));
        }
      }
      visit.trouble.forEach(trouble -> wrong.add(sight.name() + ": " + trouble));
    }
    assertEquals("", String.join("\n", wrong));
  }

  @Test
  void theHelpAndTheFiltersAreAccessibleWhenOpen() {
    List<String> wrong = new ArrayList<>();
    try (Visit visit = visit(NARROW, ColorScheme.LIGHT)) {
      Page page = visit.open(stage.at("/search?q=border&region=central-asia"));
      for (String sheet : List.of("filters", "nav", "help")) {
        page.locator("button[popovertarget=" + sheet + "]:visible").last().click();
        for (String scheme : List.of("light", "dark")) {
          visit.paint(scheme);
          String where = "sheet-" + sheet + "-" + scheme;
          keep(page, where, false);
          tooWide(page).forEach(box -> wrong.add(where + ": sticks out: " + box));
          axe(page, scheme).forEach(violation -> wrong.add(where + ": " + violation));
        }
        page.keyboard().press("Escape");
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  private static void keep(Page page, String name, boolean whole) {
    Path file = SCREENS.resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(whole));
  }

  @Test
  void aReportWrittenFromRightToLeftIsReadSo() {
    for (String language : List.of("ar", "fa")) {
      try (Visit visit = stage.visit()) {
        Page page = visit.open(stage.firstResult("/search?sort=newest&lang=" + language));
        assertAll(
            () -> assertEquals("rtl", direction(page, "h1"), language),
            () -> assertEquals("rtl", direction(page, ".doc"), language),
            () ->
                assertEquals("rtl", direction(page, ".doc .page p:nth-last-of-type(2)"), language),
            () -> assertEquals(language, page.locator(".doc").getAttribute("lang")),
            () -> assertEquals("ltr", direction(page, "body"), "the portal's own words"));
      }
    }
  }

  private static Object direction(Page page, String selector) {
    return page.locator(selector).first().evaluate("e => getComputedStyle(e).direction");
  }

  /** axe is a script of the test's own, which the portal's policy would rightly keep out. */
  private Visit visit(int width, ColorScheme scheme) {
    return stage.visit(
        new Browser.NewContextOptions()
            .setBypassCSP(true)
            .setColorScheme(scheme)
            .setViewportSize(width, height(width)));
  }

  private static int height(int width) {
    return width == WIDE ? 1000 : 740;
  }

  /** What axe objects to. In the dark only colours can differ, so only they are looked at again. */
  private static List<String> axe(Page page, String scheme) {
    // The portal has no frames, so the extra blank page that axe opens for them is not needed.
    AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true);
    if (scheme.equals("dark")) {
      axe.withRules(List.of("color-contrast"));
    }
    return axe.analyze().getViolations().stream()
        .map(rule ->
            rule.getId() + ", " + rule.getHelp() + ": " + rule.getNodes().getFirst().getHtml())
        .toList();
  }

  /** The first elements that reach beyond a window that can be scrolled sideways. */
  private static List<String> tooWide(Page page) {
    Object found =
        page.evaluate(
            """
            () => document.documentElement.scrollWidth <= innerWidth ? [] :
              ['page ' + document.documentElement.scrollWidth,
               ...[...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll'))
                .slice(0, 4).map(e => e.outerHTML.slice(0, 160))]
            """);
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }
}
