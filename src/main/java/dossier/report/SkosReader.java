package dossier.report;

import dossier.report.Skos.Imported;
import dossier.report.Skos.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.eclipse.rdf4j.rio.turtle.TurtleParser;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;

/// Makes a vocabulary file of SKOS in Turtle.
final class SkosReader {

  /// A concept as the file describes it.
  private static final class Described {
    private final String iri;
    private final int line;
    private final Map<String, List<Value>> values = new LinkedHashMap<>();
    private String id = "";

    Described(String iri, int line) {
      this.iri = iri;
      this.line = line;
    }

    List<Value> all(String property) {
      return values.getOrDefault(property, List.of());
    }

    String first(String property) {
      List<Value> all = all(property);
      return all.isEmpty() ? "" : all.getFirst().stringValue().strip();
    }

    /// Texts by language, `en` where none is said.
    Map<String, List<String>> spoken(String property) {
      Map<String, List<String>> spoken = new LinkedHashMap<>();
      for (Value value : all(property)) {
        if (value instanceof Literal literal) {
          String language = literal.getLanguage().orElse("en");
          spoken.computeIfAbsent(language, l -> new ArrayList<>()).add(literal.getLabel().strip());
        }
      }
      return spoken;
    }
  }

  private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
  private static final String ALT = Skos.SKOS + "altLabel";
  private static final List<String> OWN_TEXTS = List.of("code", "alpha3", "map");

  private final Kind kind;
  private final String file;
  private final String scheme;
  private final Map<String, Described> subjects = new LinkedHashMap<>();
  private final Map<String, Described> concepts = new LinkedHashMap<>();
  private final Map<String, Set<String>> above = new LinkedHashMap<>();
  private final Map<String, Set<String>> below = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  private SkosReader(Kind kind, String file, String scheme) {
    this.kind = kind;
    this.file = file;
    this.scheme = scheme;
  }

  static Imported read(Kind kind, String file, byte[] turtle, String scheme) throws IOException {
    SkosReader reader = new SkosReader(kind, file, scheme);
    reader.parse(turtle);
    reader.stopIfWrong();
    reader.choose();
    reader.stopIfWrong();
    reader.concepts.values().forEach(reader::name);
    reader.concepts.values().forEach(reader::relate);
    reader.concepts.values().forEach(reader::checkCycle);
    reader.stopIfWrong();
    List<Map<String, Object>> entries = new ArrayList<>();
    reader.concepts.values().forEach(concept -> entries.add(reader.entry(concept)));
    DumpSettings settings = DumpSettings.builder().setWidth(160).build();
    return new Imported(new Dump(settings).dumpToString(entries), entries.size(), reader.remarks);
  }

  private void stopIfWrong() {
    if (!problems.isEmpty()) {
      throw new VocabularyException(problems);
    }
  }

  private void parse(byte[] turtle) throws IOException {
    long[] line = {1};
    TurtleParser parser = new TurtleParser();
    parser.setParseLocationListener((at, column) -> line[0] = Math.max(1, at));
    parser.setRDFHandler(
        new AbstractRDFHandler() {
          @Override
          public void handleStatement(Statement statement) {
            subjects
                .computeIfAbsent(
                    statement.getSubject().stringValue(), iri -> new Described(iri, (int) line[0]))
                .values
                .computeIfAbsent(statement.getPredicate().stringValue(), p -> new ArrayList<>())
                .add(statement.getObject());
          }
        });
    try {
      parser.parse(new ByteArrayInputStream(turtle), "urn:dossier:imported:");
    } catch (RDFParseException | RDFHandlerException e) {
      long at = e instanceof RDFParseException parse ? parse.getLineNumber() : line[0];
      String message = e.getMessage() == null ? "unreadable" : e.getMessage();
      String bare = message.replaceFirst(" \\[line \\d+\\]$", "");
      problems.add(file + ":" + Math.max(1, at) + ": not valid Turtle: " + bare);
    }
  }

