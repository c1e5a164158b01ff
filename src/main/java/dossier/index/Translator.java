package dossier.index;

import dossier.search.Clause;
import dossier.search.Dimension;
import dossier.search.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/// What a reader meant to what Lucene runs.
final class Translator {

  private final Names names;
  private final Collection<String> languages;
  private final Rarity rarity;
  private final Expansion expansion;

  /// Where words of the text must stand; null for anywhere.
  private final Clause.@Nullable Pages pages;

  /// The one field to look in where nothing else is said; null for all.
  private final @Nullable String only;

  /// @param snapshot the reports held: a word is looked for in the forms of their languages
  Translator(Names names, Snapshot snapshot) {
    this(
        names,
        snapshot.languages(),
        new Rarity(snapshot.reader(), snapshot.languages()),
        new Expansion(),
        null,
        null);
  }

  private Translator(
      Names names,
      Collection<String> languages,
      Rarity rarity,
      Expansion expansion,
      Clause.@Nullable Pages pages,
      @Nullable String only) {
    this.names = names;
    this.languages = languages;
    this.rarity = rarity;
    this.expansion = expansion;
    this.pages = pages;
    this.only = only;
  }

  /// What stood for more words than were looked for, known once the query is rewritten.
  Collection<String> cut() {
    return expansion.cut();
  }

  /// A query with its names in every spelling that occurs.
  dossier.search.Query.Widened widened(dossier.search.Query query) {
    return query.widened(names.synonyms(), rarity::occurs);
  }

  /// The query for a clause; one that finds nothing when the clause holds no letters or digits.
  Query query(Clause clause) {
    Query query = translate(clause);
    return query == null ? new MatchNoDocsQuery("no words") : query;
  }

  /// The query for a clause, whose words are looked for in one field where they name none.
  Query query(Clause clause, String field) {
    return new Translator(names, languages, rarity, expansion, pages, field).query(clause);
  }

  /// Null for a clause without letters or digits: beside others it is left out.
  private @Nullable Query translate(Clause clause) {
    return switch (clause) {
      case Clause.Everything() -> Traits.REPORTS;
      case Clause.Word(Clause.Field field, String text) -> word(field, text);
      case Clause.Prefix(Clause.Field field, String text) ->
          pattern(field, text, Shape.begun(text), true);
      case Clause.Phrase(Clause.Field field, String text) -> phrase(field, text);
      case Clause.Variants(Clause typed, List<Clause.Word> others) -> variants(typed, others);
      case Clause.Verbatim(Clause.Field field, String text) -> verbatim(field, text);
      case Clause.Wildcard(Clause.Field field, String text) ->
          pattern(field, text, Shape.patterns(text), false);
      case Clause.Fuzzy(Clause.Field field, String text, int edits) ->
          pattern(field, text, Shape.about(text, edits), false);
      case Clause.Nearby nearby ->
          isNumber(nearby.field())
              ? number(nearby.field(), nearby.text(), false)
              : near(nearby.field(), nearby);
      case Clause.Near near -> near(near.field(), near);
      case Clause.Dated(Clause.Time time, Span span) -> Traits.dated(time, span);
      case Clause.Pages(int first, int last) -> Traits.paged(first);
      case Clause.Facet(Dimension dimension, String value) ->
          new Traits(names, languages).facet(dimension, value);
      case Clause.Mentions(String value) -> new Traits(names, languages).mentions(value);
      case Clause.And(List<Clause> clauses) -> and(clauses);
      case Clause.Or(List<Clause> clauses) -> or(clauses);
      case Clause.Some(List<Clause> clauses, int least) -> some(clauses, least);
      case Clause.Not(Clause inner) -> and(List.of(clause));
    };
  }

