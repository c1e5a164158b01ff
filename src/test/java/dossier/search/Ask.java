package dossier.search;

import java.util.List;
import java.util.Map;

/** Questions for tests, their clauses built by hand. */
final class Ask {

  private Ask() {}

  static Question ask(Clause clause) {
    return new Question(
        new Query(clause.toString(), clause, List.of()),
        Map.of(),
        Span.ALWAYS,
        Question.Undated.DEFAULT,
        Question.Scope.ABOUT,
        Question.Sort.RELEVANCE,
        Question.Versions.GROUPED,
        1,
        100);
  }

  static Clause word(String text) {
    return new Clause.Word(null, text);
  }

  static Clause phrase(String text) {
    return new Clause.Phrase(null, text);
  }

  static Clause prefix(String text) {
    return new Clause.Prefix(null, text);
  }

  static Clause all(Clause... clauses) {
    return new Clause.And(List.of(clauses));
  }

  static Clause any(Clause... clauses) {
    return new Clause.Or(List.of(clauses));
  }

  static Clause not(Clause clause) {
    return new Clause.Not(clause);
  }

  static List<String> ids(Answer answer) {
    return answer.hits().stream().map(hit -> hit.report().id()).toList();
  }
}
