package dossier.web;

import dossier.search.Clause;
import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.Query;
import dossier.search.Question;
import dossier.search.Selection;
import dossier.search.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Searches close to one that found nothing, each of which finds something.
final class Relaxations {

  private static final int MOST = 6;

  private final Engine engine;
  private final List<SearchPages.Fix> found = new ArrayList<>();

  private Relaxations(Engine engine) {
    this.engine = engine;
  }

  /// At most six, those that change least first.
  ///
  /// @throws IOException when the storage fails
  static List<SearchPages.Fix> of(Question question, Engine engine) throws IOException {
    Relaxations relaxations = new Relaxations(engine);
    relaxations.filters(question);
    relaxations.words(question);
    Question unfiltered = Question.of(question.query().text());
    if (!unfiltered.equals(question.page(1, Question.DEFAULT_SIZE))) {
      relaxations.offer("These words without any filter", unfiltered);
      if (relaxations.found.isEmpty()) {
        relaxations.words(unfiltered);
      }
    }
    return List.copyOf(relaxations.found);
  }

  private void filters(Question question) throws IOException {
    boolean labels =
        !question.selection(Dimension.REGION).isEmpty()
            || !question.selection(Dimension.THREAT).isEmpty();
    if (labels && question.scope() == Question.Scope.ABOUT) {
      offer("Mentions of the region or threat, too", question.with(Question.Scope.MENTIONS));
    }
    for (Dimension dimension : Dimension.values()) {
      if (!question.selection(dimension).isEmpty()) {
        String label = "Any " + SearchPages.kind(dimension).toLowerCase(Locale.ROOT);
        offer(label, question.with(dimension, Selection.NOTHING));
      }
    }
    if (!question.span().isAlways() || question.undated() != Question.Undated.DEFAULT) {
      offer("Any date", question.with(Span.ALWAYS, Question.Undated.DEFAULT));
    }
  }

  private void words(Question question) throws IOException {
    if (!(question.query().clause() instanceof Clause.And(List<Clause> clauses))) {
      return;
    }
    if (clauses.stream().allMatch(Clause.Word.class::isInstance)) {
      String any = question.query().text().strip().replaceAll("\\s+", " OR ");
      offer("Any of the words, not all of them", question.with(Query.of(any)));
    }
    for (int i = 0; i < clauses.size() && found.size() < MOST; i++) {
      List<Clause> rest = new ArrayList<>(clauses);
      String left = typed(rest.remove(i));
      String kept = typed(rest.size() == 1 ? rest.getFirst() : new Clause.And(rest));
      offer("Without %s: %s".formatted(left, kept), question.with(Query.of(kept)));
    }
  }

  private static String typed(Clause clause) {
    return new Query("", clause, List.of()).understood();
  }

  private void offer(String label, Question other) throws IOException {
    if (found.size() < MOST) {
      long total = engine.search(other.page(1, 1)).total();
      if (total > 0) {
        found.add(new SearchPages.Fix(label, Addresses.search(other), Words.reports(total)));
      }
    }
  }
}
