package dossier.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Help with the right words, as a reader meets it. */
@ExtendWith(Stage.Door.class)
class DiscoveryTest {

  private final Stage stage;

  DiscoveryTest(Stage stage) {
    this.stage = stage;
  }

  @Test
  void aMisspelledSearchIsOfferedAsItWasMeant() {
    try (Visit visit = stage.visit()) {
      Page page = visit.open(stage.at("/search?q=%22sleper+cells%22"));
      Locator meant = page.locator(".meant a");
      PlaywrightAssertions.assertThat(meant).hasText("\"sleeper cells\"");
      PlaywrightAssertions.assertThat(page.locator("main #q")).hasValue("\"sleper cells\"");
      String count = page.locator(".meant .num").textContent();
      meant.click();
      PlaywrightAssertions.assertThat(page.locator(".tools h1")).containsText(count);
      assertEquals(List.of(), visit.trouble);
    }
  }

  @Test
  void aSearchThatFindsNothingLeadsToOnesThatFindAsMuchAsTheySay() {
    try (Visit visit = stage.visit()) {
      String address = stage.at("/search?q=title:sleeper+border&region=kazakhstan&lang=fa");
      visit.open(address);
      int offers = visit.page.locator(".fix li").count();
      assertEquals(true, offers > 1, "nothing is offered");
      for (int i = 0; i < offers; i++) {
        Page page = visit.open(address);
        String count = page.locator(".fix li .num").nth(i).textContent();
        page.locator(".fix li a").nth(i).click();
        PlaywrightAssertions.assertThat(page.locator(".tools h1")).containsText(count);
      }
      assertEquals(List.of(), visit.trouble);
    }
  }

  @Test
  void suggestionsAreChosenFromTheKeyboard() {
    try (Visit visit = stage.visit(new Browser.NewContextOptions().setBypassCSP(true))) {
      Page page = visit.open(stage.at("/"));
      Locator box = page.locator(".hero input[name=q]");
      box.pressSequentially("taji");
      Locator options = page.locator("[role=listbox] [role=option]");
      PlaywrightAssertions.assertThat(options.first()).containsText("Tajikistan");
      PlaywrightAssertions.assertThat(box).hasAttribute("aria-expanded", "true");
      box.press("ArrowDown");
      PlaywrightAssertions.assertThat(options.first()).hasAttribute("aria-selected", "true");
      PlaywrightAssertions.assertThat(box)
          .hasAttribute("aria-activedescendant", options.first().getAttribute("id"));
      assertEquals(
          List.of(),
          new AxeBuilder(page)
              .setLegacyMode(true).analyze().getViolations().stream()
                  .map(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                  .toList());
      box.press("Escape");
      PlaywrightAssertions.assertThat(page.locator("[role=listbox]:visible")).hasCount(0);
      PlaywrightAssertions.assertThat(box).hasValue("taji");
      box.press("ArrowDown");
      PlaywrightAssertions.assertThat(options.first()).isVisible();
      box.press("ArrowDown");
      box.press("Enter");
      page.waitForURL(Pattern.compile(".*/search\\?region=tajikistan"));
      assertEquals(List.of(), visit.trouble);
    }
  }

  @Test
  void enterWithoutAChoiceSearchesForWhatWasTyped() {
    try (Visit visit = stage.visit()) {
      Page page = visit.open(stage.at("/"));
      Locator box = page.locator(".hero input[name=q]");
      box.pressSequentially("border");
      PlaywrightAssertions.assertThat(page.locator("[role=option]").first()).isVisible();
      box.press("Enter");
      page.waitForURL(Pattern.compile(".*/search\\?q=border"));
    }
  }
}
