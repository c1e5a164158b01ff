package dossier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
        List.of("total", "tookMillis", "notices", "hits", "facets", "next"), names(answer));
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

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void aLongQueryIsReadInPartAndSaysSo() throws Exception {
    String page = get("/search?q=" + "a".repeat(100_000)).body();

    assertTrue(page.contains("class=\"notice\""), page);
    assertTrue(page.contains("Only the first 2000 characters"), page);
    assertEquals(
        "query", json("/search.json?q=" + "a".repeat(3000)).at("/notices/0/kind").asText());
  }
}
