package dossier.index;

import dossier.search.Clause;
import dossier.search.Dimension;
import dossier.search.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;

/// What the first reports of an answer have in common that the archive has not: the words and
/// phrases whose share among them is highest above what chance gives, by the log-likelihood ratio
/// (Dunning, Accurate Methods for the Statistics of Surprise and Coincidence, 1993).
final class Distinction {

  /// How many reports of the answer are looked at: enough to tell, and bounded in cost.
  static final int SAMPLE = 100;

  /// An answer of fewer reports is read sooner than described.
  private static final int FEWEST = 5;

  /// How much of the archive an answer may be: more than half of it has nothing special.
  private static final double MOST = 0.5;

  /// How many candidates are looked up in the whole archive.
  private static final int CANDIDATES = 200;

  private final Snapshot snapshot;
  private final Names names;
  private final Labels labels;

  /// Words that were asked for, folded, and their stems.
  private final Set<String> asked = new HashSet<>();

  Distinction(Snapshot snapshot, Names names, Labels labels, Question question) {
    this.snapshot = snapshot;
    this.names = names;
    this.labels = labels;
    // No other spelling of a name that was asked for is distinctive.
    ask(question.query().widened(names.synonyms(), any -> true).clause());
    for (Dimension dimension : question.selections().keySet()) {
      List<String> ids = question.selection(dimension).any();
      labels.of(dimension, ids).forEach(this::ask);
      ids.forEach(id -> ask(snapshot.seriesName(id)));
    }
  }

  private record Candidate(String key, String shown, double surprise) {}

  /// Whether an answer of so many reports can have something special.
  boolean tells(long total) {
    return total >= FEWEST && total <= MOST * snapshot.holdings().reports();
  }

  /// @param sample the first [#SAMPLE] hits: their documents
  List<String> of(int most, int... sample) throws IOException {
    long reports = snapshot.holdings().reports();
    List<Candidate> candidates = new ArrayList<>();
    for (GistCounts.Counted counted : frequent(sample)) {
      int all = snapshot.reader().docFreq(new Term(Fields.GIST, counted.key()));
      double elsewhere = Math.max(0, all - counted.reports()) / (double) (reports - sample.length);
      double here = counted.reports() / (double) sample.length;
      double surprise = surprise(counted.reports(), sample.length, all, reports);
      if (here >= Weights.TIMES * elsewhere && surprise >= Weights.SURE) {
        candidates.add(new Candidate(counted.key(), counted.shown(), surprise));
      }
    }
    candidates.sort(
        Comparator.comparingDouble(Candidate::surprise).reversed().thenComparing(Candidate::key));
    return apart(candidates, most);
  }

  private List<GistCounts.Counted> frequent(int... sample) throws IOException {
    int least = Math.max(2, (int) Math.ceil(Weights.SHARE * sample.length));
    GistCounts counts = new GistCounts(snapshot.reader(), sample);
    // What is rare in a segment is not looked up in it: that would take longer than the search.
    int inSegment = sample.length < SAMPLE ? 1 : 2;
    return Stream.concat(
            counts.beginning("" + Gist.PHRASE, inSegment).stream(),
            counts.beginning("" + Gist.WORD, inSegment).stream())
        .filter(counted -> counted.reports() >= least)
        .sorted(Comparator.comparingInt(GistCounts.Counted::reports).reversed())
        .limit(CANDIDATES)
        .toList();
  }

  /// The first ones that were not asked for, none of which shares a word with another.
  private List<String> apart(List<Candidate> candidates, int most) {
    List<String> shown = new ArrayList<>();
    Set<String> said = new HashSet<>();
    for (Candidate candidate : candidates) {
      if (shown.size() == most) {
        break;
      }
      List<String> words = List.of(Analysis.fold(candidate.shown()).split(" ", -1));
      if (words.stream().noneMatch(said::contains) && !isAsked(candidate)) {
        shown.add(candidate.shown());
        said.addAll(words);
      }
    }
    return shown;
  }

  /// Twice the logarithm of how much likelier the counts are when a word has shares of its own in
  /// the sample and elsewhere than when it has one.
  private static double surprise(long here, long sample, long all, long reports) {
    long elsewhere = Math.max(0, all - here);
    long rest = Math.max(1, reports - sample);
    double share = (here + elsewhere) / (double) (sample + rest);
    return 2
        * (likelihood(here, sample, here / (double) sample)
            + likelihood(elsewhere, rest, elsewhere / (double) rest)
            - likelihood(here, sample, share)
            - likelihood(elsewhere, rest, share));
  }

  private static double likelihood(long hits, long of, double share) {
    double without = hits == of ? 0 : (of - hits) * Math.log(1 - share);
    return (hits == 0 ? 0 : hits * Math.log(share)) + without;
  }

  private void ask(Clause clause) {
    switch (clause) {
      case Clause.Word word -> ask(word.text());
      case Clause.Prefix prefix -> ask(prefix.text());
      case Clause.Phrase phrase -> ask(phrase.text());
      case Clause.Verbatim verbatim -> ask(verbatim.text());
      case Clause.Wildcard wildcard -> ask(wildcard.text());
      case Clause.Fuzzy fuzzy -> ask(fuzzy.text());
      case Clause.Nearby nearby -> ask(nearby.text());
      case Clause.Near near -> {
        ask(near.left());
        ask(near.right());
      }
      case Clause.Dated dated -> {}
      case Clause.Pages pages -> {}
      case Clause.Facet facet -> ask(facet.dimension(), facet.value());
      case Clause.Variants(Clause typed, List<Clause.Word> others) -> {
        ask(typed);
        others.forEach(this::ask);
      }
      case Clause.Mentions mentions -> {
        ask(Dimension.REGION, mentions.value());
        ask(Dimension.THREAT, mentions.value());
      }
      case Clause.And and -> and.clauses().forEach(this::ask);
      case Clause.Some some -> some.clauses().forEach(this::ask);
      case Clause.Or or -> or.clauses().forEach(this::ask);
      case Clause.Not not -> {}
      case Clause.Everything everything -> {}
    }
  }

  private void ask(Dimension dimension, String value) {
    ask(value);
    String id = dimension == Dimension.REGION ? names.region(value) : names.threat(value);
    labels.of(dimension, List.of(id)).forEach(this::ask);
  }

  private void ask(String text) {
    for (Analysis.Form form : Analysis.forms(text, snapshot.languages())) {
      asked.add(form.word());
      asked.addAll(form.stems());
    }
  }

  /// Whether all of its words were asked for.
  private boolean isAsked(Candidate candidate) {
    return asked.contains(candidate.key().substring(1))
        || Analysis.forms(candidate.shown(), snapshot.languages()).stream()
            .allMatch(form ->
                asked.contains(form.word()) || form.stems().stream().anyMatch(asked::contains));
  }
}
