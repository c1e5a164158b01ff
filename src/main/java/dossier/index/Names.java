package dossier.index;

import dossier.report.Concept;
import dossier.report.Synonyms;
import dossier.report.Vocabularies;
import dossier.report.Vocabulary;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Finds the entry of a vocabulary by what a reader typed: its id, or its label in any language.
/// Knows what else names are called.
final class Names {

  private final Map<String, String> regions;
  private final Map<String, String> threats;
  private final Synonyms synonyms;

  Names(Vocabularies vocabularies) {
    regions = byName(vocabularies.regions());
    threats = byName(vocabularies.threats());
    synonyms = vocabularies.synonyms();
  }

  /// What else a name is called.
  Synonyms synonyms() {
    return synonyms;
  }

  /// Id of the region called so; what was typed when there is none.
  String region(String typed) {
    return find(regions, typed);
  }

  /// Id of the threat type called so; what was typed when there is none.
  String threat(String typed) {
    return find(threats, typed);
  }

  private static String find(Map<String, String> names, String typed) {
    String id = typed.strip().toLowerCase(Locale.ROOT);
    return names.containsValue(id) ? id : names.getOrDefault(Analysis.fold(typed), id);
  }

  private static Map<String, String> byName(Vocabulary vocabulary) {
    Map<String, String> names = new HashMap<>();
    for (Concept concept : vocabulary.all()) {
      // The first entry of the file keeps a name that two have, and every id names its entry.
      names.putIfAbsent(Analysis.fold(concept.id()), concept.id());
      concept
          .labels()
          .values()
          .forEach(label -> names.putIfAbsent(Analysis.fold(label), concept.id()));
    }
    return names;
  }
}
