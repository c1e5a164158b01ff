package dossier.web;

import dossier.archive.Nearest;
import dossier.report.Concept;
import dossier.report.Vocabularies;
import dossier.report.Vocabulary;
import dossier.search.Answer;
import dossier.search.Clause;
import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.Notice;
import dossier.search.Question;
import dossier.search.QuestionUrl;
import dossier.search.Selection;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the question of an address in the light of what there is to ask for.
public final class Questions {

  /// How many remarks there may be before more on what was typed are left out.
  private static final int MOST = 8;

  private final Recall recall;
  private final Facets facets;

  Questions(Recall recall, Facets facets) {
    this.recall = recall;
    this.facets = facets;
  }

  /// The question, with remarks on values that are not there. Of a value and one above it only the
  /// more specific stays: a form without a script sends both, when one is chosen within another.
  ///
  /// @throws IOException when the storage fails
  QuestionUrl.Understood read(Context ctx) throws IOException {
    return read(Parameters.of(ctx));
  }

  /// The same for decoded parameters, outside the portal.
  ///
  /// @throws IOException when the storage fails
  public static QuestionUrl.Understood read(
      Map<String, List<String>> parameters, Engine engine, Vocabularies vocabularies)
      throws IOException {
    return new Questions(new Recall(engine), new Facets(() -> vocabularies)).read(parameters);
  }

  /// The same of parameters that stand elsewhere.
  ///
  /// @throws IOException when the storage fails
  QuestionUrl.Understood read(Map<String, List<String>> parameters) throws IOException {
    QuestionUrl.Understood read = QuestionUrl.parse(parameters);
    List<Notice> notices = new ArrayList<>(read.notices());
    Question question = read.question();
    typed(question.query().clause(), notices);
    for (Dimension dimension : Dimension.values()) {
      Selection selection = question.selection(dimension);
      if (!selection.isEmpty()) {
        notices.addAll(unknown(dimension, selection));
        Selection specific = specific(dimension, selection, notices);
        question = question.with(dimension, specific).page(read.question().page(), question.size());
      }
    }
    return new QuestionUrl.Understood(question, notices);
  }

  private Selection specific(Dimension dimension, Selection selection, List<Notice> notices) {
    Vocabulary tree = facets.vocabulary(dimension);
    if (tree == null) {
      return selection;
    }
    List<String> kept = new ArrayList<>(selection.any());
    for (String id : selection.any()) {
      Set<String> below = tree.descendants(id);
      Optional<String> within = selection.any().stream().filter(below::contains).findFirst();
      if (within.isPresent()) {
        kept.remove(id);
        notices.add(
            parameter(
                Words.say(
                    "notice.within",
                    "inner",
                    Facets.name(tree, within.get()),
                    "outer",
                    Facets.name(tree, id))));
      }
    }
    return new Selection(kept, selection.none());
  }

  /// A remark on each value that neither the vocabulary nor any report knows.
  private List<Notice> unknown(Dimension dimension, Selection selection) throws IOException {
    Set<String> known = known(dimension);
    List<Notice> notices = new ArrayList<>();
    for (List<String> ids : List.of(selection.any(), selection.none())) {
      for (String id : ids) {
        if (!known.contains(id) && notices.size() < 4) {
          String kind = Words.say(SearchPages.key(dimension) + ".small");
          notices.add(parameter(missing(kind, id, known)));
        }
      }
    }
    return notices;
  }

  /// A remark on each region and threat type that was typed and does not exist.
  private void typed(Clause clause, List<Notice> notices) {
    switch (clause) {
      case Clause.Facet(Dimension dimension, String value) -> {
        Vocabulary tree = facets.vocabulary(dimension);
        if (tree != null) {
          String kind = Words.say(SearchPages.key(dimension) + ".small");
          typed(kind, value, List.of(tree), notices);
        }
      }
      case Clause.Mentions(String value) ->
          typed(
              Words.say("notice.region-or-threat"),
              value,
              List.of(facets.regions(), facets.threats()),
              notices);
      case Clause.And(List<Clause> clauses) -> clauses.forEach(each -> typed(each, notices));
      case Clause.Or(List<Clause> clauses) -> clauses.forEach(each -> typed(each, notices));
      case Clause.Some(List<Clause> clauses, int least) ->
          clauses.forEach(each -> typed(each, notices));
      case Clause.Not(Clause negated) -> typed(negated, notices);
      case Clause.Everything everything -> {}
      case Clause.Word word -> {}
      case Clause.Variants variants -> {}
      case Clause.Prefix prefix -> {}
      case Clause.Phrase phrase -> {}
      case Clause.Verbatim verbatim -> {}
      case Clause.Wildcard wildcard -> {}
      case Clause.Fuzzy fuzzy -> {}
      case Clause.Nearby nearby -> {}
      case Clause.Near near -> {}
      case Clause.Dated dated -> {}
      case Clause.Pages pages -> {}
    }
  }

  private static void typed(
      String kind, String value, List<Vocabulary> trees, List<Notice> notices) {
    if (notices.size() < MOST && trees.stream().allMatch(tree -> tree.named(value) == null)) {
      Set<String> known =
          trees.stream()
              .flatMap(tree -> tree.all().stream())
              .map(Concept::id)
              .collect(Collectors.toSet());
      notices.add(new Notice("query", missing(kind, value, known)));
    }
  }

  private static String missing(String kind, String typed, Set<String> known) {
    String shown = shown(typed);
    return Nearest.of(shown, known)
        .map(near -> Words.say("notice.missing-near", "kind", kind, "typed", shown, "near", near))
        .orElseGet(() -> Words.say("notice.missing", "kind", kind, "typed", shown));
  }

  private Set<String> known(Dimension dimension) throws IOException {
    Vocabulary tree = facets.vocabulary(dimension);
    if (tree != null) {
      return tree.all().stream().map(Concept::id).collect(Collectors.toSet());
    }
    Answer all = recall.search(Question.of("").page(1, 1));
    return all.counts().getOrDefault(dimension, List.of()).stream()
        .map(Answer.Count::id)
        .collect(Collectors.toSet());
  }

  private static String shown(String id) {
    return id.codePointCount(0, id.length()) <= 40
        ? id
        : id.substring(0, id.offsetByCodePoints(0, 39)) + "…";
  }

  private static Notice parameter(String text) {
    return new Notice("parameter", text);
  }
}
