package dossier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerJsonTest extends PortalCase {

  @Test
  void theAnswerAsJsonHasTheShapeProgramsRelyOn() throws Exception {
    JsonNode answer = json("/search.json?q=border&size=1&sort=newest");

    assertEquals(
        List.of(
            "total",
            "tookMillis",
            "notices",
            "understood",
            "alsoSearched",
            "hits",
            "facets",
            "next",
            "nextAfter"),
        names(answer));
    assertEquals(2, answer.get("total").asInt());
    assertEquals("/search.json?q=border&sort=newest&page=2&size=1", answer.get("next").asText());
    assertEquals(
        List.of("region", "threat", "date", "series", "lang", "type"), names(answer.get("facets")));
    JsonNode second = json("/search.json?q=border&size=1&sort=newest&page=2");
    assertTrue(second.get("next").isNull());
    JsonNode hit = second.get("hits").get(0);
    assertEquals(
        List.of(
            "id",
            "url",
            "title",
            "series",
            "issn",
            "volume",
            "issue",
            "published",
            "publishedPrecision",
            "language",
            "mediaType",
            "regions",
            "threats",
            "snippets"),
        names(hit));
    assertEquals("2024-05", hit.get("published").asText());
    assertEquals("month", hit.get("publishedPrecision").asText());
    assertEquals("13", hit.get("issue").asText());
    assertEquals(
        "{\"id\":\"kazakhstan\",\"label\":\"Kazakhstan\",\"strength\":\"about\"}",
        hit.get("regions").get(0).toString());
    JsonNode snippet = hit.get("snippets").get(0);
    JsonNode mark = snippet.get("marks").get(0);
    String text = snippet.get("text").asText();
    assertEquals("border", text.substring(mark.get(0).asInt(), mark.get(1).asInt()));
  }

  @Test
  void facetsInJsonAreTreesAndDatesAreYearsWithMonths() throws Exception {
    JsonNode facets = json("/search.json?region=kazakhstan&from=2024&to=2024").get("facets");

    assertEquals(
        "{\"id\":\"asia\",\"label\":\"Asia\",\"count\":1,\"selected\":false,\"children\":[{\"id\":"
            + "\"central-asia\",\"label\":\"Central Asia\",\"count\":1,\"selected\":false,"
            + "\"children\":[{\"id\":\"kazakhstan\",\"label\":\"Kazakhstan\",\"count\":1,"
            + "\"selected\":true,\"children\":[]}]}]}",
        facets.get("region").get(0).toString());
    assertEquals(
        "[{\"id\":\"2024\",\"label\":\"2024\",\"count\":1,\"selected\":true,\"children\":[{\"id\":"
            + "\"2024-05\",\"label\":\"May 2024\",\"count\":1,\"selected\":true,\"children\":[]}]}]",
        facets.get("date").toString());
  }

  @Test
  void aPageBehindTheLastIsEmptyAndSaysSo() throws Exception {
    for (String page : List.of("4", "999999")) {
      JsonNode answer = json("/search.json?q=border&size=1&page=" + page);
      assertEquals(0, answer.get("hits").size());
      assertEquals("range", answer.at("/notices/0/kind").asText());
    }
    assertEquals(
        "There are 2 pages; page 4 has no reports.",
        json("/search.json?q=border&size=1&page=4").at("/notices/0/text").asText());
    assertEquals(
        "There is 1 page; page 10,000,000 has no reports.",
        json("/search.json?q=border&page=999999999").at("/notices/1/text").asText());
    assertEquals(0, json("/search.json?q=xyzzy&page=4").get("notices").size());
    assertEquals(0, json("/search.json?q=border&size=1&page=2").get("notices").size());
  }

  @Test
  void valuesNobodyKnowsAreToldAndCaseDoesNotMatter() throws Exception {
    JsonNode answer =
        json("/search.json?region=nope&lang=xx&threat=-none&region=MALI&type=text/HTML");

    assertEquals(
        "[{\"kind\":\"parameter\",\"text\":\"There is no region “nope”.\"},"
            + "{\"kind\":\"parameter\",\"text\":\"There is no threat “none”.\"},"
            + "{\"kind\":\"parameter\",\"text\":\"There is no language “xx”.\"}]",
        answer.get("notices").toString());
    JsonNode arabic = json("/search.json?lang=AR&region=MALI");
    assertEquals(1, arabic.get("total").asInt());
    assertEquals(0, arabic.get("notices").size());
  }

  @Test
  void ofAValueAndOneAboveItTheNarrowerCounts() throws Exception {
    JsonNode answer = json("/search.json?region=asia&region=kazakhstan&region=central-asia&size=1");

    assertEquals(1, answer.get("total").asInt());
    assertEquals(
        "“Kazakhstan” lies within “Central Asia”, which was left out: the narrower one counts.",
        answer.at("/notices/1/text").asText());
    assertEquals(2, answer.get("notices").size());
    String page = get("/search?region=africa&region=mali&region=asia&page=2&size=1").body();
    assertTrue(page.contains("aria-label=\"Remove Region Mali\""), page);
    assertTrue(page.contains("aria-label=\"Remove Region Asia\""), page);
    assertFalse(page.contains("aria-label=\"Remove Region Africa\""), page);
    assertTrue(
        page.contains("aria-label=\"Page 2\"") && page.contains("aria-current=\"page\""), page);
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void aLongQueryIsReadInPartAndSaysSo() throws Exception {
    String page = get("/search?q=" + "a".repeat(100_000)).body();

    assertTrue(page.contains("class=\"notice\""), page);
    assertTrue(page.contains("Only the first 2,000 characters"), page);
    assertEquals(
        "query", json("/search.json?q=" + "a".repeat(3000)).at("/notices/0/kind").asText());
  }
}
