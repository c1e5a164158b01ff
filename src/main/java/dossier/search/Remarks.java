package dossier.search;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What is to be told about how a query was understood: sentences for its reader, each once.
final class Remarks {

  private static final int MOST = 8;
  private static final int LONGEST_QUOTE = 60;

  private static final String FIELDS =
      Stream.of(
              Arrays.stream(Clause.Field.values()).map(Clause.Field::prefix),
              Arrays.stream(Dimension.values()).map(Dimension::parameter),
              Stream.of(Target.MENTIONS))
          .flatMap(names -> names)
          .collect(joining(", "));

  private final Set<String> sentences = new LinkedHashSet<>();

  void tooLong(int left) {
    sentences.add(
        "Only the first %s characters of a search are read: the last %s left out."
            .formatted(Query.MAX_LENGTH, left == 1 ? "one was" : left + " were"));
  }

  void tooMany(int left) {
    sentences.add(
        "Only the first %s words and phrases of a search are used: the last %s left out."
            .formatted(QueryParser.MAX_TERMS, left == 1 ? "one was" : left + " were"));
  }

  void neverClosed(String phrase) {
    sentences.add(
        "The quotation mark was never closed: searched for the phrase %s."
            .formatted(quote(phrase)));
  }

  void emptyPhrase(boolean closed) {
    sentences.add(
        closed
            ? "There is no word between the quotation marks: they were left out."
            : "There is no word behind the quotation mark: it was left out.");
  }

  void starInPhrase() {
    sentences.add("Between quotation marks a star stands for nothing: it was left out.");
  }

  void notOpened() {
    sentences.add("A closing parenthesis has no opening one: it was left out.");
  }

  void notClosed() {
    sentences.add("A parenthesis was never closed: it was closed at the end.");
  }

  void tooDeep() {
    sentences.add(
        "Parentheses within more than %s others were left out.".formatted(QueryParser.MAX_DEPTH));
  }

  void notEveryWord(List<String> left) {
    sentences.add("Not every word was required: reports with all of them come first.");
    leftOut(left);
  }

  void leftOut(List<String> left) {
    if (!left.isEmpty()) {
      String words = left.stream().distinct().map(Remarks::quote).collect(joining(", "));
      sentences.add(
          "In a search of this length such words are not looked for: %s.".formatted(words));
    }
  }

  void dangling(String operator) {
    sentences.add(
        Character.isLetter(operator.charAt(0))
            ? "%s has nothing to work on: it was left out. In small letters it is an ordinary word."
                .formatted(operator)
            : "%s has nothing to work on: it was left out.".formatted(quote(operator)));
  }

  void withoutValue(String field) {
    sentences.add("Nothing to look for follows %s: it was left out.".formatted(quote(field + ":")));
  }

  void unknownField(String name) {
    sentences.add(
        "%s is not a field: searched for the words. The fields are %s."
            .formatted(quote(name), FIELDS));
  }

  void shortPrefix(String stem) {
    sentences.add(
        "A star needs at least two letters or digits before it: searched for the word %s."
            .formatted(quote(stem)));
  }

  void misplacedWildcard(String word) {
    sentences.add(
        "Only a star at the end of a word stands for other letters: searched for %s as it stands."
            .formatted(quote(word)));
  }

  void starInFacet(String field) {
    sentences.add("A star has no effect behind %s.".formatted(quote(field + ":")));
  }

  void noSuchSuffix(String suffix) {
    sentences.add("%s means nothing here: it was left out.".formatted(quote(suffix)));
  }

  void noNearness(String operator) {
    sentences.add(
        "%s is not known: searched for the words anywhere in a report.".formatted(quote(operator)));
  }

  /// Says that there was nothing to search for, unless what was left out has been told already.
  void nothing() {
    if (sentences.isEmpty()) {
      sentences.add("There is no word to search for: every report is shown.");
    }
  }

  List<Notice> notices() {
    List<String> told = new ArrayList<>(sentences);
    int more = told.size() - MOST;
    if (more > 0) {
      told = new ArrayList<>(told.subList(0, MOST));
      told.add("%s more remarks of this kind are not shown.".formatted(more));
    }
    return told.stream().map(sentence -> new Notice("query", sentence)).toList();
  }

  private static String quote(String typed) {
    boolean fits = typed.length() <= LONGEST_QUOTE;
    return "“" + (fits ? typed : TypedText.cut(typed, LONGEST_QUOTE - 1) + "…") + "”";
  }
}
