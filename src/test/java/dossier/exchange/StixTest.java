package dossier.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** STIX 2.1 as it was written, held against the rules of the specification, section by section. */
class StixTest {

  private static final String UUID =
      "[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

  private static final Map<String, Set<String>> PROPERTIES =
      Map.of(
          "report",
          Set.of("report_types", "name", "description", "published", "object_refs"),
          "location",
          Set.of("name", "description", "region", "country"),
          "identity",
          Set.of("name", "description", "roles", "identity_class", "sectors"));

  private static final Set<String> COMMON =
      Set.of(
          "type",
          "spec_version",
          "id",
          "created_by_ref",
          "created",
          "modified",
          "labels",
          "lang",
          "external_references");

  private static JsonNode bundle(String json) throws Exception {
    JsonNode bundle = new ObjectMapper().readTree(json);
    assertEquals("bundle", bundle.get("type").asText());
    assertTrue(bundle.get("id").asText().matches("bundle--" + UUID));
    assertEquals(null, bundle.get("spec_version"), "not in 2.1");
    Map<String, JsonNode> known = new HashMap<>();
    for (JsonNode object : bundle.path("objects")) {
      check(object);
      assertEquals(null, known.put(object.get("id").asText(), object), "written once");
    }
    known.values().forEach(object -> refer(object, known.keySet()));
    return bundle;
  }

  /** Section 3.2 for all objects, 4.5, 4.7 and 4.16 for each kind. */
  private static void check(JsonNode object) {
    String type = object.get("type").asText();
    Set<String> allowed = new HashSet<>(COMMON);
    allowed.addAll(PROPERTIES.get(type));
    object.fieldNames().forEachRemaining(name -> assertTrue(allowed.contains(name), name));
    object.forEach(value ->
        assertFalse((value.isArray() && value.isEmpty()) || value.isNull(), "empty: " + object));
    assertEquals("2.1", object.get("spec_version").asText());
    assertTrue(object.get("id").asText().matches(type + "--" + UUID), object.toString());
    for (String time : List.of("created", "modified")) {
      time(object.get(time));
    }
    assertFalse(time(object.get("modified")).isBefore(time(object.get("created"))));
    switch (type) {
      case "report" -> {
        assertFalse(object.get("name").asText().isEmpty());
        time(object.get("published"));
        assertFalse(object.get("object_refs").isEmpty());
        object
            .get("external_references")
            .forEach(link -> {
              assertFalse(link.get("source_name").asText().isEmpty());
              URI.create(link.get("url").asText());
            });
      }
      case "location" -> {
        assertTrue(object.has("region") || object.has("country"), "one of them is needed");
        assertTrue(object.path("country").asText("AA").matches("[A-Z]{2}"));
      }
      default -> assertFalse(object.get("name").asText().isEmpty());
    }
  }

  private static Instant time(JsonNode value) {
    assertTrue(
        value.asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"),
        value.asText());
    return Instant.parse(value.asText());
  }

  private static void refer(JsonNode object, Set<String> ids) {
    object
        .path("object_refs")
        .forEach(ref -> assertTrue(ids.contains(ref.asText()), "in the bundle: " + ref));
    if (object.has("created_by_ref")) {
      assertTrue(object.get("created_by_ref").asText().startsWith("identity--"));
      assertTrue(ids.contains(object.get("created_by_ref").asText()));
    }
  }

  private static JsonNode report(JsonNode bundle, String id) {
    for (JsonNode object : bundle.get("objects")) {
      if (object.at("/external_references/0/external_id").asText().equals(id)) {
        return object;
      }
    }
    throw new AssertionError("no report " + id + " in " + bundle);
  }

  @Test
  void aBundleKeepsToTheRulesWhateverReportsSay() throws Exception {
    JsonNode bundle = bundle(Desk.written(Format.STIX, Desk.all()));
    JsonNode quiet = report(bundle, "quiet");
    assertEquals("2024-05-02T00:00:00.000Z", quiet.get("published").asText());
    assertEquals(
        "https://archive.example.org/r/quiet", quiet.at("/external_references/0/url").asText());
    assertEquals("threat-report", quiet.at("/report_types/0").asText());
    assertEquals(4, quiet.get("object_refs").size(), "a place, three authors");
    JsonNode bare = report(bundle, "bare");
    assertEquals("2026-01-02T03:04:05.678Z", bare.get("published").asText(), "undated");
    assertEquals(1, bare.get("object_refs").size(), "the portal, when nothing else is known");
    assertFalse(bare.has("report_types"));
    assertFalse(bare.has("lang"));
  }

  @Test
  void idsAreTheSameEveryTimeAndAnEmptyBundleHasNoObjects() throws Exception {
    assertEquals(
        bundle(Desk.written(Format.STIX, Desk.all())).get("objects"),
        bundle(Desk.written(Format.STIX, Desk.all())).get("objects"));
    assertFalse(bundle(Desk.written(Format.STIX, List.of())).has("objects"));
    // As Python says: uuid5(NAMESPACE_URL, "http://example.com").
    assertEquals(
        "x--8c9ddcb0-8084-5a7f-a988-1095ab18b5df",
        new StixIds(new Site("D", "http://", Desk.SITE.vocabularies())).of("x", "example.com"));
  }

  @Test
  void theCheckWouldTellABrokenBundle() throws Exception {
    String json = Desk.written(Format.STIX, Desk.all());
    assertThrows(
        AssertionError.class,
        () -> bundle(json.replaceFirst("\"published\":\"[^\"]*\",", "\"published\":\"x\",")));
    assertThrows(
        AssertionError.class,
        () -> bundle(json.replaceFirst("\"type\":\"location\"", "\"type\":\"identity\"")));
  }
}
