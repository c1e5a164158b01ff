package dossier.exchange;

import dossier.report.Concept;
import dossier.report.Vocabularies;
import dossier.report.Vocabulary;
import dossier.search.Answer;
import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The sets of the repository: `region`, `threat` and `series`, and below them every region and
/// threat type by its place in the vocabulary (`region:asia:central-asia:kazakhstan`) and every
/// series. An entry with several places is a set at each of them. A report is in the sets of what
/// it is about, and of what is above that; mentions do not count.
///
/// @param vocabularies what regions and threat types there are
record OaiSets(Vocabularies vocabularies) {

  private static final List<Dimension> FACETS =
      List.of(Dimension.REGION, Dimension.THREAT, Dimension.SERIES);

  private static final Pattern SERIES = Pattern.compile("[a-z0-9-]{1,64}");

  /// A set and its name.
  record Named(String spec, String name) {}

  /// What is asked for with a set.
  ///
  /// @param facet null for everything
  /// @param value empty for any
  record Chosen(@Nullable Dimension facet, String value) {}

  /// Every set.
  List<Named> all(Engine engine) throws IOException {
    List<Named> all = new ArrayList<>();
    for (Dimension facet : FACETS) {
      all.add(new Named(facet.parameter(), name(facet)));
      Vocabulary tree = tree(facet);
      if (tree != null) {
        for (Concept root : tree.roots()) {
          below(facet.parameter(), root, tree, all);
        }
      }
    }
    Answer everything = engine.search(Question.of("").page(1, 1));
    for (Answer.Count series : everything.counts().getOrDefault(Dimension.SERIES, List.of())) {
      all.add(new Named(spec(Dimension.SERIES, series.id()), Clean.line(series.name())));
    }
    return all;
  }

  private static void below(String above, Concept concept, Vocabulary tree, List<Named> all) {
    String spec = above + ":" + concept.id();
    all.add(new Named(spec, Clean.line(concept.label())));
    for (Concept child : tree.children(concept.id())) {
      below(spec, child, tree, all);
    }
  }

  /// The sets of a record, without those they lie in.
  List<String> of(Map<Dimension, List<String>> labels) {
    List<String> specs = new ArrayList<>();
    for (Dimension facet : FACETS) {
      Vocabulary tree = tree(facet);
      for (String id : labels.getOrDefault(facet, List.of())) {
        if (tree == null) {
          specs.add(spec(facet, id));
        } else {
          paths(tree, id).forEach(path -> specs.add(spec(facet, path)));
        }
      }
    }
    return specs.stream().distinct().toList();
  }

  private static List<String> paths(Vocabulary tree, String id) {
    Concept concept = tree.get(id);
    if (concept == null) {
      return List.of(); // A label of an older vocabulary is no set any more.
    }
    if (concept.parents().isEmpty()) {
      return List.of(id);
    }
    return concept.parents().stream()
        .flatMap(parent -> paths(tree, parent).stream())
        .map(path -> path + ":" + id)
        .toList();
  }

  /// What a set stands for; null when there is none like it.
  @Nullable Chosen read(String spec) {
    if (spec.isEmpty()) {
      return new Chosen(null, "");
    }
    for (Dimension facet : FACETS) {
      if (spec.equals(facet.parameter())) {
        return new Chosen(facet, "");
      }
      if (spec.startsWith(facet.parameter() + ":")) {
        String path = spec.substring(facet.parameter().length() + 1);
        String id = path.substring(path.lastIndexOf(':') + 1);
        Vocabulary tree = tree(facet);
        boolean known =
            tree == null ? SERIES.matcher(path).matches() : paths(tree, id).contains(path);
        return known ? new Chosen(facet, id) : null;
      }
    }
    return null;
  }

  private @Nullable Vocabulary tree(Dimension facet) {
    return switch (facet) {
      case REGION -> vocabularies.regions();
      case THREAT -> vocabularies.threats();
      case SERIES, LANGUAGE, TYPE -> null;
    };
  }

  private static String name(Dimension facet) {
    return switch (facet) {
      case REGION -> "Reports about regions";
      case THREAT -> "Reports about threat types";
      case SERIES, LANGUAGE, TYPE -> "Reports of series";
    };
  }

  private static String spec(Dimension facet, String path) {
    return facet.parameter() + ":" + path;
  }
}