  /// Finds the concepts of the scheme that is asked for.
  private void choose() {
    List<String> schemes =
        subjects.values().stream()
            .filter(each -> is(each, "ConceptScheme"))
            .map(each -> each.iri)
            .toList();
    if (!scheme.isEmpty() && !schemes.contains(scheme)) {
      problems.add(file + ":1: there is no scheme " + scheme + "; there are: " + schemes);
    }
    if (scheme.isEmpty() && schemes.size() > 1) {
      problems.add(
          file
              + ":1: holds several schemes; choose one with --scheme: "
              + String.join(", ", schemes));
    }
    for (Described each : subjects.values()) {
      if (is(each, "Concept") && (scheme.isEmpty() || inScheme(each))) {
        concepts.put(each.iri, each);
      }
    }
    if (concepts.isEmpty() && problems.isEmpty()) {
      problems.add(file + ":1: holds no skos:Concept");
    }
  }

  private static boolean is(Described each, String type) {
    return each.all(TYPE).stream().anyMatch(value -> value.stringValue().equals(Skos.SKOS + type));
  }

  private boolean inScheme(Described each) {
    return refers(each, "inScheme", scheme)
        || refers(each, "topConceptOf", scheme)
        || (subjects.containsKey(scheme)
            && refers(subjects.get(scheme), "hasTopConcept", each.iri));
  }

  private static boolean refers(Described each, String property, String iri) {
    return each.all(Skos.SKOS + property).stream()
        .anyMatch(value -> value.stringValue().equals(iri));
  }

  /// Gives a concept its id: its notation, else its English name.
  private void name(Described concept) {
    Map<String, List<String>> labels = concept.spoken(Skos.SKOS + "prefLabel");
    if (labels.isEmpty()) {
      problem(concept, "has no skos:prefLabel");
      return;
    }
    if (!labels.containsKey("en")) {
      remark(concept, "has no English skos:prefLabel: its first one stands for it");
    }
    String notation = concept.first(Skos.SKOS + "notation").toLowerCase(Locale.ROOT);
    String label = labels.getOrDefault("en", labels.values().iterator().next()).getFirst();
    String id = notation.matches("[a-z0-9-]+") ? notation : Words.folded(label).replace(' ', '-');
    if (!id.matches("[a-z0-9-]+")) {
      problem(
          concept, "needs a skos:notation of a-z, 0-9 and hyphens, or an English skos:prefLabel");
      return;
    }
    for (Described other : concepts.values()) {
      if (other.id.equals(id)) {
        problem(concept, "has the same id “" + id + "” as <" + other.iri + ">");
      }
    }
    concept.id = id;
  }

  private void relate(Described concept) {
    for (Value value : concept.all(Skos.SKOS + "broader")) {
      link(concept, value, concept.iri, value.stringValue());
    }
    for (Value value : concept.all(Skos.SKOS + "narrower")) {
      link(concept, value, value.stringValue(), concept.iri);
    }
  }

  private void link(Described concept, Value other, String child, String parent) {
    if (!concepts.containsKey(other.stringValue())) {
      remark(concept, "<" + other.stringValue() + "> is no concept of the scheme: left out");
      return;
    }
    above.computeIfAbsent(child, c -> new LinkedHashSet<>()).add(parent);
    below.computeIfAbsent(parent, p -> new LinkedHashSet<>()).add(child);
  }

  private void checkCycle(Described concept) {
    Set<String> seen = new LinkedHashSet<>();
    List<String> open = new ArrayList<>(above.getOrDefault(concept.iri, Set.of()));
    while (!open.isEmpty()) {
      String next = open.removeLast();
      if (seen.add(next)) {
        open.addAll(above.getOrDefault(next, Set.of()));
      }
    }
    if (seen.contains(concept.iri)) {
      problem(concept, "is broader than itself, through " + seen);
    }
  }

