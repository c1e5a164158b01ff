package dossier.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.util.BytesRef;

/// Queries for words of which not every letter is known.
///
/// @param text as typed
/// @param shapes its words, at least one
record Patterns(String text, List<Shape> shapes, Expansion expansion) {

  /// The query in a field. A word begun or with stars is looked for in all words it stands for,
  /// each counting alike; one with other letters in the most frequent, the one typed counting most;
  /// several words side by side.
  Query in(String field) {
    Shape first = shapes.getFirst();
    if (shapes.size() == 1 && first.open() && !first.about()) {
      return new AutomatonQuery(new Term(field, text), first.automaton());
    }
    return new Late(
        field,
        shapes.stream().map(shape -> shape.shown() + shape.open() + states(shape)).toList(),
        reader -> shapes.size() == 1 ? about(reader, field) : sideBySide(reader, field));
  }

  /// Tells one letter more from two.
  private static int states(Shape shape) {
    return shape.automaton().getNumStates();
  }

  private Query about(IndexReader reader, String field) throws IOException {
    BytesRef typed = new BytesRef(Analysis.fold(text));
    SynonymQuery.Builder any = new SynonymQuery.Builder(field);
    for (BytesRef word : words(reader, field, shapes.getFirst())) {
      any.addTerm(new Term(field, word), word.equals(typed) ? 1f : Weights.MISSPELLED);
    }
    return any.build();
  }

  private Query sideBySide(IndexReader reader, String field) throws IOException {
    MultiPhraseQuery.Builder parts = new MultiPhraseQuery.Builder();
    for (Shape shape : shapes) {
      List<BytesRef> words = words(reader, field, shape);
      if (words.isEmpty()) {
        return new MatchNoDocsQuery("no such words");
      }
      parts.add(words.stream().map(word -> new Term(field, word)).toArray(Term[]::new));
    }
    return parts.build();
  }

  private List<BytesRef> words(IndexReader reader, String field, Shape shape) throws IOException {
    return shape.open()
        ? expansion.words(reader, field, shape)
        : List.of(new BytesRef(shape.shown()));
  }
}
