package dossier.bench;

import dossier.search.Dimension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// The limit: the work of a page by bare Lucene calls in this process, without anything around it.
/// The ten best, five facets and the months counted, snippets with pages, what a hit shows.
final class BareLucene implements Side, AutoCloseable {

  private static final float RECENCY = 0.05f;
  private static final int RECENCY_DAYS = 730;

  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Ordinals ordinals;

  BareLucene(Path folder) throws IOException {
    directory = FSDirectory.open(folder);
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
    searcher.setSimilarity(new BM25Similarity(1.6f, 0.75f));
    ordinals = new Ordinals(reader);
  }

  static Corpus.Filled fill(Synthetic archive, int reports, Path folder) throws Exception {
    IndexWriterConfig config = new IndexWriterConfig(Bare.ANALYZER).setRAMBufferSizeMB(64);
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, config)) {
      return Corpus.timed(
          archive,
          reports,
          numbers -> {
            for (int number : numbers) {
              writer.addDocument(Bare.document(archive.report(number), archive.vocabularies()));
            }
          },
          writer::commit);
    }
  }

  @Override
  public String name() {
    return "bare Lucene";
  }

  @Override
  public double processor() {
    return Machine.processor();
  }

  /// A page as it is before anything is written.
  private record Page(
      Ordinals.Counted counted, List<Document> shown, List<List<Excerpts.Piece>> pieces) {}

  @Override
  public long page(Asked asked) throws IOException {
    Page page = made(asked);
    return (long) page.counted.total() + page.counted.counts().size() + page.pieces.size();
  }

  private Page made(Asked asked) throws IOException {
    Query words = searcher.rewrite(BareQuery.of(asked));
    int[] hits = hits(asked, words);
    Ordinals.Counted counted =
        searcher.search(words, ordinals.counting(filters(asked), firstDay(asked)));
    List<Document> shown = new ArrayList<>();
    for (int hit : hits) {
      shown.add(searcher.storedFields().document(hit, Set.of(Bare.ID, Bare.TITLE, Bare.SHOWN)));
    }
    List<List<Excerpts.Piece>> pieces =
        asked.kind().hasWords()
            ? new Excerpts(searcher, asked.kind()).of(words, hits)
            : beginnings(hits);
    return new Page(counted, shown, pieces);
  }

  private List<List<Excerpts.Piece>> beginnings(int[] hits) throws IOException {
    List<List<Excerpts.Piece>> all = new ArrayList<>();
    for (int hit : hits) {
      String summary =
          searcher.storedFields().document(hit, Set.of(Bare.SUMMARY)).get(Bare.SUMMARY);
      all.add(List.of(new Excerpts.Piece(1, summary, List.of())));
    }
    return all;
  }

  private int[] hits(Asked asked, Query words) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder().add(words, Occur.MUST);
    for (String value : filters(asked)) {
      query.add(new TermQuery(new Term(Bare.FACET, value)), Occur.FILTER);
    }
    if (asked.from() > 0) {
      query.add(LongField.newRangeQuery(Bare.LAST, firstDay(asked), Long.MAX_VALUE), Occur.FILTER);
    }
    int end = asked.page() * Asked.SIZE;
    ScoreDoc[] best = asked.newest() ? newest(query, end) : best(query, end);
    return Arrays.stream(best, Math.min(best.length, end - Asked.SIZE), best.length)
        .mapToInt(hit -> hit.doc)
        .toArray();
  }

  private ScoreDoc[] best(BooleanQuery.Builder query, int end) throws IOException {
    float most = RECENCY * (float) Math.log(2.0 + reader.numDocs());
    query.add(
        LongField.newDistanceFeatureQuery(
            Bare.FIRST, most, Synthetic.LAST_DAY.toEpochDay(), RECENCY_DAYS),
        Occur.SHOULD);
    return searcher.search(query.build(), end).scoreDocs;
  }

  private ScoreDoc[] newest(BooleanQuery.Builder query, int end) throws IOException {
    SortField byDate =
        LongField.newSortField(Bare.FIRST, true, SortedNumericSelector.Type.MIN, Long.MIN_VALUE);
    SortField byId = new SortField(Bare.ID, SortField.Type.STRING);
    return searcher.search(query.build(), end, new Sort(byDate, byId)).scoreDocs;
  }

  private static List<String> filters(Asked asked) {
    List<String> values = new ArrayList<>();
    asked.filters().forEach((dimension, id) -> values.add(letter(dimension) + id));
    return values;
  }

  private static String letter(Dimension dimension) {
    return switch (dimension) {
      case REGION -> "r";
      case THREAT -> "t";
      case SERIES -> "s";
      case LANGUAGE -> "l";
      case TYPE -> "f";
    };
  }

  private static int firstDay(Asked asked) {
    return asked.from() == 0
        ? Integer.MIN_VALUE
        : (int) LocalDate.of(asked.from(), 1, 1).toEpochDay();
  }

  @Override
  public Found read(Asked asked) throws IOException {
    Page page = made(asked);
    Map<Dimension, Map<String, Long>> counts = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      counts.put(dimension, of(letter(dimension), page.counted.counts()));
    }
    return new Found(
        page.counted.total(),
        counts,
        of("m", page.counted.counts()),
        page.shown.stream().map(fields -> fields.get(Bare.ID)).toList(),
        (int) page.pieces.stream().filter(Excerpts::marked).count());
  }

  private static Map<String, Long> of(String letter, Map<String, Long> all) {
    Map<String, Long> some = new TreeMap<>();
    new HashMap<>(all)
        .forEach((value, count) -> {
          if (value.startsWith(letter)) {
            some.put(value.substring(1), count);
          }
        });
    return some;
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
