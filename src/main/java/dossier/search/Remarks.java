package dossier.search;

import static java.util.stream.Collectors.joining;

import dossier.archive.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What is to be told about how a query was understood: sentences for its reader, each once.
final class Remarks {

  private static final int MOST = 8;
  private static final int LONGEST_QUOTE = 60;

  private static final List<String> FIELDS = Target.all().stream().map(Target::name).toList();

  private final Set<Notice> said = new LinkedHashSet<>();

  /// @param key of the sentence, for who says it in another language
  /// @param english the sentence, with a place for each value
  private void say(String key, String english, Object... values) {
    List<Object> all = List.of(values);
    said.add(new Notice("query", english.formatted(all.toArray()), key, all));
  }

  void tooLong(int left) {
    String rest = left == 1 ? "one was" : "%2$s were";
    String english = "Only the first %s characters of a search are read: the last " + rest;
    say("too-long", english + " left out.", Query.MAX_LENGTH, left);
  }

  void tooMany(int left) {
    String rest = left == 1 ? "one was" : "%2$s were";
    String english = "Only the first %s words and phrases of a search are used: the last " + rest;
    say("too-many", english + " left out.", QueryParser.MAX_TERMS, left);
  }

  void neverClosed(String phrase) {
    say(
        "never-closed",
        "The quotation mark was never closed: searched for the phrase “%s”.",
        cut(phrase));
  }

  void emptyPhrase(boolean closed) {
    if (closed) {
      say("empty-phrase", "There is no word between the quotation marks: they were left out.");
    } else {
      say("no-phrase", "There is no word behind the quotation mark: it was left out.");
    }
  }

  void starInPhrase() {
    say("star-in-phrase", "Between quotation marks a star stands for nothing: it was left out.");
  }

  void notOpened() {
    say("not-opened", "A closing parenthesis has no opening one: it was left out.");
  }

  void notClosed() {
    say("not-closed", "A parenthesis was never closed: it was closed at the end.");
  }

  void tooDeep() {
    say("too-deep", "Parentheses within more than %s others were left out.", QueryParser.MAX_DEPTH);
  }

  void notEveryWord(List<String> left) {
    say("not-every-word", "Not every word was required: reports with all of them come first.");
    leftOut(left);
  }

  void leftOut(List<String> left) {
    if (!left.isEmpty()) {
      String words = left.stream().distinct().map(Remarks::quote).collect(joining(", "));
      say("left-out", "In a search of this length such words are not looked for: %s.", words);
    }
  }

  void dangling(String operator) {
    if (Character.isLetter(operator.charAt(0))) {
      say(
          "dangling-word",
          "%s has nothing to work on: it was left out. In small letters it is an ordinary word.",
          operator);
    } else {
      say("dangling", "“%s” has nothing to work on: it was left out.", cut(operator));
    }
  }

  void withoutValue(String field) {
    say("no-value", "Nothing to look for follows “%s”: it was left out.", cut(field + ":"));
  }

  void unknownField(String name) {
    String fields = String.join(", ", FIELDS);
    Optional<String> near = Nearest.of(name.toLowerCase(Locale.ROOT), FIELDS);
    if (near.isPresent()) {
      say(
          "no-field-near",
          "“%s” is not a field (did you mean “%s”?): searched for the words. The fields are %s.",
          cut(name),
          near.get(),
          fields);
    } else {
      say(
          "no-field",
          "“%s” is not a field: searched for the words. The fields are %s.",
          cut(name),
          fields);
    }
  }

  void shortPrefix(String stem) {
    say(
        "short-prefix",
        "A star needs at least two letters or digits before it: searched for the word “%s”.",
        cut(stem));
  }

  void leadingWildcard(String word) {
    say(
        "leading-wildcard",
        "A star or question mark cannot begin a word: searched for “%s”.",
        cut(word));
  }

  void misplacedWildcard(String word) {
    say(
        "misplaced-wildcard",
        "A star or question mark needs letters before it: searched for “%s” as it stands.",
        cut(word));
  }

  void starInFacet(String field) {
    say("star-in-facet", "A star has no effect behind “%s”.", cut(field + ":"));
  }

  void noSuchSuffix(String suffix) {
    say("no-suffix", "“%s” means nothing here: it was left out.", cut(suffix));
  }

  void shortFuzzy(String word) {
    say(
        "short-fuzzy",
        "“~” needs a word of at least three letters: searched for “%s” as it stands.",
        cut(word));
  }

  void otherEdits(String typed, int used) {
    say(
        "other-edits",
        "“%s” cannot be: words may differ in one letter or two. Searched with “~%s”.",
        cut(typed),
        used);
  }

  void oneWordNearby(String typed) {
    say(
        "one-word-nearby",
        "“%s” is for several words between the quotation marks: it was left out.",
        cut(typed));
  }

  void otherDistance(String typed) {
    say(
        "too-far",
        "“%s” is too far: at most %s words may stand between.",
        cut(typed),
        Clause.Near.MOST);
  }

  void noNearness(String operator) {
    say(
        "no-nearness",
        "“%s” joins words, phrases and groups of OR in one field, %s within each other at most: searched for both sides anywhere in a report.",
        cut(operator),
        Clause.Near.DEEPEST);
  }

  void noDate(String field, String typed) {
    say(
        "no-date",
        "“%s” is no date: “%s” was left out. Dates are written 2024, 2024-05, 2024-05-31, 2023-06..2024-05 or \"last 6 months\".",
        cut(typed),
        cut(field + ":"));
  }

  void otherDate(String typed, String used) {
    say("other-date", "There is no “%s”: %s is used.", cut(typed), used);
  }

  void datesExchanged(String typed) {
    say("dates-exchanged", "“%s” ends before it begins: the two were exchanged.", cut(typed));
  }

  void noPage(String typed) {
    say("no-page", "“%s” is no page: it was left out. Pages are written 12 or 12..14.", cut(typed));
  }

  /// Says that there was nothing to search for, unless what was left out has been told already.
  void nothing() {
    if (said.isEmpty()) {
      say("nothing", "There is no word to search for: every report is shown.");
    }
  }

  List<Notice> notices() {
    List<Notice> told = new ArrayList<>(said);
    int more = told.size() - MOST;
    if (more > 0) {
      told = new ArrayList<>(told.subList(0, MOST));
      String english = more + " more remarks of this kind are not shown.";
      told.add(new Notice("query", english, "more", List.of(more)));
    }
    return List.copyOf(told);
  }

  private static String quote(String typed) {
    return "“" + cut(typed) + "”";
  }

  private static String cut(String typed) {
    boolean fits = typed.length() <= LONGEST_QUOTE;
    return fits ? typed : TypedText.cut(typed, LONGEST_QUOTE - 1) + "…";
  }
}
