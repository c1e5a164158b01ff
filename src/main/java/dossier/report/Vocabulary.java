package dossier.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The entries of one facet as a directed graph without cycles: an entry may have several parents.
public final class Vocabulary {

  private final Map<String, Concept> concepts = new LinkedHashMap<>();
  private final Map<String, List<Concept>> children = new LinkedHashMap<>();
  private final Map<String, Concept> spoken = new HashMap<>();

  /// A vocabulary of these entries, in this order.
  ///
  /// @throws IllegalArgumentException when an id stands twice, a parent does not exist, or an entry
  ///   is its own ancestor
  public Vocabulary(Collection<Concept> entries) {
    for (Concept concept : entries) {
      if (concepts.put(concept.id(), concept) != null) {
        throw new IllegalArgumentException("entry " + concept.id() + " stands twice");
      }
    }
    for (Concept concept : concepts.values()) {
      for (String parent : concept.parents()) {
        if (!concepts.containsKey(parent)) {
          throw new IllegalArgumentException(
              "entry " + concept.id() + ": no such parent: " + parent);
        }
        children.computeIfAbsent(parent, p -> new ArrayList<>()).add(concept);
      }
    }
    for (Concept concept : concepts.values()) {
      if (ancestors(concept.id()).contains(concept.id())) {
        throw new IllegalArgumentException("entry " + concept.id() + " is its own ancestor");
      }
    }
    concepts.values().forEach(concept -> speak(concept.id(), concept));
    concepts.values().forEach(concept -> speak(concept.code(), concept));
    concepts.values().forEach(concept -> speak(concept.alpha3(), concept));
    concepts.values().forEach(concept -> speak(concept.label(), concept));
    for (Concept concept : concepts.values()) {
      concept.labels().values().forEach(label -> speak(label, concept));
    }
  }

  private void speak(String words, Concept concept) {
    String folded = Words.folded(words);
    if (!folded.isEmpty()) {
      spoken.putIfAbsent(folded, concept);
    }
  }

  /// The entry, or null when there is none of that id.
  public @Nullable Concept get(String id) {
    return concepts.get(id);
  }

  /// The entry a person means by its id, its ISO 3166-1 code of two or three letters, or its label
  /// in any language, in this order; case and accents do not matter. Null when there is none.
  public @Nullable Concept named(String words) {
    return spoken.get(Words.folded(words));
  }

  /// The English label of the entry, or the id itself when there is none.
  public String label(String id) {
    Concept concept = concepts.get(id);
    return concept == null ? id : concept.label();
  }

  /// All entries, in the order of the file.
  public Collection<Concept> all() {
    return concepts.values();
  }

  /// The entries without parents.
  public List<Concept> roots() {
    return concepts.values().stream().filter(concept -> concept.parents().isEmpty()).toList();
  }

  /// The entries right below one.
  public List<Concept> children(String id) {
    return children.getOrDefault(id, List.of());
  }

  /// The ids above an entry, nearest first, each once, without its own; empty for an unknown id.
  public Set<String> ancestors(String id) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(id));
    while (!open.isEmpty()) {
      Concept concept = concepts.get(open.remove());
      for (String parent : concept == null ? List.<String>of() : concept.parents()) {
        if (found.add(parent)) {
          open.add(parent);
        }
      }
    }
    return found;
  }

  /// The ids below an entry, each once, without its own.
  public Set<String> descendants(String id) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(id));
    while (!open.isEmpty()) {
      for (Concept child : children(open.remove())) {
        if (found.add(child.id())) {
          open.add(child.id());
        }
      }
    }
    return found;
  }
}
