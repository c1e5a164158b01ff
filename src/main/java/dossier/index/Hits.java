package dossier.index;

import dossier.index.Matching.Place;
import dossier.report.Body;
import dossier.report.Report;
import dossier.search.Clause;
import dossier.search.Hit;
import dossier.search.Hit.Mark;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.search.Query;

/// Found documents to hits, with snippets and marks.
final class Hits {

  /// How many bars the little chart of matches by page has at most.
  private static final int BARS = 60;

  private final TimedSearcher searcher;
  private final Matching matching;
  private final boolean words;

  /// @param rewritten the query without filters, rewritten by this searcher
  Hits(TimedSearcher searcher, Clause clause, Query rewritten) throws IOException {
    this.searcher = searcher;
    this.matching = new Matching(searcher, rewritten);
    this.words = hasWords(clause);
  }

  /// @param versions how many other versions it stands for
  Hit hit(int document, int versions) throws IOException {
    Report whole = Reports.whole(searcher.storedFields(), document);
    Body body = whole.body();
    Snippets snippets = new Snippets(whole, body);
    List<Place> places = words ? places(document, body) : List.of();
    return new Hit(
        whole.with(List.of()),
        places.isEmpty()
            ? snippets.beginning(words ? matching.places(document, Fields.SUMMARY) : List.of())
            : snippets.best(places),
        places.size(),
        words ? byPage(places, whole, body) : List.of(),
        versions);
  }

  /// Where the query's words stand in the body.
  List<Mark> marks(int document) throws IOException {
    if (!words) {
      return List.of();
    }
    Body body = Reports.whole(searcher.storedFields(), document).body();
    return places(document, body).stream()
        .map(place -> new Mark(place.from(), place.to()))
        .toList();
  }

  /// A phrase may run over into the next passage: its mark ends with the passage it begins in, so
  /// that every mark lies within one.
  private List<Place> places(int document, Body body) throws IOException {
    return matching.places(document, Fields.BODY).stream()
        .map(place ->
            new Place(
                place.from(),
                Math.min(place.to(), body.end(body.passageAt(place.from()))),
                place.part()))
        .toList();
  }

  private static List<Integer> byPage(List<Place> places, Report report, Body body) {
    int pages = report.pages();
    int bars = Math.min(BARS, pages);
    List<Integer> counts = new ArrayList<>(Collections.nCopies(bars, 0));
    for (Place place : places) {
      int page = Math.min(body.pageAt(place.from()), pages);
      int bar = (int) ((page - 1L) * bars / pages);
      counts.set(bar, counts.get(bar) + 1);
    }
    return counts;
  }

  /// Whether a clause looks for words in the text.
  static boolean hasWords(Clause clause) {
    return switch (clause) {
      case Clause.Everything() -> false;
      case Clause.Word(Clause.Field field, String text) -> field == null;
      case Clause.Prefix(Clause.Field field, String text) -> field == null;
      case Clause.Phrase(Clause.Field field, String text) -> field == null;
      case Clause.Variants(Clause typed, List<Clause.Word> others) -> hasWords(typed);
      case Clause.Verbatim(Clause.Field field, String text) -> field == null;
      case Clause.Wildcard(Clause.Field field, String text) -> field == null;
      case Clause.Fuzzy(Clause.Field field, String text, int edits) -> field == null;
      case Clause.Nearby(Clause.Field field, String text, int distance) -> field == null;
      case Clause.Near(Clause left, Clause right, int distance) -> hasWords(left);
      case Clause.Dated dated -> false;
      case Clause.Pages pages -> false;
      case Clause.Facet facet -> false;
      case Clause.Mentions mentions -> false;
      case Clause.And(List<Clause> clauses) -> clauses.stream().anyMatch(Hits::hasWords);
      case Clause.Or(List<Clause> clauses) -> clauses.stream().anyMatch(Hits::hasWords);
      case Clause.Some(List<Clause> clauses, int least) ->
          clauses.stream().anyMatch(Hits::hasWords);
      case Clause.Not(Clause inner) -> false;
    };
  }
}
