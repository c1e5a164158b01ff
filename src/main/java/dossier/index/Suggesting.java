package dossier.index;

import dossier.search.Clause;
import dossier.search.Dimension;
import dossier.search.Engine.Suggestion;
import dossier.search.Engine.Suggestion.Kind;
import dossier.search.Hit.Mark;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;

/// What a reader may be about to type, read from the index as it is: names from memory, titles by
/// the words of the title field, phrases from the newest reports that hold the words.
final class Suggesting {

  /// Longer input is no beginning of anything.
  private static final int LONGEST = 100;

  /// How many of the newest titles that match are looked at for those that match best.
  private static final int TITLES = 60;

  /// How many of the newest reports that match lend their phrases.
  private static final int REPORTS = 200;

  /// The fewest letters for which phrases are looked for: below that nearly every report matches.
  private static final int SHORTEST_PHRASE = 2;

  /// The fewest letters for which those are looked for in summaries, too: for two letters half of
  /// all summaries match, and going through them took longer than a reader should wait.
  private static final int SHORTEST_IN_SUMMARY = 3;

  /// How many suggestions of the kinds before titles there may be, of each.
  private static final int OF_KIND = 3;

  private final Snapshot snapshot;
  private final Labels labels;
  private final String typed;
  private final List<String> words;
  private final TimedSearcher searcher;

  Suggesting(Snapshot snapshot, Labels labels, String typed) throws IOException {
    this.snapshot = snapshot;
    this.labels = labels;
    this.words =
        typed.length() > LONGEST
            ? List.of()
            : Arrays.stream(Analysis.fold(typed).split(" ", -1)).filter(w -> !w.isEmpty()).toList();
    this.typed = String.join(" ", words);
    this.searcher = TimedSearcher.of(snapshot.reader(), new Clause.Everything(), Inquiry.timeout());
  }

  List<Suggestion> suggestions(int most) throws IOException {
    if (words.isEmpty()) {
      return List.of();
    }
    int[] titled = newest(in(List.of(Fields.TITLE)), REPORTS);
    List<Suggestion> found = new ArrayList<>();
    found.addAll(first(Stream.concat(labels(), series()).toList()));
    if (typed.length() >= SHORTEST_PHRASE) {
      Set<String> shown = new HashSet<>();
      found.forEach(each -> shown.add(Analysis.fold(each.text())));
      List<Suggestion> phrases =
          phrases(
              typed.length() < SHORTEST_IN_SUMMARY
                  ? titled
                  : newest(in(List.of(Fields.TITLE, Fields.SUMMARY)), REPORTS));
      found.addAll(first(phrases.stream().filter(phrase -> shown.add(phrase.target())).toList()));
    }
    for (Suggestion title : titles(titled, most)) {
      if (found.size() < most) {
        found.add(title);
      }
    }
    return found.stream().limit(most).map(this::marked).toList();
  }

  /// Those that begin as typed before those that go on so, then those with most reports.
  private List<Suggestion> first(List<Suggestion> all) {
    return all.stream()
        .sorted(
            Comparator.comparing((Suggestion each) -> !begins(each.text()))
                .thenComparing(Comparator.comparingLong(Suggestion::reports).reversed())
                .thenComparing(Suggestion::text))
        .limit(OF_KIND)
        .toList();
  }

  private boolean begins(String text) {
    return Analysis.fold(text).startsWith(typed);
  }

  /// Of the names of one entry the English one if it matches.
  private Stream<Suggestion> labels() {
    Map<String, Labels.Name> best = new LinkedHashMap<>();
    for (Labels.Name name : labels.matching(typed)) {
      best.merge(name.dimension() + name.id(), name, (one, other) -> other.english() ? other : one);
    }
    return best.values().stream().map(this::label).filter(label -> label.reports() > 0);
  }

  private Suggestion label(Labels.Name name) {
    boolean region = name.dimension() == Dimension.REGION;
    long reports = snapshot.reports(region ? Dim.REGION_ABOUT : Dim.THREAT_ABOUT, name.id());
    Kind kind = region ? Kind.REGION : Kind.THREAT;
    return new Suggestion(kind, name.id(), name.shown(), List.of(), reports);
  }

