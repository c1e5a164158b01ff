package dossier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StatusPageTest extends PortalCase {

  @Test
  void whatReportsLackLeadsToThem() throws Exception {
    String page = get("/status").body();

    assertTrue(
        page.contains("<dt>No date</dt><dd class=\"num\"><a href=\"/search?undated=only\">1"));
    Matcher region =
        Pattern.compile("<dt>No region</dt><dd class=\"num\"><a href=\"([^\"]+)\">1<")
            .matcher(page);
    assertTrue(region.find(), page);
    String found = get(region.group(1).replace("&amp;", "&")).body();
    assertTrue(found.contains("A note without a date"), found);
    assertTrue(found.contains("<h1>1 report <"), found);
    assertTrue(found.contains("aria-label=\"Remove Region none\""), "one chip, not one for each");
    assertFalse(found.contains("Not region"), found);
  }

  @Test
  void documentsAreCountedByTheFolderTheyComeFrom() throws Exception {
    String page = get("/status").body().replaceAll("\\s+", " ");

    assertTrue(
        page.contains(
            "<th scope=\"row\">Files beside the folders</th><td class=\"r num\">7</td><td"
                + " class=\"r num\">2</td>"),
        page);
    assertTrue(page.contains("dir=\"auto\">2003/</code></th><td class=\"r num\">0</td><td"), page);
  }

  @Test
  void languagesYearsAndTheNewestReportsAreShown() throws Exception {
    String page = get("/status").body();

    assertTrue(page.contains("<a href=\"/search?lang=ar\" dir=\"auto\">Arabic</a>"), page);
    assertTrue(page.contains("Reports per year, 2022 to 2025"), page);
    assertTrue(page.contains("href=\"/r/water\">Canal water year</a>"), page);
    assertTrue(page.contains("id=\"running\" aria-labelledby=\"run\" hidden>"), page);
    assertEquals(200, get("/status?reason=x").statusCode());
  }
}
