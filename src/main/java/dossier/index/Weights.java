package dossier.index;

import org.apache.lucene.document.LongField;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/// How much each thing counts: for the order by relevance, tuned against judged searches, and for
/// what is proposed beside it. All of it is here, each with its reason.
final class Weights {

  /// How fast a word's repetitions in one text stop counting, and how much a text's length counts
  /// against it: BM25 (Robertson and Zaragoza 2009). Lucene's own 1.2 was a little worse on both
  /// judged collections, and our reports are longer than what it was found for.
  static final float K1 = 1.6f;

  static final float B = 0.75f;

  /// A word counts by its best field. A title's score is high by itself: words are rarer in titles,
  /// and titles are short. A weight on top of that makes one word of a title beat texts about all
  /// words, and every step up from 1 was worse on both judged collections, so it is only enough to
  /// put a word of a title before one of a text: `docs/relevance.md`.
  static final float TITLE = 1.1f;

  /// As of titles: a summary is short, too.
  static final float SUMMARY = 1.05f;

  static final float BODY = 1f;

  /// What a word's other fields add to its best one. Measured, from 0.2 to 0.4 equally good: a word
  /// in title and text means more than in one of them, though not twice as much.
  static final float TIE = 0.3f;

  /// A word in any grammatical form.
  static final float STEM = 1f;

  /// What the form typed adds to that: it comes before the others, but not by far. In a language
  /// without stems it counts alone.
  static final float WORD = 0.25f;

  /// What two words of a short query add when they stand within [#NEAR] words of each other, as a
  /// part of the score of a rare pair: words typed together are mostly meant together. Of long
  /// queries it was measured to gain nothing; judged short ones are still to be found.
  static final float NEARNESS = 0.3f;

  static final int NEAR = 8;

  /// How many of the best hits are ordered by more than their words: by nearness of the words, and
  /// so that no series crowds a page. It bounds what a search costs.
  static final int SHORTLIST = 100;

  /// Of each ten hits of the shortlist, this many may be of one series.
  static final int OF_ONE_SERIES = 3;

  /// What having all the words of a long query adds: more than any words alone can score, so what a
  /// strict reading finds always comes first.
  static final float ALL = 1_000f;

  /// A name in another spelling than was typed: whoever typed "Daesh" wants the reports that say so
  /// before those on the "Islamic State", but not far before.
  static final float VARIANT = 0.8f;

  /// What words near each other score at most; how often they are is counted, but not how rare the
  /// words are, so it is what a word of some rarity scores.
  static final float VICINITY = 5f;

  /// A word that is spelled another way than typed.
  static final float MISSPELLED = 0.5f;

  /// What the newest report gains at most, as a part of the natural logarithm of the number of
  /// reports. What a rare word scores grows by that logarithm too, so in an archive of any size
  /// recency orders reports that match nearly alike and no others.
  private static final float RECENCY = 0.05f;

  /// The age at which half of that gain is gone, in days: two years.
  private static final long RECENCY_HALF = 730;

  /// What a mention counts in a title, a summary or a heading towards the words that tell most
  /// about a report; one in the text counts one, and more of them logarithmically. An author puts
  /// into the title what a report is about, into the summary what it says, and a heading speaks for
  /// a part. Chosen by reading what the samples propose, not measured.
  static final double IN_TITLE = 4;

  static final double IN_SUMMARY = 2;

  static final double IN_HEADING = 1.5;

  /// What a label counts for kinship beside a word as rare: a report has few of them, and they were
  /// weighed when they were given.
  static final float LABEL = 2;

  /// Related reports share at least this part of what they could: below it, what two reports have
  /// in common is chance. Chosen by reading the neighbours of the samples, not measured.
  static final float ALIKE = 0.08f;

  /// A distinctive word is in this part of the first reports at least, or it tells of few of them.
  static final double SHARE = 0.1;

  /// It is there this many times as often as elsewhere: less is no news to a reader, however sure.
  static final double TIMES = 3;

  /// And more often than chance gives once in a thousand: the quantile of chi-squared with one
  /// degree of freedom for the log-likelihood ratio (Dunning 1993).
  static final double SURE = 10.83;

  private Weights() {}

  static Similarity similarity() {
    return new BM25Similarity(K1, B);
  }

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