  private Map<String, Object> entry(Described concept) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", concept.id);
    switch (kind) {
      case REGIONS -> region(concept, entry);
      case THREATS -> threat(concept, entry);
    }
    for (String key : List.of("not", "namesakes")) {
      List<String> texts = concept.all(Skos.OWN + key).stream().map(Value::stringValue).toList();
      putIfAny(entry, key, texts);
    }
    return entry;
  }

  private void region(Described concept, Map<String, Object> entry) {
    String own = kindOf(concept);
    entry.put("kind", own);
    for (String key : OWN_TEXTS) {
      if (!concept.first(Skos.OWN + key).isEmpty()) {
        entry.put(key, concept.first(Skos.OWN + key));
      }
    }
    List<String> parents =
        above.getOrDefault(concept.iri, Set.of()).stream()
            .filter(parent -> !isGrouping(parent))
            .map(this::id)
            .toList();
    putIfAny(entry, "parents", parents);
    if (own.equals("grouping")) {
      entry.put(
          "members", below.getOrDefault(concept.iri, Set.of()).stream().map(this::id).toList());
    }
    putIfAny(entry, "why", concept.first(Skos.SKOS + "definition"));
    entry.put("label", labels(concept));
    Map<String, List<String>> names = found(concept);
    merge(names, concept.spoken(Skos.OWN + "pattern"));
    putIfAny(entry, "names", names);
    putIfAny(entry, "weak", concept.spoken(Skos.OWN + "weak"));
  }

  /// Its kind; of a foreign concept, what its place tells.
  private String kindOf(Described concept) {
    String own = concept.first(Skos.OWN + "kind");
    if (!own.isEmpty()) {
      return own;
    }
    return above.containsKey(concept.iri) ? "subregion" : "continent";
  }

  private boolean isGrouping(String iri) {
    Described concept = concepts.get(iri);
    return concept != null && kindOf(concept).equals("grouping");
  }

  private void threat(Described concept, Map<String, Object> entry) {
    Set<String> parents = above.getOrDefault(concept.iri, Set.of());
    if (!parents.isEmpty()) {
      entry.put("parent", id(parents.iterator().next()));
    }
    if (parents.size() > 1) {
      remark(concept, "has several broader concepts: the first is kept");
    }
    entry.put("label", labels(concept));
    putIfAny(entry, "definition", concept.first(Skos.SKOS + "definition"));
    Map<String, Map<String, List<String>>> cues = new LinkedHashMap<>();
    Map<String, List<String>> strong = found(concept);
    merge(strong, concept.spoken(Skos.OWN + "strong"));
    cue(cues, "strong", strong);
    cue(cues, "weak", concept.spoken(Skos.OWN + "weak"));
    cue(cues, "near", concept.spoken(Skos.OWN + "near"));
    putIfAny(entry, "cues", cues);
  }

  private static void cue(
      Map<String, Map<String, List<String>>> cues, String role, Map<String, List<String>> words) {
    words.forEach((language, list) ->
        cues.computeIfAbsent(language, l -> new LinkedHashMap<>()).put(role, list));
  }

  private Map<String, String> labels(Described concept) {
    Map<String, String> labels = new LinkedHashMap<>();
    Map<String, List<String>> given = concept.spoken(Skos.SKOS + "prefLabel");
    labels.put("en", given.getOrDefault("en", given.values().iterator().next()).getFirst());
    given.forEach((language, texts) -> labels.put(language, texts.getFirst()));
    return labels;
  }

  /// The other names, without those no text can be searched for.
  private Map<String, List<String>> found(Described concept) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (String property : List.of(ALT, Skos.SKOS + "hiddenLabel")) {
      concept
          .spoken(property)
          .forEach((language, names) -> {
            for (String name : names) {
              String wrong = Phrase.problem(Name.Role.STRONG, name);
              if (wrong.isEmpty()) {
                found.computeIfAbsent(language, l -> new ArrayList<>()).add(name);
              } else {
                remark(concept, wrong + ": left out");
              }
            }
          });
    }
    return found;
  }

  private static void merge(Map<String, List<String>> into, Map<String, List<String>> more) {
    more.forEach(
        (language, words) -> into.computeIfAbsent(language, l -> new ArrayList<>()).addAll(words));
  }

  private String id(String iri) {
    Described concept = concepts.get(iri);
    return concept == null ? iri : concept.id;
  }

  private static void putIfAny(Map<String, Object> entry, String key, Object value) {
    boolean any =
        switch (value) {
          case String text -> !text.isEmpty();
          case List<?> list -> !list.isEmpty();
          case Map<?, ?> map -> !map.isEmpty();
          default -> true;
        };
    if (any) {
      entry.put(key, value);
    }
  }

  private void problem(Described concept, String sentence) {
    problems.add(file + ":" + concept.line + ": <" + concept.iri + "> " + sentence);
  }

  private void remark(Described concept, String sentence) {
    remarks.add(file + ":" + concept.line + ": <" + concept.iri + "> " + sentence);
  }
}
