package dossier.report;

import dossier.archive.Nearest;
import dossier.report.Name.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads `regions.yaml` or `threats.yaml`; `index/vocabulary/README.md` describes both.
final class VocabularyLoader {

  private static final Set<String> REGION_KEYS =
      keys("id kind code alpha3 parents map label names weak not namesakes members why");
  private static final Set<String> THREAT_KEYS = keys("id parent label definition cues not");
  private static final Set<String> CUE_KEYS = keys("strong weak near");
  private static final Set<String> KINDS = keys("continent subregion country grouping");
  private static final Set<String> ANY_KEY = Set.of();

  /// A vocabulary and the names its entries are recognised by.
  record Loaded(Vocabulary vocabulary, List<Name> names) {}

  private record Entry(
      String id,
      String kind,
      String code,
      String alpha3,
      List<String> parents,
      List<String> members,
      Map<String, String> labels,
      String definition,
      boolean mapped,
      Node node) {}

  private final YamlReader yaml;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<Name> names = new ArrayList<>();

  private VocabularyLoader(String file, List<String> problems) {
    this.yaml = new YamlReader(file, problems);
  }

  /// Reads the regions; what is wrong is added to `problems`, and then the result is not to be
  /// used.
  static Loaded regions(String file, String content, List<String> problems) {
    VocabularyLoader loader = new VocabularyLoader(file, problems);
    for (Node node : loader.yaml.entries(content)) {
      loader.region(node);
    }
    return loader.loaded(problems);
  }

  /// Reads the threat types, as [#regions].
  static Loaded threats(String file, String content, List<String> problems) {
    VocabularyLoader loader = new VocabularyLoader(file, problems);
    for (Node node : loader.yaml.entries(content)) {
      loader.threat(node);
    }
    return loader.loaded(problems);
  }

  private void region(Node node) {
    Map<String, Node> fields = yaml.fields(node, REGION_KEYS, "a region");
    String id = id(node, fields);
    String kind = optional(fields, "kind", id);
    if (!KINDS.contains(kind)) {
      yaml.problem(node, id + ": kind should be one of " + String.join(", ", KINDS));
    }
    if (kind.equals("country") && !fields.containsKey("code")) {
      yaml.problem(node, id + ": a country needs a code");
    }
    if (kind.equals("grouping") != fields.containsKey("members")) {
      yaml.problem(node, id + ": a grouping has members, and nothing else has");
    }
    Entry entry =
        new Entry(
            id,
            kind,
            optional(fields, "code", id),
            optional(fields, "alpha3", id),
            list(fields, "parents", id),
            list(fields, "members", id),
            labels(node, fields, id),
            optional(fields, "why", id),
            optional(fields, "map", id).equals("true"),
            node);
    put(entry);
    entry.labels().forEach((language, label) -> name(node, id, Role.STRONG, language, label));
    names(fields, "names", id, Role.STRONG);
    names(fields, "weak", id, Role.WEAK);
    notThese(fields, "not", id, Role.NOT);
    notThese(fields, "namesakes", id, Role.NAMESAKE);
  }

  private void threat(Node node) {
    Map<String, Node> fields = yaml.fields(node, THREAT_KEYS, "a threat type");
    String id = id(node, fields);
    String parent = optional(fields, "parent", id);
    put(
        new Entry(
            id,
            parent.isEmpty() ? "main" : "sub",
            "",
            "",
            parent.isEmpty() ? List.of() : List.of(parent),
            List.of(),
            labels(node, fields, id),
            optional(fields, "definition", id),
            false,
            node));
    notThese(fields, "not", id, Role.NOT);
    Node cues = fields.get("cues");
    if (cues == null) {
      return;
    }
    yaml.fields(cues, ANY_KEY, "cues of " + id)
        .forEach((language, node2) -> cues(id, language, node2));
  }

  private void cues(String id, String language, Node node) {
    String what = "cues of " + id + " in " + language;
    Map<String, Node> kinds = yaml.fields(node, CUE_KEYS, what);
    kinds.forEach((kind, list) -> {
      Role role =
          switch (kind) {
            case "strong" -> Role.STRONG;
            case "near" -> Role.NEAR;
            default -> Role.WEAK;
          };
      for (Node item : yaml.items(list, what)) {
        name(item, id, role, language, yaml.text(item, "a cue of " + id));
      }
    });
  }

