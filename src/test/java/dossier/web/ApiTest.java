package dossier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything under `/api/v1`; [PortalCase] holds each answer against the contract. */
class ApiTest extends PortalCase {

  @Test
  void theContractIsOneAndTheApiIsWhatItSays() {
    SwaggerParseResult read = new OpenAPIV3Parser().readContents(ContractCheck.yaml());
    assertEquals(List.of(), read.getMessages());
    Set<String> written = new HashSet<>(read.getOpenAPI().getPaths().keySet());
    written.removeIf(path -> !path.startsWith("/api/"));
    Set<String> routed = new HashSet<>();
    Facets facets = new Facets(Shelf::vocabularies);
    new Api(engine, new Recall(engine), facets, null, new Suggestions(engine, facets))
        .open((path, handler) -> routed.add(path));
    assertEquals(written, routed);
  }

  @Test
  void everyPathOfTheContractAnswers() throws Exception {
    for (String path :
        new OpenAPIV3Parser().readContents(ContractCheck.yaml()).getOpenAPI().getPaths().keySet()) {
      String asked = path.replace("{id}", "border").replace("{name}", "threats");
      assertEquals(200, get(asked).statusCode(), asked);
      assertEquals("application/json", header(get(asked), "content-type"), asked);
    }
  }

  @Test
  void theCheckSeesWhatTheContractDoesNotSay() throws Exception {
    HttpResponse<String> ledger = get("/api/v1/ledger");
    HttpResponse<String> other =
        TestResponse.of(ledger, ledger.body().replace("{\"fi", "{\"x\":1,\"fi"));
    assertThrows(AssertionError.class, () -> ContractCheck.hold(other));
    HttpResponse<String> less =
        TestResponse.of(ledger, ledger.body().replace("\"files\":", "\"file\":"));
    assertThrows(AssertionError.class, () -> ContractCheck.hold(less));
  }

  @Test
  void aSearchIsTheSameAtBothAddressesAndStaysAtItsOwn() throws Exception {
    String asked = "?q=border&size=1&sort=newest";
    JsonNode api = json("/api/v1/search" + asked);
    String beside = get("/search.json" + asked).body();
    assertEquals(
        new ObjectMapper().readTree(beside.replace("/search.json?", "/api/v1/search?")), api);
    JsonNode next = json(api.get("next").asText());
    JsonNode behind = json(api.get("nextAfter").asText());
    assertTrue(api.get("nextAfter").asText().startsWith("/api/v1/search?"), api.toString());
    assertEquals(next.get("hits"), behind.get("hits"));
    assertNotEquals(api.at("/hits/0/id"), next.at("/hits/0/id"));
  }

  @Test
  void parametersWithoutSenseAreRemarkedOnAndAnswered() throws Exception {
    JsonNode answer = json("/api/v1/search?region=nowhere&page=x&size=1000&sort=sideways");
    assertEquals(4, answer.get("notices").size(), answer.get("notices").toString());
    JsonNode text = json("/api/v1/reports/border/passages?page=0&size=lots");
    assertEquals(2, text.get("notices").size(), text.toString());
    assertTrue(text.get("passages").size() > 0);
  }

