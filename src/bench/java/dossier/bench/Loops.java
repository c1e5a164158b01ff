package dossier.bench;

import dossier.archive.Archive;
import dossier.archive.Document;
import dossier.archive.Hash;
import dossier.archive.Location;
import dossier.archive.Sidecar;
import dossier.index.LuceneEngine;
import dossier.ingest.Ingest;
import dossier.report.Classifier;
import dossier.report.Report;
import dossier.search.Answer;
import dossier.search.Engine;
import dossier.search.Query;
import dossier.search.Question;
import dossier.text.Passage;
import dossier.text.Properties;
import dossier.text.Text;
import dossier.text.Workers;
import dossier.web.Portal;
import dossier.web.PortalSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// What is done over and over. JMH wants this class public.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Loops {

  private static final List<String> TYPED =
      List.of(
          "border",
          "border AND water",
          "\"sleeper cells\" NEAR/20 (border OR guns)",
          "title:aqaba region:\"Central Asia\" -maritime",
          "terorism~ kaz* from:2019",
          "(a OR b) AND NOT \"c d\" AC/DC https://example.org/x");

  private Classifier classifier;
  private Report report;
  private Document document;
  private Text text;
  private LuceneEngine engine;
  private Question words;
  private Question behind;
  private Question everything;
  private Portal portal;
  private Fetch fetch;
  private String page;

  /// Opens the store that was made before.
  @Setup
  public void open() throws Exception {
    long seed = Long.getLong("dossier.bench.seed");
    classifier = Corpus.classifier();
    Synthetic archive = new Synthetic(seed, classifier.vocabularies());
    report = archive.report(1, "en");
    text = new Text("text/plain", false, 1, thousand(archive), Properties.NONE, "en", 0);
    document = new Document(new Location("a.txt"), 1, Hash.of("a"), Sidecar.NONE);
    Path store = Corpus.store(Path.of(System.getProperty("dossier.bench.micro")));
    engine = LuceneEngine.openReadOnly(store, classifier.vocabularies());
    words = Question.of(archive.english().word(300));
    // Behind the last page: what is left is counting.
    behind = words.page(Question.MAX_PAGE, Question.MAX_SIZE);
    everything = Question.of("").page(Question.MAX_PAGE, Question.MAX_SIZE);
    portal =
        Portal.start(
            PortalSettings.local(0),
            engine,
            classifier::vocabularies,
            location -> {
              throw new IOException("no originals");
            },
            new Ingest(
                new Archive(store), Workers.start(1), classifier, engine, InstantSource.system()));
    fetch = new Fetch();
    page = "http://127.0.0.1:%d/%%s?q=%s".formatted(portal.port(), words.query().text());
  }

  /// A thousand words of a made-up report.
  private static List<Passage> thousand(Synthetic archive) {
    List<Passage> passages = new ArrayList<>();
    int written = 0;
    for (int number = 1; written < 1_000; number++) {
      for (Passage passage : archive.report(number, "en").passages()) {
        int length = passage.text().split(" ", -1).length;
        if (written + length <= 1_000) {
          passages.add(passage);
          written += length;
        }
      }
      if (number > 20) {
        break; // nothing short enough is left
      }
    }
    return passages;
  }

  /// Closes it.
  @TearDown
  public void close() throws IOException {
    portal.close();
    fetch.close();
    engine.close();
  }

  /// Six queries.
  @Benchmark
  public int parsing() {
    int all = 0;
    for (String typed : TYPED) {
      all += Query.of(typed).understood().length();
    }
    return all;
  }

  /// A report of a thousand words.
  @Benchmark
  public Report classification() {
    return classifier.classify(document, text, Instant.EPOCH);
  }

  /// What a common word finds, counted, without hits.
  @Benchmark
  public Answer counting() throws IOException {
    return engine.search(behind);
  }

  /// All reports, counted, without hits.
  @Benchmark
  public Answer countingAll() throws IOException {
    return engine.search(everything);
  }

  /// The same word with ten hits and their snippets; the rest of it is [#counting].
  @Benchmark
  public Answer snippets() throws IOException {
    return engine.search(words);
  }

  /// Related reports, which are no part of a page of results.
  @Benchmark
  public List<Engine.Relative> related() throws IOException {
    return engine.discovery().related(report.id(), 5);
  }

  /// The answer of a page for readers: with the words above the results.
  @Benchmark
  public Answer.Described described() throws IOException {
    return engine.discovery().described(words, 7);
  }

  /// The page for programs, over HTTP.
  @Benchmark
  public long pageJson() throws Exception {
    return fetch.size(page.formatted("search.json"));
  }

  /// The page for readers, over HTTP; template and rail are what it takes beyond [#pageJson] and
  /// those words.
  @Benchmark
  public long pageHtml() throws Exception {
    return fetch.size(page.formatted("search"));
  }
}
