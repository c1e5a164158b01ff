package dossier.index;

import dossier.report.Report;
import dossier.search.Clause;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.index.ExitableDirectoryReader.ExitingReaderException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/// Words of the texts that differ from a word by a slip or two: a letter too many, too few, another
/// one, or two changed about, as Damerau counted them (1964). The index holds the stems too; they
/// are never proposed, for they are no words.
final class Spelling {

  /// Shorter words have too many neighbours to guess among.
  private static final int SHORTEST = 4;

  /// From this length on two slips are allowed.
  private static final int LONG = 6;

  /// A word in this many reports is taken to be meant, whatever else looks like it; one in fewer
  /// must have a neighbour [#TIMES] as frequent.
  private static final int KNOWN = 3;

  private static final int TIMES = 10;

  /// How many documents are looked at for the way a word is written.
  private static final int EXAMPLES = 3;

  private static final int PLACES = 20;

  private final Snapshot snapshot;
  private final Names names;
  private final IndexReader reader;

  Spelling(Snapshot snapshot, Names names) throws IOException {
    this.snapshot = snapshot;
    this.names = names;
    this.reader = ExitableDirectoryReader.wrap(snapshot.reader(), Inquiry.timeout());
  }

  /// @param slips how many lie between it and what was typed
  /// @param reports how many hold it in this form
  private record Candidate(String field, String word, int slips, int reports) {}

  List<String> of(String word, int most) throws IOException {
    List<Analysis.Form> forms = Analysis.forms(word, List.of());
    if (forms.size() != 1 || !isWord(forms.getFirst().word())) {
      return List.of();
    }
    String folded = forms.getFirst().word();
    long known = reports(word);
    if (known >= KNOWN) {
      return List.of();
    }
    List<String> spelled = new ArrayList<>();
    try {
      for (Candidate candidate : candidates(folded)) {
        if (candidate.reports() >= Math.max(1, known * TIMES) && spelled.size() < most) {
          spelled.add(asWritten(candidate));
        }
      }
    } catch (ExitingReaderException late) {
      // What was found so far is all there is time for.
      return List.copyOf(spelled);
    }
    return spelled;
  }

  private static boolean isWord(String folded) {
    return folded.codePointCount(0, folded.length()) >= SHORTEST
        && folded.codePoints().allMatch(Character::isLetter);
  }

  /// How many reports have it in any grammatical form.
  private long reports(String word) throws IOException {
    Translator translator = new Translator(names, snapshot);
    return new IndexSearcher(snapshot.reader())
        .count(translator.query(new Clause.Word(null, word)));
  }

  private List<Candidate> candidates(String word) throws IOException {
    int slips = word.codePointCount(0, word.length()) < LONG ? 1 : 2;
    List<Candidate> found = new ArrayList<>(candidates(word, slips, 1));
    if (found.isEmpty()) {
      found.addAll(candidates(word, 1, 0)); // the first letter may be the wrong one
    }
    found.sort(
        Comparator.comparingInt(Candidate::slips)
            .thenComparing(Comparator.comparingLong((Candidate c) -> weight(c, word)).reversed())
            .thenComparing(Candidate::word));
    return found;
  }

  /// Endings are seldom mistyped: a word with the same one counts as more frequent.
  private static long weight(Candidate candidate, String word) {
    String other = candidate.word();
    boolean ends = other.charAt(other.length() - 1) == word.charAt(word.length() - 1);
    return (long) candidate.reports() * (ends ? TIMES : 1);
  }

  private List<Candidate> candidates(String word, int slips, int exact) throws IOException {
    List<Candidate> found = new ArrayList<>();
    for (String field : List.of(Fields.BODY, Fields.TITLE, Fields.SUMMARY)) {
      Terms terms = MultiTerms.getTerms(reader, field);
      if (terms == null || !found.isEmpty()) {
        continue; // a word of a title is nearly always one of the text too
      }
      FuzzyTermsEnum near = new FuzzyTermsEnum(terms, new Term(field, word), slips, exact, true);
      BoostAttribute likeness = near.attributes().addAttribute(BoostAttribute.class);
      for (BytesRef next = near.next(); next != null; next = near.next()) {
        String other = next.utf8ToString();
        if (!other.equals(word) && isWord(other)) {
          int apart = slips(word, other, likeness.getBoost());
          found.add(new Candidate(field, other, apart, near.docFreq()));
        }
      }
    }
    return found;
  }

  /// Lucene says one minus the slips as a part of the shorter word.
  private static int slips(String word, String other, float likeness) {
    int shorter =
        Math.min(word.codePointCount(0, word.length()), other.codePointCount(0, other.length()));
    return Math.round((1 - likeness) * shorter);
  }

  /// A word as reports write it: in lower case if any of a few does.
  private String asWritten(Candidate candidate) throws IOException {
    BytesRef word = new BytesRef(candidate.word());
    String best = candidate.word();
    int examples = 0;
    for (LeafReaderContext leaf : snapshot.leaves()) {
      Bits live = leaf.reader().getLiveDocs();
      PostingsEnum places =
          leaf.reader().postings(new Term(candidate.field(), word), PostingsEnum.OFFSETS);
      while (places != null
          && examples < EXAMPLES
          && places.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (live == null || live.get(places.docID())) {
          best = asWritten(candidate.field(), leaf, places);
          examples++;
          if (best.codePoints().noneMatch(Character::isUpperCase)) {
            return best;
          }
        }
      }
    }
    return best;
  }

  /// The word at its places in a report.
  private static String asWritten(String field, LeafReaderContext leaf, PostingsEnum places)
      throws IOException {
    Report report = Reports.whole(leaf.reader().storedFields(), places.docID());
    String text =
        switch (field) {
          case Fields.TITLE -> report.title();
          case Fields.SUMMARY -> report.summary();
          default -> report.body().text();
        };
    String best = "";
    for (int i = Math.min(PLACES, places.freq()); i > 0; i--) {
      places.nextPosition();
      String written = text.substring(places.startOffset(), places.endOffset());
      // Small letters sort behind capitals.
      best = written.compareTo(best) > 0 ? written : best;
    }
    return best;
  }
}