  @Test
  void aReportLeadsToItsText() throws Exception {
    JsonNode report = json("/api/v1/reports/border");
    assertEquals("Quiet rooms along the border", report.get("title").asText());
    assertEquals("2024-05", report.get("published").asText());
    assertTrue(report.get("publishedEstimated").asBoolean());
    assertEquals("Geopolitical Report", report.get("series").asText());
    assertEquals(3, report.get("pages").asInt());
    assertEquals("monitor.zip!/vol-42/Граница №13.pdf", report.get("location").asText());
    assertEquals(200, get(report.get("url").asText()).statusCode());
    assertEquals(200, get(report.get("original").asText()).statusCode());
    JsonNode text = json(report.get("passages").asText());
    assertEquals(9, text.get("total").asInt());
    assertTrue(text.get("next").isNull());
    JsonNode undated = json("/api/v1/reports/undated");
    assertTrue(undated.get("published").isNull());
    assertTrue(undated.get("pages").isNull());
    assertTrue(json("/api/v1/reports/undated/passages").at("/passages/0/page").isNull());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8, 9, 100})
  void pagesOfPassagesFitTogether(int size) throws Exception {
    List<String> texts = new ArrayList<>();
    String next = "/api/v1/reports/border/passages?size=" + size;
    int number = 0;
    while (!next.equals("null")) {
      JsonNode page = json(next);
      assertTrue(page.get("passages").size() <= size);
      for (JsonNode passage : page.get("passages")) {
        assertEquals(++number, passage.get("number").asInt());
        texts.add(passage.get("page").asInt() + passage.get("kind").asText() + passage.get("text"));
      }
      next = page.get("next").asText();
    }
    List<String> expected =
        Shelf.border().passages().stream()
            .map(one ->
                one.page()
                    + AnswerJson.lower(one.kind())
                    + new ObjectMapper().valueToTree(one.text()))
            .toList();
    assertEquals(expected, texts);
    assertEquals(0, json("/api/v1/reports/border/passages?page=10000000").get("passages").size());
  }

  @Test
  void aReportThatMovedIsFollowedAndOneThatWentIsGone() throws Exception {
    for (String rest : List.of("", "/passages", "/passages?page=2&size=3")) {
      HttpResponse<String> moved = get("/api/v1/reports/oldborder" + rest);
      assertEquals(301, moved.statusCode());
      String there = URI.create(header(moved, "location")).getPath();
      assertEquals("/api/v1/reports/border" + rest.replaceAll("[?].*", ""), there);
      problem(get("/api/v1/reports/wentaway" + rest), 410, "gone");
      problem(get("/api/v1/reports/never" + rest), 404, "not-found");
    }
    assertTrue(
        header(get("/api/v1/reports/oldborder/passages?page=2"), "location").endsWith("?page=2"));
  }

  @Test
  void aVocabularyHasEveryEntryWithItsPlaceAndItsReports() throws Exception {
    for (JsonNode known : json("/api/v1/vocabularies").get("vocabularies")) {
      JsonNode one = json(known.get("url").asText());
      assertEquals(known.get("entries").asInt(), one.get("entries").size());
      assertEquals(known.get("parameter"), one.get("parameter"));
      for (JsonNode entry : one.get("entries")) {
        String search =
            "/api/v1/search?versions=all&"
                + one.get("parameter").asText()
                + "="
                + entry.get("id").asText();
        assertEquals(json(search).get("total").asLong(), entry.get("reports").asLong(), search);
      }
    }
    JsonNode mali = json("/api/v1/vocabularies/regions").get("entries").get(6);
    assertEquals("[\"sahel\"]", mali.get("parents").toString());
    assertEquals("{\"en\":\"Mali\"}", mali.get("labels").toString());
  }

  @Test
  void theLedgerAddsUpAndNamesNoFile() throws Exception {
    HttpResponse<String> response = get("/api/v1/ledger");
    JsonNode ledger = new ObjectMapper().readTree(response.body());
    long sum = 0;
    for (JsonNode count : ledger.get("outcomes")) {
      sum += count.asLong();
    }
    assertEquals(engine.entries.size(), sum);
    assertEquals(sum, ledger.get("files").asLong());
    assertEquals(2, ledger.at("/outcomes/refused").asInt());
    assertEquals(7, ledger.get("generation").asInt());
    assertFalse(response.body().contains(".pdf"), response.body());
  }

  @Test
  void suggestionsAreThoseOfTheSearchField() throws Exception {
    String api = get("/api/v1/suggestions?q=bor").body();
    assertEquals(get("/suggest.json?q=bor").body(), api);
    assertEquals("bor", json("/api/v1/suggestions?q=bor").get("q").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/search?after=x, 400, bad-request",
    "/api/v1/search?sort=newest&after=AAAA, 400, bad-request",
    "/api/v1, 404, not-found",
    "/api/v1/nothing, 404, not-found",
    "/api/v1/vocabularies/series, 404, not-found",
    "/api/v1/reports/UPPER, 404, not-found",
    "/api/v1/reports/border/more, 404, not-found",
    "/r/never.ris, 404, not-found",
    "/r/wentaway.bib, 410, gone",
  })
  void whatCannotBeAnsweredIsAProblem(String path, int status, String kind) throws Exception {
    problem(get(path), status, kind);
    // A browser gets the same: nobody reads these addresses as pages.
    problem(get(path, "Accept", "text/html"), status, kind);
  }

  @Test
  void pagesStayPagesUnlessJsonIsAskedFor() throws Exception {
    problem(get("/r/never", "Accept", "application/json"), 404, "not-found");
    problem(get("/nowhere", "Accept", "application/problem+json"), 404, "not-found");
    for (String accept : List.of("text/html,application/json;q=0.9", "*/*")) {
      HttpResponse<String> page = get("/r/never", "Accept", accept);
      assertEquals(404, page.statusCode());
      assertEquals("text/html;charset=utf-8", header(page, "content-type"));
    }
  }

  @Test
  void whatBreaksIsAProblemWithAReference() throws Exception {
    engine.broken = true;
    for (String path :
        List.of("/api/v1/search", "/search.json", "/search.record.json", "/search.csv")) {
      JsonNode problem = problem(get(path), 500, "internal-server-error");
      assertTrue(problem.get("reference").asText().matches("[0-9A-F]{8}"), problem.toString());
      assertFalse(problem.toString().contains("disk"), "the cause stays in the log");
    }
  }

  @Test
  void onlyGetAndHeadAreAnswered() throws Exception {
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
      for (String path : List.of("/api/v1/search", "/api/v1/reports/border", "/search.json")) {
        HttpResponse<String> answer = send(method, path);
        problem(answer, 405, "method-not-allowed");
        assertTrue(header(answer, "allow").contains("GET"), header(answer, "allow"));
      }
    }
    HttpResponse<String> head = send("HEAD", "/api/v1/ledger");
    assertEquals(200, head.statusCode());
    assertEquals("", head.body());
  }

  private HttpResponse<String> send(String method, String path) throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(uri("/").resolve(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (!method.equals("HEAD")) {
      ContractCheck.hold(answer);
    }
    return answer;
  }

  private JsonNode problem(HttpResponse<String> answer, int status, String kind) throws Exception {
    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals("application/problem+json", header(answer, "content-type"), answer.body());
    JsonNode problem = new ObjectMapper().readTree(answer.body());
    assertEquals(status, problem.get("status").asInt());
    assertEquals(answer.uri().getRawPath(), problem.get("instance").asText());
    assertFalse(problem.get("detail").asText().isBlank());
    assertEquals("/api#" + kind, problem.get("type").asText());
    Document page = Jsoup.parse(get("/api").body());
    assertEquals(1, page.select("#" + kind).size(), kind);
    return problem;
  }

  @Test
  void thePageOfTheContractHasAllOfItAndNoScriptOrOriginOfOthers() throws Exception {
    HttpResponse<String> yaml = get("/openapi.yaml");
    assertEquals("application/yaml", header(yaml, "content-type"));
    assertEquals(ContractCheck.yaml(), yaml.body());
    Document page = Jsoup.parse(get("/api").body());
    Contract contract = Contract.of(yaml.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    for (String path : contract.at("paths").entries().keySet()) {
      assertTrue(page.text().contains("GET " + path), path);
    }
    contract
        .at("components")
        .at("schemas")
        .entries()
        .keySet()
        .forEach(name -> assertEquals(1, page.select("#shape-" + name).size(), name));
    for (Element link : page.select("main a[href^=#]")) {
      assertEquals(1, page.select(link.attr("href")).size(), link.attr("href"));
    }
    for (String address : page.select("main a[href^=/]").eachAttr("href")) {
      assertEquals(200, get(address).statusCode(), address);
    }
    assertTrue(page.select("main a[href^=/api/v1]").size() >= 4);
    assertEquals(0, page.select("[src^=http], link[href^=http]:not([rel=canonical])").size());
    assertFalse(page.select("footer a[href=/api]").isEmpty());
    Set<String> ids = new HashSet<>();
    page.select("[id]").forEach(one -> assertTrue(ids.add(one.id()), one.id()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?q=%22border%22+OR+%27it%27s&region=mali&scope=mentions&page=1",
        "?q=%27%3B+%24%28rm+-rf%29+%60x%60+%3Cb%3E&versions=all",
        "?sort=newest&size=2"
      })
  void resultsSayHowProgramsAskTheSame(String asked) throws Exception {
    Element call = Jsoup.parse(get("/search" + asked).body()).selectFirst(".api-call");
    String address = call.selectFirst("a[href^=/api/v1/search]").attr("href");
    assertEquals(json("/search.json" + asked).get("total"), json(address).get("total"));
    assertEquals(json("/search.json" + asked).get("hits"), json(address).get("hits"));
    String url = "http://localhost:" + portal.port() + address;
    assertEquals("curl -s '" + url + "'", call.selectFirst("pre").text());
    assertFalse(url.matches(".*['\\s`$<].*"), url);
  }
}
