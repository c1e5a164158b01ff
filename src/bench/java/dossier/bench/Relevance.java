package dossier.bench;

import dossier.archive.Location;
import dossier.index.LuceneEngine;
import dossier.report.Report;
import dossier.report.Vocabularies;
import dossier.report.Vocabulary;
import dossier.search.Answer;
import dossier.search.Engine;
import dossier.search.Question;
import dossier.text.Passage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// How well the order of results agrees with people's judgments: a test collection put into the
/// real engine as reports, its queries asked as a reader types them, beside plain Lucene on the
/// same machine in the same run.
@Command(
    name = "relevance",
    mixinStandardHelpOptions = true,
    description = "nDCG@10, MAP and recall@100 on a test collection, beside plain Lucene BM25.")
final class Relevance implements Callable<Integer> {

  /// How many documents of a ranking are judged, as in TREC.
  private static final int DEPTH = 1000;

  private static final int HEADED = 200;

  private static final Vocabularies NO_LABELS =
      new Vocabularies(new Vocabulary(List.of()), new Vocabulary(List.of()));

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      description = "a test collection; docs/relevance.md has the forms")
  private Path folder;

  @Option(names = "--language", description = "of the documents, as BCP 47 tag (default: en)")
  private String language = "en";

  @Option(names = "--list", description = "also list these measures for every query")
  private boolean list;

  private interface Ranking {
    List<String> of(String words) throws IOException;
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    TestCollection collection;
    try {
      collection = CollectionReader.read(folder).judged();
    } catch (IOException unusable) {
      spec.commandLine().getErr().println(unusable.getMessage());
      return 2;
    }
    out.printf(
        Locale.ROOT,
        "%s: %,d documents, %,d queries with judgments%n%n%-34s %8s %8s %10s %10s%n",
        collection.form(),
        collection.docs().size(),
        collection.topics().size(),
        "",
        "nDCG@10",
        "MAP",
        "recall@100",
        "found");
    try (PlainLucene plain = new PlainLucene(collection.docs(), new StandardAnalyzer())) {
      measure("Lucene BM25, no stemming", collection, words -> plain.ranking(words, DEPTH));
    }
    try (PlainLucene plain = new PlainLucene(collection.docs(), new EnglishAnalyzer())) {
      measure("Lucene BM25, English analyzer", collection, words -> plain.ranking(words, DEPTH));
    }
    Path work = Files.createTempDirectory("dossier-relevance");
    try (Engine engine = LuceneEngine.open(work, NO_LABELS)) {
      Map<String, String> documents = fill(engine, collection.docs());
      measure("Dossier", collection, words -> ranking(engine, words, documents));
    } finally {
      Folders.delete(work);
    }
    return 0;
  }

  private void measure(String name, TestCollection collection, Ranking ranking) throws IOException {
    List<Measures> all = new ArrayList<>();
    PrintWriter out = spec.commandLine().getOut();
    for (TestCollection.Topic topic : collection.topics()) {
      Measures measures = Measures.of(ranking.of(topic.words()), collection.relevant(topic));
      all.add(measures);
      if (list) {
        print(out, "  query " + topic.id(), measures);
      }
    }
    print(out, name, Measures.mean(all));
    out.flush();
  }

  private static void print(PrintWriter out, String name, Measures measures) {
    out.printf(
        Locale.ROOT,
        "%-34s %8.3f %8.3f %10.3f %10.1f%n",
        name,
        measures.ndcg(),
        measures.map(),
        measures.recall(),
        measures.found());
  }

  /// @return ids of documents by ids of reports
  private Map<String, String> fill(Engine engine, List<TestCollection.Doc> docs)
      throws IOException {
    Map<String, String> documents = new HashMap<>();
    List<Engine.Change> changes = new ArrayList<>();
    for (TestCollection.Doc doc : docs) {
      Report report = report("d" + documents.size(), doc);
      documents.put(report.id(), doc.id());
      changes.add(new Engine.Change.Put(report));
    }
    engine.write(changes);
    engine.commit();
    return documents;
  }

  /// As the reader of documents would have it: the text is the only passage; an untitled document
  /// is called by its first words.
  private Report report(String id, TestCollection.Doc doc) {
    String text = doc.text().isBlank() ? doc.title() : doc.text();
    String begin = text.substring(0, Math.min(HEADED, text.length()));
    List<Passage> passages =
        text.isBlank() ? List.of() : List.of(new Passage(Passage.Kind.PARAGRAPH, 0, 1, text));
    return new Report(
        id,
        new Location(id),
        "0".repeat(64),
        text.getBytes(StandardCharsets.UTF_8).length,
        "text/plain",
        doc.title().isBlank() ? begin.isBlank() ? id : begin : doc.title(),
        null,
        null,
        List.of(),
        language,
        "",
        false,
        1,
        passages,
        List.of(),
        List.of(),
        Report.Asked.NOTHING,
        null,
        0,
        Instant.EPOCH);
  }

  private static List<String> ranking(Engine engine, String words, Map<String, String> documents)
      throws IOException {
    List<String> ids = new ArrayList<>();
    Question question = Question.of(words).with(Question.Versions.ALL);
    for (int page = 1; page <= DEPTH / Question.MAX_SIZE; page++) {
      Answer answer = engine.search(question.page(page, Question.MAX_SIZE));
      answer.hits().stream().map(hit -> documents.get(hit.report().id())).forEach(ids::add);
      if (answer.hits().size() < Question.MAX_SIZE) {
        break;
      }
    }
    return ids;
  }
}