  private @Nullable Query and(List<Clause> clauses) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    boolean empty = true;
    boolean positive = false;
    for (Clause clause : clauses) {
      boolean not = clause instanceof Clause.Not;
      Clause inner = clause instanceof Clause.Not(Clause negated) ? negated : clause;
      for (Translator each : not ? List.of(this) : onPages(clauses)) {
        Query query = each.translate(inner);
        if (query != null) {
          all.add(query, not ? Occur.MUST_NOT : Occur.MUST);
          empty = false;
          positive |= !not;
        }
      }
    }
    if (!empty && !positive) {
      all.add(Traits.REPORTS, Occur.MUST);
    }
    return empty ? null : all.build();
  }

  /// Translators for what stands beside `page:`: one for each, or this one when there is none.
  private List<Translator> onPages(List<Clause> clauses) {
    List<Translator> each =
        clauses.stream()
            .filter(Clause.Pages.class::isInstance)
            .map(page ->
                new Translator(names, languages, rarity, expansion, (Clause.Pages) page, only))
            .toList();
    return each.isEmpty() ? List.of(this) : each;
  }

  private @Nullable Query or(List<Clause> clauses) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    boolean empty = true;
    for (Clause clause : clauses) {
      Query query = translate(clause);
      if (query != null) {
        any.add(query, Occur.SHOULD);
        empty = false;
      }
    }
    return empty ? null : any.build();
  }

  private @Nullable Query some(List<Clause> clauses, int least) {
    List<Query> queries = clauses.stream().map(this::translate).filter(Objects::nonNull).toList();
    if (queries.isEmpty()) {
      return null;
    }
    BooleanQuery.Builder some =
        new BooleanQuery.Builder().setMinimumNumberShouldMatch(Math.min(least, queries.size()));
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (Query query : queries) {
      some.add(query, Occur.SHOULD);
      all.add(query, Occur.FILTER);
    }
    return new BooleanQuery.Builder()
        .add(some.build(), Occur.MUST)
        .add(new BoostQuery(new ConstantScoreQuery(all.build()), Weights.ALL), Occur.SHOULD)
        .build();
  }

  /// What scores reports by how near the words of a query stand to each other; null when it is not
  /// one of a few words that must all be there.
  @Nullable Query nearness(Clause clause) {
    return Nearness.of(clause, languages);
  }

  private @Nullable Query word(Clause.@Nullable Field field, String text) {
    if (isNumber(field)) {
      return number(field, text, false);
    }
    List<Analysis.Form> forms = rarity.forms(text);
    return switch (forms.size()) {
      case 0 -> null;
      case 1 -> inFields(field, name -> anyForm(name, forms.getFirst()));
      // A hyphenated word, or a script without spaces: its parts side by side, in any form.
      default -> inFields(field, name -> sideBySide(name, forms));
    };
  }

  /// The best of them counts: a report gains nothing by saying the same in two alphabets.
  private @Nullable Query variants(Clause typed, List<Clause.Word> others) {
    List<Query> any = new ArrayList<>();
    Query first = translate(typed);
    if (first != null) {
      any.add(first);
    }
    for (Clause.Word other : others) {
      Query query = translate(other);
      if (query != null) {
        any.add(new BoostQuery(query, Weights.VARIANT * rarity.evening(typed, other)));
      }
    }
    return any.isEmpty() ? null : new DisjunctionMaxQuery(any, 0f);
  }

  private @Nullable Query phrase(Clause.@Nullable Field field, String text) {
    if (isNumber(field)) {
      return number(field, text, false);
    }
    String[] words = words(text);
    return words.length == 0 ? null : inFields(field, name -> phrase(name, words));
  }

  private @Nullable Query verbatim(Clause.@Nullable Field field, String text) {
    String[] words = words(text);
    if (isNumber(field) || words.length == 0) {
      return phrase(field, text);
    }
    Sieve written = new SpellingSieve(Spelled.of(text));
    return inFields(field, name -> new Sifting(phrase(name, words), name, written));
  }

  private @Nullable Query pattern(
      Clause.@Nullable Field field, String text, List<Shape> shapes, boolean begin) {
    if (isNumber(field)) {
      return number(field, text, begin);
    }
    Patterns patterns = new Patterns(text, shapes, expansion);
    return shapes.isEmpty() ? null : inFields(field, patterns::in);
  }

  private Query near(Clause.@Nullable Field field, Clause clause) {
    return inFields(
        field,
        name ->
            new BoostQuery(
                new Late(
                    name,
                    clause,
                    reader ->
                        new IntervalQuery(
                            name, new Vicinity(reader, name, languages, expansion).places(clause))),
                Weights.VICINITY));
  }

  private static String[] words(String text) {
    return forms(text, List.of()).stream().map(Analysis.Form::word).toArray(String[]::new);
  }

  private static Query phrase(String name, String[] words) {
    return words.length == 1
        ? new TermQuery(new Term(name, words[0]))
        : new PhraseQuery(name, words);
  }

  static List<Analysis.Form> forms(String text, Collection<String> languages) {
    return Analysis.forms(text, languages).stream().filter(form -> !form.word().isEmpty()).toList();
  }

  private static Query anyForm(String field, Analysis.Form form) {
    SynonymQuery.Builder any = new SynonymQuery.Builder(field);
    for (Term term : terms(field, form)) {
      any.addTerm(term, term.text().equals(form.word()) ? Weights.WORD : Weights.STEM);
    }
    return any.build();
  }

  private static Query sideBySide(String field, List<Analysis.Form> forms) {
    MultiPhraseQuery.Builder parts = new MultiPhraseQuery.Builder();
    forms.forEach(form -> parts.add(terms(field, form)));
    return parts.build();
  }

  /// The word in texts of any language, and its stem in each among the texts of that language.
  static Term[] terms(String field, Analysis.Form form) {
    return Stream.concat(Stream.of(form.word()), form.stems().stream())
        .map(text -> new Term(field, text))
        .toArray(Term[]::new);
  }

  private Query inFields(Clause.@Nullable Field field, Function<String, Query> in) {
    if (field != null) {
      return in.apply(name(field));
    }
    if (only != null) {
      return weighted(only, in.apply(only));
    }
    if (pages != null) {
      Sieve there = new PageSieve(pages.first(), pages.last());
      return new BoostQuery(new Sifting(in.apply(Fields.BODY), Fields.BODY, there), Weights.BODY);
    }
    return new DisjunctionMaxQuery(
        Stream.of(Fields.TITLE, Fields.SUMMARY, Fields.BODY)
            .map(name -> weighted(name, in.apply(name)))
            .toList(),
        Weights.TIE);
  }

  private static Query weighted(String name, Query query) {
    return new BoostQuery(
        query,
        switch (name) {
          case Fields.TITLE -> Weights.TITLE;
          case Fields.SUMMARY -> Weights.SUMMARY;
          default -> Weights.BODY;
        });
  }

  private static boolean isNumber(Clause.@Nullable Field field) {
    return field != null && field.isNumber();
  }

  private static @Nullable Query number(Clause.@Nullable Field field, String text, boolean begin) {
    String number = Documents.number(text);
    if (field == null || number.isEmpty()) {
      return null;
    }
    Term term = new Term(name(field), number);
    return new ConstantScoreQuery(begin ? new PrefixQuery(term) : new TermQuery(term));
  }

  private static String name(Clause.Field field) {
    return switch (field) {
      case TITLE -> Fields.TITLE;
      case SUMMARY -> Fields.SUMMARY;
      case AUTHOR -> Fields.AUTHOR;
      case ISSN -> Fields.ISSN;
      case VOLUME -> Fields.VOLUME;
      case ISSUE -> Fields.ISSUE;
    };
  }
}
