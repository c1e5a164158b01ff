package dossier.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Names of one person, group, place or matter in all spellings, languages and scripts: the lines
/// of `synonyms.txt`, and the labels of the vocabularies. An entry with a label that a line holds,
/// too, is one group with it.
///
/// Case, accents, hyphens and the like do not matter. A name that two groups share belongs to
/// neither: nobody can say which one is meant.
public final class Synonyms {

  private final Map<String, List<String>> groups = new HashMap<>();
  private final Map<String, List<String>> exact = new HashMap<>();
  private final Set<String> shared = new HashSet<>();

  private Synonyms(SynonymsFile file, Collection<Vocabulary> vocabularies) {
    List<Group> all = new ArrayList<>();
    Map<String, Group> ofFile = new HashMap<>();
    for (SynonymsFile.Line line : file.lines()) {
      Group group = new Group(file.never());
      Stream.concat(line.names().stream(), line.typed().stream())
          .forEach(name -> ofFile.put(key(name), group));
      line.names().forEach(group::add);
      group.typed.addAll(line.typed());
      all.add(group);
    }
    for (Vocabulary vocabulary : vocabularies) {
      for (Concept concept : vocabulary.all()) {
        all.add(labels(concept, file, ofFile));
      }
    }
    all.stream().distinct().forEach(this::keep);
  }

  private static final class Group {
    final Map<String, String> names = new LinkedHashMap<>();
    final List<String> typed = new ArrayList<>();
    final Set<String> never;

    Group(Set<String> never) {
      this.never = never;
    }

    void add(String name) {
      String key = key(name);
      if (!key.isEmpty() && !never.contains(key)) {
        names.putIfAbsent(key, name);
      }
    }
  }

  /// The labels of one vocabulary alone, without a file.
  static Synonyms of(Vocabulary regions, Vocabulary threats) {
    return of(SynonymsFile.EMPTY, regions, threats);
  }

  static Synonyms of(SynonymsFile file, Vocabulary regions, Vocabulary threats) {
    return new Synonyms(file, List.of(regions, threats));
  }

  /// English first, then as the file of the vocabulary is read: in the order of the tags.
  private static Group labels(Concept concept, SynonymsFile file, Map<String, Group> ofFile) {
    List<String> labels = new ArrayList<>(List.of(concept.label()));
    concept.labels().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        // "Северная Африка (ООН)" is how a list puts it; nobody writes so.
        .filter(label -> label.indexOf('(') < 0)
        .forEach(labels::add);
    Set<Group> known = new HashSet<>();
    labels.forEach(label -> known.add(ofFile.getOrDefault(key(label), new Group(Set.of()))));
    known.removeIf(group -> group.names.isEmpty());
    Group group = known.size() == 1 ? known.iterator().next() : new Group(file.never());
    labels.forEach(group::add);
    return group;
  }

  private void keep(Group group) {
    if (group.names.size() + group.typed.size() < 2) {
      return;
    }
    List<String> names = List.copyOf(group.names.values());
    for (String key : group.names.keySet()) {
      if (groups.putIfAbsent(key, names) != null) {
        shared.add(key);
      }
    }
    group.typed.forEach(name -> exact.put(name, names));
  }

  /// What else a name is called, the most usual first, without what is spelled alike. Empty when it
  /// is no name, or one of several.
  public List<String> others(String name) {
    String key = key(name);
    List<String> group =
        shared.contains(key)
            ? List.of()
            : groups.getOrDefault(key, exact.getOrDefault(name.strip(), List.of()));
    return group.stream()
        .filter(other -> !key(other).equals(key))
        .filter(other -> !shared.contains(key(other)))
        .toList();
  }

  /// What names are compared by: two with the same key are spelled alike.
  public static String key(String name) {
    return Words.folded(name);
  }
}
