package dossier.web;

import dossier.search.Answer;
import dossier.search.Dimension;
import dossier.search.Question;
import io.javalin.http.Context;
import java.io.IOException;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Every value of a facet in some results, however many there are: by number or from A to Z.
final class ValuesPage {

  private final Pages pages;
  private final Facets facets;

  ValuesPage(Pages pages, Facets facets) {
    this.pages = pages;
    this.facets = facets;
  }

  /// The page.
  ///
  /// @param back leads to the results
  /// @param of what the results are of; empty when of everything
  record View(
      String title,
      String back,
      String of,
      String total,
      List<SearchPages.Link> orders,
      List<Rail.Row> rows) {}

  void show(Context ctx, Answer answer, Question question, Dimension dimension) throws IOException {
    boolean alphabetical = Parameters.of(ctx).getOrDefault("order", List.of()).contains("az");
    List<Answer.Value> values = new ArrayList<>(found(answer, dimension));
    if (alphabetical) {
      Collator collator = Tongue.here().order();
      values.sort(Comparator.comparing(Answer.Value::label, collator::compare));
    }
    String here = Addresses.values(dimension, question);
    String title = title(dimension);
    Ways ways = Ways.of(facets, question, dimension);
    View view =
        new View(
            title,
            Addresses.search(question),
            question.query().text(),
            Words.reports(answer.total()),
            List.of(
                new SearchPages.Link(Words.say("values.most"), here, !alphabetical),
                new SearchPages.Link(
                    Words.say("values.alphabetical"),
                    Addresses.with(here, "order", "az"),
                    alphabetical)),
            values.stream().map(value -> Rail.row(ways, value, List.of())).toList());
    pages.show(
        ctx, "values", new Pages.Heading(title, "search", question.query().text(), true), view);
  }

  /// What any report carries or the reader chose or excluded, each once.
  private List<Answer.Value> found(Answer answer, Dimension dimension) {
    return facets.flat(
        answer, dimension, value -> value.count() > 0 || value.selected() || value.excluded());
  }

  private static String title(Dimension dimension) {
    return Words.say(SearchPages.key(dimension) + ".many");
  }
}
