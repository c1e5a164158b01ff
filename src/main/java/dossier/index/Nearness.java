package dossier.index;

import dossier.search.Clause;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// What scores reports by how near the words of a query stand to each other.
final class Nearness {

  /// Of more words than this, the nearness of the first is looked at.
  private static final int MOST = 8;

  private Nearness() {}

  /// Neighbours of the query within a few words of each other; null when it is not one of several
  /// words that must all be there.
  static @Nullable Query of(Clause clause, Collection<String> languages) {
    if (!(clause instanceof Clause.And(List<Clause> clauses))) {
      return null;
    }
    List<List<Analysis.Form>> words =
        clauses.stream()
            .map(each ->
                each instanceof Clause.Word(Clause.Field field, String text) && field == null
                    ? Translator.forms(text, languages)
                    : List.<Analysis.Form>of())
            .filter(forms -> !forms.isEmpty())
            .limit(MOST)
            .toList();
    BooleanQuery.Builder pairs = new BooleanQuery.Builder();
    for (int i = 1; i < words.size(); i++) {
      for (String field : List.of(Fields.TITLE, Fields.BODY)) {
        MultiPhraseQuery.Builder pair = new MultiPhraseQuery.Builder().setSlop(Weights.NEAR);
        words.get(i - 1).forEach(form -> pair.add(Translator.terms(field, form)));
        words.get(i).forEach(form -> pair.add(Translator.terms(field, form)));
        pairs.add(new BoostQuery(pair.build(), Weights.NEARNESS), Occur.SHOULD);
      }
    }
    return words.size() < 2 ? null : pairs.build();
  }
}
