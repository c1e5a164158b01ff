package dossier.report;

import static org.eclipse.rdf4j.model.util.Values.iri;
import static org.eclipse.rdf4j.model.util.Values.literal;

import dossier.report.Skos.Kind;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.rio.turtle.TurtleWriter;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/// Writes the entries of a valid vocabulary file as SKOS.
final class SkosWriter {

  private final Kind kind;
  private final StringWriter out = new StringWriter();
  private final TurtleWriter turtle = new TurtleWriter(out);
  private final Map<String, List<String>> children = new LinkedHashMap<>();
  private final Map<String, List<String>> groupings = new LinkedHashMap<>();

  private SkosWriter(Kind kind) {
    this.kind = kind;
  }

  static String write(Kind kind, String yaml) {
    return new SkosWriter(kind).write(yaml);
  }

  private String write(String yaml) {
    // Without a schema every scalar is the word that stands there: `no` is a language.
    LoadSettings plain = LoadSettings.builder().setSchema(new FailsafeSchema()).build();
    List<Map<?, ?>> entries = new ArrayList<>();
    for (Object entry : list(new Load(plain).loadFromString(yaml))) {
      entries.add((Map<?, ?>) entry);
    }
    for (Map<?, ?> entry : entries) {
      String id = text(entry, "id");
      for (String parent : parents(entry)) {
        children.computeIfAbsent(parent, p -> new ArrayList<>()).add(id);
      }
      for (Object member : list(entry.get("members"))) {
        groupings.computeIfAbsent((String) member, m -> new ArrayList<>()).add(id);
      }
    }
    turtle.startRDF();
    turtle.handleNamespace("skos", Skos.SKOS);
    turtle.handleNamespace("d", Skos.OWN);
    add(scheme(), iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), skos("ConceptScheme"));
    add(scheme(), skos("prefLabel"), literal("Dossier: " + kind.plural(), "en"));
    entries.forEach(this::entry);
    turtle.endRDF();
    return out.toString();
  }

  private void entry(Map<?, ?> entry) {
    IRI concept = concept(text(entry, "id"));
    add(concept, iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), skos("Concept"));
    add(concept, skos("inScheme"), scheme());
    add(concept, skos("notation"), literal(text(entry, "id")));
    spoken(entry.get("label"))
        .forEach((language, labels) -> words(concept, skos("prefLabel"), language, labels));
    names(concept, entry);
    for (String key : List.of("definition", "why")) {
      if (entry.containsKey(key)) {
        add(concept, skos("definition"), literal(text(entry, key), "en"));
      }
    }
    relations(concept, entry);
    for (String key : List.of("kind", "code", "alpha3", "map")) {
      if (entry.containsKey(key)) {
        add(concept, own(key), literal(text(entry, key)));
      }
    }
    if (entry.get("cues") instanceof Map<?, ?> cues) {
      cues.forEach((language, lists) ->
          ((Map<?, ?>) lists)
              .forEach((role, words) ->
                  words(concept, own((String) role), (String) language, list(words))));
    }
    spoken(entry.get("weak"))
        .forEach((language, weak) -> words(concept, own("weak"), language, weak));
    words(concept, own("not"), "", list(entry.get("not")));
    words(concept, own("namesakes"), "", list(entry.get("namesakes")));
  }

  private void names(IRI concept, Map<?, ?> entry) {
    spoken(entry.get("names"))
        .forEach((language, names) -> {
          for (Object name : names) {
            IRI property = ((String) name).contains("*") ? own("pattern") : skos("altLabel");
            words(concept, property, language, List.of(name));
          }
        });
  }

  private void relations(IRI concept, Map<?, ?> entry) {
    String id = text(entry, "id");
    List<String> above = new ArrayList<>(parents(entry));
    above.addAll(groupings.getOrDefault(id, List.of()));
    if (above.isEmpty()) {
      add(concept, skos("topConceptOf"), scheme());
    }
    above.forEach(parent -> add(concept, skos("broader"), concept(parent)));
    for (Object member : list(entry.get("members"))) {
      add(concept, skos("narrower"), concept((String) member));
    }
    children
        .getOrDefault(id, List.of())
        .forEach(child -> add(concept, skos("narrower"), concept(child)));
  }

  private static List<String> parents(Map<?, ?> entry) {
    List<String> parents = new ArrayList<>();
    list(entry.get("parents")).forEach(parent -> parents.add((String) parent));
    if (entry.containsKey("parent")) {
      parents.add(text(entry, "parent"));
    }
    return parents;
  }

  private void words(IRI concept, IRI property, String language, List<?> words) {
    for (Object word : words) {
      String text = ((String) word).strip();
      add(concept, property, language.isEmpty() ? literal(text) : literal(text, language));
    }
  }

  private static Map<String, List<?>> spoken(@Nullable Object byLanguage) {
    Map<String, List<?>> spoken = new LinkedHashMap<>();
    if (byLanguage instanceof Map<?, ?> map) {
      map.forEach((language, words) ->
          spoken.put((String) language, words instanceof List<?> many ? many : List.of(words)));
    }
    return spoken;
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static String text(Map<?, ?> entry, String key) {
    return String.valueOf(entry.get(key)).strip();
  }

  private IRI scheme() {
    return iri("urn:dossier:" + kind.plural());
  }

  private IRI concept(String id) {
    return iri("urn:dossier:" + kind.plural() + ":" + id);
  }

  private static IRI skos(String name) {
    return iri(Skos.SKOS, name);
  }

  private static IRI own(String name) {
    return iri(Skos.OWN, name);
  }

  private void add(IRI subject, IRI property, Value value) {
    turtle.handleStatement(
        SimpleValueFactory.getInstance().createStatement(subject, property, value));
  }
}
