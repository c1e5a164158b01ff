package dossier.index;

import dossier.search.Clause;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Clauses as places in one field, so that they can be near each other.
final class Vicinity {

  /// How many pairs of alternatives are looked at one by one.
  private static final int MOST_PAIRS = 64;

  private final IndexReader reader;
  private final String field;
  private final Collection<String> languages;
  private final Expansion expansion;

  /// @param languages a word is looked for in their forms
  Vicinity(IndexReader reader, String field, Collection<String> languages, Expansion expansion) {
    this.reader = reader;
    this.field = field;
    this.languages = languages;
    this.expansion = expansion;
  }

  /// Where a clause stands that can be near another; nowhere when it holds no letters or digits.
  IntervalsSource places(Clause clause) throws IOException {
    return Objects.requireNonNullElse(find(clause), Intervals.noIntervals("no words"));
  }

  private @Nullable IntervalsSource find(Clause clause) throws IOException {
    return switch (clause) {
      case Clause.Word word -> sideBySide(forms(word.text(), languages));
      case Clause.Phrase phrase -> sideBySide(forms(phrase.text(), List.of()));
      case Clause.Prefix prefix -> sideBySide(shapes(Shape.begun(prefix.text())));
      case Clause.Wildcard wildcard -> sideBySide(shapes(Shape.patterns(wildcard.text())));
      case Clause.Fuzzy fuzzy -> sideBySide(shapes(Shape.about(fuzzy.text(), fuzzy.edits())));
      case Clause.Nearby nearby -> together(forms(nearby.text(), List.of()), nearby.distance());
      case Clause.Near near -> near(near);
      case Clause.Or or -> anyOf(alternatives(or));
      case Clause.Variants variants -> null;
      case Clause.Verbatim verbatim -> null;
      case Clause.Facet facet -> null;
      case Clause.Mentions mentions -> null;
      case Clause.Dated dated -> null;
      case Clause.Pages pages -> null;
      case Clause.And and -> null;
      case Clause.Some some -> null;
      case Clause.Not not -> null;
      case Clause.Everything everything -> null;
    };
  }

  private static List<IntervalsSource> forms(String text, Collection<String> languages) {
    return Analysis.forms(text, languages).stream()
        .filter(form -> !form.word().isEmpty())
        .map(form ->
            oneOf(
                Stream.concat(Stream.of(form.word()), form.stems().stream())
                    .map(BytesRef::new)
                    .toList()))
        .toList();
  }

  private List<IntervalsSource> shapes(List<Shape> shapes) throws IOException {
    List<IntervalsSource> places = new ArrayList<>();
    for (Shape shape : shapes) {
      places.add(
          shape.open()
              ? oneOf(expansion.words(reader, field, shape))
              : Intervals.term(shape.shown()));
    }
    return places;
  }

  /// One of several words.
  private static IntervalsSource oneOf(List<BytesRef> words) {
    List<IntervalsSource> places = words.stream().map(Intervals::term).toList();
    return switch (places.size()) {
      case 0 -> Intervals.noIntervals("no such words");
      case 1 -> places.getFirst();
      // All as long as each other, so none can hide another.
      default -> Intervals.or(false, places);
    };
  }

  private static @Nullable IntervalsSource sideBySide(List<IntervalsSource> words) {
    return words.isEmpty() ? null : Intervals.phrase(words.toArray(IntervalsSource[]::new));
  }

  private static @Nullable IntervalsSource together(List<IntervalsSource> words, int distance) {
    return words.isEmpty()
        ? null
        : Intervals.maxgaps(distance, Intervals.unordered(words.toArray(IntervalsSource[]::new)));
  }

  /// What holds no letters or digits is left out, as elsewhere. Alternatives of several words are
  /// looked at one by one, since within one source the shorter of two hides the longer.
  private @Nullable IntervalsSource near(Clause.Near near) throws IOException {
    List<IntervalsSource> left = alternatives(near.left());
    List<IntervalsSource> right = alternatives(near.right());
    if (left.isEmpty() || right.isEmpty()) {
      return anyOf(left.isEmpty() ? right : left);
    }
    // Within one another they would be as many as there are atoms.
    boolean nested = Clause.Near.isWithin(near.left()) || Clause.Near.isWithin(near.right());
    if (nested || left.size() * right.size() > MOST_PAIRS) {
      left = List.of(Intervals.or(left));
      right = List.of(Intervals.or(right));
    }
    List<IntervalsSource> pairs = new ArrayList<>();
    for (IntervalsSource one : left) {
      for (IntervalsSource other : right) {
        pairs.add(Intervals.maxgaps(near.distance(), Intervals.unorderedNoOverlaps(one, other)));
      }
    }
    return anyOf(pairs);
  }

  private List<IntervalsSource> alternatives(Clause clause) throws IOException {
    List<IntervalsSource> words = new ArrayList<>();
    List<IntervalsSource> several = new ArrayList<>();
    for (Clause each : clause instanceof Clause.Or or ? or.clauses() : List.of(clause)) {
      IntervalsSource found = find(each);
      if (found != null) {
        (found.minExtent() == 1 ? words : several).add(found);
      }
    }
    if (!words.isEmpty()) {
      several.add(words.size() == 1 ? words.getFirst() : Intervals.or(false, words));
    }
    return several;
  }

  private static @Nullable IntervalsSource anyOf(List<IntervalsSource> places) {
    return switch (places.size()) {
      case 0 -> null;
      case 1 -> places.getFirst();
      default -> Intervals.or(places);
    };
  }
}
