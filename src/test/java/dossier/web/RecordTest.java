package dossier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The record of a search, for a methods section. */
class RecordTest extends PortalCase {

  private static final String ASKED =
      "?q=border&region=mali&region=-uzbekistan&scope=mentions&from=2020&sort=oldest&versions=all";

  @Test
  void theRecordSaysWhatWasAskedAndWhatWasFoundInWhichStateOfTheIndex() throws Exception {
    JsonNode record = json("/search.record.json" + ASKED);

    assertEquals("border", record.at("/query/typed").asText());
    assertEquals("border", record.at("/query/understood").asText());
    assertEquals("oldest", record.get("sort").asText());
    assertEquals("all", record.get("versions").asText());
    assertEquals(
        "[{\"name\":\"region\",\"values\":[{\"id\":\"mali\",\"label\":\"Mali\"}],"
            + "\"without\":[{\"id\":\"uzbekistan\",\"label\":\"Uzbekistan\"}]},"
            + "{\"name\":\"scope\",\"values\":[{\"id\":\"mentions\",\"label\":\"mentions\"}],\"without\":[]},"
            + "{\"name\":\"from\",\"values\":[{\"id\":\"2020\",\"label\":\"2020\"}],\"without\":[]}]",
        record.get("filters").toString());
    assertEquals(json("/search.json" + ASKED).get("total"), record.get("total"));
    assertEquals(7, record.at("/index/generation").asInt());
    assertEquals("2026-11-23T09:14:07Z", record.at("/index/committed").asText());
    assertEquals("unreleased", record.get("dossier").asText());
    assertTrue(
        record.get("searched").asText().startsWith(LocalDate.now(ZoneOffset.UTC).getYear() + "-"));
  }

  @Test
  void theHashIsThatOfTheExportedIdsWhateverTheirOrder() throws Exception {
    for (String asked : List.of("", "?q=border", "?q=nothing+at+all", ASKED)) {
      List<String> ids = new ArrayList<>();
      for (String line : get("/search.jsonl" + asked).body().lines().toList()) {
        ids.add(new ObjectMapper().readTree(line).get("id").asText());
      }
      JsonNode record = json("/search.record.json" + asked);
      assertEquals(sha256(ids), record.at("/hash/value").asText(), asked);
      assertEquals(ids.size(), record.get("total").asInt());
      for (String more : List.of("&sort=newest", "&sort=added", "&page=7&size=1")) {
        String other = asked + (asked.isEmpty() ? more.replaceFirst("&", "?") : more);
        assertEquals(record.get("hash"), json("/search.record.json" + other).get("hash"), other);
      }
    }
    assertNotEquals(
        json("/search.record.json").get("hash"), json("/search.record.json?q=border").get("hash"));
  }

  @Test
  void manyIdsAreHashedAsIfSortedAtOnce() throws Exception {
    Random random = new Random(7);
    List<String> ids = new ArrayList<>();
    Fingerprint fingerprint = new Fingerprint();
    for (int i = 0; i < 50_000; i++) {
      String id = Integer.toString(i, 36) + (random.nextBoolean() ? "-a" : "");
      ids.add(id);
    }
    Collections.shuffle(ids, random);
    ids.forEach(fingerprint::add);
    assertEquals(sha256(ids), fingerprint.sha256(), "seed 7");
    assertEquals(50_000, fingerprint.count());
  }

  private static String sha256(List<String> ids) throws Exception {
    StringBuilder text = new StringBuilder();
    ids.stream().sorted().forEach(id -> text.append(id).append('\n'));
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    return HexFormat.of()
        .formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void theAddressOfTheRecordFindsTheSameAndHasItsDatesWrittenOut() throws Exception {
    JsonNode record = json("/search.record.json" + ASKED + "&page=2");
    URI address = URI.create(record.get("search").asText());
    assertEquals(portal.port(), address.getPort());
    assertEquals("/search", address.getPath());
    String again = "/search.record.json?" + address.getRawQuery();
    assertEquals(record.get("hash"), json(again).get("hash"));
    assertEquals(record.get("search"), json(again).get("search"));

    JsonNode lately = json("/search.record.json?q=border+date:%22last+6+months%22");
    String understood = lately.at("/query/understood").asText();
    assertTrue(understood.matches("border AND date:\\d{4}-.*"), understood);
    String written = URI.create(lately.get("search").asText()).getQuery();
    assertEquals("q=" + understood, written.replace('+', ' '));
  }

  @Test
  void thePageAndTheTextSayTheSame() throws Exception {
    Document results = Jsoup.parse(get("/search" + ASKED).body());
    String address = results.selectFirst("a[href^=/search/record]").attr("href");
    Document page = Jsoup.parse(get(address).body());
    String text = get(page.selectFirst("a[href^=/search.record.txt]").attr("href")).body();
    JsonNode json = json(page.selectFirst("a[href^=/search.record.json]").attr("href"));

    List<String> shown = page.select("dl.record dd").eachText();
    assertTrue(shown.contains(json.at("/hash/value").asText()), shown.toString());
    assertTrue(shown.contains(json.get("search").asText()), shown.toString());
    for (String value : shown) {
      // Between two requests a second may pass.
      assertTrue(text.contains(value) || value.matches("20.*Z"), value + " is missing in " + text);
    }
    assertEquals(200, get(page.selectFirst(".src a").attr("href")).statusCode());
    assertEquals("noindex, nofollow", page.select("meta[name=robots]").attr("content"));
    assertEquals(
        "text/plain;charset=utf-8", header(get("/search.record.txt" + ASKED), "content-type"));
  }

  @Test
  void aSearchThatFindsNothingHasItsRecordToo() throws Exception {
    Document results = Jsoup.parse(get("/search?q=%3Cb%3Exyzzy").body());
    String address = results.selectFirst("a[href^=/search/record]").attr("href");
    Document page = Jsoup.parse(get(address).body());
    assertTrue(page.select("dl.record dd").eachText().contains("<b>xyzzy"), page.html());
    assertEquals(0, page.select("main b").size());
    assertTrue(page.text().contains("0 reports"), page.text());
    assertFalse(get("/search.record.txt?q=%0A%0DForged:+x").body().contains("\nForged"));
  }
}
