package dossier.search;

import static java.util.stream.Collectors.joining;

import dossier.archive.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What is to be told about how a query was understood: sentences for its reader, each once.
final class Remarks {

  private static final int MOST = 8;
  private static final int LONGEST_QUOTE = 60;

  private static final List<String> FIELDS = Target.all().stream().map(Target::name).toList();

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
        "%s is not a field%s: searched for the words. The fields are %s."
            .formatted(
                quote(name),
                Nearest.to(name.toLowerCase(Locale.ROOT), FIELDS),
                String.join(", ", FIELDS)));
  }

  void shortPrefix(String stem) {
    sentences.add(
        "A star needs at least two letters or digits before it: searched for the word %s."
            .formatted(quote(stem)));
  }

  void leadingWildcard(String word) {
    sentences.add(
        "A star or question mark cannot begin a word: searched for %s.".formatted(quote(word)));
  }

  void misplacedWildcard(String word) {
    sentences.add(
        "A star or question mark needs letters before it: searched for %s as it stands."
            .formatted(quote(word)));
  }

  void starInFacet(String field) {
    sentences.add("A star has no effect behind %s.".formatted(quote(field + ":")));
  }

  void noSuchSuffix(String suffix) {
    sentences.add("%s means nothing here: it was left out.".formatted(quote(suffix)));
  }

  void shortFuzzy(String word) {
    sentences.add(
        "“~” needs a word of at least three letters: searched for %s as it stands."
            .formatted(quote(word)));
  }

  void otherEdits(String typed, int used) {
    sentences.add(
        "%s cannot be: words may differ in one letter or two. Searched with “~%s”."
            .formatted(quote(typed), used));
  }

  void oneWordNearby(String typed) {
    sentences.add(
        "%s is for several words between the quotation marks: it was left out."
            .formatted(quote(typed)));
  }

  void otherDistance(String typed) {
    sentences.add(
        "%s is too far: at most %s words may stand between."
            .formatted(quote(typed), Clause.Near.MOST));
  }

  void noNearness(String operator) {
    sentences.add(
        "%s joins words, phrases and groups of OR in one field, %s within each other at most: searched for both sides anywhere in a report."
            .formatted(quote(operator), Clause.Near.DEEPEST));
  }

  void noDate(String field, String typed) {
    sentences.add(
        "%s is no date: %s was left out. Dates are written 2024, 2024-05, 2024-05-31, 2023-06..2024-05 or \"last 6 months\"."
            .formatted(quote(typed), quote(field + ":")));
  }

  void otherDate(String typed, String used) {
    sentences.add("There is no %s: %s is used.".formatted(quote(typed), used));
  }

  void datesExchanged(String typed) {
    sentences.add("%s ends before it begins: the two were exchanged.".formatted(quote(typed)));
  }

  void noPage(String typed) {
    sentences.add(
        "%s is no page: it was left out. Pages are written 12 or 12..14.".formatted(quote(typed)));
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
