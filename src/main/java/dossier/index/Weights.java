package dossier.index;

import org.apache.lucene.document.LongField;
import org.apache.lucene.search.Query;

/// How much each thing counts for the order by relevance. All of it is here, to be tuned against
/// judged searches in one place.
final class Weights {

  /// A title is what a report says it is about in few words; BM25 already rewards its shortness, so
  /// no more than this.
  static final float TITLE = 3f;

  /// A summary says what matters, but repeats the body.
  static final float SUMMARY = 1.5f;

  static final float BODY = 1f;

  /// What a word's other fields add to its best one: enough to break ties, too little to count a
  /// word twice that stands in title and text.
  static final float TIE = 0.1f;

  /// A word in any grammatical form.
  static final float STEM = 0.75f;

  /// What the form typed adds to that: it comes before the others, but not by far. In a language
  /// without stems it counts alone.
  static final float WORD = 0.5f;

  /// A name in another spelling than was typed: whoever typed "Daesh" wants the reports that say so
  /// before those on the "Islamic State", but not far before.
  static final float VARIANT = 0.8f;

  /// What words near each other score at most; how often they are is counted, but not how rare the
  /// words are, so it is what a word of some rarity scores.
  static final float NEAR = 5f;

  /// A word that is spelled another way than typed.
  static final float MISSPELLED = 0.5f;

  /// What the newest report gains at most, as a part of the natural logarithm of the number of
  /// reports. What a rare word scores grows by that logarithm too, so in an archive of any size
  /// recency orders reports that match nearly alike and no others.
  private static final float RECENCY = 0.1f;

  /// The age at which half of that gain is gone, in days: two years.
  private static final long RECENCY_HALF = 730;

  private Weights() {}

  /// What recency adds. Age is counted from the newest report held, not from today, so that an
  /// archive that is no longer added to keeps its order.
  ///
  /// @param newest first day of the newest report, as days since 1970
  /// @param reports how many are held
  static Query recency(long newest, long reports) {
    float most = RECENCY * (float) Math.log(2.0 + reports);
    return LongField.newDistanceFeatureQuery(Fields.FIRST, most, newest, RECENCY_HALF);
  }
}