  private void names(Map<String, Node> fields, String key, String id, Role role) {
    Node node = fields.get(key);
    if (node == null) {
      return;
    }
    String what = key + " of " + id;
    yaml.fields(node, ANY_KEY, what)
        .forEach((language, list) -> {
          for (Node item : yaml.items(list, what)) {
            name(item, id, role, language, yaml.text(item, what));
          }
        });
  }

  private void notThese(Map<String, Node> fields, String key, String id, Role role) {
    Node node = fields.get(key);
    if (node == null) {
      return;
    }
    for (Node item : yaml.items(node, key + " of " + id)) {
      name(item, id, role, "", yaml.text(item, key + " of " + id));
    }
  }

  private void name(Node node, String id, Role role, String language, String text) {
    String wrong = text.isEmpty() ? "" : Phrase.problem(role, text);
    if (!wrong.isEmpty()) {
      yaml.problem(node, id + ": " + wrong);
    } else if (!text.isEmpty()) {
      names.add(new Name(id, role, language, text));
    }
  }

  private String id(Node node, Map<String, Node> fields) {
    Node given = fields.get("id");
    if (given == null) {
      yaml.problem(node, "an entry without `id`");
      return "";
    }
    String id = yaml.text(given, "an id");
    if (!id.matches("[a-z0-9-]+")) {
      yaml.problem(given, "“" + id + "”: an id has only a-z, 0-9 and hyphens");
    }
    return id;
  }

  private Map<String, String> labels(Node node, Map<String, Node> fields, String id) {
    Map<String, String> labels = new LinkedHashMap<>();
    Node given = fields.get("label");
    if (given != null) {
      yaml.fields(given, ANY_KEY, "label of " + id)
          .forEach((language, text) -> labels.put(language, yaml.text(text, "label of " + id)));
    }
    if (!labels.containsKey("en")) {
      yaml.problem(node, id + ": needs a label with `en`");
    }
    return labels;
  }

  private String optional(Map<String, Node> fields, String key, String id) {
    Node node = fields.get(key);
    return node == null ? "" : yaml.text(node, key + " of " + id);
  }

  private List<String> list(Map<String, Node> fields, String key, String id) {
    Node node = fields.get(key);
    return node == null ? List.of() : yaml.texts(node, key + " of " + id);
  }

  private void put(Entry entry) {
    Entry before = entries.putIfAbsent(entry.id(), entry);
    if (before != null) {
      yaml.problem(entry.node(), "entry " + entry.id() + " stands twice");
    }
  }

  private Loaded loaded(List<String> problems) {
    Map<String, List<String>> groupings = new LinkedHashMap<>();
    for (Entry entry : entries.values()) {
      known(entry, entry.parents(), "parent");
      known(entry, entry.members(), "member");
      for (String member : entry.members()) {
        groupings.computeIfAbsent(member, m -> new ArrayList<>()).add(entry.id());
      }
    }
    if (!problems.isEmpty()) {
      return new Loaded(new Vocabulary(List.of()), List.of());
    }
    List<Concept> concepts =
        entries.values().stream()
            .map(entry -> concept(entry, groupings.getOrDefault(entry.id(), List.of())))
            .toList();
    try {
      return new Loaded(new Vocabulary(concepts), List.copyOf(names));
    } catch (IllegalArgumentException e) {
      problems.add(yaml.file() + ": " + e.getMessage());
      return new Loaded(new Vocabulary(List.of()), List.of());
    }
  }

  private void known(Entry entry, List<String> ids, String what) {
    for (String id : ids) {
      if (!entries.containsKey(id)) {
        String near = Nearest.to(id, entries.keySet());
        yaml.problem(entry.node(), entry.id() + ": no such " + what + ": “" + id + "”" + near);
      }
    }
  }

  private static Concept concept(Entry entry, List<String> groupings) {
    Set<String> parents = new LinkedHashSet<>(entry.parents());
    parents.addAll(groupings);
    return new Concept(
        entry.id(),
        entry.kind(),
        entry.code(),
        entry.alpha3(),
        List.copyOf(parents),
        entry.labels(),
        entry.definition(),
        entry.mapped());
  }

  private static Set<String> keys(String words) {
    return new LinkedHashSet<>(List.of(words.split(" ", -1)));
  }
}
