package dossier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dossier.index.LuceneEngine;
import dossier.search.Engine;
import dossier.search.Engine.Change;
import dossier.search.Sample;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Two versions of a report as a reader meets them. */
class VersionPagesTest extends PortalCase {

  private static final String SAME =
      IntStream.range(0, 90).mapToObj(i -> "same" + i).collect(Collectors.joining(" "));

  private void atVersions(Path store, Executable requests) throws Throwable {
    try (Engine held = LuceneEngine.open(store, Sample.VOCABULARIES)) {
      held.write(
          List.of(
              new Change.Put(
                  Sample.report("draft")
                      .title("Border draft")
                      .dated("2024-01-01")
                      .says("The <b>patrol</b> left at noon & came back.", SAME, "An end.")
                      .build()),
              new Change.Put(
                  Sample.report("final")
                      .title("Border final")
                      .dated("2024-02-01")
                      .says("The <b>patrol</b> left at dusk & came back.", SAME)
                      .says("An", "end.", Shelf.HOSTILE)
                      .build()),
              new Change.Put(Sample.report("other").title("Border wheat").says("Wheat.").build())));
      held.commit();
      at(
          Portal.start(
              PortalSettings.local(0), held, () -> Sample.VOCABULARIES, PortalCase::original, desk),
          requests);
    }
  }

  @Test
  void theResultsShowTheBestAndSayWhatItStandsFor(@TempDir Path store) throws Throwable {
    atVersions(
        store,
        () -> {
          String page = get("/search?q=border").body();
          assertTrue(page.contains("<h1>3 reports <small"), page);
          assertTrue(page.contains("1 report is shown as a version of another"), page);
          assertTrue(page.contains("href=\"/search?q=border&amp;versions=all\""), page);
          assertTrue(page.contains("href=\"/r/final?q=border#versions\">2 versions"), page);
          assertFalse(page.contains("Border draft"), page);
          assertTrue(page.contains("1 to 2 of 2"), page);

          String all = get("/search?q=border&versions=all").body();
          assertTrue(all.contains("Border draft"), all);
          assertTrue(all.contains("1 to 3 of 3"), all);
          assertTrue(all.contains("Remove Versions each by itself"), all);
        });
  }

  @Test
  void programsAreToldToo(@TempDir Path store) throws Throwable {
    atVersions(
        store,
        () -> {
          JsonNode answer = new ObjectMapper().readTree(get("/search.json?q=border").body());
          assertEquals(3, answer.path("total").asInt());
          assertEquals(1, answer.path("grouped").asInt());
          assertEquals(2, answer.path("hits").size());
          assertEquals(
              1,
              answer
                  .path("hits")
                  .valueStream()
                  .mapToInt(hit -> hit.path("versions").asInt())
                  .sum());
          assertTrue(get("/search.csv?q=border").body().contains("Border draft"));
          assertTrue(get("/search.atom?q=border").body().contains("Border draft"));
        });
  }

  @Test
  void programsAreHelpedOutOfADeadEnd(@TempDir Path store) throws Throwable {
    atVersions(
        store,
        () -> {
          ObjectMapper json = new ObjectMapper();
          JsonNode answer = json.readTree(get("/search.json?q=borderr").body());
          assertEquals("borderr", answer.path("understood").asText());
          JsonNode meant = answer.path("didYouMean");
          assertEquals("Border", meant.path("label").asText());
          JsonNode corrected = json.readTree(get(meant.path("url").asText()).body());
          assertEquals(meant.path("total").asInt(), corrected.path("total").asInt());
          assertTrue(corrected.path("didYouMean").isMissingNode(), corrected.toString());
          assertTrue(corrected.path("rescues").isMissingNode(), corrected.toString());

          JsonNode none = json.readTree(get("/search.json?q=%22final+border%22").body());
          JsonNode rescue = none.path("rescues").path(0);
          JsonNode rescued = json.readTree(get(rescue.path("url").asText()).body());
          assertEquals(1, rescue.path("total").asInt(), none.toString());
          assertEquals(1, rescued.path("total").asInt(), rescued.toString());
          assertTrue(
              json.readTree(get("/search.json").body()).path("understood").isMissingNode(),
              "every report is understood as nothing");
        });
  }

  @Test
  void aReportListsItsVersionsAndSaysWhenItIsNotTheBest(@TempDir Path store) throws Throwable {
    atVersions(
        store,
        () -> {
          String draft = get("/r/draft").body();
          assertTrue(draft.contains("<a href=\"/r/final\">version of this report</a>"), draft);
          assertTrue(draft.contains("href=\"/r/draft/versions/final\""), draft);
          assertTrue(draft.contains("% in common"), draft);
          String last = get("/r/final").body();
          assertFalse(last.contains("version of this report</a>"), last);
          assertTrue(last.contains("This is the newest or fullest of them."), last);
          assertFalse(get("/r/other").body().contains("Other versions"));
        });
  }

  @Test
  void whatDiffersIsShownWordByWordFromTheOlderToTheNewer(@TempDir Path store) throws Throwable {
    atVersions(
        store,
        () -> {
          for (String address : List.of("/r/draft/versions/final", "/r/final/versions/draft")) {
            String page = get(address).body();
            String text = page.replaceAll("\\s+", " ");
            assertTrue(
                text.contains(
                    "The &lt;b&gt;patrol&lt;/b&gt; left at <del>noon</del> <ins>dusk</ins> &amp;"
                        + " came back."),
                text);
            assertTrue(text.contains("1 passage the same"), text);
            assertTrue(text.contains("<ins>&quot;&gt;&lt;img src=x"), text);
            assertFalse(page.contains("<img src=x"), page);
          }
          assertEquals(404, get("/r/draft/versions/other").statusCode());
          assertEquals(404, get("/r/draft/versions/draft").statusCode());
          assertEquals(404, get("/r/nobody/versions/draft").statusCode());
        });
  }
}
