package dossier.index;

import dossier.report.Series;
import dossier.search.Clause;
import dossier.search.Dimension;
import dossier.search.Question.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
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
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/// What a reader meant to what Lucene runs.
final class Translator {

  /// Every report that was read, and nothing else that is in the index.
  static final Query REPORTS =
      new BoostQuery(
          new ConstantScoreQuery(new TermQuery(new Term(Fields.KIND, Fields.KIND_REPORT))), 0f);

  /// Of more words than this, the nearness of the first is looked at.
  private static final int MOST_NEAR = 8;

  private final Names names;
  private final Collection<String> languages;

  /// @param languages languages of the reports held: a word is looked for in their forms
  Translator(Names names, Collection<String> languages) {
    this.names = names;
    this.languages = languages;
  }

  /// The query for a clause; one that finds nothing when the clause holds no letters or digits.
  Query query(Clause clause) {
    Query query = translate(clause);
    return query == null ? new MatchNoDocsQuery("no words") : query;
  }

  /// Null for a clause without letters or digits: beside others it is left out.
  private @Nullable Query translate(Clause clause) {
    return switch (clause) {
      case Clause.Everything() -> REPORTS;
      case Clause.Word(Clause.Field field, String text) -> word(field, text);
      case Clause.Prefix(Clause.Field field, String text) -> prefix(field, text);
      case Clause.Phrase(Clause.Field field, String text) -> phrase(field, text);
      case Clause.Facet(Dimension dimension, String value) -> facet(dimension, value);
      case Clause.Mentions(String value) -> mentions(value);
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
      Query query = translate(clause instanceof Clause.Not(Clause inner) ? inner : clause);
      if (query != null) {
        all.add(query, not ? Occur.MUST_NOT : Occur.MUST);
        empty = false;
        positive |= !not;
      }
    }
    if (!empty && !positive) {
      all.add(REPORTS, Occur.MUST);
    }
    return empty ? null : all.build();
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
    if (!(clause instanceof Clause.And(List<Clause> clauses))) {
      return null;
    }
    List<List<Analysis.Form>> words =
        clauses.stream()
            .map(each ->
                each instanceof Clause.Word(Clause.Field field, String text) && field == null
                    ? forms(text, languages)
                    : List.<Analysis.Form>of())
            .filter(forms -> !forms.isEmpty())
            .limit(MOST_NEAR)
            .toList();
    BooleanQuery.Builder pairs = new BooleanQuery.Builder();
    for (int i = 1; i < words.size(); i++) {
      for (String field : List.of(Fields.TITLE, Fields.BODY)) {
        MultiPhraseQuery.Builder pair = new MultiPhraseQuery.Builder().setSlop(Weights.NEAR);
        words.get(i - 1).forEach(form -> pair.add(terms(field, form)));
        words.get(i).forEach(form -> pair.add(terms(field, form)));
        pairs.add(new BoostQuery(pair.build(), Weights.NEARNESS), Occur.SHOULD);
      }
    }
    return words.size() < 2 ? null : pairs.build();
  }

  private @Nullable Query word(Clause.@Nullable Field field, String text) {
    if (isNumber(field)) {
      return number(field, text, false);
    }
    List<Analysis.Form> forms = forms(text, languages);
    return switch (forms.size()) {
      case 0 -> null;
      case 1 -> inFields(field, name -> anyForm(name, forms.getFirst()));
      // A hyphenated word, or a script without spaces: its parts side by side, in any form.
      default -> inFields(field, name -> sideBySide(name, forms));
    };
  }

  private @Nullable Query phrase(Clause.@Nullable Field field, String text) {
    if (isNumber(field)) {
      return number(field, text, false);
    }
    List<Analysis.Form> forms = forms(text, List.of());
    if (forms.isEmpty()) {
      return null;
    }
    String[] words = forms.stream().map(Analysis.Form::word).toArray(String[]::new);
    return inFields(
        field,
        name ->
            words.length == 1
                ? new TermQuery(new Term(name, words[0]))
                : new PhraseQuery(name, words));
  }

  private @Nullable Query prefix(Clause.@Nullable Field field, String text) {
    if (isNumber(field)) {
      return number(field, text, true);
    }
    List<Analysis.Form> forms = forms(text, List.of());
    if (forms.isEmpty()) {
      return null;
    }
    return inFields(
        field,
        name -> {
          BooleanQuery.Builder all = new BooleanQuery.Builder();
          forms.subList(0, forms.size() - 1).stream()
              .map(form -> new TermQuery(new Term(name, form.word())))
              .forEach(word -> all.add(word, Occur.MUST));
          all.add(new PrefixQuery(new Term(name, forms.getLast().word())), Occur.MUST);
          return all.build();
        });
  }

  private static List<Analysis.Form> forms(String text, Collection<String> languages) {
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
  private static Term[] terms(String field, Analysis.Form form) {
    return Stream.concat(Stream.of(form.word()), form.stems().stream())
        .map(text -> new Term(field, text))
        .toArray(Term[]::new);
  }

  private static Query inFields(Clause.@Nullable Field field, Function<String, Query> in) {
    if (field != null) {
      return in.apply(name(field));
    }
    return new DisjunctionMaxQuery(
        List.of(
            new BoostQuery(in.apply(Fields.TITLE), Weights.TITLE),
            new BoostQuery(in.apply(Fields.SUMMARY), Weights.SUMMARY),
            new BoostQuery(in.apply(Fields.BODY), Weights.BODY)),
        Weights.TIE);
  }

  private static boolean isNumber(Clause.@Nullable Field field) {
    return field == Clause.Field.ISSN
        || field == Clause.Field.VOLUME
        || field == Clause.Field.ISSUE;
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

  private Query facet(Dimension dimension, String typed) {
    String value =
        switch (dimension) {
          case REGION -> names.region(typed);
          case THREAT -> names.threat(typed);
          case SERIES -> new Series(typed.isBlank() ? "-" : typed, null, null, null).id();
          case LANGUAGE -> language(typed.strip());
          case TYPE -> typed.strip().toLowerCase(Locale.ROOT);
        };
    return carrying(new TermQuery(Dim.of(dimension, Scope.ABOUT).term(value)));
  }

  /// A name may be that of a region and of a threat type: then it is both.
  private Query mentions(String typed) {
    return carrying(
        new TermInSetQuery(
            Fields.FACET,
            List.of(
                Dim.REGION_ANY.term(names.region(typed)).bytes(),
                Dim.THREAT_ANY.term(names.threat(typed)).bytes())));
  }

  /// Which reports carry a value says nothing about their order.
  private static Query carrying(Query labels) {
    return new BoostQuery(new ConstantScoreQuery(labels), 0f);
  }

  /// A tag as it is written, or the tag of a language called so in English or by itself.
  private String language(String typed) {
    String folded = Analysis.fold(typed);
    for (String tag : languages) {
      Locale locale = Locale.forLanguageTag(tag);
      if (tag.equalsIgnoreCase(typed)
          || Analysis.fold(locale.getDisplayLanguage(Locale.ENGLISH)).equals(folded)
          || Analysis.fold(locale.getDisplayLanguage(locale)).equals(folded)) {
        return tag;
      }
    }
    return typed;
  }
}
