package dossier.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A test collection: documents, queries, and people's judgments which document answers which
/// query.
///
/// @param form in which form it was found, for people
/// @param judgments by query, by document, how relevant it is: 1 and more; what is not relevant is
///   absent
record TestCollection(
    String form, List<Doc> docs, List<Topic> topics, Map<String, Map<String, Integer>> judgments) {

  /// A document.
  ///
  /// @param title may be empty
  record Doc(String id, String title, String text) {}

  /// A query.
  record Topic(String id, String words) {}

  /// The relevant documents of a query.
  Map<String, Integer> relevant(Topic topic) {
    return judgments.getOrDefault(topic.id(), Map.of());
  }

  /// The same with only those queries to which a document that is there is relevant: the others say
  /// nothing about an order.
  TestCollection judged() {
    Map<String, Doc> there = new LinkedHashMap<>();
    docs.forEach(doc -> there.put(doc.id(), doc));
    List<Topic> kept =
        topics.stream()
            .filter(topic -> relevant(topic).keySet().stream().anyMatch(there::containsKey))
            .toList();
    return new TestCollection(form, docs, kept, judgments);
  }
}
