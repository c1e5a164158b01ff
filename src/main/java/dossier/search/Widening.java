package dossier.search;

import dossier.report.Synonyms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts names in all their spellings into a tree. What is quoted, begins a word or is excluded
/// stays as typed: the first two ask for exactly that, and an exclusion must not take away what
/// nobody named.
final class Widening {

  private static final int MOST_OF_A_NAME = 12;
  private static final int MOST_OF_ALL = 64;

  /// Names of more words than this are not recognised.
  private static final int LONGEST = 8;

  private final Synonyms synonyms;
  private final Set<String> plain;
  private final Predicate<Clause.Word> held;
  private final Map<String, Query.Also> also = new LinkedHashMap<>();
  private int added;

  private Widening(Synonyms synonyms, Set<String> plain, Predicate<Clause.Word> held) {
    this.synonyms = synonyms;
    this.plain = plain;
    this.held = held;
  }

  static Query.Widened of(Query query, Synonyms synonyms, Predicate<Clause.Word> held) {
    Set<String> plain = query.plain().stream().map(Synonyms::key).collect(Collectors.toSet());
    Widening widening = new Widening(synonyms, plain, held);
    if (query.reading() == Query.Reading.LITERAL) {
      return new Query.Widened(query.clause(), List.of());
    }
    Clause clause = widening.widen(query.clause());
    return new Query.Widened(clause, List.copyOf(widening.also.values()));
  }

  private Clause widen(Clause clause) {
    return switch (clause) {
      case Clause.Word word -> {
        Clause.Variants variants = variants(List.of(word));
        yield variants == null ? word : variants;
      }
      case Clause.And(List<Clause> clauses) -> all(clauses);
      case Clause.Or(List<Clause> clauses) ->
          new Clause.Or(clauses.stream().map(this::widen).toList());
      case Clause.Some(List<Clause> clauses, int least) -> new Clause.Some(some(clauses), least);
      case Clause.Everything everything -> everything;
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
      case Clause.Not not -> not;
    };
  }

  /// The longest names first, from left to right.
  private Clause all(List<Clause> clauses) {
    List<Clause> all = new ArrayList<>();
    int at = 0;
    while (at < clauses.size()) {
      List<Clause.Word> run = run(clauses, at);
      Clause.Variants variants = null;
      int length = run.size();
      while (length > 1 && variants == null) {
        variants = variants(run.subList(0, length));
        length -= variants == null ? 1 : 0;
      }
      all.add(variants == null ? widen(clauses.get(at)) : variants);
      at += variants == null ? 1 : length;
    }
    return all.size() == 1 ? all.getFirst() : new Clause.And(all);
  }

  /// Names of one word. Those of several stay the words they are, each of which may be missing; a
  /// part of them is no name: `Asia` of `Central Asia`.
  private List<Clause> some(List<Clause> clauses) {
    List<Clause> some = new ArrayList<>();
    int at = 0;
    while (at < clauses.size()) {
      List<Clause.Word> run = run(clauses, at);
      int length = run.size();
      while (length > 1 && synonyms.others(text(run.subList(0, length))).isEmpty()) {
        length--;
      }
      if (length > 1) {
        some.addAll(run.subList(0, length));
      } else {
        some.add(widen(clauses.get(at)));
      }
      at += Math.max(1, length);
    }
    return some;
  }

  private static String text(List<Clause.Word> words) {
    return words.stream().map(Clause.Word::text).collect(Collectors.joining(" "));
  }

  /// Words of one field that follow each other, as many as a name may have.
  private static List<Clause.Word> run(List<Clause> clauses, int from) {
    List<Clause.Word> run = new ArrayList<>();
    for (Clause clause : clauses.subList(from, Math.min(clauses.size(), from + LONGEST))) {
      if (!(clause instanceof Clause.Word word)
          || (!run.isEmpty() && run.getFirst().field() != word.field())) {
        break;
      }
      run.add(word);
    }
    return run;
  }

  /// Null when these words are no name, or one that nothing else is to be searched for.
  private Clause.@Nullable Variants variants(List<Clause.Word> words) {
    Clause.Field field = words.getFirst().field();
    String typed = text(words);
    if (!isText(field) || plain.contains(Synonyms.key(typed))) {
      return null;
    }
    List<Clause.Word> others =
        synonyms.others(typed).stream()
            .filter(name -> !plain.contains(Synonyms.key(name)))
            .map(name -> new Clause.Word(field, name))
            .filter(held)
            .limit(Math.min(MOST_OF_A_NAME, MOST_OF_ALL - added))
            .toList();
    if (others.isEmpty()) {
      return null;
    }
    added += others.size();
    also.putIfAbsent(
        Synonyms.key(typed),
        new Query.Also(typed, others.stream().map(Clause.Word::text).toList()));
    return new Clause.Variants(
        words.size() == 1 ? words.getFirst() : new Clause.And(List.copyOf(words)), others);
  }

  private static boolean isText(Clause.@Nullable Field field) {
    return field == null || field == Clause.Field.TITLE || field == Clause.Field.SUMMARY;
  }
}
