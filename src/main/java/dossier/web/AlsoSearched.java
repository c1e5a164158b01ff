package dossier.web;

import dossier.report.Synonyms;
import dossier.search.Answer;
import dossier.search.Query;
import dossier.search.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What was searched for beside what was typed, each name with the search without it, and the way
/// back.
///
/// @param groups the names that were searched for in other spellings
/// @param alone typed names that are searched for in that spelling alone, each with the search in
///   which it is not so
/// @param left spellings that were left out, each with the search that has it
record AlsoSearched(List<Group> groups, List<Name> alone, List<Name> left) {

  /// A name as typed.
  ///
  /// @param names its other spellings
  /// @param href the search for this spelling alone
  record Group(String typed, List<Name> names, String href) {}

  /// A spelling, and another search.
  record Name(String text, String href) {}

  static AlsoSearched of(Answer answer) {
    Question question = answer.question();
    List<Group> groups =
        answer.also().stream()
            .map(also ->
                new Group(
                    also.typed(),
                    also.names().stream()
                        .map(name -> new Name(name, without(question, name)))
                        .toList(),
                    without(question, also.typed())))
            .toList();
    String typed = " " + Synonyms.key(question.query().text()) + " ";
    Map<Boolean, List<Name>> plain =
        question.query().plain().stream()
            .map(name -> new Name(name, with(question, name)))
            .collect(
                Collectors.partitioningBy(
                    name -> typed.contains(" " + Synonyms.key(name.text()) + " ")));
    return new AlsoSearched(
        groups, plain.getOrDefault(true, List.of()), plain.getOrDefault(false, List.of()));
  }

  /// Whether it must be said which name a spelling belongs to.
  public boolean several() {
    return groups.size() > 1;
  }

  private static String without(Question question, String name) {
    Query query = question.query();
    List<String> plain = new ArrayList<>(query.plain());
    plain.add(name);
    return Addresses.search(question.with(query.plain(plain)));
  }

  private static String with(Question question, String name) {
    Query query = question.query();
    return Addresses.search(
        question.with(
            query.plain(query.plain().stream().filter(other -> !other.equals(name)).toList())));
  }
}
