package dossier.web;

import dossier.report.Concept;
import dossier.report.Vocabulary;
import dossier.search.Answer;
import dossier.search.Dimension;
import dossier.search.Question;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The names of regions and threat types for programs.
final class ApiVocabularies {

  private final Recall recall;
  private final Facets facets;

  ApiVocabularies(Recall recall, Facets facets) {
    this.recall = recall;
    this.facets = facets;
  }

  private record All(List<Known> vocabularies) {}

  private record Known(String name, String parameter, int entries, String url) {}

  private record One(String name, String parameter, List<Entry> entries) {}

  /// @param reports how many are about it or something below it
  private record Entry(
      String id,
      String kind,
      @Nullable String iso2,
      @Nullable String iso3,
      List<String> parents,
      SortedMap<String, String> labels,
      String definition,
      long reports) {}

  void all(Context ctx) {
    Api.send(
        ctx,
        new All(
            List.of(
                known("regions", Dimension.REGION, facets.regions()),
                known("threats", Dimension.THREAT, facets.threats()))));
  }

  private static Known known(String name, Dimension dimension, Vocabulary vocabulary) {
    return new Known(
        name, dimension.parameter(), vocabulary.all().size(), Api.VOCABULARIES + "/" + name);
  }

  void one(Context ctx) throws IOException {
    String name = ctx.pathParam("name");
    One one =
        switch (name) {
          case "regions" -> one(name, Dimension.REGION, facets.regions());
          case "threats" -> one(name, Dimension.THREAT, facets.threats());
          default ->
              throw new NotFoundResponse(
                  "There are two vocabularies: ask for “regions” or “threats”.");
        };
    Api.send(ctx, one);
  }

  private One one(String name, Dimension dimension, Vocabulary vocabulary) throws IOException {
    Map<String, Long> reports = new HashMap<>();
    Answer everything = recall.search(Question.of("").with(Question.Versions.ALL).page(1, 1));
    for (Answer.Value value : facets.flat(everything, dimension, some -> true)) {
      reports.put(value.id(), value.count());
    }
    List<Entry> entries =
        vocabulary.all().stream()
            .map(concept -> entry(concept, reports.getOrDefault(concept.id(), 0L)))
            .toList();
    return new One(name, dimension.parameter(), entries);
  }

  private static Entry entry(Concept concept, long reports) {
    return new Entry(
        concept.id(),
        concept.kind(),
        concept.code().isEmpty() ? null : concept.code(),
        concept.alpha3().isEmpty() ? null : concept.alpha3(),
        concept.parents(),
        new TreeMap<>(concept.labels()),
        concept.definition(),
        reports);
  }
}
