package dossier.index;

import dossier.report.Label;
import dossier.report.Report;
import dossier.report.Vocabularies;
import dossier.report.Vocabulary;
import dossier.search.Engine.Relative;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/// Reports on the same things: they share the words and phrases that tell most about both, and the
/// labels of both. What is shared counts by its rarity, as inverse document frequency says it
/// (Spärck Jones 1972). Stems are of one language, so reports in the same one come first, and
/// labels bring in those of others.
final class Kinship {

  /// How many candidates are looked at for what they share.
  private static final int CANDIDATES = 40;

  /// How many reasons are given.
  private static final int REASONS = 4;

  private final Snapshot snapshot;
  private final Vocabularies vocabularies;
  private final long reports;

  Kinship(Snapshot snapshot, Vocabularies vocabularies) {
    this.snapshot = snapshot;
    this.vocabularies = vocabularies;
    this.reports = snapshot.holdings().reports();
  }

  /// Something a report is on.
  ///
  /// @param weight the rarer the more
  private record Trait(Term term, String shown, float weight) {}

  List<Relative> of(String id, int most) throws IOException {
    int document = snapshot.report(id);
    if (document < 0) {
      return List.of();
    }
    List<Trait> words = words(document);
    List<Trait> labels = labels(report(document));
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    float possible = add(query, words) + add(query, labels);
    query.add(Traits.REPORTS, Occur.FILTER);
    query.add(new TermQuery(new Term(Fields.ID, id)), Occur.MUST_NOT);
    query.setMinimumNumberShouldMatch(1);
    List<Relative> relatives = new ArrayList<>();
    Versions versions = snapshot.versions();
    Set<Integer> groups = new HashSet<>(Set.of(versions.group(document)));
    IndexSearcher searcher = new IndexSearcher(snapshot.reader());
    for (ScoreDoc found : searcher.search(query.build(), CANDIDATES).scoreDocs) {
      int group = versions.group(found.doc);
      boolean said = group >= 0 && !groups.add(group);
      if (relatives.size() < most && found.score >= Weights.ALIKE * possible && !said) {
        relatives.add(relative(found.doc, words, labels, traits(found.doc)));
      }
    }
    return relatives;
  }

  private static float add(BooleanQuery.Builder query, List<Trait> traits) {
    float sum = 0;
    for (Trait trait : traits) {
      Query has = new ConstantScoreQuery(new TermQuery(trait.term()));
      query.add(new BoostQuery(has, trait.weight()), Occur.SHOULD);
      sum += trait.weight();
    }
    return sum;
  }

  private Relative relative(int other, List<Trait> words, List<Trait> labels, Set<Term> theirs)
      throws IOException {
    Report report = report(other);
    Set<Term> carried = new HashSet<>();
    labels(report).forEach(label -> carried.add(label.term()));
    List<Trait> shared = new ArrayList<>();
    words.stream().filter(word -> theirs.contains(word.term())).forEach(shared::add);
    labels.stream().filter(label -> carried.contains(label.term())).forEach(shared::add);
    shared.sort(Comparator.comparingDouble(trait -> -trait.weight()));
    return new Relative(report, reasons(shared));
  }

  /// The heaviest, none of them a part of another.
  private static List<String> reasons(List<Trait> shared) {
    List<String> reasons = new ArrayList<>();
    for (Trait trait : shared) {
      String folded = Analysis.fold(trait.shown());
      boolean said =
          reasons.stream()
              .map(Analysis::fold)
              .anyMatch(other -> other.contains(folded) || folded.contains(other));
      if (!said && reasons.size() < REASONS) {
        reasons.add(trait.shown());
      }
    }
    return reasons;
  }

  /// The words and phrases of a report that others have too.
  private List<Trait> words(int document) throws IOException {
    List<Trait> traits = new ArrayList<>();
    GistCounts gist = new GistCounts(snapshot.reader(), document);
    for (GistCounts.Counted word : gist.all()) {
      Term term = new Term(Fields.GIST, word.key());
      int others = snapshot.reader().docFreq(term);
      traits.add(new Trait(term, word.shown(), weight(others)));
    }
    return traits;
  }

  private Set<Term> traits(int document) throws IOException {
    Set<Term> terms = new HashSet<>();
    GistCounts gist = new GistCounts(snapshot.reader(), document);
    gist.all().forEach(word -> terms.add(new Term(Fields.GIST, word.key())));
    return terms;
  }

  /// What a report is about. What lies above it is shared by too many to say anything.
  private List<Trait> labels(Report report) {
    List<Trait> traits = new ArrayList<>();
    traits.addAll(labels(report.regions(), vocabularies.regions(), Dim.REGION_ABOUT));
    traits.addAll(labels(report.threats(), vocabularies.threats(), Dim.THREAT_ABOUT));
    return traits;
  }

  private List<Trait> labels(List<Label> labels, Vocabulary vocabulary, Dim dim) {
    return labels.stream()
        .filter(label -> label.strength() == Label.Strength.ABOUT)
        .map(Label::id)
        .map(id ->
            new Trait(
                dim.term(id),
                vocabulary.label(id),
                Weights.LABEL * weight(Math.toIntExact(snapshot.reports(dim, id)))))
        .toList();
  }

  private float weight(int holders) {
    return (float) Math.log((reports + 1.0) / (holders + 0.5) + 1);
  }

  private Report report(int document) throws IOException {
    return Reports.bare(snapshot.reader().storedFields(), document);
  }
}
