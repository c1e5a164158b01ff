package dossier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CursorTest extends PortalCase {

  private static final String NEWEST = "/search.json?sort=newest&size=2";

  @Test
  void aProgramThatFollowsNextFromAPlaceSeesEveryReportOnce() throws Exception {
    for (String sort : List.of("newest", "oldest", "added")) {
      List<String> all = ids(json("/search.json?size=100&sort=" + sort));
      assertEquals(5, all.size());
      for (int size : List.of(1, 2, 4, 5, 7)) {
        JsonNode answer = json("/search.json?sort=" + sort + "&size=" + size);
        List<String> seen = new ArrayList<>(ids(answer));
        JsonNode next = answer.get("nextAfter");
        while (!next.isNull()) {
          answer = json(next.asText());
          assertEquals(5, answer.get("total").asInt());
          assertEquals(answer.get("nextAfter"), answer.get("next"));
          seen.addAll(ids(answer));
          next = answer.get("next");
        }
        assertEquals(all, seen, sort + ", " + size + " a page");
      }
    }
  }

  @Test
  void aPageLeadsToThePageAndToThePlaceBehindIt() throws Exception {
    JsonNode second = json(NEWEST + "&page=2");

    assertEquals("/search.json?sort=newest&page=3&size=2", second.get("next").asText());
    String after = second.get("nextAfter").asText();
    assertTrue(Pattern.matches("/search\\.json\\?sort=newest&size=2&after=[\\w-]+", after), after);
    assertEquals(ids(json(NEWEST + "&page=3")), ids(json(after)));
    assertEquals(ids(json(NEWEST + "&page=3")), ids(json(after + "&page=77")));
    assertEquals(1, json(after.replace("size=2", "size=100")).get("hits").size());
  }

  @Test
  void byRelevanceThereArePagesAlone() throws Exception {
    JsonNode answer = json("/search.json?size=2");

    assertEquals("/search.json?page=2&size=2", answer.get("next").asText());
    assertTrue(answer.get("nextAfter").isNull());
    String after = cursor(json(NEWEST));
    refused("/search.json?size=2&after=" + after, "“after” goes with sort=newest, oldest or added");
  }

  @Test
  void thePlaceInAnotherSearchIsRefused() throws Exception {
    String after = cursor(json(NEWEST));
    for (String other :
        List.of("sort=oldest", "sort=newest&q=border", "sort=newest&region=mali", "sort=added")) {
      refused(
          "/search.json?" + other + "&after=" + after, "“after” is the place in another search");
    }
  }

  @Test
  void whatIsNoPlaceIsRefused() throws Exception {
    String after = cursor(json(NEWEST));
    List<String> wrong =
        new ArrayList<>(List.of("x", "%00", "%25", "AAAA", "=", "a".repeat(9_000)));
    for (int i = 0; i < after.length(); i++) {
      char other = after.charAt(i) == 'A' ? 'B' : 'A';
      wrong.add(after.substring(0, i) + other + after.substring(i + 1));
      wrong.add(after.substring(0, i) + after.substring(i + 1));
    }
    wrong.add(after + "=");
    wrong.add(after + "A");
    for (String typed : wrong) {
      refused(NEWEST + "&after=" + typed, "“after” is no place in a search");
    }
    assertEquals(ids(json(NEWEST)), ids(json(NEWEST + "&after=")));
  }

  private void refused(String address, String beginning) throws Exception {
    HttpResponse<String> answer = get(address);
    assertEquals(400, answer.statusCode(), address);
    assertTrue(header(answer, "Content-Type").startsWith("application/problem+json"), address);
    String text = new ObjectMapper().readTree(answer.body()).get("detail").asText();
    assertTrue(text.startsWith(beginning), address + ": " + text);
  }

  private static String cursor(JsonNode answer) {
    return answer.get("nextAfter").asText().replaceFirst(".*after=", "");
  }

  private static List<String> ids(JsonNode answer) {
    List<String> ids = new ArrayList<>();
    answer.get("hits").forEach(hit -> ids.add(hit.get("id").asText()));
    return ids;
  }
}
