package dossier.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Names in several scripts, and reports written from right to left. */
@ExtendWith(Stage.Door.class)
class ScriptsTest {

  private final Stage stage;

  ScriptsTest(Stage stage) {
    this.stage = stage;
  }

  @Test
  void aNameIsAlsoSearchedInOtherSpellingsAndEachCanBeTakenOut() {
    try (Visit visit = stage.visit()) {
      Page page = visit.open(stage.at("/search?q=Tajikistan"));
      Locator also = page.locator(".also").first();
      assertThat(also).containsText("Also searched");
      assertThat(also.getByText("Таджикистан")).isVisible();
      String all = total(page);
      assertThat(page.locator("#results mark", holding("Таджикистан")).first()).isVisible();

      named(page, "Do not search Таджикистан").click();
      page.waitForURL(Pattern.compile(".*[?&]plain=.*"));
      assertThat(named(page, "Do not search Таджикистан")).hasCount(0);
      assertThat(page.locator("#results mark", holding("Таджикистан"))).hasCount(0);
      assertTrue(!total(page).equals(all), "as many reports as before: " + all);

      named(page, "Search Таджикистан again").click();
      assertThat(named(page, "Do not search Таджикистан")).isVisible();
      assertEquals(all, total(page));

      page.locator(".also > a").click();
      assertThat(page).hasURL(Pattern.compile(".*plain=Tajikistan.*"));
      assertThat(page.locator(".also")).containsText("In this spelling only");
      assertEquals(List.of(), visit.trouble);
    }
  }

  @Test
  void aReportWrittenFromRightToLeftIsShownSo() {
    try (Visit visit = stage.visit()) {
      Page page = visit.open(stage.at("/search?q=Helmand+OR+هیرمند"));
      Locator hit = page.locator(".hit", holding("هیرمند")).first();
      Locator title = hit.locator("h2");
      assertEquals("rtl", direction(title));
      assertEquals("rtl", direction(hit.locator(".snips p").first()));
      assertEquals("ltr", direction(hit.locator(".side")));
      assertEquals("ltr", direction(page.locator("h1")));

      title.locator("a").click();
      page.waitForURL(Pattern.compile(".*/r/.*"));
      assertEquals("rtl", direction(page.locator("#title")));
      Locator text = page.locator(".doc");
      assertEquals("rtl", direction(text));
      assertEquals(
          "rtl",
          direction(
              text.locator("p", new Locator.LocatorOptions().setHas(page.locator("mark")))
                  .first()));
      assertEquals("fa", text.getAttribute("lang"));
      assertEquals("ltr", direction(page.locator("main")));
      assertEquals(List.of(), visit.trouble);
    }
  }

  private static String direction(Locator element) {
    return (String) element.evaluate("element => getComputedStyle(element).direction");
  }

  private static String total(Page page) {
    return page.locator("#results h1").textContent().replaceFirst(" reports? .*", "").strip();
  }

  /** A link by its accessible name; Playwright spells roles in the default locale, Turkish here. */
  private static Locator named(Page page, String name) {
    return page.locator("a[aria-label='" + name + "']");
  }

  private static Page.LocatorOptions holding(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
