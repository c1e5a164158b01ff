package dossier.index;

import dossier.search.Clause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/// How rare words are among the reports held, for one request.
final class Rarity {

  private static final List<String> TEXT = List.of(Fields.TITLE, Fields.SUMMARY, Fields.BODY);

  private final IndexReader reader;
  private final Collection<String> languages;

  /// A name is looked at several times, and taking a word through every language is not free.
  private final Map<String, List<Analysis.Form>> known = new HashMap<>();

  Rarity(IndexReader reader, Collection<String> languages) {
    this.reader = reader;
    this.languages = languages;
  }

  /// The words of a text as they are looked for, in the languages of the reports held.
  List<Analysis.Form> forms(String text) {
    return known.computeIfAbsent(text, added -> Translator.forms(added, languages));
  }

  /// Whether every part of a name stands in some report; not that they stand side by side.
  boolean occurs(Clause.Word name) {
    List<Analysis.Form> forms = forms(name.text());
    return !forms.isEmpty()
        && forms.stream().allMatch(form -> TEXT.stream().anyMatch(field -> most(field, form) > 0));
  }

  /// What makes two spellings of one name weigh the same, however rare one of them is: BM25 takes a
  /// rare spelling for a precious word, and every part of a phrase for another one.
  ///
  /// @return from 1/8 to 8
  float evening(Clause typed, Clause.Word other) {
    double asTyped = weight(typed);
    double asOther = weight(other);
    return asTyped == 0 || asOther == 0 ? 1 : (float) Math.clamp(asTyped / asOther, 0.125, 8);
  }

  /// What BM25 in effect multiplies with: the sum of the inverse frequencies, of alternatives at
  /// one place that of the commonest, or of all when they are part of a phrase.
  private double weight(Clause clause) {
    if (clause instanceof Clause.And(List<Clause> clauses)) {
      return clauses.stream().mapToDouble(this::weight).sum();
    }
    if (!(clause instanceof Clause.Word word)) {
      return 0;
    }
    List<Analysis.Form> forms = forms(word.text());
    if (forms.size() == 1) {
      return inverse(most(Fields.BODY, forms.getFirst()));
    }
    double sum = 0;
    for (Analysis.Form form : forms) {
      for (Term term : Translator.terms(Fields.BODY, form)) {
        sum += inverse(frequency(term));
      }
    }
    return sum;
  }

  private int most(String field, Analysis.Form form) {
    int most = 0;
    for (Term term : Translator.terms(field, form)) {
      most = Math.max(most, frequency(term));
    }
    return most;
  }

  private int frequency(Term term) {
    try {
      return reader.docFreq(term);
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be read", e);
    }
  }

  /// As BM25 has it; 0 for what stands nowhere, which it leaves out.
  private double inverse(int frequency) {
    return frequency == 0
        ? 0
        : Math.log(1 + (reader.maxDoc() - frequency + 0.5) / (frequency + 0.5));
  }
}
