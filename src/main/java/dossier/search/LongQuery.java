package dossier.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How many words without an operator are understood: hardly any report has every word of a
/// sentence, so of a long query not all are required, and words that only hold a sentence together
/// are not looked for. What is typed with a field, in quotation marks or with a minus stays as it
/// is.
///
/// What is printed of the result is understood the same way again.
final class LongQuery {

  /// How many words make a query long. Four words still name a thing: `cross border water sharing`.
  private static final int LONG = 5;

  /// Fewer words than this are all required.
  private static final int FEW = 3;

  /// From so many words on a text was pasted, and its quotation marks are its author's.
  private static final int PASTED = 20;

  /// The parts of `cross-border` are words of their own; those of a number are not.
  private static final Pattern COMPOUND =
      Pattern.compile("[\\p{L}\\p{M}]+([-\u2010\u2011][\\p{L}\\p{M}]+)+");

  private static final Pattern HYPHEN = Pattern.compile("[-\u2010\u2011]");

  /// How many of the words of a long query must be there. One word alone finds reports that have
  /// nothing to do with it, unless there are only few words; requiring more loses what is relevant:
  /// `docs/relevance.md` has figures.
  private static final int LEAST = 2;

  private LongQuery() {}

  /// The meaning of a query typed without `AND`, `OR` and parentheses.
  static Clause read(Clause clause, Remarks remarks) {
    if (!(clause instanceof Clause.And(List<Clause> clauses))) {
      return clause;
    }
    long count = clauses.stream().filter(LongQuery::isBare).count();
    if (count < LONG) {
      return clause;
    }
    Predicate<Clause> taken =
        each -> isBare(each) || (count >= PASTED && each instanceof Clause.Phrase);
    List<Clause> words = clauses.stream().filter(taken).flatMap(LongQuery::parts).toList();
    List<Clause> meant = new ArrayList<>(words);
    List<Clause> left = functionWords(words);
    meant.removeAll(left);
    if (meant.isEmpty()) {
      return clause;
    }
    List<Clause> others = clauses.stream().filter(taken.negate()).toList();
    List<String> leftOut = left.stream().map(LongQuery::text).toList();
    if (meant.size() < FEW) {
      remarks.leftOut(leftOut);
      return all(Stream.concat(meant.stream(), others.stream()).toList());
    }
    remarks.notEveryWord(leftOut);
    return all(Stream.concat(Stream.of(some(meant)), others.stream()).toList());
  }

  /// Some of these.
  ///
  /// @param clauses at least two
  static Clause.Some some(List<Clause> clauses) {
    return new Clause.Some(clauses, clauses.size() < LONG ? 1 : LEAST);
  }

  /// The same, every word required.
  static Clause strict(Clause clause) {
    return switch (clause) {
      case Clause.Some(List<Clause> clauses, int least) -> new Clause.And(clauses);
      case Clause.And(List<Clause> clauses) ->
          new Clause.And(clauses.stream().map(LongQuery::strict).toList());
      case Clause.Or or -> or;
      case Clause.Not not -> not;
      case Clause.Everything everything -> everything;
      case Clause.Word word -> word;
      case Clause.Prefix prefix -> prefix;
      case Clause.Phrase phrase -> phrase;
      case Clause.Verbatim verbatim -> verbatim;
      case Clause.Wildcard wildcard -> wildcard;
      case Clause.Fuzzy fuzzy -> fuzzy;
      case Clause.Nearby nearby -> nearby;
      case Clause.Near near -> near;
      case Clause.Dated dated -> dated;
      case Clause.Pages pages -> pages;
      case Clause.Variants variants -> variants;
      case Clause.Facet facet -> facet;
      case Clause.Mentions mentions -> mentions;
    };
  }

  private static Clause all(List<Clause> clauses) {
    return clauses.size() == 1 ? clauses.getFirst() : new Clause.And(new ArrayList<>(clauses));
  }

  private static Stream<Clause> parts(Clause clause) {
    String text = text(clause);
    return COMPOUND.matcher(text).matches()
        ? HYPHEN.splitAsStream(text).map(part -> new Clause.Word(null, part))
        : Stream.of(clause);
  }

  private static boolean isBare(Clause clause) {
    return clause instanceof Clause.Word(Clause.Field field, String text) && field == null;
  }

  /// In capitals a word is meant as a name, `WHO`, unless everything is in capitals.
  private static List<Clause> functionWords(List<Clause> words) {
    boolean shouted = words.stream().map(LongQuery::text).noneMatch(LongQuery::hasLower);
    return words.stream()
        .filter(word -> FunctionWords.has(text(word)) && (shouted || !isUpper(text(word))))
        .toList();
  }

  private static boolean hasLower(String word) {
    return !word.equals(word.toUpperCase(Locale.ROOT));
  }

  private static boolean isUpper(String word) {
    return word.codePointCount(0, word.length()) > 1
        && word.equals(word.toUpperCase(Locale.ROOT))
        && !word.equals(word.toLowerCase(Locale.ROOT));
  }

  private static String text(Clause clause) {
    return clause instanceof Clause.Word(Clause.Field field, String text) ? text : "";
  }
}
