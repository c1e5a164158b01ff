package dossier.search;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What a reader asks: words, filters, order and page. The same thing as an address: see
/// [QuestionUrl] for the round trip.
///
/// Within a facet values are OR-ed, between facets AND-ed.
///
/// @param query what was typed
/// @param selections what is chosen in the facets; facets without a choice are absent
/// @param span publication dates
/// @param undated how reports without a date are treated
/// @param scope whether the selections and counts of regions and threats mean what a report is
///   about, or also what it mentions; what is typed says so itself
/// @param sort order of the hits
/// @param versions whether near versions of one report are one hit
/// @param page from 1 to [#MAX_PAGE]
/// @param size hits on a page, 1 to [#MAX_SIZE]
public record Question(
    Query query,
    Map<Dimension, Selection> selections,
    Span span,
    Undated undated,
    Scope scope,
    Sort sort,
    Versions versions,
    int page,
    int size) {

  /// How many hits a page has when nobody says.
  public static final int DEFAULT_SIZE = 10;

  /// The most hits on a page.
  public static final int MAX_SIZE = 100;

  /// The last page; the number of its last hit still fits an `int`.
  public static final int MAX_PAGE = 10_000_000;

  /// How reports without a publication date are treated.
  public enum Undated {
    /// They are among the answers unless a span of dates is asked for.
    DEFAULT,
    /// They alone are.
    ONLY,
    /// They are, also when a span is asked for.
    INCLUDE,
    /// They are not.
    EXCLUDE
  }

  /// What selections and counts of regions and threats refer to.
  public enum Scope {
    ABOUT,
    MENTIONS
  }

  /// The order of hits. Undated reports come last by date, either way.
  public enum Sort {
    RELEVANCE,
    NEWEST,
    OLDEST,
    /// What was first indexed last comes first.
    ADDED
  }

  /// What becomes of reports that are versions of another, such as a revised one.
  public enum Versions {
    /// Of each group of versions the best one that answers is a hit.
    GROUPED,
    /// Every report is a hit.
    ALL
  }

  public Question {
    EnumMap<Dimension, Selection> chosen = new EnumMap<>(Dimension.class);
    selections.forEach((dimension, selection) -> {
      if (!selection.isEmpty()) {
        chosen.put(dimension, selection);
      }
    });
    selections = Collections.unmodifiableMap(chosen);
    if (page < 1 || page > MAX_PAGE || size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException("page " + page + ", size " + size);
    }
  }

  /// A question of these words alone.
  public static Question of(String words) {
    return new Question(
        Query.of(words),
        Map.of(),
        Span.ALWAYS,
        Undated.DEFAULT,
        Scope.ABOUT,
        Sort.RELEVANCE,
        Versions.GROUPED,
        1,
        DEFAULT_SIZE);
  }

  /// What is chosen in a facet.
  public Selection selection(Dimension dimension) {
    return selections.getOrDefault(dimension, Selection.NOTHING);
  }

  /// The same question with another choice in one facet, from its first page.
  public Question with(Dimension dimension, Selection selection) {
    EnumMap<Dimension, Selection> chosen = new EnumMap<>(Dimension.class);
    chosen.putAll(selections);
    chosen.put(dimension, selection);
    return new Question(query, chosen, span, undated, scope, sort, versions, 1, size);
  }

  /// The same question over another span of dates, from its first page.
  public Question with(Span other, Undated otherUndated) {
    return new Question(query, selections, other, otherUndated, scope, sort, versions, 1, size);
  }

  /// The same question of another scope, from its first page.
  public Question with(Scope other) {
    return new Question(query, selections, span, undated, other, sort, versions, 1, size);
  }

  /// The same question in another order, from its first page.
  public Question with(Sort other) {
    return new Question(query, selections, span, undated, scope, other, versions, 1, size);
  }

  /// The same question with versions treated otherwise, from its first page.
  public Question with(Versions other) {
    return new Question(query, selections, span, undated, scope, sort, other, 1, size);
  }

  /// The same question for other words, from its first page.
  public Question with(Query other) {
    return new Question(other, selections, span, undated, scope, sort, versions, 1, size);
  }

  /// The same question for these words as well, from its first page.
  ///
  /// @param words one, or several to be found side by side
  public Question and(String words) {
    String added = words.indexOf(' ') < 0 ? words : '"' + words + '"';
    String text = query.text();
    boolean alternatives = query.clause() instanceof Clause.Or;
    String before = alternatives ? "(" + query.understood() + ")" : text;
    return with(Query.of((before + " " + added).strip()));
  }

  /// The same question for a page of another number or size.
  public Question page(int otherPage, int otherSize) {
    return new Question(
        query, selections, span, undated, scope, sort, versions, otherPage, otherSize);
  }
}