  private Stream<Suggestion> series() {
    return snapshot.seriesNames().entrySet().stream()
        .filter(series -> Labels.begins(Analysis.fold(series.getValue()), typed))
        .map(series ->
            new Suggestion(
                Kind.SERIES,
                series.getKey(),
                series.getValue(),
                List.of(),
                snapshot.reports(Dim.SERIES, series.getKey())))
        .filter(series -> series.reports() > 0);
  }

  /// @param newest the newest reports that match
  private List<Suggestion> phrases(int... newest) throws IOException {
    GistCounts counts = new GistCounts(snapshot.reader(), newest);
    Map<String, GistCounts.Counted> found = new LinkedHashMap<>();
    counts.beginning(Gist.PHRASE + typed).forEach(phrase -> found.put(phrase.key(), phrase));
    counts.beginning(Gist.TAIL + typed).forEach(tail -> found.putIfAbsent(tail.key(), tail));
    List<Suggestion> phrases = new ArrayList<>();
    // How often they are in these reports says which ones to count in all.
    for (GistCounts.Counted phrase :
        found.values().stream()
            .sorted(Comparator.comparingInt(GistCounts.Counted::reports).reversed())
            .limit(2L * OF_KIND)
            .toList()) {
      int reports = snapshot.reader().docFreq(new Term(Fields.GIST, phrase.key()));
      if (reports > 1) {
        String folded = phrase.key().substring(1);
        phrases.add(new Suggestion(Kind.PHRASE, folded, phrase.shown(), List.of(), reports));
      }
    }
    return phrases;
  }

  /// @param newest those whose title matches
  private List<Suggestion> titles(int[] newest, int most) throws IOException {
    List<Suggestion> titles = new ArrayList<>();
    Set<String> shown = new HashSet<>();
    for (int document : Arrays.copyOf(newest, Math.min(TITLES, newest.length))) {
      String title = title(document);
      if (shown.add(title)) {
        titles.add(new Suggestion(Kind.REPORT, Integer.toString(document), title, List.of(), 1));
      }
    }
    // Sorting keeps the newest of those that match alike in front.
    titles.sort(
        Comparator.comparingInt(title -> {
          String folded = Analysis.fold(title.text());
          return folded.startsWith(typed) ? 0 : Labels.begins(folded, typed) ? 1 : 2;
        }));
    List<Suggestion> best = new ArrayList<>();
    for (Suggestion title : titles.subList(0, Math.min(most, titles.size()))) {
      int document = Integer.parseInt(title.target());
      String id = snapshot.id(document);
      best.add(new Suggestion(Kind.REPORT, id, title.text(), List.of(), 1));
    }
    return best;
  }

  private String title(int document) throws IOException {
    List<LeafReaderContext> leaves = snapshot.leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    BinaryDocValues titles = DocValues.getBinary(leaf.reader(), Fields.TITLE_SHOWN);
    return titles.advanceExact(document - leaf.docBase) ? titles.binaryValue().utf8ToString() : "";
  }

  /// All words typed, each as the beginning of one in any of these fields.
  private Query in(List<String> fields) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String word : words) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      fields.forEach(field -> any.add(new PrefixQuery(new Term(field, word)), Occur.SHOULD));
      all.add(any.build(), Occur.FILTER);
    }
    return all.build();
  }

  private int[] newest(Query query, int most) throws IOException {
    Sort newest =
        new Sort(
            LongField.newSortField(
                Fields.FIRST, true, SortedNumericSelector.Type.MIN, Long.MIN_VALUE),
            SortField.FIELD_DOC);
    ScoreDoc[] found = searcher.search(query, most, newest).scoreDocs;
    return Arrays.stream(found).mapToInt(each -> each.doc).toArray();
  }

  private Suggestion marked(Suggestion plain) {
    List<Mark> marks = new ArrayList<>();
    for (Wording word : Wording.of(plain.text(), "und")) {
      words.stream()
          .filter(word.folded()::startsWith)
          .max(Comparator.comparingInt(String::length))
          .ifPresent(begin -> marks.add(mark(plain.text(), word, begin)));
    }
    return new Suggestion(plain.kind(), plain.target(), plain.text(), marks, plain.reports());
  }

  /// As much of the word as was typed; all of it where folding changed its length.
  private static Mark mark(String text, Wording word, String begin) {
    int to = word.from() + begin.length();
    boolean exact = to <= word.to() && Analysis.fold(text.substring(word.from(), to)).equals(begin);
    return new Mark(word.from(), exact ? to : word.to());
  }
}
