package dossier.web;

import dossier.report.Label;
import dossier.report.Report;
import dossier.search.Answer;
import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What else the archive holds on what a report is on.
final class Related {

  private static final int SHOWN = 5;

  private final Engine engine;
  private final Facets facets;

  Related(Engine engine, Facets facets) {
    this.engine = engine;
    this.facets = facets;
  }

  /// Related facets and reports; any list may be empty.
  ///
  /// @param groups searches that share a label with the report, with their counts
  record View(List<Group> groups, List<Other> reports) {}

  /// Searches that share a label.
  record Group(String title, List<Rows.Row> rows) {}

  /// Another report on the same things.
  ///
  /// @param shared what both are on; may be empty
  record Other(String title, String lang, String href, String source, String shared) {}

  View to(Report report) throws IOException {
    Optional<String> region = strongest(report.regions());
    Optional<String> threat = strongest(report.threats());
    List<Group> groups = new ArrayList<>();
    if (region.isPresent()) {
      add(groups, "related.also", Dimension.REGION, region.get(), Dimension.THREAT, report);
    }
    if (threat.isPresent()) {
      add(groups, "related.elsewhere", Dimension.THREAT, threat.get(), Dimension.REGION, report);
    }
    return new View(List.copyOf(groups), others(report));
  }

  private static Optional<String> strongest(List<Label> labels) {
    return labels.stream()
        .filter(label -> label.strength() == Label.Strength.ABOUT)
        .map(Label::id)
        .findFirst();
  }

  private void add(
      List<Group> groups,
      String title,
      Dimension shared,
      String id,
      Dimension varied,
      Report report)
      throws IOException {
    Question question = Facets.only(Question.of(""), shared, id);
    Answer answer = engine.search(question.page(1, 1));
    List<Label> own = varied == Dimension.REGION ? report.regions() : report.threats();
    List<Answer.Value> values =
        (varied == Dimension.REGION ? facets.mapped(answer) : facets.values(answer, varied))
            .stream()
                .filter(value -> own.stream().noneMatch(label -> label.id().equals(value.id())))
                .limit(SHOWN)
                .toList();
    if (!values.isEmpty()) {
      groups.add(
          new Group(
              Words.say(title, "name", facets.label(shared, id)),
              Rows.of(
                  values, value -> Addresses.search(Facets.only(question, varied, value.id())))));
    }
  }

  private List<Other> others(Report report) throws IOException {
    List<Other> others = new ArrayList<>();
    for (Engine.Relative relative : engine.discovery().related(report.id(), SHOWN)) {
      Report other = relative.report();
      others.add(
          new Other(
              other.title(),
              Hits.lang(other),
              "/r/" + other.id(),
              line(other),
              String.join(", ", relative.shared())));
    }
    return List.copyOf(others);
  }

  private static String line(Report report) {
    Hits.Source source = Hits.source(report);
    String series = (source.series() + " " + source.place()).strip();
    return series.isEmpty() ? source.date() : series + ", " + source.date();
  }
}
